import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { useTableLabels } from './labels.js';

const SHAPES = ['70%', '55%', '80%', '48%', '64%', '75%'];

/** What stands where there are no rows: their shape while they load, the fault, or why there are none. */
export function TableState({
  state,
  rows,
  empty,
  onRetry,
}: {
  readonly state: 'ready' | 'loading' | 'failed';
  readonly rows: number;
  readonly empty: ReactNode;
  readonly onRetry: (() => void) | undefined;
}) {
  const labels = useTableLabels();
  if (state === 'failed') {
    return (
      <div role="alert" className="flex flex-col items-center gap-2 px-4 py-8 text-center">
        <p className="font-medium text-bad">{labels.failed}</p>
        {onRetry && <Button onClick={onRetry}>{labels.retry}</Button>}
      </div>
    );
  }
  if (rows > 0) return null;
  if (state === 'ready') {
    return <div className="px-4 py-8 text-center text-text-3">{empty ?? labels.empty}</div>;
  }
  return (
    <div className="px-2 py-1">
      <span className="sr-only">{labels.loading}</span>
      {SHAPES.map((width) => (
        <div key={width} aria-hidden="true" className="flex h-8 items-center">
          <div className="skeleton h-4" style={{ width }} />
        </div>
      ))}
    </div>
  );
}

import { ProblemError } from '@olympus/sdk';
import { CircleAlert, RotateCw } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from './button.js';

interface ProblemPanelProps {
  readonly error: unknown;
  readonly what: string;
  readonly onRetry: () => void;
  readonly retrying: boolean;
}

/** What failed, what to do, the request's id for whoever looks into it, and another try. */
export function ProblemPanel({ error, what, onRetry, retrying }: ProblemPanelProps) {
  const { t } = useTexts();
  const problem = error instanceof ProblemError ? error : undefined;
  const detail = problem?.detail ?? problem?.title ?? t('problem.inside');
  return (
    <section role="alert" className="card flex max-w-3xl gap-4 p-6">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-bad-tint text-bad">
        <CircleAlert size={18} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold text-lg">{what}</h2>
        <p className="mt-1 text-md text-text-2">{detail}</p>
        {problem?.remedy && <p className="mt-1 text-md text-text-2">{problem.remedy}</p>}
        {problem?.requestId && (
          <p className="mt-3 text-text-3 text-xs">
            {t('problem.request')} <code className="select-all font-mono">{problem.requestId}</code>
          </p>
        )}
        <Button className="mt-4" onClick={onRetry} disabled={retrying}>
          <RotateCw size={14} aria-hidden="true" className={retrying ? 'animate-spin' : ''} />
          {retrying ? t('problem.trying') : t('problem.again')}
        </Button>
      </div>
    </section>
  );
}

import type { BoardTile } from '@olympus/sdk';
import { CircleAlert, RotateCw } from 'lucide-react';
import { Component, type ReactNode, Suspense } from 'react';
import { faultText } from '../../app/faults.js';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { kindOf } from '../kinds/kinds.js';
import { boardTexts } from '../texts.js';
import { useTileSource } from './tile-source.js';
import { answersOf, problemOf, type useTile } from './use-tile.js';

/** What a tile shows below its title, in each of its states. */
export function TileBody({
  tile,
  query,
  height,
}: {
  readonly tile: BoardTile;
  readonly query: ReturnType<typeof useTile>;
  readonly height: number;
}) {
  const { t } = useTexts(boardTexts);
  const { annotations } = useTileSource();
  const kind = kindOf(tile.view.kind);
  const problem = problemOf(query.data);
  const retry = () => void query.refetch();
  if (!kind) return <p className="text-text-3">{t('unknownKind', { kind: tile.view.kind })}</p>;
  if (kind.operation !== undefined) {
    if (query.isPending) {
      return <div aria-hidden="true" className="skeleton w-full" style={{ height }} />;
    }
    if (problem) {
      const text = [problem.message, problem.remedy].filter(Boolean).join('. ');
      return (
        <Fault
          text={text}
          onRetry={problem.transient ? retry : undefined}
          busy={query.isFetching}
        />
      );
    }
    if (query.isError && !query.data) {
      return <Fault text={faultText(query.error) ?? ''} onRetry={retry} busy={query.isFetching} />;
    }
  }
  return (
    <DrawingGuard
      answeredAt={query.dataUpdatedAt}
      fallback={<Fault text={t('loadFailed')} onRetry={retry} busy={query.isFetching} />}
    >
      <Suspense
        fallback={<div aria-hidden="true" className="skeleton w-full" style={{ height }} />}
      >
        <kind.Draw
          title={tile.title}
          view={tile.view}
          answers={answersOf(query.data)}
          height={height}
          annotations={annotations}
        />
      </Suspense>
    </DrawingGuard>
  );
}

function Fault({
  text,
  onRetry,
  busy,
}: {
  readonly text: string;
  readonly onRetry: (() => void) | undefined;
  readonly busy: boolean;
}) {
  const { t } = useTexts(boardTexts);
  return (
    <div role="alert" className="flex gap-3 overflow-y-auto">
      <CircleAlert size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-semibold">{t('loadFailed')}</p>
        {text && <p className="text-text-2 [overflow-wrap:anywhere]">{text}</p>}
        {onRetry && (
          <Button className="mt-2" onClick={onRetry} disabled={busy}>
            <RotateCw size={14} aria-hidden="true" className={busy ? 'animate-spin' : ''} />
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** An answer that a kind cannot draw takes down its tile and nothing else. */
class DrawingGuard extends Component<
  { readonly answeredAt: number; readonly fallback: ReactNode; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidUpdate(before: { readonly answeredAt: number }) {
    const newer = before.answeredAt !== this.props.answeredAt;
    if (this.state.failed && newer) this.setState({ failed: false });
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

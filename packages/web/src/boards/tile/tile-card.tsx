import type { BoardTile } from '@olympus/sdk';
import { TriangleAlert } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { heightOf } from '../layout/grid.js';
import { boardTexts } from '../texts.js';
import { TileBody } from './tile-body.js';
import type { TileAnswered } from './tile-source.js';
import { useTile } from './use-tile.js';

const HEADER = 44;
const BOTTOM = 14;

/** A tile: its title, what can be done with it, and what it shows. Loads and fails by itself. */
export function TileCard({
  tile,
  menu,
  lead,
  frame,
}: {
  readonly tile: BoardTile;
  /** At the end of the title's line. */
  readonly menu?: (answered: TileAnswered | undefined) => ReactNode;
  /** Before the title: what it is moved by. */
  readonly lead?: ReactNode;
  readonly frame?: Ref<HTMLElement>;
}) {
  const { t } = useTexts(boardTexts);
  const query = useTile(tile);
  const id = useId();
  const bare = tile.view.kind === 'text';
  const headless = bare && !tile.title && !lead;
  const height = heightOf(tile.h) - (headless ? 28 : HEADER + BOTTOM);
  const stale = query.isError && query.data !== undefined;
  return (
    <section
      ref={frame}
      aria-labelledby={id}
      aria-busy={query.isFetching}
      className={`relative flex h-full min-w-0 flex-col overflow-hidden ${bare ? 'rounded-card px-1' : 'card px-4'}`}
    >
      {query.isFetching && !query.isPending && (
        <div aria-hidden="true" className="absolute inset-x-0 top-0 h-0.5 overflow-hidden">
          <div className="relative h-full w-1/3 animate-[appear_150ms_150ms_both,progress_1.1s_ease-in-out_infinite] bg-accent" />
        </div>
      )}
      <header className={`flex shrink-0 items-center gap-2 ${headless ? 'h-3' : 'h-11'}`}>
        {lead}
        <h2
          id={id}
          title={tile.title}
          className={`min-w-0 flex-1 truncate font-semibold text-sm ${tile.title ? '' : 'sr-only'}`}
        >
          {tile.title || t('untitled')}
        </h2>
        {stale && (
          <span title={t('stale')} className="text-warn">
            <TriangleAlert size={14} aria-hidden="true" />
            <span className="sr-only">{t('stale')}</span>
          </span>
        )}
        {menu?.(query.data)}
      </header>
      <div className="min-h-0 flex-1 pb-3">
        <TileBody tile={tile} query={query} height={height} />
      </div>
    </section>
  );
}

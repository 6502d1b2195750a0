import type { Board } from '@olympus/sdk';
import { LayoutGrid, Pencil, RotateCcw, Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { PageFrame } from '../../shell/page-frame.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { CommentsButton } from '../comments/comments-button.js';
import { FavouriteButton } from '../list/board-list.js';
import { TileCard } from '../tile/tile-card.js';
import { TileGrid } from '../tile/tile-grid.js';
import { TileMenu } from '../tile/tile-menu.js';
import { BoardMenu } from './board-menu.js';
import { boardSearch } from './board-search.js';
import { pageTexts } from './texts.js';
import { useAnswered } from './use-answered.js';
import type { useOpeningScope } from './use-opening-scope.js';

const ShareDialog = lazy(() => import('../sharing/share-dialog.js'));

/** A dashboard to look at. */
export function BoardView({
  board,
  opening,
}: {
  readonly board: Board;
  readonly opening: ReturnType<typeof useOpeningScope>;
}) {
  const { t } = useTexts(pageTexts);
  const tenant = useTenant();
  const [, change] = usePageSearch(boardSearch);
  const [sharing, setSharing] = useState(false);
  const mayWrite = permits(tenant, ['boards:write']);
  const mayShare = permits(tenant, ['boards:share']);
  const time = useAnswered(board.tiles);
  const edit = () => change({ edit: true });
  return (
    <PageFrame
      title={board.name}
      {...time}
      actions={
        <div className="flex items-center gap-2">
          <FavouriteButton board={board} />
          <CommentsButton board={board} />
          {mayShare && (
            <Button onClick={() => setSharing(true)}>
              <Share2 size={14} aria-hidden="true" />
              {t('share')}
            </Button>
          )}
          {mayWrite && (
            <Button onClick={edit}>
              <Pencil size={14} aria-hidden="true" />
              {t('edit')}
            </Button>
          )}
          {mayWrite && <BoardMenu board={board} />}
        </div>
      }
    >
      {(board.description || !opening.asSaved) && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="max-w-[80ch] text-md text-text-2">{board.description}</p>
          {!opening.asSaved && (
            <Button onClick={opening.reset}>
              <RotateCcw size={14} aria-hidden="true" />
              {t('reset')}
            </Button>
          )}
        </div>
      )}
      {board.tiles.length === 0 ? (
        <EmptyState
          icon={LayoutGrid}
          title={t('emptyTitle')}
          action={
            mayWrite && (
              <Button look="primary" onClick={edit}>
                {t('edit')}
              </Button>
            )
          }
        >
          {mayWrite ? t('empty') : t('emptyReader')}
        </EmptyState>
      ) : (
        <TileGrid tiles={board.tiles}>
          {(tile) => (
            <TileCard
              tile={tile}
              menu={(answered) => <TileMenu tile={tile} answered={answered} />}
            />
          )}
        </TileGrid>
      )}
      {sharing && (
        <Suspense>
          <ShareDialog board={board} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </PageFrame>
  );
}

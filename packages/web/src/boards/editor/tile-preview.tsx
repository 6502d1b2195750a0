import type { BoardTile } from '@olympus/sdk';
import { useTexts } from '../../messages/use-texts.js';
import { heightOf } from '../layout/grid.js';
import { TileCard } from '../tile/tile-card.js';
import { dialogTexts } from './dialog-texts.js';

/** Rows of the preview at most. */
const ROWS = 3;

/** The tile as it will be, within the page's period and filters. */
export function TilePreview({ tile }: { readonly tile: BoardTile | undefined }) {
  const { t } = useTexts(dialogTexts);
  const shown = tile && { ...tile, h: Math.min(ROWS, tile.h) };
  return (
    <div>
      <h3 className="mb-1 font-medium text-sm">{t('preview')}</h3>
      <div style={{ height: heightOf(shown?.h ?? 2) }}>
        {shown ? (
          <TileCard tile={shown} />
        ) : (
          <p className="flex h-full items-center justify-center rounded-card border border-border-soft border-dashed px-4 text-center text-text-3">
            {t('choose')}
          </p>
        )}
      </div>
    </div>
  );
}

import type { BoardTile } from '@olympus/sdk';
import { GripVertical } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import type { Step } from '../layout/grid.js';
import { TileCard } from '../tile/tile-card.js';
import { TileMenu } from '../tile/tile-menu.js';
import { ArrangeBar } from './arrange-bar.js';
import { editorTexts } from './texts.js';

/** A tile that can be moved, resized, changed and taken away. */
export function TileEditor({
  tile,
  dragged,
  phone,
  onDrag,
  onStep,
  onEdit,
  onDuplicate,
  onRemove,
}: {
  readonly tile: BoardTile;
  readonly dragged: boolean;
  readonly phone: boolean;
  readonly onDrag: (way: 'move' | 'resize', event: PointerEvent<HTMLElement>) => void;
  readonly onStep: (step: Step) => void;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTexts(editorTexts);
  const title = tile.title || t('untitled');
  return (
    <div
      className={`group relative h-full rounded-card ring-1 ring-border-control ${dragged ? 'z-10 opacity-80 shadow-overlay ring-2 ring-accent' : ''}`}
    >
      <TileCard
        tile={tile}
        lead={
          phone ? null : (
            // the toolbar moves it by keyboard
            <span
              title={t('drag', { title })}
              onPointerDown={(event) => onDrag('move', event)}
              className="-ms-2 inline-flex size-6 shrink-0 cursor-grab touch-none items-center justify-center text-text-3 active:cursor-grabbing"
            >
              <GripVertical size={14} aria-hidden="true" />
            </span>
          )
        }
        menu={(answered) => (
          <TileMenu
            tile={tile}
            answered={answered}
            onEdit={onEdit}
            onDuplicate={onDuplicate}
            onRemove={onRemove}
          />
        )}
      />
      <ArrangeBar title={title} onStep={onStep} />
      {!phone && (
        <span
          title={t('resize', { title })}
          onPointerDown={(event) => onDrag('resize', event)}
          className="absolute end-0 bottom-0 z-20 size-6 cursor-nwse-resize touch-none rtl:cursor-nesw-resize"
        >
          <span
            aria-hidden="true"
            className="absolute end-1.5 bottom-1.5 size-2.5 border-border-control border-e-2 border-b-2"
          />
        </span>
      )}
    </div>
  );
}

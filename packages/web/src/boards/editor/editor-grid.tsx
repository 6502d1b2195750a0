import type { BoardTile } from '@olympus/sdk';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { announce } from '../../app/announcer.js';
import { PHONE, useMedia } from '../../app/use-media.js';
import { CursorGroup } from '../../charts/index.js';
import { useTexts } from '../../messages/use-texts.js';
import { readingOrder, type Step, step } from '../layout/grid.js';
import { gridStyle, placeStyle } from '../tile/tile-grid.js';
import { editorTexts } from './texts.js';
import { TileEditor } from './tile-editor.js';
import { useDrag } from './use-drag.js';

/** The grid while it is changed; its elements stand in the order in which they are read. */
export function EditorGrid({
  tiles,
  onChange,
  onEdit,
  onDuplicate,
  onRemove,
}: {
  readonly tiles: readonly BoardTile[];
  readonly onChange: (tiles: readonly BoardTile[]) => void;
  readonly onEdit: (tile: BoardTile) => void;
  readonly onDuplicate: (tile: BoardTile) => void;
  readonly onRemove: (tile: BoardTile) => void;
}) {
  const { t } = useTexts(editorTexts);
  const phone = useMedia(PHONE);
  const grid = useRef<HTMLDivElement>(null);
  /** The button pressed last: moving its tile's element takes the focus away from it. */
  const pressed = useRef<string | undefined>(undefined);
  const tell = (all: readonly BoardTile[], id: string) => {
    const ordered = readingOrder(all);
    const tile = ordered.find((one) => one.id === id);
    if (!tile) return;
    const { x, y, w, h } = tile;
    const place = ordered.indexOf(tile) + 1;
    const title = tile.title || t('untitled');
    announce(t('placed', { title, x: x + 1, y: y + 1, w, h, place, count: ordered.length }));
  };
  const drag = useDrag(grid, tiles, (moved, id) => {
    onChange(moved);
    tell(moved, id);
  });
  // while something is dragged its element stays where it is among the others, or the drag would end
  const ordered = useMemo(() => {
    const places = new Map(drag.tiles.map((tile) => [tile.id, tile]));
    return readingOrder(tiles).map((tile) => places.get(tile.id) ?? tile);
  }, [tiles, drag.tiles]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useLayoutEffect(() => {
    if (pressed.current) grid.current?.querySelector<HTMLElement>(pressed.current)?.focus();
    pressed.current = undefined;
  }, [ordered]);
  const go = (tile: BoardTile, direction: Step) => {
    const moved = step(tiles, tile.id, direction);
    if (!moved) return announce(t('noWay', { title: tile.title || t('untitled') }));
    pressed.current = `[data-tile="${tile.id}"] [data-step="${direction}"]`;
    onChange(moved);
    tell(moved, tile.id);
  };
  return (
    <CursorGroup>
      <div ref={grid} style={gridStyle(phone)} className={drag.dragged ? 'select-none' : ''}>
        {ordered.map((tile) => (
          <div
            key={tile.id}
            data-tile={tile.id}
            className="min-w-0"
            style={placeStyle(tile, phone)}
          >
            <TileEditor
              tile={tile}
              phone={phone}
              dragged={drag.dragged === tile.id}
              onDrag={(way, event) => drag.start(tile, way, event)}
              onStep={(direction) => go(tile, direction)}
              onEdit={() => onEdit(tile)}
              onDuplicate={() => onDuplicate(tile)}
              onRemove={() => onRemove(tile)}
            />
          </div>
        ))}
      </div>
    </CursorGroup>
  );
}

/** Columns of the grid; a phone has one. */
export const COLUMNS = 12;
/** Height of a row and the room between tiles, in CSS pixels. */
export const ROW = 64;
export const GAP = 16;

/** Where something lies, in columns and rows. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const MOST_ROWS = 40;

export const heightOf = (rows: number): number => rows * ROW + (rows - 1) * GAP;

const bottom = ({ y, h }: Placed): number => y + h;
const besides = (a: Placed, b: Placed): boolean => a.x + a.w <= b.x || b.x + b.w <= a.x;
const collide = (a: Placed, b: Placed): boolean =>
  !besides(a, b) && a.y < bottom(b) && b.y < bottom(a);

/** In the order in which they are read: by row, then by column. */
export function readingOrder<T extends Placed>(tiles: readonly T[]): readonly T[] {
  return tiles.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
}

/**
 * The same tiles without gaps above them and without two in one place. Order of reading stays within
 * each column.
 */
export function settle<T extends Placed>(tiles: readonly T[]): readonly T[] {
  const placed: T[] = [];
  for (const tile of readingOrder(tiles)) {
    placed.push({ ...tile, y: floor(tile, placed) });
  }
  return placed;
}

/** The lowest row that a tile falls up to: below all of these that it would lie under. */
function floor(tile: Placed, placed: readonly Placed[]): number {
  return placed.reduce((y, other) => (besides(tile, other) ? y : Math.max(y, bottom(other))), 0);
}

/** Puts one tile to a place or size; the others make room, above where they fit and else below. */
export function place<T extends Placed>(
  tiles: readonly T[],
  id: string,
  to: Partial<Omit<Placed, 'id'>>,
): readonly T[] {
  const found = tiles.find((tile) => tile.id === id);
  if (!found) return tiles;
  const pinned = within({ ...found, ...to });
  const others: T[] = [];
  for (const tile of readingOrder(tiles)) {
    if (tile.id === id) continue;
    const fallen = { ...tile, y: floor(tile, others) };
    others.push(collide(fallen, pinned) ? { ...fallen, y: bottom(pinned) } : fallen);
  }
  return settle([...others, pinned]);
}

/** The tile within the grid. */
function within<T extends Placed>(tile: T): T {
  const w = Math.max(1, Math.min(COLUMNS, Math.round(tile.w)));
  const h = Math.max(1, Math.min(MOST_ROWS, Math.round(tile.h)));
  const x = Math.max(0, Math.min(COLUMNS - w, Math.round(tile.x)));
  return { ...tile, w, h, x, y: Math.max(0, Math.round(tile.y)) };
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'wider' | 'narrower' | 'taller' | 'shorter';

/**
 * One step of a tile by keyboard: as far as it takes for the arrangement to change. Up and down pass
 * a neighbour.
 * @returns undefined where there is no further way
 */
export function step<T extends Placed>(
  tiles: readonly T[],
  id: string,
  direction: Step,
): readonly T[] | undefined {
  const tile = tiles.find((one) => one.id === id);
  if (!tile) return undefined;
  const { x, y, w, h } = tile;
  const rows = Math.max(0, ...tiles.map(bottom)) + 1;
  const ways: Readonly<Record<Step, readonly Partial<Placed>[]>> = {
    left: [{ x: x - 1 }],
    right: [{ x: x + 1 }],
    wider: [x + w < COLUMNS ? { w: w + 1 } : { x: x - 1, w: w + 1 }],
    narrower: [{ w: w - 1 }],
    taller: [{ h: h + 1 }],
    shorter: [{ h: h - 1 }],
    up: Array.from({ length: y }, (_, index) => ({ y: y - index - 1 })),
    down: Array.from({ length: rows }, (_, index) => ({ y: y + index + 1 })),
  };
  for (const to of ways[direction]) {
    const next = place(tiles, id, to);
    if (!alike(tiles, next)) return next;
  }
  return undefined;
}

/** Whether both have every tile in the same place. */
export function alike(a: readonly Placed[], b: readonly Placed[]): boolean {
  const places = new Map(b.map((tile) => [tile.id, tile]));
  return (
    a.length === b.length &&
    a.every((tile) => {
      const other = places.get(tile.id);
      return (
        other !== undefined &&
        (['x', 'y', 'w', 'h'] as const).every((side) => tile[side] === other[side])
      );
    })
  );
}

/** The first place from the top where a tile of a size fits without moving any other. */
export function freePlace(
  tiles: readonly Placed[],
  size: { readonly w: number; readonly h: number },
): Omit<Placed, 'id'> {
  const end = Math.max(0, ...tiles.map(bottom));
  for (let y = 0; y < end; y += 1) {
    for (let x = 0; x + size.w <= COLUMNS; x += 1) {
      const candidate = { id: '', x, y, ...size };
      const supported =
        y ===
        floor(
          candidate,
          tiles.filter((tile) => bottom(tile) <= y),
        );
      if (supported && !tiles.some((tile) => collide(tile, candidate))) return { x, y, ...size };
    }
  }
  return { x: 0, y: end, ...size };
}

import { areaKind } from './area-kind.js';
import { barKind } from './bar-kind.js';
import { columnKind } from './column-kind.js';
import { heatKind } from './heat-kind.js';
import { lineKind } from './line-kind.js';
import { numberKind } from './number-kind.js';
import { stackedKind } from './stacked-kind.js';
import { tableKind } from './table-kind.js';
import { textKind } from './text-kind.js';
import type { TileKind } from './tile-kind.js';

/** Every kind of tile, in the order to offer them. Another one is a file and its line here. */
export const tileKinds: readonly TileKind[] = [
  numberKind,
  lineKind,
  areaKind,
  columnKind,
  stackedKind,
  barKind,
  tableKind,
  heatKind,
  textKind,
];

export function kindOf(kind: string): TileKind | undefined {
  return tileKinds.find((one) => one.kind === kind);
}

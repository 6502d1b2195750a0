import { anomaliesKind } from './anomalies-kind.js';
import { areaKind } from './area-kind.js';
import { barKind } from './bar-kind.js';
import { columnKind } from './column-kind.js';
import { distributionKind } from './distribution-kind.js';
import { funnelKind } from './funnel-kind.js';
import { heatKind } from './heat-kind.js';
import { insightsKind } from './insights-kind.js';
import { lineKind } from './line-kind.js';
import { numberKind } from './number-kind.js';
import { pathsKind } from './paths-kind.js';
import {
  basketsKind,
  lifecycleKind,
  repeatsKind,
  retentionKind,
  stickinessKind,
} from './retention-kinds.js';
import { stackedKind } from './stacked-kind.js';
import { tableKind } from './table-kind.js';
import { textKind } from './text-kind.js';
import type { TileKind } from './tile-kind.js';
import { trendKind } from './trend-kind.js';

/** Rooms keep the kinds that draw their own answers beside their pages. */
const ofRooms = Object.values(
  import.meta.glob<readonly TileKind[]>('../../../../*/web/**/tile-kinds.{ts,tsx}', {
    eager: true,
    import: 'default',
  }),
).flat();

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
  trendKind,
  distributionKind,
  funnelKind,
  retentionKind,
  lifecycleKind,
  stickinessKind,
  repeatsKind,
  basketsKind,
  pathsKind,
  anomaliesKind,
  insightsKind,
  ...ofRooms,
];

export function kindOf(kind: string): TileKind | undefined {
  return tileKinds.find((one) => one.kind === kind);
}

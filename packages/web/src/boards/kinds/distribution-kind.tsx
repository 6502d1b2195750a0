import { ChartColumn } from 'lucide-react';
import { lazy } from 'react';
import type { TileKind } from './tile-kind.js';

/** How a metric is spread over orders or customers. */
export const distributionKind: TileKind = {
  kind: 'distribution',
  name: { en: 'Distribution', de: 'Verteilung' },
  icon: ChartColumn,
  operation: 'analytics.distribution',
  size: { w: 6, h: 5 },
  Draw: lazy(() => import('../../explore/tiles/distribution-tile.js')),
};

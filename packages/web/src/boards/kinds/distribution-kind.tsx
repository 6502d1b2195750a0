import { ChartColumn } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
import type { TileKind } from './tile-kind.js';

/** How a metric is spread over orders or customers. */
export const distributionKind: TileKind = {
  kind: 'distribution',
  name: { en: 'Distribution', de: 'Verteilung' },
  icon: ChartColumn,
  operation: 'analytics.distribution',
  size: { w: 6, h: 5 },
  Draw: lazyDrawing('DistributionTile'),
};

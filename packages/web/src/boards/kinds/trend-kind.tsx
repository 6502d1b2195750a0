import { ChartSpline } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
import type { TileKind } from './tile-kind.js';

/** An exploration: formulas, comparisons, shares, pivots, forecasts. */
export const trendKind: TileKind = {
  kind: 'trend',
  name: { en: 'Exploration', de: 'Auswertung' },
  icon: ChartSpline,
  operation: 'analytics.trends',
  size: { w: 6, h: 5 },
  Draw: lazyDrawing('TrendTile'),
};

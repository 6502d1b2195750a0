import { ChartSpline } from 'lucide-react';
import { lazy } from 'react';
import type { TileKind } from './tile-kind.js';

/** An exploration: formulas, comparisons, shares, pivots, forecasts. */
export const trendKind: TileKind = {
  kind: 'trend',
  name: { en: 'Exploration', de: 'Auswertung' },
  icon: ChartSpline,
  operation: 'analytics.trends',
  size: { w: 6, h: 5 },
  Draw: lazy(() => import('../../explore/tiles/trend-tile.js')),
};

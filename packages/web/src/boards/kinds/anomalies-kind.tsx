import { Activity } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
import type { TileKind } from './tile-kind.js';

/** What stands out of a metric. */
export const anomaliesKind: TileKind = {
  kind: 'anomalies',
  name: { en: 'Anomalies', de: 'Auffälligkeiten' },
  icon: Activity,
  operation: 'analytics.anomalies',
  size: { w: 6, h: 5 },
  // of hours, days or weeks something stands out, whatever the dashboard's charts count by
  fit: () => ({ follows: { grain: false } }),
  Draw: lazyDrawing('AnomaliesTile'),
};

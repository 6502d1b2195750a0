import { Sunrise } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
import type { TileKind } from './tile-kind.js';

/** What is worth knowing this morning. */
export const insightsKind: TileKind = {
  kind: 'insights',
  name: { en: 'Morning brief', de: 'Der Morgen in Kürze' },
  icon: Sunrise,
  operation: 'analytics.insights',
  size: { w: 6, h: 5 },
  Draw: lazyDrawing('BriefTile'),
};

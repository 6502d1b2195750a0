import { Funnel } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
import type { TileKind } from './tile-kind.js';

/** Where people leave on their way. */
export const funnelKind: TileKind = {
  kind: 'funnel',
  name: { en: 'Funnel', de: 'Trichter' },
  icon: Funnel,
  operation: 'funnels.run',
  size: { w: 6, h: 6 },
  fit: () => ({ follows: { compare: true } }),
  Draw: lazyDrawing('FunnelTile'),
};

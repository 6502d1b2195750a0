import { Route } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
import type { TileKind } from './tile-kind.js';

/** Where visits go. */
export const pathsKind: TileKind = {
  kind: 'paths',
  name: { en: 'Paths', de: 'Wege' },
  icon: Route,
  operation: 'paths.run',
  size: { w: 12, h: 6 },
  Draw: lazyDrawing('PathsTile'),
};

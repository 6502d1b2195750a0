import { CalendarCheck, Recycle, Repeat, Repeat2, ShoppingBasket } from 'lucide-react';
import { lazy } from 'react';
import type { TileKind } from './tile-kind.js';

/**
 * Whoever comes back needs time to: these keep the period and the step that they were made with, and
 * take the dashboard's filters only.
 */
const ownTime = () => ({ follows: { time: false, grain: false } });

/** Cohorts by periods later, as a grid or as curves. */
export const retentionKind: TileKind = {
  kind: 'retention',
  name: { en: 'Retention', de: 'Wiederkehr' },
  icon: Repeat,
  operation: 'retention.run',
  size: { w: 8, h: 6 },
  fit: ownTime,
  Draw: lazy(() => import('../../retention/tiles/retention-tile.js')),
};

/** New, returning, resurrecting and dormant people. */
export const lifecycleKind: TileKind = {
  kind: 'lifecycle',
  name: { en: 'Lifecycle', de: 'Lebenszyklus' },
  icon: Recycle,
  operation: 'lifecycle.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazy(() => import('../../retention/tiles/lifecycle-tile.js')),
};

/** In how many days of a week or month people were there. */
export const stickinessKind: TileKind = {
  kind: 'stickiness',
  name: { en: 'Stickiness', de: 'Häufigkeit' },
  icon: CalendarCheck,
  operation: 'stickiness.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazy(() => import('../../retention/tiles/stickiness-tile.js')),
};

/** When customers order again. */
export const repeatsKind: TileKind = {
  kind: 'repeats',
  name: { en: 'Repeat orders', de: 'Wiederkäufe' },
  icon: Repeat2,
  operation: 'repeat_purchases.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazy(() => import('../../retention/tiles/repeats-tile.js')),
};

/** What is bought together. */
export const basketsKind: TileKind = {
  kind: 'baskets',
  name: { en: 'Bought together', de: 'Zusammen gekauft' },
  icon: ShoppingBasket,
  operation: 'baskets.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazy(() => import('../../retention/tiles/baskets-tile.js')),
};

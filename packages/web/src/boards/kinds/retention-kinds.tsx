import { CalendarCheck, Recycle, Repeat, Repeat2, ShoppingBasket } from 'lucide-react';
import { lazyDrawing } from './lazy-drawing.js';
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
  Draw: lazyDrawing('RetentionTile'),
};

/** New, returning, resurrecting and dormant people. */
export const lifecycleKind: TileKind = {
  kind: 'lifecycle',
  name: { en: 'Lifecycle', de: 'Lebenszyklus' },
  icon: Recycle,
  operation: 'lifecycle.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazyDrawing('LifecycleTile'),
};

/** In how many days of a week or month people were there. */
export const stickinessKind: TileKind = {
  kind: 'stickiness',
  name: { en: 'Stickiness', de: 'Häufigkeit' },
  icon: CalendarCheck,
  operation: 'stickiness.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazyDrawing('StickinessTile'),
};

/** When customers order again. */
export const repeatsKind: TileKind = {
  kind: 'repeats',
  name: { en: 'Repeat orders', de: 'Wiederkäufe' },
  icon: Repeat2,
  operation: 'repeat_purchases.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazyDrawing('RepeatsTile'),
};

/** What is bought together. */
export const basketsKind: TileKind = {
  kind: 'baskets',
  name: { en: 'Bought together', de: 'Zusammen gekauft' },
  icon: ShoppingBasket,
  operation: 'baskets.run',
  size: { w: 6, h: 5 },
  fit: ownTime,
  Draw: lazyDrawing('BasketsTile'),
};

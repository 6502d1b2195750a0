/**
 * What pages draw on dashboards, fetched in one piece when the first of it is drawn: a piece each would cut
 * the pages' own code, which they share, into many small ones.
 */
export { default as AnomaliesTile } from '../../anomalies/anomalies-tile.js';
export { default as DistributionTile } from '../../explore/tiles/distribution-tile.js';
export { default as TrendTile } from '../../explore/tiles/trend-tile.js';
export { default as FunnelTile } from '../../funnels/funnel-tile.js';
export { default as BriefTile } from '../../overview/brief/brief-tile.js';
export { default as PathsTile } from '../../paths/paths-tile.js';
export { default as BasketsTile } from '../../retention/tiles/baskets-tile.js';
export { default as LifecycleTile } from '../../retention/tiles/lifecycle-tile.js';
export { default as RepeatsTile } from '../../retention/tiles/repeats-tile.js';
export { default as RetentionTile } from '../../retention/tiles/retention-tile.js';
export { default as StickinessTile } from '../../retention/tiles/stickiness-tile.js';

export { default as KpiTile } from './kpi-tile.js';
export { default as KpisTile } from './kpis-tile.js';

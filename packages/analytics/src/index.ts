export {
  type Analytics,
  type AnalyticsDependencies,
  createAnalytics,
} from './analytics.js';
export {
  type Ask,
  type AskAnswer,
  type AskColumn,
  type AskData,
  type AskDependencies,
  type AskPlatform,
  type AskRequest,
  type AskRole,
  type AskSuggestions,
  type AskTable,
  cellValue,
  createAsk,
  type Insight,
  longestQuestion,
} from './ask/index.js';
export { tileMetrics } from './dashboard/build-dashboard.js';
export type {
  Breakdown,
  Dashboard,
  DashboardQuality,
  Series,
  SeriesPoint,
  Tile,
} from './dashboard/dashboard.js';
export type { DashboardRequest } from './dashboard/dashboard-request.js';
export type {
  AnalyticsLimits,
  AnalyticsPlatform,
  StoredMetric,
  TenantProfile,
} from './ports.js';
export type { Freshness, QueryAnswer, QueryRequest } from './query/query-service.js';
export type { CacheOutcome } from './query/runner.js';

export type {
  AskAnswer,
  AskColumn,
  AskData,
  AskedQuestion,
  AskRow,
  AskSuggestions,
  AskTable,
  Conversation,
  Frame,
  Insight,
  ProposedSynonym,
  Question,
  QuestionAnswered,
  QuestionChip,
  QuestionDeclined,
  QuestionOutcome,
  QuestionSpan,
  QuestionUnclear,
  UnansweredQuestion,
} from './ask.js';
export { createClient, type OlympusClient } from './client.js';
export type {
  Breakdown,
  BreakdownRow,
  Dashboard,
  DashboardRequest,
  DashboardSeries,
  DashboardTile,
  DataQuality,
  Freshness,
  Polarity,
  SeriesPoint,
  Unit,
} from './dashboard.js';
export type { EventResult, IngestAnswer, OutgoingEvent, SendEventsOptions } from './events.js';
export type { LiveMessage, LiveOptions } from './live.js';
export type {
  ModelDescription,
  ModelDimension,
  ModelEntity,
  ModelMeasure,
  ModelMetric,
  Synonyms,
} from './model.js';
export { type ProblemDocument, ProblemError } from './problem.js';
export type { MetricQuery, QueryAnswer, QueryColumn, QueryFilter } from './query.js';
export type { Credentials, Role, Session, SessionTenant, SessionUser } from './session.js';
export type { Comparison, Grain, LocalRange, Timeframe } from './time.js';
export type { ClientOptions, RequestOptions } from './transport.js';

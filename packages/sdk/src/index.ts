import type { InputOf } from './call.js';
import type { AskTable, Frame, ModelMetric, QueryCondition, SessionTenant } from './generated.js';

export {
  type Assigner,
  type Assignment,
  type AssignmentConfig,
  type AssignmentReason,
  type Attributes,
  createAssigner,
  exposureOf,
} from './assignment/assign.js';
export { bucketCount, bucketOf } from './assignment/bucket.js';
export type { AnswerOf, InputOf, OperationId, UploadOptions } from './call.js';
export { createClient, type OlympusClient } from './client.js';
export type { OutgoingEvent, SendEventsOptions } from './events.js';
export type * from './generated.js';
export type { LiveMessage, LiveOptions } from './live.js';
export { ProblemError } from './problem.js';
export type { ClientOptions, RequestOptions } from './transport.js';

/** What a number is counted in. */
export type Unit = ModelMetric['unit'];
/** Whether more is better. */
export type Polarity = ModelMetric['polarity'];
export type Grain = NonNullable<Frame['grain']>;
/** A named span of the tenant’s calendar. */
export type Timeframe = NonNullable<DashboardRequest['timeframe']>;
export type Comparison = Exclude<NonNullable<DashboardRequest['compare']>, 'none'>;
export type Role = SessionTenant['role'];
export type QueryFilter = QueryCondition;
export type AskRow = AskTable['rows'][number];
export type Question = InputOf<'ask.question'>;
export type Credentials = InputOf<'session.sign_in'>;
export type DashboardRequest = Omit<InputOf<'analytics.dashboard'>, 'tenant_id'>;

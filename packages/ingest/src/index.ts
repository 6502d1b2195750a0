export {
  createDeadLetters,
  type DeadLetter,
  type DeadLetterStatus,
  type DeadLetters,
  type ListOptions,
  type ReplayResult,
} from './dead-letters/dead-letters.js';
export {
  createIngest,
  type Door,
  type Ingest,
  type IngestDeps,
  type IngestStatus,
} from './ingest.js';
export { type IncomingBatch, parseJsonBody } from './parse/body.js';
export type { Refusal } from './parse/envelope.js';
export { defaultLimits, type IngestLimits } from './parse/limits.js';
export { parseSegmentBody, type SegmentCall } from './parse/segment.js';
export type { EventResult, IngestAnswer, Outcome } from './pipeline/answer.js';
export type { LedgerChange } from './pipeline/writer.js';
export { type EventData, type EventType, eventTypes } from './schemas/event-types.js';
export type { EventSchema } from './schemas/registry.js';
export { type RedisSource, startRedisSource } from './sources/redis.js';

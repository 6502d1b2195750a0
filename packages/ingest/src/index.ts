export type {
  DeadLetter,
  DeadLetterStatus,
  DeadLetters,
  ListOptions,
  ReplayResult,
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
export { restoreData } from './personal/sealed-data.js';
export type { EventResult, IngestAnswer, Outcome } from './pipeline/answer.js';
export type { LedgerChange } from './pipeline/writer.js';
export { type EventData, type EventType, eventTypes } from './schemas/event-types.js';
export type { EventSchema } from './schemas/registry.js';

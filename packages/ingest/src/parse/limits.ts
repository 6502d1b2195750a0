export interface IngestLimits {
  readonly maxEventBytes: number;
  readonly maxBodyBytes: number;
  readonly maxEventsPerRequest: number;
  /** Levels of nesting inside one event. */
  readonly maxDepth: number;
  /** Objects, arrays and members inside one event. */
  readonly maxValues: number;
  /** How far ahead of the server's clock an event's time may lie. */
  readonly maxFutureMs: number;
  /** Events that may wait for the writer before new requests are refused. */
  readonly maxQueuedEvents: number;
}

export const defaultLimits: IngestLimits = {
  maxEventBytes: 1024 * 1024,
  maxBodyBytes: 10 * 1024 * 1024,
  maxEventsPerRequest: 10_000,
  maxDepth: 32,
  maxValues: 50_000,
  maxFutureMs: 24 * 3_600_000,
  maxQueuedEvents: 200_000,
};

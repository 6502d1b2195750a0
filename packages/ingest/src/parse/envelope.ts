import { excessOf } from '@olympus/core';
import type { IngestLimits } from './limits.js';

/** A CloudEvents 1.0 envelope, checked; `data` is still to be checked against its schema. */
export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly occurredAtMs: number;
  readonly subject: string | undefined;
  readonly data: Record<string, unknown>;
}

/** A keyword of JSON Schema, with the bound or the type that it names. */
export interface SchemaRule {
  readonly keyword: string;
  readonly limit?: number;
  readonly type?: string;
}

/** Why an event cannot be stored. `path` is a JSON pointer into the event. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly path?: string;
  readonly step: 'parse' | 'validate' | 'project';
  /** What of its schema a value does not meet. */
  readonly rule?: SchemaRule;
}

const firstPrintable = 0x20;
const deleteCharacter = 0x7f;
const maxIdLength = 256;
const instantPattern =
  /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

export function isRefusal(value: object): value is Refusal {
  return 'step' in value;
}

/**
 * Untrusted to typed. `specversion` may be left out, and `time` (then the time of arrival counts),
 * for senders by hand.
 */
export function parseEnvelope(
  raw: unknown,
  receivedAtMs: number,
  limits: IngestLimits,
): Envelope | Refusal {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refuse('not_an_event', '', 'an event is a JSON object');
  }
  const event = raw as Record<string, unknown>;
  const { id, type, source, subject, time, specversion } = event;
  if (!isIdentifier(id)) {
    return refuse('invalid_id', '/id', `id must be text of 1 to ${maxIdLength} characters`);
  }
  if (!isIdentifier(type)) return refuse('invalid_type', '/type', 'type must be text');
  if (source !== undefined && (typeof source !== 'string' || source.length > 2048)) {
    return refuse('invalid_source', '/source', 'source must be text of at most 2,048 characters');
  }
  if (subject !== undefined && subject !== null && !isIdentifier(subject)) {
    return refuse('invalid_subject', '/subject', 'subject must be text');
  }
  if (specversion !== undefined && specversion !== '1.0') {
    return refuse('unsupported_version', '/specversion', 'only CloudEvents 1.0 is understood');
  }
  const occurredAtMs = time === undefined || time === null ? receivedAtMs : parseInstant(time);
  if (occurredAtMs === undefined) {
    return refuse('invalid_time', '/time', 'time must be an RFC 3339 instant with its offset');
  }
  if (occurredAtMs > receivedAtMs + limits.maxFutureMs) {
    return refuse('time_in_future', '/time', 'time lies more than a day ahead of now');
  }
  if (occurredAtMs < 0) return refuse('time_too_old', '/time', 'time lies before 1970');
  const data = parseData(event, limits);
  if (data === undefined) return refuse('invalid_data', '/data', 'data must be a JSON object');
  return {
    id,
    source: typeof source === 'string' ? source : '',
    type,
    occurredAtMs,
    subject: typeof subject === 'string' ? subject : undefined,
    data,
  };
}

/** @returns milliseconds since 1970, or undefined for anything but an RFC 3339 instant */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !instantPattern.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) || !isRealDay(value) ? undefined : ms;
}

/** Date.parse takes 30 February for 1 March. */
function isRealDay(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= 28) return true;
  return (
    new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate() >= day
  );
}

function parseData(
  event: Record<string, unknown>,
  limits: IngestLimits,
): Record<string, unknown> | undefined {
  const { data } = event;
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
    return data as Record<string, unknown>;
  }
  if (data !== undefined || typeof event.data_base64 !== 'string') return undefined;
  try {
    const text = Buffer.from(event.data_base64, 'base64').toString('utf8');
    if (excessOf(text, limits) !== undefined) return undefined;
    return parseData({ data: JSON.parse(text) }, limits);
  } catch {
    return undefined;
  }
}

function isIdentifier(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= maxIdLength &&
    !hasControlCharacter(value)
  );
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < firstPrintable || unit === deleteCharacter) return true;
  }
  return false;
}

function refuse(code: string, path: string, reason: string): Refusal {
  return { code, path, reason, step: 'parse' };
}

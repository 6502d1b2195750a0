import { Problem } from '@olympus/core';
import { defaultLimits, type IngestLimits } from './limits.js';
import { type Slice, sliceArray } from './slices.js';

/** Events as they arrived: parsed, but not trusted. */
export interface IncomingBatch {
  readonly events: readonly unknown[];
  /** The text of one event as it was received. */
  rawOf(index: number): string;
  /** A fault of one event that its parsed value no longer shows; undefined for a sound one. */
  faultOf(index: number): { readonly code: string; readonly reason: string } | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const batchTypes = ['application/cloudevents-batch+json'];
const singleTypes = ['application/cloudevents+json'];
const lineTypes = ['application/x-ndjson', 'application/jsonl', 'application/ndjson'];

/**
 * Reads a request body: CloudEvents structured (one object) or batch (an array), either under
 * `application/json`, or one event a line (NDJSON).
 * @throws Problem `malformed_utf8`, `malformed_json`, `not_an_event`, `too_many_events`, `body_too_large`
 */
export function parseJsonBody(
  bytes: Uint8Array,
  contentType = 'application/json',
  limits: IngestLimits = defaultLimits,
): IncomingBatch {
  if (bytes.byteLength > limits.maxBodyBytes) throw bodyTooLarge(limits);
  const text = decode(bytes);
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (lineTypes.includes(mediaType)) return parseLines(text, limits);
  const value = parseJson(text);
  if (Array.isArray(value)) {
    if (singleTypes.includes(mediaType)) throw notAnEvent('one event, a JSON object');
    return batchOf(value, text, sliceArray(text), limits);
  }
  if (batchTypes.includes(mediaType)) throw notAnEvent('a JSON array of events');
  if (typeof value !== 'object' || value === null) {
    throw notAnEvent('an event (a JSON object) or an array of events');
  }
  // wrapped, so that depth and place are found the same way
  const wrapped = `[${text}]`;
  return batchOf([value], wrapped, sliceArray(wrapped), limits);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Problem({
      code: 'malformed_utf8',
      kind: 'invalid',
      message: 'The body is not valid UTF-8',
      remedy: 'Send JSON encoded as UTF-8.',
      cause,
    });
  }
}

function parseJson(text: string, line?: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const position = / at position \d+.*$/.exec(String(cause))?.[0] ?? '';
    throw new Problem({
      code: 'malformed_json',
      kind: 'invalid',
      message: `The ${line === undefined ? 'body' : `line ${line}`} is not valid JSON${position}`,
      remedy: 'Nothing was stored; send the whole request again as valid JSON.',
      ...(line === undefined ? {} : { at: `line ${line}` }),
      cause,
    });
  }
}

function batchOf(
  events: readonly unknown[],
  text: string,
  slices: readonly Slice[],
  limits: IngestLimits,
): IncomingBatch {
  if (events.length > limits.maxEventsPerRequest) {
    throw new Problem({
      code: 'too_many_events',
      kind: 'too_large',
      message: `${events.length} events in one request; at most ${limits.maxEventsPerRequest} are accepted`,
      remedy: 'Send them in several requests.',
    });
  }
  const suspicious = mayHoldForbiddenText(text);
  const rawOf = (index: number) => {
    const slice = slices[index];
    return slice === undefined ? '' : text.slice(slice.from, slice.to).trim();
  };
  return {
    events,
    rawOf,
    faultOf(index) {
      const slice = slices[index];
      if (slice === undefined) return undefined;
      if (slice.to - slice.from > limits.maxEventBytes) {
        return {
          code: 'event_too_large',
          reason: `The event is larger than ${limits.maxEventBytes} bytes`,
        };
      }
      if (slice.depth > limits.maxDepth) {
        return {
          code: 'event_too_deep',
          reason: `The event nests deeper than ${limits.maxDepth} levels`,
        };
      }
      return suspicious ? forbiddenText(events[index], rawOf(index)) : undefined;
    },
  };
}

function mayHoldForbiddenText(text: string): boolean {
  return /\\u(?:[dD][89abAB]|[dD][c-fC-F]|0000)|__proto__|\\u005[fF]/.test(text);
}

function forbiddenText(event: unknown, raw: string): { code: string; reason: string } | undefined {
  let printed: string;
  try {
    printed = JSON.stringify(event);
  } catch {
    return { code: 'event_too_deep', reason: 'The event nests too deeply' };
  }
  // a well-formed pair is printed as itself; what is still an escape stands alone
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(printed)) {
    return { code: 'invalid_unicode', reason: 'The event holds half of a surrogate pair' };
  }
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(printed)) {
    return { code: 'invalid_character', reason: 'The event holds a NUL character' };
  }
  if (printed.includes('"__proto__":') || /"__proto__"\s*:/.test(raw)) {
    return { code: 'forbidden_key', reason: 'The event has a key named __proto__' };
  }
  return undefined;
}

function parseLines(text: string, limits: IngestLimits): IncomingBatch {
  const lines = text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '');
  const events = lines.map(({ line, number }) => parseJson(line, number));
  const joined = `[${lines.map(({ line }) => line).join(',')}]`;
  return batchOf(events, joined, sliceArray(joined), limits);
}

function bodyTooLarge(limits: IngestLimits): Problem {
  return new Problem({
    code: 'body_too_large',
    kind: 'too_large',
    message: `The body is larger than ${limits.maxBodyBytes} bytes`,
    remedy: 'Send it in several requests.',
  });
}

function notAnEvent(expected: string): Problem {
  return new Problem({
    code: 'not_an_event',
    kind: 'invalid',
    message: `The body must be ${expected}`,
    remedy: 'See the collector’s documentation for the envelope.',
  });
}

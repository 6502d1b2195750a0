import { createPace, Problem } from '@olympus/core';
import { type Element, elementsOf, type Layout } from './elements.js';
import { defaultLimits, type IngestLimits } from './limits.js';

/** Events as they arrived: parsed, but not trusted. */
export interface IncomingBatch {
  readonly events: readonly unknown[];
  /** The text of one event as it was received. */
  rawOf(index: number): string;
  /** A fault of one event that its parsed value no longer shows; undefined for a sound one. */
  faultOf(index: number): { readonly code: string; readonly reason: string } | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder();
const batchTypes = ['application/cloudevents-batch+json'];
const singleTypes = ['application/cloudevents+json'];
const lineTypes = ['application/x-ndjson', 'application/jsonl', 'application/ndjson'];
const openBracket = 91;
const openBrace = 123;

/**
 * Reads a request body: CloudEvents structured (one object) or batch (an array), either under
 * `application/json`, or one event a line (NDJSON). However large it is, the main thread is held for
 * some milliseconds at a time.
 * @throws Problem `malformed_utf8`, `malformed_json`, `not_an_event`, `too_many_events`, `body_too_large`
 */
export async function parseJsonBody(
  received: Uint8Array,
  contentType = 'application/json',
  limits: IngestLimits = defaultLimits,
): Promise<IncomingBatch> {
  const bytes = checkedBody(received, limits);
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (lineTypes.includes(mediaType)) return readEvents(bytes, 'lines', limits);
  const start = bytes.findIndex((byte) => byte > 32);
  if (bytes[start] === openBracket) {
    if (singleTypes.includes(mediaType)) throw notAnEvent('one event, a JSON object');
    return readEvents(bytes, 'array', limits, start);
  }
  if (bytes[start] !== openBrace) {
    parseJson(decode(bytes));
    throw notAnEvent('an event (a JSON object) or an array of events');
  }
  if (batchTypes.includes(mediaType)) throw notAnEvent('a JSON array of events');
  return readEvents(bytes, 'one', limits);
}

/** A body without its byte order mark. @throws Problem `body_too_large` */
export function checkedBody(bytes: Uint8Array, limits: IngestLimits): Uint8Array {
  if (bytes.byteLength > limits.maxBodyBytes) throw bodyTooLarge(limits);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

/** @throws Problem `malformed_utf8` */
export function decode(bytes: Uint8Array): string {
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

/** @throws Problem `malformed_json` */
export function parseJson(text: string, where: { readonly line?: number } = {}): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const position = / at position \d+.*$/.exec(String(cause))?.[0] ?? '';
    throw malformed(where.line === undefined ? 'body' : `line ${where.line}`, position, cause);
  }
}

function malformed(what: string, position: string, cause?: unknown): Problem {
  return new Problem({
    code: 'malformed_json',
    kind: 'invalid',
    message: `The ${what} is not valid JSON${position}`,
    remedy: 'Nothing was stored; send the whole request again as valid JSON.',
    ...(what === 'body' ? {} : { at: what }),
    cause,
  });
}

/** Events are parsed together until they have this many bytes. */
const pieceBytes = 128 * 1024;

/**
 * Reads events out of a body, some at a time. One that is too large, or of too much structure, is
 * not parsed.
 * @param start  of an array: where its bracket stands
 * @throws Problem `malformed_utf8`, `malformed_json`, `too_many_events`
 */
export async function readEvents(
  bytes: Uint8Array,
  layout: Layout,
  limits: IngestLimits,
  start = 0,
): Promise<IncomingBatch> {
  const pace = createPace();
  const reader = createEventReader(bytes, layout, limits);
  const elements = elementsOf(bytes, layout, start);
  for (;;) {
    const next = elements.next();
    if (next.done === true) {
      reader.parseWaiting();
      requireEnd(bytes, next.value);
      return reader.batch;
    }
    if (next.value !== undefined) reader.take(next.value);
    if (pace.due()) await pace.rest();
  }
}

function requireEnd(bytes: Uint8Array, end: number): void {
  if (end === -1) throw malformed('body', `: it ends at byte ${bytes.length}, inside an array`);
  const more = bytes.subarray(end).findIndex((byte) => byte > 32);
  if (more !== -1) throw malformed('body', `: something follows its end at byte ${end + more}`);
}

function createEventReader(bytes: Uint8Array, layout: Layout, limits: IngestLimits) {
  const elements: Element[] = [];
  const events: unknown[] = [];
  /** Whether an event may hold what is forbidden in text. */
  const suspicious: boolean[] = [];

  /** Parses what was taken and not parsed yet: those that lie side by side in one go. */
  function parseWaiting(): void {
    while (events.length < elements.length) {
      const first = elements[events.length] as Element;
      if (shapeFault(first, limits) !== undefined) {
        events.push(undefined);
        suspicious.push(false);
        continue;
      }
      let last = first;
      let count = 1;
      for (;;) {
        const next = elements[events.length + count];
        if (layout === 'lines' || next === undefined) break;
        if (next.to - first.from > pieceBytes || shapeFault(next, limits) !== undefined) break;
        last = next;
        count++;
      }
      const text = decode(bytes.subarray(first.from, last.to));
      const parsed = layout === 'array' ? parseArray(text, first.from) : [parseOne(text, first)];
      if (parsed.length !== count)
        throw malformed('body', `: a value is missing at byte ${last.to}`);
      const isSuspicious = mayHoldForbiddenText(text);
      for (const event of parsed) {
        events.push(event);
        suspicious.push(isSuspicious);
      }
    }
  }

  function parseOne(text: string, { from }: Element): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return parseJson(text, layout === 'lines' ? { line: lineOf(bytes, from) } : {});
    }
  }

  const rawOf = (index: number): string => {
    const element = elements[index];
    if (element === undefined) return '';
    const { from, to } = element;
    if (to - from <= keptOfUnread || shapeFault(element, limits) === undefined) {
      return lenientUtf8.decode(bytes.subarray(from, to)).trim();
    }
    // it can never be stored: its beginning tells what it was
    const beginning = lenientUtf8.decode(bytes.subarray(from, from + keptOfUnread));
    return `${beginning.trim()} … (${to - from} bytes)`;
  };

  const batch: IncomingBatch = {
    events,
    rawOf,
    faultOf(index) {
      const element = elements[index];
      if (element === undefined) return undefined;
      const fault = shapeFault(element, limits);
      if (fault !== undefined || !suspicious[index]) return fault;
      return forbiddenText(events[index], rawOf(index));
    },
  };

  return {
    batch,
    parseWaiting,
    /** @throws Problem `too_many_events` */
    take(element: Element): void {
      if (elements.length >= limits.maxEventsPerRequest) throw tooManyEvents(limits);
      elements.push(element);
      const first = elements[events.length];
      if (first !== undefined && element.to - first.from >= pieceBytes) parseWaiting();
    },
  };
}

/** Bytes that are kept of an event past a limit. */
const keptOfUnread = 64 * 1024;

type Fault = ReturnType<IncomingBatch['faultOf']>;

function shapeFault({ from, to, depth, values }: Element, limits: IngestLimits): Fault {
  if (to - from > limits.maxEventBytes) {
    return {
      code: 'event_too_large',
      reason: `The event is larger than ${limits.maxEventBytes} bytes`,
    };
  }
  if (depth > limits.maxDepth) {
    return {
      code: 'event_too_deep',
      reason: `The event nests deeper than ${limits.maxDepth} levels`,
    };
  }
  if (values > limits.maxValues) {
    return {
      code: 'event_too_complex',
      reason: `The event holds more than ${limits.maxValues} values`,
    };
  }
  return undefined;
}

function parseArray(text: string, from: number): unknown[] {
  try {
    return JSON.parse(`[${text}]`);
  } catch (cause) {
    const position = / at position (\d+)/.exec(String(cause))?.[1];
    const at =
      position === undefined
        ? ` between bytes ${from} and ${from + Buffer.byteLength(text)}`
        : ` at byte ${from + Buffer.byteLength(text.slice(0, Number(position) - 1))}`;
    throw malformed('body', at, cause);
  }
}

function lineOf(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let i = 0; i < position; i++) if (bytes[i] === 10) line++;
  return line;
}

function mayHoldForbiddenText(text: string): boolean {
  return /\\u(?:[dD][89abAB]|[dD][c-fC-F]|0000)|__proto__|\\u005[fF]/.test(text);
}

function forbiddenText(event: unknown, raw: string): { code: string; reason: string } | undefined {
  const printed = JSON.stringify(event);
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

export function tooManyEvents(limits: IngestLimits): Problem {
  return new Problem({
    code: 'too_many_events',
    kind: 'too_large',
    message: `More than ${limits.maxEventsPerRequest} events in one request`,
    remedy: 'Send them in several requests.',
  });
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

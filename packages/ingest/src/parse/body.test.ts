import { existsSync, readFileSync } from 'node:fs';
import { Problem } from '@olympus/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonBody } from './body.js';
import { defaultLimits } from './limits.js';
import { parseSegmentBody } from './segment.js';

const limits = { ...defaultLimits, maxEventsPerRequest: 1_000_000 };
const parse = (text: string | Buffer, type?: string) =>
  parseJsonBody(Buffer.from(text), type, limits);
const outcome = (text: string) =>
  parse(text).then(
    ({ events }) => events,
    (error: unknown) => (error instanceof Problem ? 'refused' : error),
  );

function sound(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
    return typeof value === 'object' && value !== null ? [value] : 'refused';
  } catch {
    return 'refused';
  }
}

const schedule = '/proc/thread-self/schedstat';
/** Processor time of this thread where the system tells it: what else the machine does is not ours. */
const spentMs = () =>
  existsSync(schedule)
    ? Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6
    : performance.now();

/** Longest work between two turns of the event loop. */
async function longestHoldMs(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = spentMs();
  let done = false;
  const watch = () => {
    const now = spentMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (!done) setImmediate(watch);
  };
  setImmediate(watch);
  await work().catch(() => undefined);
  done = true;
  return Math.max(longest, spentMs() - last);
}

describe('a body', () => {
  it('is read as JSON says, whatever it holds', async () => {
    const text = fc
      .json({ maxDepth: 5, stringUnit: 'binary' })
      .chain((json) =>
        fc.tuple(
          fc.constantFrom(json, `[${json}]`, `[${json},${json}]`, `{"a":${json}}`),
          fc.nat(),
          fc.constantFrom('', '', '[', ']', '{', '}', ',', '"', '\\', ' ', '\n', '0'),
        ),
      )
      .map(([json, place, noise]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + noise + json.slice(at);
      });
    await fc.assert(
      fc.asyncProperty(text, async (json) => {
        // half of a surrogate pair cannot be sent as UTF-8
        const sent = Buffer.from(json).toString();
        expect(await outcome(sent)).toEqual(sound(sent));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read the same when it is so large that it is read in pieces', async () => {
    const events = Array.from({ length: 30_000 }, (_, i) => ({ id: `ü${i}`, list: [i, [], {}] }));
    const text = JSON.stringify(events);
    const batch = await parse(text);
    expect(batch.events).toEqual(events);
    expect(batch.rawOf(29_999)).toBe(JSON.stringify(events[29_999]));
    const lines = await parse(
      events.map((event) => JSON.stringify(event)).join('\r\n\n'),
      'application/x-ndjson',
    );
    expect(lines.events).toEqual(events);
    const broken = text.replace('"ü20000"', 'ü20000');
    await expect(parse(broken)).rejects.toMatchObject({
      code: 'malformed_json',
      message: expect.stringMatching(/ (?:between bytes \d+ and|at byte) \d{6}$/),
    });
  });

  it('does not parse an event of too much structure', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const wide = `{"a":[${'{},'.repeat(60_000)}{}]}`;
    const batch = await parse(`[{"id":"a"},${deep},${wide},{"id":"b"}]`);
    expect(batch.events).toEqual([{ id: 'a' }, undefined, undefined, { id: 'b' }]);
    expect([0, 1, 2, 3].map((index) => batch.faultOf(index)?.code)).toEqual([
      undefined,
      'event_too_deep',
      'event_too_complex',
      undefined,
    ]);
  });

  it.each([
    ['10 million brackets', `[${'['.repeat(5e6)}${']'.repeat(5e6)}]`],
    ['3 million lists', `[${'[],'.repeat(3e6)}[]]`],
    ['10 MB of escapes', `[{"a":"${'\\u0041'.repeat(1.7e6)}"}]`],
    ['10 MB of events', `[${'{"id":"a","data":{"b":[1,2,3]}},'.repeat(320_000)}{}]`],
    ['nothing but quotes', `[${'"'.repeat(1e7)}]`],
  ])('of %s holds nobody up', async (_, text) => {
    const bytes = Buffer.from(text);
    // generous: a collection of garbage may fall into it
    expect(await longestHoldMs(() => parseJsonBody(bytes))).toBeLessThan(200);
  });
});

describe('a Segment batch', () => {
  const batchOf = (context: object) => ({
    context,
    batch: [
      { type: 'page', messageId: 'a', userId: 'u', context: { page: { url: 'own' } } },
      { type: 'page', messageId: 'b', userId: 'u' },
    ],
  });
  const read = (body: unknown) => parseSegmentBody('batch', Buffer.from(JSON.stringify(body)));

  it('shares its context', async () => {
    const { events } = await read(batchOf({ page: { url: 'shared', referrer: 'r' } }));
    expect(events).toMatchObject([{ data: { url: 'own' } }, { data: { url: 'shared' } }]);
  });

  it('refuses a context that would multiply', async () => {
    const context = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`c${i}`, i]));
    await expect(read(batchOf(context))).rejects.toMatchObject({ code: 'context_too_large' });
  });

  it.each([['[]'], ['{"batch":{}}'], ['{}'], ['{"batch":']])('refuses %s', async (text) => {
    await expect(parseSegmentBody('batch', Buffer.from(text))).rejects.toBeInstanceOf(Problem);
  });
});

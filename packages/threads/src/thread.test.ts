import { type Logger, Problem, silentLogger } from '@olympus/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonSample } from './testing/json-thread.js';
import type { Sample, SampleData } from './testing/sample-thread.js';
import { openThread, type Thread, threadStopped } from './thread.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thread of opened.splice(0)) await thread.close();
});

async function sample(data: SampleData = {}, log: Logger = silentLogger): Promise<Thread<Sample>> {
  const entry = new URL('./testing/sample-thread.js', import.meta.url);
  const thread = await openThread<Sample>({ entry, name: 'the sample', log, data });
  opened.push(thread);
  return thread;
}

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a thread', () => {
  it('answers calls, many at once', async () => {
    const thread = await sample();
    const sums = Array.from({ length: 50 }, (_, i) => thread.call('add', [i, 1]));
    expect(await Promise.all(sums)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('keeps a Problem whole, its causes too', async () => {
    const thread = await sample();
    const error = await caught(thread.call('refuse', []));
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({
      code: 'too_much',
      kind: 'rate_limited',
      message: 'That is too much',
      remedy: 'Ask for less.',
      at: '/amount',
      retryAfterSeconds: 3,
      cause: { name: 'RangeError', message: 'over 9', cause: { message: 'first' } },
    });
  });

  it('keeps the name, the code and the stack of other errors', async () => {
    const thread = await sample();
    const error = await caught(thread.call('fail', ['unique violation', '23505']));
    expect(error).not.toBeInstanceOf(Problem);
    expect(error).toMatchObject({ name: 'TypeError', message: 'unique violation', code: '23505' });
    expect((error as Error).stack).toContain('sample-thread');
  });

  it('rejects what cannot cross, and goes on', async () => {
    const thread = await sample();
    await expect(thread.call('give', [])).rejects.toThrow('could not be cloned');
    const unsendable = (() => 1) as unknown as number;
    await expect(thread.call('add', [unsendable, 1])).rejects.toThrow('could not be cloned');
    const unknown = thread as unknown as Thread<{ toString(): string }>;
    await expect(unknown.call('toString', [])).rejects.toThrow('knows no method "toString"');
    expect(await thread.call('add', [1, 2])).toBe(3);
  });

  it('moves buffers there and back', async () => {
    const thread = await sample();
    const bytes = new Uint8Array(1000);
    const filled = await thread.call('fill', [bytes, 7], { transfer: [bytes.buffer] });
    expect(bytes.byteLength).toBe(0);
    expect(filled).toEqual(new Uint8Array(1000).fill(7));
  });

  it('tells progress in order and before the answer', async () => {
    const thread = await sample();
    const told: unknown[] = [];
    const answer = await thread.call('count', [5], { onProgress: (value) => told.push(value) });
    expect([answer, told]).toEqual(['done', [1, 2, 3, 4, 5]]);
  });

  it('passes the wish to give up on to the handler', async () => {
    const thread = await sample();
    const controller = new AbortController();
    const call = thread.call('untilAborted', [], { signal: controller.signal });
    await thread.call('add', [1, 1]);
    controller.abort();
    expect(await call).toBe('gave up');
    expect(await thread.call('untilAborted', [], { signal: controller.signal })).toBe('gave up');
  });

  it('writes log lines in the main thread', async () => {
    const lines: unknown[] = [];
    const log = { ...silentLogger, warn: (...line: unknown[]) => lines.push(line) };
    const thread = await sample({}, log);
    await thread.call('log', ['look']);
    expect(lines).toEqual([
      [{ n: 1, err: expect.objectContaining({ type: 'Error', message: 'inside' }) }, 'look'],
    ]);
  });

  it('rejects everything that waits when it exits or crashes, and everything later', async () => {
    for (const [method, args, reason] of [
      ['exit', [3], /exit code 3/],
      ['crash', [], /out of the blue/],
    ] as const) {
      const thread = await sample();
      const waiting = caught(thread.call('untilAborted', []));
      const fatal = caught(
        method === 'exit' ? thread.call('exit', [args[0] ?? 0]) : thread.call('crash', []),
      );
      for (const error of [await fatal, await waiting, await caught(thread.call('later', []))]) {
        expect(error).toMatchObject({
          code: threadStopped,
          message: expect.stringMatching(reason),
        });
      }
    }
  });

  it('says why it does not open', async () => {
    await expect(sample({ refuseToOpen: true })).rejects.toMatchObject({ code: 'sample_refused' });
    const entry = new URL('./testing/no-such-thread.js', import.meta.url);
    await expect(openThread({ entry, name: 'nobody' })).rejects.toMatchObject({
      code: threadStopped,
    });
  });

  it('lets go of what it holds when closed, once, and takes no more calls', async () => {
    const closings = new SharedArrayBuffer(4);
    const thread = await sample({ closings });
    await thread.close();
    await thread.close();
    expect(new Int32Array(closings)[0]).toBe(1);
    await expect(thread.call('add', [1, 1])).rejects.toMatchObject({ code: threadStopped });
  });

  it('answers in JSON where the thread says so', async () => {
    const entry = new URL('./testing/json-thread.js', import.meta.url);
    const thread = await openThread<JsonSample>({ entry, name: 'the JSON sample' });
    opened.push(thread);
    expect(await thread.call('table', [2])).toEqual({
      rows: [
        [0, 'row 0', null],
        [1, 'row 1', null],
      ],
    });
    expect(await thread.call('nothing', [])).toBeUndefined();
  });
});

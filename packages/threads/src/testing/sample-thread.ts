import { Problem } from '@olympus/core';
import { serveThread, Transferred } from '../serve.js';

/** What the thread of the tests can do. */
export interface Sample {
  add(a: number, b: number): number;
  refuse(): never;
  fail(message: string, code: string): never;
  give(): unknown;
  fill(buffer: Uint8Array, value: number): Uint8Array;
  count(to: number): string;
  untilAborted(): string;
  /** Never yields, as numeric code does not. */
  spin(): never;
  exit(code: number): never;
  crash(): Promise<never>;
  later(): Promise<string>;
  log(message: string): undefined;
}

export interface SampleData {
  readonly refuseToOpen?: boolean;
  /** Counts how often threads let go in order. */
  readonly closings?: SharedArrayBuffer;
}

serveThread<Sample, SampleData | undefined>((data, log) => {
  if (data?.refuseToOpen === true) {
    throw new Problem({ code: 'sample_refused', kind: 'conflict', message: 'It does not open' });
  }
  return {
    handlers: {
      add: ([a, b]) => a + b,
      refuse: () => {
        throw new Problem({
          code: 'too_much',
          kind: 'rate_limited',
          message: 'That is too much',
          remedy: 'Ask for less.',
          at: '/amount',
          retryAfterSeconds: 3,
          cause: new RangeError('over 9', { cause: new Error('first') }),
        });
      },
      fail: ([message, code]) => {
        throw Object.assign(new TypeError(message), { code });
      },
      give: () => () => 'a function cannot be cloned',
      fill: ([buffer, value]) => {
        buffer.fill(value);
        return new Transferred(buffer, [buffer.buffer as ArrayBuffer]);
      },
      count: ([to], { progress }) => {
        for (let i = 1; i <= to; i++) progress(i);
        return 'done';
      },
      untilAborted: (_args, { signal }) =>
        new Promise((resolve) => {
          const end = () => resolve('gave up');
          if (signal.aborted) end();
          signal.addEventListener('abort', end);
        }),
      spin: () => {
        for (;;);
      },
      exit: ([code]) => process.exit(code),
      crash: () => {
        setImmediate(() => {
          throw new Error('out of the blue');
        });
        return new Promise(() => {});
      },
      later: async () => 'later',
      log: ([message]) => {
        log.warn({ err: new Error('inside'), n: 1 }, message);
        return undefined;
      },
    },
    async close() {
      if (data?.closings !== undefined) Atomics.add(new Int32Array(data.closings), 0, 1);
    },
  };
});

import { deadlineOf, json, operation, record } from '@olympus/contract';
import { Type } from 'typebox';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contracts } from '../contracts.generated.js';
import type { ImplementedOperation } from '../hall/open-rooms.js';
import { type CheckedCall, createOperationRunner } from './runner.js';

const runner = createOperationRunner({ audit: { record: async () => {} }, checksAnswers: true });
const declared = operation({
  id: 'test.hang',
  method: 'GET',
  path: '/test',
  summary: 'Take its time',
  permission: 'public',
  input: record({}),
  answer: json(record({ done: Type.Boolean() })),
  repeats: 'safe',
  deadlineMs: 5_000,
  since: '0.1.0',
});
const implemented = (handler: () => Promise<unknown>): ImplementedOperation => ({
  operation: declared,
  handler: handler as unknown as ImplementedOperation['handler'],
});
const call = (expire?: () => void): CheckedCall => ({
  input: {},
  caller: null,
  tenant: undefined,
  signal: new AbortController().signal,
  requestId: 'r',
  ...(expire === undefined ? {} : { expire }),
});

describe('a call', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('that hangs in its handler is answered with a problem, and told to stop', async () => {
    vi.useFakeTimers();
    const expire = vi.fn();
    const answer = runner.run(
      implemented(() => new Promise(() => {})),
      call(expire),
    );
    const refused = expect(answer).rejects.toMatchObject({
      code: 'deadline_exceeded',
      kind: 'timeout',
      message: 'The call was not answered within 5 s',
    });
    await vi.advanceTimersByTimeAsync(5_000);
    await refused;
    expect(expire).toHaveBeenCalledOnce();
  });

  it('that fails after its deadline harms nobody', async () => {
    vi.useFakeTimers();
    const late = implemented(async () => {
      await new Promise((resolve) => setTimeout(resolve, 9_000));
      throw new Error('too late');
    });
    const answer = expect(runner.run(late, call())).rejects.toMatchObject({
      code: 'deadline_exceeded',
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await answer;
  });

  it('that is in time leaves no timer behind', async () => {
    vi.useFakeTimers();
    await runner.run(
      implemented(async () => ({ done: true })),
      call(),
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('every operation has a deadline, but streams and uploads', () => {
  const without = contracts
    .flatMap(({ operations }) => [...operations])
    .filter((one) => deadlineOf(one) === undefined)
    .map(({ id, answer, upload }) => [id, answer.kind === 'stream' || upload !== undefined]);
  expect(without.filter(([, excepted]) => excepted !== true)).toEqual([]);
  expect(without.length).toBeLessThan(8);
});

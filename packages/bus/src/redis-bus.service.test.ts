import { silentLogger, tenantId } from '@olympus/core';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bus } from './bus.js';
import { connectRedisBus } from './redis-bus.js';
import { redisInstalled, startRedis } from './testing/redis-server.js';
import { defineTopic } from './topic.js';

const one = tenantId('one');
const two = tenantId('two');
const counted = defineTopic<number>('counted');
const patient = { timeout: 30_000 };

describe.skipIf(!redisInstalled())('two processes on one Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  const open: Bus[] = [];
  const connect = async (options: { maxWaiting?: number; channel?: string } = {}) => {
    const bus = await connectRedisBus({ url: redis.url, log: silentLogger, ...options });
    open.push(bus);
    const heard: number[] = [];
    const resyncs: number[] = [];
    bus.subscribe(counted, 'all', (n) => void heard.push(n));
    bus.onResync(() => void resyncs.push(heard.length));
    return { bus, heard, resyncs };
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const bus of open.splice(0)) await bus.close();
  });
  afterAll(() => redis.remove());

  it('hear each other in order, and themselves once', async () => {
    const [a, b] = [await connect(), await connect()];
    const numbers = Array.from({ length: 2000 }, (_, i) => i);
    for (const n of numbers) a.bus.publish(counted, one, n);
    expect(a.heard).toEqual(numbers);
    await vi.waitFor(() => expect(b.heard).toHaveLength(2000), patient);
    b.bus.publish(counted, one, -1);
    await vi.waitFor(() => expect(a.heard.at(-1)).toBe(-1), patient);
    expect([a.heard, b.heard]).toEqual([
      [...numbers, -1],
      [...numbers, -1],
    ]);
    expect([a.resyncs, b.resyncs]).toEqual([[], []]);
  });

  it('tell tenants apart, and installations', async () => {
    const [a, b] = [await connect(), await connect()];
    const other = await connect({ channel: 'other:bus' });
    const heard: unknown[] = [];
    b.bus.subscribe(counted, two, (n, tenant) => void heard.push([n, tenant]));
    a.bus.publish(counted, one, 1);
    a.bus.publish(counted, undefined, 2);
    a.bus.publish(counted, two, 3);
    await vi.waitFor(() => expect(b.heard).toEqual([1, 2, 3]), patient);
    expect([heard, other.heard]).toEqual([[[3, two]], []]);
  });

  it('take no notice of what is no message', async () => {
    const a = await connect();
    const stranger = new Redis(redis.url);
    for (const text of ['', '{', '{"from":1}', '{"from":"x","number":1,"message":{"topic":1}}']) {
      await stranger.publish('olympus:bus', text);
    }
    const message = { topic: 'counted', tenant: 'one', payload: 5 };
    const envelope = JSON.stringify({ from: 'x', number: 1, message });
    // twice, as after a broken connection
    await stranger.publish('olympus:bus', envelope);
    await stranger.publish('olympus:bus', envelope);
    await stranger.publish('olympus:bus', JSON.stringify({ from: 'x', number: 2, lost: true }));
    stranger.disconnect();
    await vi.waitFor(() => expect(a.resyncs).toEqual([1]), patient);
    expect(a.heard).toEqual([5]);
  });

  it('go on alone while Redis is away, and resync when it is back', async () => {
    const [a, b] = [await connect(), await connect()];
    await redis.stop();
    await vi.waitFor(async () => {
      a.bus.publish(counted, one, 1);
      expect(a.heard.length).toBeGreaterThan(0);
    }, patient);
    expect(b.heard).toEqual([]);
    await redis.start();
    await vi.waitFor(() => {
      expect(a.resyncs.length).toBeGreaterThan(0);
      expect(b.resyncs.length).toBeGreaterThan(0);
    }, patient);
    // connected again: what is published now arrives, once
    b.bus.publish(counted, one, 7);
    await vi.waitFor(() => expect(a.heard.at(-1)).toBe(7), patient);
    expect(a.heard.filter((n) => n === 7)).toHaveLength(1);
  });

  it('are told when too much waited to be kept', async () => {
    const [a, b] = [await connect({ maxWaiting: 5 }), await connect()];
    await redis.stop();
    for (let n = 0; n < 20; n++) a.bus.publish(counted, one, n);
    expect(a.heard).toHaveLength(20);
    await redis.start();
    await vi.waitFor(() => expect(b.resyncs.length).toBeGreaterThan(0), patient);
    await vi.waitFor(() => {
      b.heard.length = 0;
      a.bus.publish(counted, one, 100);
      expect(a.resyncs.length).toBeGreaterThan(0);
    }, patient);
    await vi.waitFor(() => expect(b.heard).toContain(100), patient);
  });

  it('say so when there is no Redis', async () => {
    await expect(
      connectRedisBus({ url: 'redis://127.0.0.1:1', log: silentLogger }),
    ).rejects.toMatchObject({ code: 'redis_unavailable', at: 'REDIS_URL' });
  });
});

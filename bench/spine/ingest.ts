import { execFile, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { processUsage } from './process-usage.js';
import { httpRequest, runLoad } from './run-load.js';
import { createServerUnderTest, createTenantWithKey } from './server-process.js';
import { createEventSource } from './shop-events.js';

/** Durable ingest over HTTP, as clients see it: batches of 100, then one event a request. */
export async function run(): Promise<void> {
  const server = await createServerUnderTest();
  try {
    const key = await createTenantWithKey(server, 'bench');
    await server.start();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const request = (body: unknown) =>
      httpRequest('POST', '/api/events', headers, JSON.stringify(body));
    const floor = await startFloor();
    const measure = async (name: string, size: number, connections: number, count: number) => {
      const source = createEventSource(`${name}-${size}`);
      const requests = Array.from({ length: count }, () =>
        request(size === 1 ? source.next() : Array.from({ length: size }, () => source.next())),
      );
      await settleDisk();
      const before = await processUsage(server.pid);
      const result = await runLoad({ url: server.url, connections, requests });
      const after = await processUsage(server.pid);
      await settleDisk();
      const least = await runLoad({ url: floor.url, connections, requests });
      const events = count * size;
      console.log(
        `${name}, ${connections} connections: ${perSecond(events, result.seconds)} events/s (${((least.seconds / result.seconds) * 100).toFixed(0)} % of the bare floor's ${perSecond(events, least.seconds)}), ` +
          `ack p50 ${ms(result.p50)}, p99 ${ms(result.p99)} (floor ${ms(least.p99)}), max ${ms(result.max)}, ${result.failed} failed; ` +
          `processor ${(((after.cpuMs - before.cpuMs) / events) * 1000).toFixed(1)} µs an event; memory ${after.rssMb} MB`,
      );
    };
    await measure('warm-up', 100, 8, 300);
    await measure('batches of 100', 100, 16, 4000);
    await measure('batches of 100 again', 100, 32, 4000);
    await measure('single events', 1, 64, 60_000);
    floor.stop();
    const repeats = createEventSource('batches of 100-100');
    const again = Array.from({ length: 500 }, () =>
      request(Array.from({ length: 100 }, () => repeats.next())),
    );
    const result = await runLoad({ url: server.url, connections: 16, requests: again });
    console.log(
      `the same events again, 16 connections: ${perSecond(50_000, result.seconds)} events/s recognised as repeats, p99 ${ms(result.p99)}`,
    );
  } finally {
    await server.destroy();
  }
}

/** What was written before is on disk: neither waits for what the other left to be written. */
const settleDisk = () => promisify(execFile)('sync');

/** The reference, on a port of its own. */
async function startFloor(): Promise<{ url: string; stop: () => void }> {
  const child = fork(fileURLToPath(new URL('./floor.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  const port = await new Promise((resolve) => child.once('message', resolve));
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill('SIGTERM') };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const perSecond = (count: number, seconds: number) =>
  Math.round(count / seconds).toLocaleString('en');

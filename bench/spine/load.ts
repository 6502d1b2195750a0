// A process of its own, so that the load's work is not the server's: many keep-alive connections
// over plain sockets, answers read no further than needed. Prints one JSON line.
import { connect } from 'node:net';
import { exchange } from './exchange.js';

interface Job {
  readonly port: number;
  readonly connections: number;
  /** Whole HTTP requests, sent one after another by whichever connection is free. */
  readonly requests: readonly string[];
  /** Requests a second over all connections; as fast as possible when absent. */
  readonly rate?: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly failed: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Seconds of processor time the load itself took. */
  readonly cpu: number;
}

async function run({ port, connections, requests, rate }: Job): Promise<LoadResult> {
  const latencies: number[] = [];
  let failed = 0;
  let next = 0;
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(port, '127.0.0.1').setNoDelay();
      await new Promise((resolve) => socket.once('connect', resolve));
      while (next < requests.length) {
        const index = next++;
        if (rate !== undefined) {
          // latency counts from when the request was due, not from when it could be sent
          const waitMs = startedMs + (index / rate) * 1000 - performance.now();
          if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
        }
        const sentMs =
          rate === undefined
            ? performance.now()
            : Math.min(performance.now(), startedMs + (index / rate) * 1000);
        const { status } = await exchange(socket, requests[index] ?? '');
        if (status >= 300) failed++;
        latencies.push(performance.now() - sentMs);
      }
      socket.destroy();
    }),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const { user, system } = process.cpuUsage();
  return {
    requests: latencies.length,
    failed,
    seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    cpu: (user + system) / 1e6,
  };
}

process.once('message', async (job: Job) => {
  process.send?.(await run(job));
  process.disconnect();
});

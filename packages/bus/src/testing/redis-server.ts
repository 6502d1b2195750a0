import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = '/usr/bin/redis-server';

/** Whether a Redis can be started here; where it cannot the reason is printed. */
export function redisInstalled(): boolean {
  if (existsSync(binary)) return true;
  if (process.env.CI === 'true') throw new Error(`${binary} is not installed`);
  console.warn(`skipped: ${binary} is not installed`);
  return false;
}

/** A Redis of the test's own that can go away and come back at the same address. */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'olympus-bus-'));
  const port = await freePort();
  let running: ChildProcess | undefined;
  const server = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
      const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'ignore'] });
      running = child;
      for await (const text of child.stdout) if (/Ready to accept/.test(String(text))) break;
      child.stdout.resume();
    },
    async stop() {
      const child = running;
      running = undefined;
      if (child === undefined) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

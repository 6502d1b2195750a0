import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const olympus = join(root, 'packages', 'server', 'bin', 'olympus.mjs');
const run = promisify(execFile);

/** A server of its own on a new data folder, as a user would run it. Needs `npm run build`. */
export interface ServerUnderTest {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Starts it and resolves when it is ready. @returns milliseconds until then */
  start(): Promise<number>;
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM, and waits. */
  stop(): Promise<void>;
  /** Runs the command line on its data folder. */
  command(...args: string[]): Promise<string>;
  destroy(): Promise<void>;
}

export async function createServerUnderTest(
  settings: Record<string, string> = {},
): Promise<ServerUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'olympus-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    OLYMPUS_DATA_DIR: dataDir,
    OLYMPUS_DEMO: '0',
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  let child: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  }

  return {
    url,
    dataDir,
    get pid() {
      return child?.pid ?? 0;
    },
    async start() {
      const startedMs = performance.now();
      const output: string[] = [];
      const started = spawn(olympus, ['serve'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      started.stdout?.on('data', (text) => output.push(String(text)));
      started.stderr?.on('data', (text) => output.push(String(text)));
      child = started;
      while (!(await isReady(url))) {
        if (started.exitCode !== null || performance.now() - startedMs > 60_000) {
          throw new Error(`the server did not start:\n${output.join('')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return performance.now() - startedMs;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async command(...args) {
      const { stdout } = await run(olympus, args, {
        env,
        maxBuffer: 64 * 1024 * 1024,
      });
      return stdout;
    },
    async destroy() {
      await end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A tenant with a key. @returns the key */
export async function createTenantWithKey(
  server: ServerUnderTest,
  tenant: string,
  scopes = 'events:write,analytics:read,dead_letters:read',
): Promise<string> {
  await server.command(
    'tenant',
    'create',
    tenant,
    '--timezone',
    'Europe/Berlin',
    '--currency',
    'EUR',
    '--json',
  );
  const made: unknown = JSON.parse(
    await server.command('key', 'create', '--tenant', tenant, '--scopes', scopes, '--json'),
  );
  const secret = (made as { secret?: unknown }).secret;
  if (typeof secret !== 'string') throw new Error(`no key was made: ${JSON.stringify(made)}`);
  return secret;
}

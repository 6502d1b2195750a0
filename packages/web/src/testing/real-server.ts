import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const olympus = fileURLToPath(new URL('../../../server/bin/olympus.mjs', import.meta.url));
const run = promisify(execFile);

/** The product as it was built, on a data folder of its own. */
export interface RealServer {
  readonly url: string;
  /** Signs the first operator in, once. */
  readonly signInUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the server as people start it.
 * @param shop  arguments of `olympus tenant create`; absent for a server without a shop
 */
export async function startRealServer(shop?: readonly string[]): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-real-'));
  const env = {
    ...process.env,
    // only there does the server print a sign-in link
    NODE_ENV: 'development',
    PORT: '0',
    OLYMPUS_DATA_DIR: join(folder, 'data'),
    OLYMPUS_DEMO: '0',
  };
  const server = spawn(process.execPath, [olympus, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const signInUrl = await new Promise<string>((resolve, reject) => {
    let printed = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, link] = /"sign_in": *"([^"]+)"/.exec(printed) ?? [];
      if (link) resolve(link);
    });
    server.once('exit', () => reject(new Error(`The server ended before it was up: ${printed}`)));
  });
  if (shop) await run(process.execPath, [olympus, 'tenant', 'create', ...shop], { env });
  return {
    url: new URL(signInUrl).origin,
    signInUrl,
    close: async () => {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

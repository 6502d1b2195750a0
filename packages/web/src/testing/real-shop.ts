import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const entry = join(root, 'packages', 'server', 'src', 'cli', 'main.ts');
const node = ['--import', 'tsx', '--conditions=source', entry];
const run = promisify(execFile);

/** The whole product from the source, over a new data folder, with one shop in which nothing ever happened. */
export interface RealShop {
  readonly url: string;
  readonly signInUrl: string;
  close(): Promise<void>;
}

/** @param shop  arguments of `olympus tenant create` */
export async function startRealShop(shop: readonly string[]): Promise<RealShop> {
  const { build } = await import('vite');
  // where the server looks for its page
  process.env.NODE_ENV = 'production';
  await build({ root: join(root, 'packages', 'web'), logLevel: 'error' });

  const folder = await mkdtemp(join(tmpdir(), 'olympus-real-'));
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    OLYMPUS_ENV: 'development',
    OLYMPUS_DATA_DIR: folder,
    OLYMPUS_DEMO: '0',
    LOG_LEVEL: 'warn',
    PORT: '0',
  };
  const server = spawn(process.execPath, [...node, 'serve', '--json'], { cwd: root, env });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let noise = '';
  server.stderr.on('data', (chunk) => {
    noise += chunk;
  });
  const { url, sign_in: signInUrl } = await new Promise<{ url: string; sign_in: string }>(
    (resolve, reject) => {
      let printed = '';
      server.stdout.on('data', (chunk) => {
        printed += chunk;
        if (printed.trimEnd().endsWith('}')) resolve(JSON.parse(printed));
      });
      server.once('exit', () => reject(new Error(`The server ended: ${noise}`)));
    },
  );
  await run(process.execPath, [...node, 'tenant', 'create', ...shop], { cwd: root, env });
  return {
    url,
    signInUrl,
    async close() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

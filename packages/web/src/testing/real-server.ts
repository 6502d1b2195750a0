import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const web = fileURLToPath(new URL('../..', import.meta.url));
const entry = join(web, '..', 'server', 'src', 'cli', 'main.ts');
const olympus = ['--conditions=source', '--import', 'tsx', entry];
const run = promisify(execFile);

/** The product as it is in the source, on a data folder of its own. */
export interface RealServer {
  readonly url: string;
  /** Signs the first operator in, once. */
  readonly signInUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the server as people start it, and puts the page, built for the occasion, in front of it.
 * @param shop  arguments of `olympus tenant create`; absent for a server without a shop
 */
export async function startRealServer(shop?: readonly string[]): Promise<RealServer> {
  const { build, preview } = await import('vite');
  const folder = await mkdtemp(join(tmpdir(), 'olympus-real-'));
  const env = {
    ...process.env,
    // only there does the server print a sign-in link
    NODE_ENV: 'development',
    PORT: '0',
    OLYMPUS_DATA_DIR: join(folder, 'data'),
    OLYMPUS_DEMO: '0',
  };
  const server = spawn(process.execPath, [...olympus, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const announced = new Promise<string>((resolve, reject) => {
    let printed = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, link] = /"sign_in": *"([^"]+)"/.exec(printed) ?? [];
      if (link) resolve(link);
    });
    server.once('exit', () => reject(new Error(`The server ended before it was up: ${printed}`)));
  });
  // The test runner's own NODE_ENV would build the libraries' development editions.
  process.env.NODE_ENV = 'production';
  const outDir = join(folder, 'web');
  const [link] = await Promise.all([
    announced,
    build({ root: web, logLevel: 'error', build: { outDir, emptyOutDir: true } }),
  ]);
  if (shop) await run(process.execPath, [...olympus, 'tenant', 'create', ...shop], { env });
  const { origin: behind, pathname: signIn } = new URL(link);
  const front = await preview({
    root: web,
    logLevel: 'error',
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 0,
      proxy: Object.fromEntries(
        // with the address that the browser used: the server compares it with the page's origin
        ['/api', '/sign-in/', '/v1'].map((path) => [path, { target: behind, changeOrigin: false }]),
      ),
    },
  });
  const url = front.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  return {
    url,
    signInUrl: url + signIn,
    close: async () => {
      await front.close();
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const account = 'postgres';

/** Where Debian's packages put PostgreSQL's programs; undefined where it is not installed. */
export function findPostgres(): string | undefined {
  return [18, 17, 16, 15]
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .find((folder) => existsSync(join(folder, 'initdb')));
}

export interface PostgresServer {
  readonly url: string;
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own on a temporary folder and a free port, as a user without rights. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const base = await mkdtemp(join(tmpdir(), 'olympus-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await run('chown', [account, base]);
  else await chmod(base, 0o700);
  const data = join(base, 'data');
  const port = await freePort();
  const call = (program: string, args: readonly string[]) => {
    const command = [join(programs, program), ...args];
    return asRoot
      ? run('runuser', ['-u', account, '--', ...command], { cwd: base })
      : run(command[0] ?? '', command.slice(1), { cwd: base });
  };
  const options = `-p ${port} -k ${base} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const start = () =>
    call('pg_ctl', ['-D', data, '-l', join(base, 'log'), '-o', options, '-w', 'start']);
  const halt = () => call('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
  await call('initdb', ['-D', data, '-A', 'trust', '-U', 'olympus', '-E', 'UTF8', '--no-sync']);
  await start();
  return {
    url: `postgres://olympus@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await halt();
      await start();
    },
    stop: async () => {
      await halt();
      await rm(base, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

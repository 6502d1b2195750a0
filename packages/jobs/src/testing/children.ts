import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Database } from '@olympus/platform';
import { prepare } from './harness.js';

/** Gives a store the tables of {@link import('./worker-child.js')}: once, as several of them share it. */
export async function prepareForChildren(database: Database): Promise<void> {
  await prepare(database);
  await database.execute(
    'create table if not exists ran (job bigint, fence bigint primary key, pid integer)',
  );
}

export interface Child {
  /** Lines printed so far. @throws Error when it ended by itself */
  readonly lines: () => readonly string[];
  /** Ends it as a power cut would. @returns all lines it printed */
  kill(): Promise<readonly string[]>;
}

/** Starts {@link import('./worker-child.js')} in a process of its own. */
export function startChild(location: string, mode: 'enqueue' | 'work'): Child {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', loader, '--conditions=source', script, location, mode],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const printedLines = () => printed.split('\n').slice(0, -1);
  const lines = () => {
    if (child.exitCode !== null) throw new Error(`the child ended by itself: ${child.exitCode}`);
    return printedLines();
  };
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    lines,
    kill: async () => {
      if (child.exitCode !== null) throw new Error('the child ended by itself');
      child.kill('SIGKILL');
      await closed;
      return printedLines();
    },
  };
}

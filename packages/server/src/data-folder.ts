import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@olympus/core';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

const ServerFile = Type.Object({
  pid: Type.Integer({ minimum: 1 }),
  /** When the process began, in the kernel's own units; tells a process from a later one of its number. */
  started: Type.String(),
  url: Type.String(),
  token: Type.String(),
  /** It no longer takes requests and will let go of the folder within seconds. */
  stopping: Type.Optional(Type.Boolean()),
});

/** Who has the data folder open, and how the command line speaks to it. Only its owner may read it. */
export type ServerFile = Type.Static<typeof ServerFile>;

export interface FolderLock {
  readonly token: string;
  /** Tells the command line where the server listens. */
  announce(url: string): void;
  /** Tells that the folder will be free in a moment. */
  announceStop(): void;
  release(): void;
}

const lockPath = (dataDir: string) => join(dataDir, 'server.json');

/** The process that has the folder open; undefined when none has. A lock whose process is gone counts for nothing. */
export function findHolder(dataDir: string): ServerFile | undefined {
  let text: string;
  try {
    text = readFileSync(lockPath(dataDir), 'utf8');
  } catch {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Value.Check(ServerFile, parsed)) return undefined;
    return isRunning(parsed.pid, parsed.started) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** How long a process that is stopping is waited for. */
const patienceMs = 30_000;

/**
 * Takes the folder for this process, waiting for one that is just letting go of it.
 * @throws Problem `data_folder_in_use`
 */
export async function takeFolder(dataDir: string): Promise<FolderLock> {
  const deadlineMs = Date.now() + patienceMs;
  while (findHolder(dataDir)?.stopping === true && Date.now() < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return lockFolder(dataDir);
}

/**
 * Takes the folder for this process at once, making it when missing.
 * @throws Problem `data_folder_in_use`
 */
export function lockFolder(dataDir: string): FolderLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = lockPath(dataDir);
  const file: ServerFile = {
    pid: process.pid,
    started: startTimeOf(process.pid) ?? '',
    url: '',
    token: randomBytes(32).toString('base64url'),
  };
  for (let attempt = 0; ; attempt += 1) {
    const holder = findHolder(dataDir);
    if (holder !== undefined) throw inUse(dataDir, holder);
    if (existsSync(path)) rmSync(path, { force: true });
    try {
      // `wx` fails when another process was faster
      writeFileSync(path, JSON.stringify(file), { mode: 0o600, flag: 'wx' });
      break;
    } catch (error) {
      if (attempt >= 3) throw error;
    }
  }
  const write = (now: ServerFile) => writeFileSync(path, JSON.stringify(now), { mode: 0o600 });
  return {
    token: file.token,
    announce: (url) => write({ ...file, url }),
    announceStop: () => write({ ...file, stopping: true }),
    release: () => rmSync(path, { force: true }),
  };
}

function inUse(dataDir: string, holder: ServerFile): Problem {
  return new Problem({
    code: 'data_folder_in_use',
    kind: 'conflict',
    message: `The data folder ${dataDir} is open in process ${holder.pid}${holder.url === '' ? '' : ` (${holder.url})`}`,
    remedy: 'Stop that process, or set OLYMPUS_DATA_DIR to another folder.',
    at: dataDir,
  });
}

function isRunning(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startTimeOf(pid);
  return now === undefined || started === '' || now === started;
}

/** Start time of a process in clock ticks since boot, from /proc; undefined where there is none. */
function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name, in parentheses, may hold anything: count fields after its end
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

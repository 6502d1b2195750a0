import type { Logger, TenantId } from '@olympus/core';
import type { Engine } from './engine/engine.js';
import type { PackedCommit } from './engine/loader.js';
import { toWriteProblem } from './faults.js';

/** Commits of the journal that the tables do not show yet, and their way into the tables. */
export interface Backlog {
  /** Resolves when there is room for more. Rejects while the tables cannot be written. */
  room(): Promise<void>;
  add(commit: PackedCommit, tenants: readonly TenantId[]): void;
  /** Resolves when the tables show all that was committed of this tenant, or of all tenants. */
  shown(tenant?: TenantId): Promise<void>;
  /** Bytes that wait to be in the tables. */
  readonly bytes: number;
  /** The last fault, while loading fails. */
  readonly fault: Error | undefined;
  close(): Promise<void>;
}

/** The longest that commits wait to be loaded when nobody asks: larger loads cost far less. */
const lingerMs = 200;
/** Waiting bytes that are loaded at once. */
const fullLoadBytes = 8 * 1024 * 1024;
/** Waiting bytes past which a commit waits. */
const mostBytes = 64 * 1024 * 1024;
const retryMs = 1000;

interface Waiter {
  readonly commit: number;
  resolve(): void;
  reject(error: Error): void;
}

/** @param onLoaded  told the last commit in the tables, after each load */
export function createBacklog(deps: {
  readonly engine: Pick<Engine, 'load'>;
  readonly log: Logger;
  readonly firstCommit: number;
  readonly onLoaded: (throughCommit: number) => void;
}): Backlog {
  const { engine, log, onLoaded } = deps;
  const lastCommits = new Map<TenantId, number>();
  let lastCommit = deps.firstCommit;
  let shownCommit = deps.firstCommit;
  let pending: PackedCommit[] = [];
  let pendingBytes = 0;
  /** Handed over to the engine and not in the tables yet. */
  let loadingBytes = 0;
  let loading: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let fault: Error | undefined;
  let waiters: Waiter[] = [];

  /** Resolves when this commit is in the tables; loads what waits without lingering. */
  function reach(commit: number): Promise<void> {
    if (commit <= shownCommit) return Promise.resolve();
    return new Promise((resolve, reject) => {
      waiters.push({ commit, resolve, reject });
      start();
    });
  }

  function schedule(afterMs: number): void {
    timer ??= setTimeout(start, afterMs);
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    loading ??= load().finally(() => {
      loading = undefined;
      if (lastCommit === shownCommit) return;
      if (fault !== undefined) schedule(retryMs);
      else if (waiters.length > 0 || pendingBytes >= fullLoadBytes) start();
      else schedule(lingerMs);
    });
  }

  async function load(): Promise<void> {
    const commits = pending;
    pending = [];
    loadingBytes += pendingBytes;
    pendingBytes = 0;
    try {
      shownCommit = await engine.load(commits);
      loadingBytes = 0;
      fault = undefined;
    } catch (error) {
      fault = toWriteProblem(error);
    }
    const failed = fault;
    const settled = waiters.filter(({ commit }) => failed !== undefined || commit <= shownCommit);
    waiters = waiters.filter((waiter) => !settled.includes(waiter));
    for (const { resolve, reject } of settled) {
      if (failed === undefined) resolve();
      else reject(failed);
    }
    if (failed === undefined) onLoaded(shownCommit);
  }

  return {
    async room() {
      if (pendingBytes + loadingBytes < mostBytes) return;
      await reach(lastCommit);
    },
    add(commit, tenants) {
      lastCommit = commit.commitId;
      for (const tenant of tenants) lastCommits.set(tenant, commit.commitId);
      pending.push(commit);
      pendingBytes += commit.payload.byteLength;
      if (pendingBytes >= fullLoadBytes) start();
      else schedule(lingerMs);
    },
    shown: (tenant) => reach(tenant === undefined ? lastCommit : (lastCommits.get(tenant) ?? 0)),
    get bytes() {
      return pendingBytes + loadingBytes;
    },
    get fault() {
      return fault;
    },
    async close() {
      // what cannot be loaded stays in the journal
      await reach(lastCommit).catch((error: unknown) => {
        log.warn({ err: error }, 'the last commits stay in the journal until the next start');
      });
      await loading;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

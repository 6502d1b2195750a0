import { type Logger, Problem, type TenantId } from '@olympus/core';
import type { Ingest } from '@olympus/ingest';
import type { Mapping } from '../mapping/mapping.js';
import type { ImportFault, ImportState, ImportStore, StoredImport } from './import-store.js';
import type { RejectedRows } from './rejected-rows.js';
import { type RunImportDeps, runImport, sourceOf, stopped } from './run-import.js';
import type { Uploads } from './uploads.js';

/** Imports as jobs: begun once, carried to their end over restarts, undone as a whole. */
export interface Imports {
  /** @throws Problem `upload_not_found` */
  start(tenant: TenantId, uploads: readonly string[], mapping: Mapping): Promise<StoredImport>;
  /** @throws Problem `import_not_found` */
  get(tenant: TenantId, id: string): Promise<StoredImport>;
  list(tenant: TenantId, limit: number): Promise<readonly StoredImport[]>;
  /** Stops it where it is; what it stored stays. @throws Problem `import_not_found`, `import_not_running` */
  stop(tenant: TenantId, id: string): Promise<StoredImport>;
  /** Takes back everything that it stored. @throws Problem `import_not_found`, `import_running`, `import_undone` */
  undo(tenant: TenantId, id: string): Promise<StoredImport>;
  readonly rejectedRows: Pick<RejectedRows, 'read'>;
  /**
   * What the queue calls: carries the work on from where it was left, or does nothing when it is no
   * longer asked for. @throws what it failed with, and when it was aborted
   */
  work(what: ImportWork, tenant: TenantId, id: string, attempt: ImportAttempt): Promise<void>;
  /** Asks the queue for what was left in the middle, should it have lost it. */
  resume(): Promise<void>;
}

export type ImportWork = 'import' | 'undo';

export interface ImportAttempt {
  readonly signal: AbortSignal;
  /** @param share  0–1 */
  readonly progress: (share: number) => void;
  /** Whether there will be another when this one fails with the error. */
  readonly again: (error: unknown) => boolean;
}

/** Runs work about imports, each piece once at a time, over restarts. */
export interface ImportQueue {
  add(what: ImportWork, entry: Pick<StoredImport, 'id' | 'tenant'>): Promise<void>;
  cancel(what: ImportWork, entry: Pick<StoredImport, 'id' | 'tenant'>): Promise<void>;
}

export interface ImportsDeps extends RunImportDeps {
  readonly store: ImportStore;
  readonly uploads: Uploads;
  readonly ingest: Pick<Ingest, 'submit' | 'retract'>;
  readonly rejectedRows: RejectedRows;
  readonly queue: ImportQueue;
  readonly newId: () => string;
  readonly log: Logger;
}

export function createImports(deps: ImportsDeps): Imports {
  const { store, uploads, ingest, rejectedRows, queue, newId, log } = deps;

  const running = new Map<string, Promise<void>>();

  /** Keeps why it failed, unless it goes on later. */
  async function failed(
    entry: StoredImport,
    state: ImportState,
    error: unknown,
    { signal, again }: ImportAttempt,
  ): Promise<never> {
    if (!signal.aborted && !again(error)) {
      if (!(error instanceof Problem)) {
        log.error({ import: entry.id, tenant: entry.tenant, err: error }, 'an import failed');
      }
      await store.move(entry.id, [state], 'failed', { fault: toFault(error) });
    }
    throw error;
  }

  async function run(entry: StoredImport, attempt: ImportAttempt): Promise<void> {
    if (!(await store.move(entry.id, ['waiting', 'running'], 'running'))) return;
    try {
      const { counts, warnings } = await runImport(entry, attempt, deps);
      await store.move(entry.id, ['running'], 'done', { counts, warnings });
      await store.forgetRejections(entry.id);
    } catch (error) {
      await failed(entry, 'running', error, attempt);
    }
  }

  async function takeBack(entry: StoredImport, attempt: ImportAttempt): Promise<void> {
    if (entry.state !== 'undoing') return;
    const { stored } = entry.counts;
    let { undone } = entry.counts;
    try {
      await ingest.retract(entry.tenant, sourceOf(entry), async (events) => {
        undone += events;
        await store.checkpoint(entry.id, { ...entry.counts, undone }, []);
        attempt.progress(stored === 0 ? 1 : Math.min(1, undone / stored));
        if (attempt.signal.aborted) throw stopped();
      });
      await store.move(entry.id, ['undoing'], 'undone', { counts: { ...entry.counts, undone } });
    } catch (error) {
      await failed(entry, 'undoing', error, attempt);
    }
  }

  return {
    rejectedRows,
    get: (tenant, id) => store.get(tenant, id),
    list: (tenant, limit) => store.list(tenant, limit),
    async start(tenant, ids, mapping) {
      const files = await Promise.all(ids.map((id) => uploads.get(tenant, id)));
      const names = files.map(({ name }) => name);
      const entry = await store.add({ id: newId(), tenant, uploads: ids, names, mapping });
      await queue.add('import', entry);
      return entry;
    },
    async stop(tenant, id) {
      const entry = await store.get(tenant, id);
      if (!(await store.move(id, ['waiting', 'running'], 'stopped'))) throw notRunning(entry);
      await queue.cancel('import', entry);
      return store.get(tenant, id);
    },
    async undo(tenant, id) {
      const entry = await store.get(tenant, id);
      if (entry.state === 'undone' || entry.state === 'undoing') throw undone(entry);
      if (!(await store.move(id, ['done', 'failed', 'stopped'], 'undoing')))
        throw stillRunning(entry);
      const moved = await store.get(tenant, id);
      await queue.add('undo', moved);
      return moved;
    },
    async work(what, tenant, id, attempt) {
      const entry = await store.get(tenant, id);
      if (what === 'undo') {
        // one that was stopped may still be sending its last batch
        await running.get(id)?.catch(() => {});
        return takeBack(await store.get(tenant, id), attempt);
      }
      const work = run(entry, attempt).finally(() => running.delete(id));
      running.set(id, work);
      await work;
    },
    async resume() {
      for (const entry of await store.unfinished()) {
        await queue.add(entry.state === 'undoing' ? 'undo' : 'import', entry);
      }
    },
  };
}

function toFault(error: unknown): ImportFault {
  if (error instanceof Problem) {
    const { code, message, remedy, at } = error;
    return {
      code,
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(at === undefined ? {} : { at }),
    };
  }
  return { code: 'import_failed', message: 'The import failed; the log says why.' };
}

function notRunning({ id, state }: StoredImport): Problem {
  return new Problem({
    code: 'import_not_running',
    kind: 'conflict',
    message: `The import ${id} is ${state}; there is nothing to stop`,
  });
}

function stillRunning({ id }: StoredImport): Problem {
  return new Problem({
    code: 'import_running',
    kind: 'conflict',
    message: `The import ${id} is under way`,
    remedy: 'Stop it first.',
  });
}

function undone({ id, state }: StoredImport): Problem {
  return new Problem({
    code: 'import_undone',
    kind: 'conflict',
    message: `The import ${id} is ${state} already`,
  });
}

import { type Logger, Problem, type TenantId } from '@olympus/core';
import type { Ingest } from '@olympus/ingest';
import type { Mapping } from '../mapping/mapping.js';
import type { ImportFault, ImportStore, StoredImport } from './import-store.js';
import type { RejectedRows } from './rejected-rows.js';
import { type RunImportDeps, runImport, sourceOf } from './run-import.js';
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
  /** Goes on with what another run of the process left in the middle. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  /** Leaves what is under way for the next start. */
  close(): Promise<void>;
}

export interface ImportsDeps extends RunImportDeps {
  readonly store: ImportStore;
  readonly uploads: Uploads;
  readonly ingest: Pick<Ingest, 'submit' | 'retract'>;
  readonly rejectedRows: RejectedRows;
  readonly newId: () => string;
  readonly log: Logger;
}

export function createImports(deps: ImportsDeps): Imports {
  const { store, uploads, ingest, rejectedRows, newId, log } = deps;
  const controllers = new Map<string, AbortController>();
  let queue: Promise<void> = Promise.resolve();
  let closed = false;

  /** One after another: each needs a processor and memory of its own. */
  function enqueue(entry: StoredImport, work: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    controllers.set(entry.id, controller);
    queue = queue.then(async () => {
      try {
        if (!closed) await work(controller.signal);
      } catch (error) {
        log.error(
          { import: entry.id, tenant: entry.tenant, err: error },
          'an import could not be kept',
        );
      } finally {
        if (controllers.get(entry.id) === controller) controllers.delete(entry.id);
      }
    });
  }

  async function run(entry: StoredImport, signal: AbortSignal): Promise<void> {
    if (!(await store.move(entry.id, ['waiting', 'running'], 'running'))) return;
    try {
      const { counts, warnings } = await runImport(entry, signal, deps);
      await store.move(entry.id, ['running'], 'done', { counts, warnings });
      await store.forgetRejections(entry.id);
    } catch (error) {
      if (signal.aborted) {
        // closing leaves it running, for the next start to go on with
        if (!closed) await store.move(entry.id, ['running'], 'stopped');
        return;
      }
      if (closed) return;
      if (!(error instanceof Problem))
        log.error({ import: entry.id, err: error }, 'an import failed');
      await store.move(entry.id, ['running'], 'failed', { fault: toFault(error) });
    }
  }

  async function takeBack(entry: StoredImport, signal: AbortSignal): Promise<void> {
    let { undone } = entry.counts;
    try {
      await ingest.retract(entry.tenant, sourceOf(entry), async (events) => {
        undone += events;
        await store.checkpoint(entry.id, { ...entry.counts, undone }, []);
        if (signal.aborted) throw signal.reason;
      });
      await store.move(entry.id, ['undoing'], 'undone', { counts: { ...entry.counts, undone } });
    } catch (error) {
      if (closed) return;
      // it stays in its state: the next start, or another call, goes on
      log.error({ import: entry.id, err: error }, 'an import could not be undone');
      await store.move(entry.id, ['undoing'], 'failed', { fault: toFault(error) });
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
      enqueue(entry, (signal) => run(entry, signal));
      return entry;
    },
    async stop(tenant, id) {
      const entry = await store.get(tenant, id);
      if (entry.state === 'waiting') await store.move(id, ['waiting'], 'stopped');
      else if (entry.state !== 'running') throw notRunning(entry);
      controllers.get(id)?.abort(new Error('stopped'));
      return store.get(tenant, id);
    },
    async undo(tenant, id) {
      const entry = await store.get(tenant, id);
      if (entry.state === 'undone' || entry.state === 'undoing') throw undone(entry);
      if (!(await store.move(id, ['done', 'failed', 'stopped'], 'undoing')))
        throw stillRunning(entry);
      const moved = await store.get(tenant, id);
      enqueue(moved, (signal) => takeBack(moved, signal));
      return moved;
    },
    async resume() {
      for (const entry of await store.unfinished()) {
        log.info(
          { import: entry.id, tenant: entry.tenant, state: entry.state },
          'an import goes on',
        );
        enqueue(entry, (signal) =>
          entry.state === 'undoing' ? takeBack(entry, signal) : run(entry, signal),
        );
      }
    },
    settled: () => queue,
    async close() {
      closed = true;
      for (const controller of controllers.values()) controller.abort(new Error('closing'));
      await queue;
    },
  };
}

function toFault(error: unknown): ImportFault {
  if (error instanceof Problem) {
    const { code, message, remedy } = error;
    return { code, message, ...(remedy === undefined ? {} : { remedy }) };
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

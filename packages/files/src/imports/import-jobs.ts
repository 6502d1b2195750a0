import { Problem } from '@olympus/core';
import { defineJob, type JobKind, type Jobs } from '@olympus/jobs';
import { Type } from 'typebox';
import type { ImportQueue, Imports, ImportWork } from './imports.js';

const hourMs = 3_600_000;
const attempts = 5;

const input = Type.Object({ import_id: Type.String({ maxLength: 100 }) });
type Input = Type.Static<typeof input>;

const kinds: Readonly<Record<ImportWork, string>> = { import: 'files.import', undo: 'files.undo' };

/** Imports and their undoing as jobs of the product's queue: one of each at a time in a process. */
export function importJobs(imports: () => Imports): Readonly<Record<ImportWork, JobKind<Input>>> {
  const kindOf = (what: ImportWork) =>
    defineJob({
      kind: kinds[what],
      input,
      timeoutMs: 24 * hourMs,
      retry: { attempts },
      async run({ tenant, input: { import_id: id }, signal, attempt, progress }) {
        if (tenant === undefined) throw new Error('an import is some shop’s');
        await imports().work(what, tenant, id, {
          signal,
          progress: (fraction) => progress({ fraction }),
          again: (error) => attempt < attempts && mayPass(error),
        });
      },
    });
  return { import: kindOf('import'), undo: kindOf('undo') };
}

const passing = new Set(['timeout', 'unavailable', 'rate_limited', 'internal']);

/** Whether the queue tries again what failed so. */
const mayPass = (error: unknown) => !(error instanceof Problem) || passing.has(error.kind);

export function createImportQueue(
  jobs: Pick<Jobs, 'enqueue' | 'cancel'>,
  kindsOf: Readonly<Record<ImportWork, JobKind<Input>>>,
): ImportQueue {
  const enqueue: (...of: Parameters<ImportQueue['add']>) => Promise<number> = async (
    what,
    entry,
  ) => {
    const { id, tenant } = entry;
    const job = await jobs.enqueue(kindsOf[what], { import_id: id }, { tenant, exclusiveKey: id });
    return job.id;
  };
  return {
    async add(what, entry) {
      await enqueue(what, entry);
    },
    async cancel(what, entry) {
      // of one import only one job waits or runs: asking for it names that one
      await jobs.cancel(entry.tenant, await enqueue(what, entry));
    },
  };
}

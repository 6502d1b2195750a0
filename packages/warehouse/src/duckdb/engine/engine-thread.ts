import type { Logger } from '@olympus/core';
import { openThread } from '@olympus/threads';
import type { Engine } from './engine.js';
import type { SessionOptions } from './session.js';

type Plain = Omit<Engine, 'scanHashes' | 'query' | 'close'>;

/** The engine's methods as its thread is asked for them: no callbacks, no signals. */
export interface EngineMethods extends Plain {
  query(
    statement: Parameters<Engine['query']>[0],
    deadlineMs: number | undefined,
  ): ReturnType<Engine['query']>;
  /** Tells the hashes as progress. */
  scanHashes(ledger: 'events' | 'sales'): Promise<void>;
}

/** Opens the database in a thread of its own. */
export async function openEngineThread(session: SessionOptions, log: Logger): Promise<Engine> {
  const thread = await openThread<EngineMethods>({
    entry: new URL('./engine-worker.js', import.meta.url),
    name: 'the thread of the warehouse',
    log,
    data: session,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  return {
    lastCommit: () => thread.call('lastCommit', []),
    owner: () => thread.call('owner', []),
    claim: (...args) => thread.call('claim', args),
    load: (commits, layout) =>
      thread.call('load', [commits, layout], { transfer: commits.map(({ payload }) => payload) }),
    query: (statement, { deadlineMs, signal }) =>
      thread.call('query', [statement, deadlineMs], signal === undefined ? {} : { signal }),
    findEvents: (...args) => thread.call('findEvents', args),
    fetchEvents: (...args) => thread.call('fetchEvents', args),
    fetchDocuments: (...args) => thread.call('fetchDocuments', args),
    fetchDocumentsOfEvents: (...args) => thread.call('fetchDocumentsOfEvents', args),
    fetchRecords: (...args) => thread.call('fetchRecords', args),
    fetchDeadLetters: (...args) => thread.call('fetchDeadLetters', args),
    scanHashes: (ledger, visit) =>
      thread.call('scanHashes', [ledger], {
        // the thread tells nothing else
        onProgress: (hashes) => visit(hashes as Float64Array),
      }),
    fetchRollup: (...args) => thread.call('fetchRollup', args),
    lastChange: (...args) => thread.call('lastChange', args),
    addToRollup: (...args) => thread.call('addToRollup', args),
    fetchPerson: (...args) => thread.call('fetchPerson', args),
    erasePerson: (...args) => thread.call('erasePerson', args),
    eraseDeadLetters: (...args) => thread.call('eraseDeadLetters', args),
    rewrite: () => thread.call('rewrite', []),
    ping: () => thread.call('ping', []),
    damage: () => thread.call('damage', []),
    backup: (...args) => thread.call('backup', args),
    close: () => thread.close(),
  };
}

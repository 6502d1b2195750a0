import { serveThread } from '@olympus/threads';
import { createEngine } from './engine.js';
import type { EngineMethods } from './engine-thread.js';
import type { SessionOptions } from './session.js';

serveThread<EngineMethods, SessionOptions>(
  async (session, log) => {
    const engine = await createEngine(session, log);
    return {
      handlers: {
        lastCommit: () => engine.lastCommit(),
        owner: () => engine.owner(),
        claim: (args) => engine.claim(...args),
        load: (args) => engine.load(...args),
        query: ([statement, deadlineMs], { signal }) =>
          engine.query(statement, { deadlineMs, signal }),
        findEvents: (args) => engine.findEvents(...args),
        fetchEvents: (args) => engine.fetchEvents(...args),
        fetchDocuments: (args) => engine.fetchDocuments(...args),
        fetchDocumentsOfEvents: (args) => engine.fetchDocumentsOfEvents(...args),
        fetchRecords: (args) => engine.fetchRecords(...args),
        fetchDeadLetters: (args) => engine.fetchDeadLetters(...args),
        scanHashes: ([ledger], { progress }) =>
          engine.scanHashes(ledger, (hashes) => {
            const own = Float64Array.from(hashes);
            progress(own, [own.buffer]);
          }),
        fetchRollup: (args) => engine.fetchRollup(...args),
        lastChange: (args) => engine.lastChange(...args),
        addToRollup: (args) => engine.addToRollup(...args),
        fetchPerson: (args) => engine.fetchPerson(...args),
        erasePerson: (args) => engine.erasePerson(...args),
        eraseDeadLetters: (args) => engine.eraseDeadLetters(...args),
        rewrite: () => engine.rewrite(),
        ping: () => engine.ping(),
        damage: () => engine.damage(),
        backup: (args) => engine.backup(...args),
      },
      close: () => engine.close(),
    };
  },
  { answers: 'json' },
);

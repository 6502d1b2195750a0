import { createRandom, silentLogger, systemClock } from '@olympus/core';
import { openDatabase } from '@olympus/platform';
import Type from 'typebox';
import { defineJob } from '../job.js';
import { createJobs } from '../jobs.js';
import { prepareForChildren } from './children.js';

/**
 * A process of its own, to be killed. Arguments: where the store is (a folder, or the address of a
 * server), and whether it enqueues without end and prints each id when that is stored (`enqueue`),
 * or only works. Each job notes in the table `ran` that it began, and waits a moment; where it
 * enqueues, every third says that it began and is still running when the process is killed.
 */
const [location = '', mode = 'work'] = process.argv.slice(2);
const server = location.startsWith('postgres');
const database = await openDatabase(
  server ? { databaseUrl: location } : { dataDir: location },
  silentLogger,
);
if (!server) await prepareForChildren(database);
const kind = defineJob({
  kind: 'test.crash',
  input: Type.Object({}),
  concurrency: 4,
  run: async ({ id, fence }) => {
    await database.execute('insert into ran values ($1, $2, $3)', [id, fence, process.pid]);
    const endless = mode === 'enqueue' && id % 3 === 0;
    if (endless) process.stdout.write(`running ${id}\n`);
    await new Promise((resolve) => setTimeout(resolve, endless ? 3_600_000 : 5));
  },
});
const jobs = createJobs({
  database,
  clock: systemClock,
  log: silentLogger,
  random: createRandom(process.pid),
  policy: { pollMs: 50, beatMs: 200 },
});
jobs.register(kind);
await jobs.start();
process.stdout.write('ready\n');
if (mode === 'enqueue') {
  for (;;) process.stdout.write(`${(await jobs.enqueue(kind, {})).id}\n`);
} else {
  // the queue's own timers keep no process alive
  setInterval(() => {}, 60_000);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, tenantId } from '@olympus/core';
import { defineJob } from '@olympus/jobs';
import jobsRoom from '@olympus/jobs/room';
import platformRoom from '@olympus/platform/room';
import pino from 'pino';
import { Type } from 'typebox';
import { openOlympus } from '../server.js';
import { readSettings } from '../settings.js';

/**
 * Serves, lets a fault that nobody waits for happen in each kind of place, and prints as JSON what
 * health says and how a request is answered after each.
 */
const folder = mkdtempSync(join(tmpdir(), 'olympus-stray-'));
const olympus = await openOlympus({
  settings: readSettings(
    { PORT: '0', OLYMPUS_DATA_DIR: folder, OLYMPUS_DEMO: '0', LOG_LEVEL: 'silent' },
    folder,
  ),
  clock: systemClock,
  log: pino({ level: 'silent' }),
  serves: true,
});
const platform = olympus.service(platformRoom);
const jobs = olympus.service(jobsRoom);
const tenant = tenantId('one');

const stray = (place: string) => {
  void Promise.reject(new Error(`stray in ${place}`));
};
function strayingJob(place: string) {
  let done = () => {};
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  const run = async () => {
    stray(`a ${place}`);
    done();
  };
  const kind = defineJob({ kind: `test.${place}`, input: Type.Object({}), run });
  jobs.register(kind);
  return { kind, finished };
}

const job = strayingJob('job');
const scheduled = strayingJob('schedule');
const url = (await olympus.listen()).replace('localhost', '127.0.0.1');
await platform.tenants.create({ id: tenant });

const ask = async (path: string) => {
  const response = await fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${olympus.lock.token}` },
  });
  return { status: response.status, body: await response.json() };
};
const strayFaults = async () => {
  const { body } = await ask('/api/health');
  const { components } = body as { components: { name: string; detail?: unknown }[] };
  return components.find(({ name }) => name === 'process');
};

function inHandler(): Promise<unknown> {
  const live = olympus.rooms.operations.find(({ operation }) => operation.id === 'system.live');
  if (live === undefined) throw new Error('there is no such operation');
  const { handler } = live;
  Object.assign(live, {
    handler() {
      stray('a request handler');
      return { status: 'ok' };
    },
  });
  return ask('/livez').finally(() => Object.assign(live, { handler }));
}

async function inSubscriber(): Promise<void> {
  const stop = platform.changes.onChange(() => stray('a subscriber of the bus'));
  await platform.tenants.update(tenant, { name: 'One' });
  stop();
}

async function inJob(): Promise<void> {
  await jobs.enqueue(job.kind, {}, { tenant });
  await job.finished;
}

async function inSchedule(): Promise<void> {
  const recurrence = { everyMs: 1_000 };
  await jobs.schedules.put({ id: 'test', tenant, job: scheduled.kind, input: {}, recurrence });
  await scheduled.finished;
  await jobs.schedules.remove(tenant, 'test');
}

async function inBackground(): Promise<void> {
  setTimeout(() => {
    throw new Error('stray in a background task');
  }, 0);
}

const places = { inHandler, inSubscriber, inJob, inSchedule, inBackground };
const before = await strayFaults();
const after: Record<string, unknown> = {};
for (const [place, happen] of Object.entries(places)) {
  await happen();
  await new Promise((resolve) => setTimeout(resolve, 50));
  after[place] = { health: await strayFaults(), answer: (await ask('/livez')).status };
}
process.stdout.write(`${JSON.stringify({ before, after })}\n`);
await olympus.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

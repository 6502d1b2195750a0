import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, silentLogger, systemClock } from '@olympus/core';
import { openDatabase } from '@olympus/platform';
import { expect, it, vi } from 'vitest';
import { createJobs } from './jobs.js';
import { startChild } from './testing/children.js';
import { kindOf, prepare, until } from './testing/harness.js';

// starting PostgreSQL takes seconds where other tests keep the processor busy
vi.setConfig({ testTimeout: 600_000 });

it('loses no job to kill -9 in the middle, and takes up what was running', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'olympus-jobs-'));
  try {
    const acknowledged: number[] = [];
    const isId = (line: string) => /^\d+$/.test(line);
    for (let round = 0; round < 2; round++) {
      const child = startChild(dataDir, 'enqueue');
      await until(
        () =>
          child.lines().filter(isId).length > 40 &&
          child.lines().some((line) => line.startsWith('running')),
      );
      acknowledged.push(...(await child.kill()).filter(isId).map(Number));
    }
    const database = await openDatabase({ dataDir }, silentLogger);
    await prepare(database);
    const left = await database.execute(`select count(*) from jobs where state = 'running'`);
    expect(Number(left[0]?.[0])).toBeGreaterThan(0);
    const jobs = createJobs({
      database,
      clock: systemClock,
      log: silentLogger,
      random: createRandom(1),
    });
    jobs.register({ ...kindOf(async () => undefined, { concurrency: 8 }), kind: 'test.crash' });
    await jobs.start();
    await until(async () => {
      const counts = await jobs.counts();
      return (counts.get('waiting') ?? 0) + (counts.get('running') ?? 0) === 0;
    });
    const rows = await database.execute(
      `select id from jobs where kind = 'test.crash' and state = 'succeeded'`,
    );
    const succeeded = new Set(rows.map(([id]) => Number(id)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(80);
    expect(acknowledged.filter((id) => !succeeded.has(id))).toEqual([]);
    expect([...(await jobs.counts()).keys()]).toEqual(['succeeded']);
    await jobs.stop();
    await database.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

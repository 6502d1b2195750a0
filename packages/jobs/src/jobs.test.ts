import { silentLogger } from '@olympus/core';
import { openDatabase } from '@olympus/platform';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { createHarness, type Harness } from './testing/harness.js';
import { leasesSuite } from './testing/leases-suite.js';
import { queueSuite } from './testing/queue-suite.js';
import { schedulesSuite } from './testing/schedules-suite.js';
import { tenantsSuite } from './testing/tenants-suite.js';

vi.setConfig({ testTimeout: 600_000 });

describe('jobs on PGlite', () => {
  let harness: Harness;
  beforeAll(async () => {
    const database = await openDatabase({ memory: true }, silentLogger);
    harness = await createHarness(database, database);
  });
  afterAll(() => harness.database.close());
  const current = () => harness;

  describe('the queue', () => queueSuite(current));
  describe('leases', () => leasesSuite(current));
  describe('schedules', () => schedulesSuite(current));
  describe('tenants', () => tenantsSuite(current));
});

import { silentLogger } from '@olympus/core';
import { afterAll, beforeAll, describe } from 'vitest';
import { openEngine } from './database/open-database.js';
import { accessSuite } from './testing/access-suite.js';
import { createHarness, type Harness } from './testing/harness.js';
import { isolationSuite } from './testing/isolation-suite.js';
import { peopleSuite } from './testing/people-suite.js';
import { recordsSuite } from './testing/records-suite.js';

describe('the control plane on PGlite', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness(await openEngine({ memory: true }, silentLogger));
  });
  afterAll(() => harness.platform.close());
  const current = () => harness;

  describe('access', () => accessSuite(current));
  describe('people', () => peopleSuite(current));
  describe('records', () => recordsSuite(current));
  describe('isolation', () => isolationSuite(current));
});

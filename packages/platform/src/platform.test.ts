import { afterAll, beforeAll, describe } from 'vitest';
import { createPgliteEngine } from './database/pglite-engine.js';
import { openPglite } from './database/pglite-instance.js';
import { accessSuite } from './testing/access-suite.js';
import { createHarness, type Harness } from './testing/harness.js';
import { isolationSuite } from './testing/isolation-suite.js';
import { peopleSuite } from './testing/people-suite.js';
import { recordsSuite } from './testing/records-suite.js';

describe('the control plane on PGlite', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness(createPgliteEngine(await openPglite({})));
  });
  afterAll(() => harness.platform.close());
  const current = () => harness;

  describe('access', () => accessSuite(current));
  describe('people', () => peopleSuite(current));
  describe('records', () => recordsSuite(current));
  describe('isolation', () => isolationSuite(current));
});

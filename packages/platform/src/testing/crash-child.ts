import { silentLogger, systemClock } from '@olympus/core';
import { createPlatform } from '../platform.js';
import { testDeps } from './harness.js';

/** Creates tenants without end in the folder of its first argument, and prints each id when it is committed. */
const [dataDir = '', prefix = 't'] = process.argv.slice(2);
const platform = await createPlatform({ dataDir }, { ...testDeps(systemClock), log: silentLogger });
for (let i = 0; ; i++) {
  await platform.tenants.create({ id: `${prefix}-${i}` });
  process.stdout.write(`${prefix}-${i}\n`);
}

import { setImmediate as turn } from 'node:timers/promises';
import { silentLogger, tenantId } from '@olympus/core';
import { expect, test } from 'vitest';
import { openDuckDbWarehouse } from './warehouse.js';

test('closing while queries are under way fails them and harms nothing', async () => {
  for (let round = 0; round < 8; round++) {
    const warehouse = await openDuckDbWarehouse({
      path: ':memory:',
      log: silentLogger,
      threads: 1,
    });
    const queries = Array.from({ length: 12 }, () =>
      warehouse.query(tenantId('shop'), {
        text: 'SELECT sum(a.range * b.range) FROM range(3000) a, range(3000) b',
        parameters: [],
      }),
    );
    const outcomes = Promise.allSettled(queries);
    // each round closes a little later
    for (let turns = 0; turns < round * 10; turns++) await turn();
    await warehouse.close();
    for (const outcome of await outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Error);
    }
  }
});

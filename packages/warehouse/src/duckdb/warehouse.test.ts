import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, tenantId } from '@olympus/core';
import { expect, it } from 'vitest';
import { batch, describeWarehouse, row } from '../conformance/conformance.js';
import { openDuckDbWarehouse } from './warehouse.js';

const log = silentLogger;

describeWarehouse('DuckDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'warehouse.duckdb');
  let warehouse = await openDuckDbWarehouse({ path, log });
  return {
    warehouse,
    async reopen() {
      await warehouse.close();
      warehouse = await openDuckDbWarehouse({ path, log });
      return warehouse;
    },
    async destroy() {
      await warehouse.close();
      await rm(folder, { recursive: true });
    },
  };
});

it('refuses to open one file twice in a process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'warehouse.duckdb');
  const warehouse = await openDuckDbWarehouse({ path, log });
  await expect(openDuckDbWarehouse({ path, log })).rejects.toMatchObject({
    code: 'warehouse_open_already',
  });
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it('makes a backup that opens and holds everything committed before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const warehouse = await openDuckDbWarehouse({ path: join(folder, 'a.duckdb'), log });
  const demo = tenantId('demo');
  const product = row('products', { tenant_id: demo, product_id: 'p', version_at: 1, name: 'n' });
  await warehouse.commit(batch([demo], { products: [product] }));
  await warehouse.backup(join(folder, 'b.duckdb'));
  const copy = await openDuckDbWarehouse({ path: join(folder, 'b.duckdb'), log });
  expect(await copy.fetchDimension(demo, 'products', ['p'])).toEqual([product]);
  await Promise.all([warehouse.close(), copy.close()]);
  await rm(folder, { recursive: true });
});

import { randomUUID } from 'node:crypto';
import { Problem } from '@olympus/core';
import type { DuckDbWarehouse } from '@olympus/warehouse';
import type { Platform } from './platform.js';
import type { Setting } from './records/settings.js';

/** Names the installation whose control store this is. */
const installationId: Setting<string> = {
  name: 'installation.id',
  secret: false,
  parse: String,
};

/**
 * Sees that the control store and the warehouse belong together: without its tenants and keys a
 * warehouse would look empty and ready.
 * @param where  the control store, for people
 * @throws Problem `control_store_missing`, `control_store_foreign`
 */
export async function checkInstallation(
  { settings, tenants }: Pick<Platform, 'settings' | 'tenants'>,
  warehouse: Pick<DuckDbWarehouse, 'owner' | 'claim'>,
  where: string,
): Promise<void> {
  const { installation, wasEmpty } = await warehouse.owner();
  const known = await settings.get('system', installationId);
  const isNew = known === undefined && (await tenants.list()).length === 0;
  const belongs = installation === null ? wasEmpty || !isNew : installation === known;
  if (belongs) {
    const id = known ?? randomUUID();
    if (known === undefined) await settings.set('system', installationId, id);
    if (installation === null) await warehouse.claim(id);
    return;
  }
  throw new Problem({
    code: isNew ? 'control_store_missing' : 'control_store_foreign',
    kind: 'conflict',
    message: isNew
      ? `The warehouse holds data, but its control store is missing: ${where} is new`
      : `The warehouse belongs to another control store than ${where}`,
    remedy:
      'Bring back the control store that belongs to the warehouse, or restore a backup into a new data folder; to begin anew, move warehouse.duckdb and its journal away.',
    at: where,
  });
}

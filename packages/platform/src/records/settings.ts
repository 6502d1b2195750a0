import type { TenantId } from '@olympus/core';
import { Problem } from '@olympus/core';
import { and, eq, isNull } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { createReadCache } from '../database/cache.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { settings } from '../schema/index.js';
import { open, seal } from '../secrets/seal.js';
import { tenantNotFound } from '../tenants/tenants.js';

/** A named value of the installation or of a tenant. */
export interface Setting<T> {
  /** Dotted, such as `jwt.issuers`. */
  readonly name: string;
  /** Sealed under the master key in the store. */
  readonly secret: boolean;
  /** Checks what came from a person or from the store. @throws Problem */
  parse(value: unknown): T;
}

export type SettingScope = TenantId | 'system';

export interface Settings {
  /** Undefined where it was never set. Kept in memory. */
  get<T>(scope: SettingScope, setting: Setting<T>): Promise<T | undefined>;
  /** @param value undefined removes it. @throws what the setting's parse throws; Problem tenant_not_found */
  set<T>(scope: SettingScope, setting: Setting<T>, value: T | undefined): Promise<void>;
}

/** A setting of plain JSON that its user checks. */
export function jsonSetting(name: string): Setting<unknown> {
  return { name, secret: false, parse: (value) => value };
}

/** @param sealingKey 32 bytes */
export function createSettings(context: PlatformContext, sealingKey: Uint8Array): Settings {
  const { database, clock, changes, cacheTtlMs } = context;
  const cache = createReadCache<{ readonly value: unknown }>({
    max: 10_000,
    ttlMs: cacheTtlMs,
    clock,
  });

  const fetch = async (scope: SettingScope, setting: Setting<unknown>) => {
    const rows = await database.run((queries) =>
      queries.select({ value: settings.value }).from(settings).where(keyOf(scope, setting.name)),
    );
    if (rows[0] === undefined) return undefined;
    const owner = ownerOf(scope, setting.name);
    return { value: setting.secret ? unsealed(rows[0].value, owner) : rows[0].value };
  };

  const unsealed = (stored: unknown, owner: string): unknown => {
    const text = typeof stored === 'string' ? open(sealingKey, stored, owner) : undefined;
    if (text !== undefined) return JSON.parse(text);
    throw new Problem({
      code: 'setting_damaged',
      kind: 'internal',
      message: 'A sealed setting does not open.',
      remedy: 'Set it again.',
      at: owner,
    });
  };

  return {
    get: async (scope, setting) => {
      const kept = await cache.load(ownerOf(scope, setting.name), () => fetch(scope, setting));
      return kept === undefined ? undefined : setting.parse(kept.value);
    },
    set: async (scope, setting, value) => {
      const owner = ownerOf(scope, setting.name);
      if (value === undefined) {
        await database.run((queries) => queries.delete(settings).where(keyOf(scope, setting.name)));
      } else {
        const checked: unknown = setting.parse(value);
        const row = {
          tenantId: scope === 'system' ? null : scope,
          name: setting.name,
          value: setting.secret ? seal(sealingKey, JSON.stringify(checked), owner) : checked,
          updatedAt: clock.now(),
        };
        try {
          await database.run((queries) =>
            queries
              .insert(settings)
              .values(row)
              .onConflictDoUpdate({
                target: [settings.tenantId, settings.name],
                set: { value: row.value, updatedAt: row.updatedAt },
              }),
          );
        } catch (error) {
          throw isForeignKeyViolation(error) && scope !== 'system' ? tenantNotFound(scope) : error;
        }
      }
      cache.drop(owner);
      changes.publish({ kind: 'settings', tenantId: scope === 'system' ? undefined : scope });
    },
  };
}

function keyOf(scope: SettingScope, name: string) {
  const owner = scope === 'system' ? isNull(settings.tenantId) : eq(settings.tenantId, scope);
  return and(owner, eq(settings.name, name));
}

function ownerOf(scope: SettingScope, name: string): string {
  return `setting|${scope}|${name}`;
}

import type { PrincipalIdentity } from '@olympus/contract';
import { type TenantId, tenantId } from '@olympus/core';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { storable, storableJson } from '../database/storable.js';
import { auditLog } from '../schema/index.js';

export interface AuditRecord {
  /** Undefined for what concerns the installation. */
  readonly tenantId?: TenantId | undefined;
  readonly actor: PrincipalIdentity;
  /** Object and past participle: `key.created`, `user.role_set`. */
  readonly action: string;
  readonly target?: string | undefined;
  /** No secrets and nothing personal. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
}

export interface AuditEntry {
  /** Rises with every entry; also the cursor of lists. */
  readonly id: number;
  readonly tenantId: TenantId | null;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string };
  readonly action: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly requestId: string | null;
}

/** What was done by whom. The database itself refuses to change or remove an entry. */
export interface Audit {
  record(record: AuditRecord): Promise<void>;
  /**
   * Newest first.
   * @param tenant `all` for the whole installation, entries without a tenant included
   * @param options.before id of the last entry seen; limit 1–1,000, else 100
   */
  list(
    tenant: TenantId | 'all',
    options?: { readonly limit?: number | undefined; readonly before?: number | undefined },
  ): Promise<readonly AuditEntry[]>;
}

export function createAudit(context: PlatformContext): Audit {
  const { database, clock } = context;
  return {
    record: async (record) => {
      await database.run((queries) =>
        queries.insert(auditLog).values({
          tenantId: record.tenantId ?? null,
          at: clock.now(),
          actorKind: record.actor.kind,
          actorId: record.actor.id,
          actorName: storable(record.actor.name),
          action: record.action,
          target: record.target === undefined ? null : storable(record.target),
          detail: record.detail === undefined ? null : storableJson(record.detail),
          requestId: record.requestId ?? null,
        }),
      );
    },
    list: async (tenant, { limit = 100, before } = {}) => {
      const rows = await database.run((queries) =>
        queries
          .select()
          .from(auditLog)
          .where(
            and(
              tenant === 'all' ? undefined : eq(auditLog.tenantId, tenant),
              before === undefined ? undefined : lt(auditLog.id, before),
            ),
          )
          .orderBy(desc(auditLog.id))
          .limit(Math.min(Math.max(1, Math.trunc(limit)), 1000)),
      );
      return rows.map(toEntry);
    },
  };
}

function toEntry(row: typeof auditLog.$inferSelect): AuditEntry {
  return {
    id: row.id,
    tenantId: row.tenantId === null ? null : tenantId(row.tenantId),
    at: new Date(row.at).toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    target: row.target,
    detail: row.detail,
    requestId: row.requestId,
  };
}

import type { PrincipalIdentity } from '@olympus/contract';
import { type TenantId, tenantId } from '@olympus/core';
import { and, desc, eq, gte, inArray, like, lt, or, sql } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { storable, storableJson } from '../database/storable.js';
import { auditLog, users } from '../schema/index.js';

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
  /** What the target is called: the person's name, or the name it was made or last saved under. */
  readonly targetName: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly requestId: string | null;
}

/** Which entries are listed; all of them when nothing is given. */
export interface AuditFilter {
  /** Id of who did it. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** Half-open, in milliseconds. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** What a list of entries can be narrowed by. */
export interface AuditChoices {
  /** Who did anything, by name; of several names the latest. */
  readonly actors: readonly AuditEntry['actor'][];
  readonly actions: readonly string[];
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
    options?: AuditFilter & {
      readonly limit?: number | undefined;
      readonly before?: number | undefined;
    },
  ): Promise<readonly AuditEntry[]>;
  /** By whom and what was done: at most 500 of each. */
  choices(tenant: TenantId): Promise<AuditChoices>;
}

const mostChoices = 500;

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
    list: async (tenant, { limit = 100, before, actor, action, fromMs, toMs } = {}) => {
      const rows = await database.run((queries) =>
        queries
          .select()
          .from(auditLog)
          .where(
            and(
              tenant === 'all' ? undefined : eq(auditLog.tenantId, tenant),
              before === undefined ? undefined : lt(auditLog.id, before),
              actor === undefined ? undefined : eq(auditLog.actorId, actor),
              action === undefined ? undefined : eq(auditLog.action, action),
              fromMs === undefined ? undefined : gte(auditLog.at, fromMs),
              toMs === undefined ? undefined : lt(auditLog.at, toMs),
            ),
          )
          .orderBy(desc(auditLog.id))
          .limit(Math.min(Math.max(1, Math.trunc(limit)), 1000)),
      );
      const names = await namesOf(context, tenant, [
        ...new Set(rows.flatMap(({ target }) => target ?? [])),
      ]);
      return rows.map((row) => toEntry(row, names));
    },
    choices: async (tenant) => {
      const { actorKind: kind, actorId: id, actorName: name, action } = auditLog;
      const ofTenant = eq(auditLog.tenantId, tenant);
      const actors = await database.run((queries) =>
        queries
          .selectDistinctOn([kind, id], { kind, id, name })
          .from(auditLog)
          .where(ofTenant)
          .orderBy(kind, id, desc(auditLog.id))
          .limit(mostChoices),
      );
      const actions = await database.run((queries) =>
        queries
          .selectDistinct({ action })
          .from(auditLog)
          .where(ofTenant)
          .orderBy(action)
          .limit(mostChoices),
      );
      return {
        actors: [...actors].sort((a, b) => a.name.localeCompare(b.name)),
        actions: actions.map((one) => one.action),
      };
    },
  };
}

/** What targets are called, by their ids. */
async function namesOf(
  { database }: PlatformContext,
  tenant: TenantId | 'all',
  targets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (targets.length === 0) return new Map();
  const { target, action, detail } = auditLog;
  const name = sql<string>`${detail}->>'name'`;
  const [people, things] = await Promise.all([
    database.run((queries) =>
      queries
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(inArray(users.id, [...targets])),
    ),
    database.run((queries) =>
      queries
        .selectDistinctOn([target], { id: target, name })
        .from(auditLog)
        .where(
          and(
            tenant === 'all' ? undefined : eq(auditLog.tenantId, tenant),
            inArray(target, [...targets]),
            or(like(action, '%.created'), like(action, '%.saved')),
            sql`${name} is not null`,
          ),
        )
        .orderBy(target, desc(auditLog.id)),
    ),
  ]);
  return new Map([...things, ...people].map((one) => [String(one.id), one.name]));
}

function toEntry(
  row: typeof auditLog.$inferSelect,
  names: ReadonlyMap<string, string>,
): AuditEntry {
  return {
    id: row.id,
    tenantId: row.tenantId === null ? null : tenantId(row.tenantId),
    at: new Date(row.at).toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    target: row.target,
    targetName: names.get(row.target ?? '') ?? null,
    detail: row.detail,
    requestId: row.requestId,
  };
}

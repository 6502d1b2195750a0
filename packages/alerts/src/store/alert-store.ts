import { type Clock, Problem, type TenantId } from '@olympus/core';
import { type Database, isForeignKeyViolation, type Row } from '@olympus/platform';
import { alertLimits, type Definition } from '../definition/definition.js';
import { noProgress, type Progress } from '../rules/progress.js';
import { isoOf, msOf, parsed } from './cells.js';

/** Why an alert cannot be judged, for people. */
export interface Broken {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
  readonly since: string;
}

/** An alert as it is stored. */
export interface StoredAlert {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly definition: Definition;
  readonly progress: Progress;
  readonly broken: Broken | null;
  readonly silencedUntilMs: number | null;
  readonly checkedAtMs: number | null;
  /** Rises with every write: who wrote by an older one changes nothing. */
  readonly revision: number;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
}

/** What an evaluation found about an alert. */
export interface Checked {
  readonly id: string;
  readonly revision: number;
  readonly progress: Progress;
  readonly broken: Broken | null;
}

export interface AlertStore {
  /** In the order they were made. */
  list(tenant: TenantId): Promise<readonly StoredAlert[]>;
  /** @throws Problem `alert_not_found` */
  get(tenant: TenantId, id: string): Promise<StoredAlert>;
  /** @throws Problem `too_many_alerts`, `tenant_not_found` */
  add(tenant: TenantId, id: string, definition: Definition): Promise<StoredAlert>;
  /** @param anew  forgets where it stood. @throws Problem `alert_not_found` */
  replace(
    tenant: TenantId,
    id: string,
    definition: Definition,
    anew: boolean,
  ): Promise<StoredAlert>;
  /** @throws Problem `alert_not_found` */
  remove(tenant: TenantId, id: string): Promise<void>;
  /** @throws Problem `alert_not_found` */
  silence(tenant: TenantId, id: string, untilMs: number | null): Promise<StoredAlert>;
  /** Tenants that have an alert. */
  tenants(): Promise<readonly TenantId[]>;
  /** Keeps where alerts stand that changed nothing for people, by one statement. */
  keep(tenant: TenantId, checked: readonly Checked[]): Promise<void>;
}

const columns =
  'id, tenant_id, definition, progress, broken, silenced_until, checked_at, revision, created_at, changed_at';

export const alertNotFound = (id: string) =>
  new Problem({
    code: 'alert_not_found',
    kind: 'not_found',
    message: `There is no alert ${id.slice(0, 80)}`,
    remedy: 'Look at the list of alerts.',
  });

export function createAlertStore(database: Database, clock: Clock): AlertStore {
  const one = async (rows: readonly Row[], id: string) => {
    const [row] = rows;
    if (row === undefined) throw alertNotFound(id);
    return toAlert(row);
  };
  const now = () => isoOf(clock.now());
  return {
    async list(tenant) {
      const rows = await database.execute(
        `select ${columns} from alerts where tenant_id = $1 order by created_at, id`,
        [tenant],
      );
      return rows.map(toAlert);
    },
    async get(tenant, id) {
      const sql = `select ${columns} from alerts where tenant_id = $1 and id = $2`;
      return one(await database.execute(sql, [tenant, id]), id);
    },
    async add(tenant, id, definition) {
      const rows = await database
        .execute(
          `insert into alerts (id, tenant_id, definition, progress, revision, created_at, changed_at)
           select $1, $2, $3::text::jsonb, $4::text::jsonb, 1, $5::text::timestamptz, $5::text::timestamptz
           where (select count(*) from alerts where tenant_id = $2) < ${alertLimits.alerts}
           returning ${columns}`,
          [id, tenant, JSON.stringify(definition), JSON.stringify(noProgress), now()],
        )
        .catch((error: unknown) => {
          throw isForeignKeyViolation(error) ? noTenant(tenant) : error;
        });
      const [row] = rows;
      if (row === undefined) throw tooMany();
      return toAlert(row);
    },
    async replace(tenant, id, definition, anew) {
      const rows = await database.execute(
        `update alerts set definition = $3::text::jsonb, broken = null, revision = revision + 1,
           progress = case when $5::boolean then $6::text::jsonb else progress end,
           changed_at = $4::text::timestamptz
         where tenant_id = $1 and id = $2 returning ${columns}`,
        [tenant, id, JSON.stringify(definition), now(), anew, JSON.stringify(noProgress)],
      );
      return one(rows, id);
    },
    async remove(tenant, id) {
      const sql = 'delete from alerts where tenant_id = $1 and id = $2 returning id';
      if ((await database.execute(sql, [tenant, id])).length === 0) throw alertNotFound(id);
    },
    async silence(tenant, id, untilMs) {
      const rows = await database.execute(
        `update alerts set silenced_until = $3::text::timestamptz
         where tenant_id = $1 and id = $2 returning ${columns}`,
        [tenant, id, untilMs === null ? null : isoOf(untilMs)],
      );
      return one(rows, id);
    },
    async tenants() {
      const rows = await database.execute('select distinct tenant_id from alerts');
      return rows.map(([tenant]) => String(tenant) as TenantId);
    },
    async keep(tenant, checked) {
      if (checked.length === 0) return;
      await database.execute(
        `update alerts set progress = kept.progress, broken = kept.broken,
           checked_at = $2::text::timestamptz, revision = alerts.revision + 1
         from jsonb_to_recordset($3::text::jsonb)
           as kept(id text, revision bigint, progress jsonb, broken jsonb)
         where alerts.tenant_id = $1 and alerts.id = kept.id and alerts.revision = kept.revision
         returning alerts.id`,
        [tenant, now(), JSON.stringify(checked)],
      );
    },
  };
}

function toAlert([
  id,
  tenant,
  definition,
  progress,
  broken,
  silencedUntil,
  checkedAt,
  revision,
  createdAt,
  changedAt,
]: Row): StoredAlert {
  return {
    id: String(id),
    tenantId: String(tenant) as TenantId,
    // written above, and handed out as text or parsed
    definition: parsed(definition) as Definition,
    progress: parsed(progress) as Progress,
    broken: absent(parsed(broken)) as Broken | null,
    silencedUntilMs: msOf(silencedUntil),
    checkedAtMs: msOf(checkedAt),
    revision: Number(revision),
    createdAtMs: Number(createdAt),
    changedAtMs: Number(changedAt),
  };
}

const absent = (value: unknown) => value ?? null;

const tooMany = () =>
  new Problem({
    code: 'too_many_alerts',
    kind: 'conflict',
    message: `There are ${alertLimits.alerts} alerts already`,
    remedy: 'Remove one that nobody needs.',
  });

const noTenant = (tenant: TenantId) =>
  new Problem({
    code: 'tenant_not_found',
    kind: 'not_found',
    message: `There is no tenant "${tenant}"`,
  });

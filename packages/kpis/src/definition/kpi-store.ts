import { type Clock, Problem, type TenantId } from '@olympus/core';
import { type Database, isForeignKeyViolation, type Row } from '@olympus/platform';
import { type KpiDefinition, kpiLimits } from './definition.js';

/** The definitions of all tenants. */
export interface KpiStore {
  /** In the order they were made. */
  list(tenant: TenantId): Promise<readonly KpiDefinition[]>;
  /** @throws Problem `kpi_not_found` */
  get(tenant: TenantId, id: string): Promise<KpiDefinition>;
  /** @throws Problem `too_many_kpis`, `tenant_not_found` */
  add(tenant: TenantId, kpi: NewKpi, dueMs: number): Promise<KpiDefinition>;
  /** @throws Problem `kpi_not_found` */
  replace(tenant: TenantId, kpi: NewKpi, dueMs: number): Promise<KpiDefinition>;
  /** @throws Problem `kpi_not_found` */
  remove(tenant: TenantId, id: string): Promise<void>;
  /** Tenants with a KPI whose period has ended since it was recorded last. */
  due(): Promise<readonly TenantId[]>;
  setDue(id: string, dueMs: number): Promise<void>;
}

export type NewKpi = Omit<KpiDefinition, 'createdAt' | 'changedAt' | 'measuredAt'>;

const columns =
  'id, name, metric, filters, direction, calendar, target, owner, description, created_at, changed_at, measured_at';

export const kpiNotFound = (id: string) =>
  new Problem({
    code: 'kpi_not_found',
    kind: 'not_found',
    message: `There is no KPI ${id.slice(0, 80)}`,
    remedy: 'Look at the list of KPIs.',
  });

export function createKpiStore(database: Database, clock: Clock): KpiStore {
  const iso = (ms: number) => new Date(ms).toISOString();
  const get: KpiStore['get'] = async (tenant, id) => {
    const [row] = await database.execute(
      `select ${columns} from kpis where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
    if (row === undefined) throw kpiNotFound(id);
    return toKpi(row);
  };
  const values = (tenant: TenantId, kpi: NewKpi, dueMs: number) => [
    kpi.id,
    tenant,
    kpi.name,
    kpi.metric,
    JSON.stringify(kpi.filters),
    kpi.direction,
    kpi.calendar,
    kpi.target === null ? null : JSON.stringify(kpi.target),
    kpi.owner,
    kpi.description,
    iso(clock.now()),
    iso(dueMs),
  ];
  return {
    get,
    async list(tenant) {
      const rows = await database.execute(
        `select ${columns} from kpis where tenant_id = $1 order by created_at, id`,
        [tenant],
      );
      return rows.map(toKpi);
    },
    async add(tenant, kpi, dueMs) {
      try {
        const rows = await database.execute(
          `insert into kpis (id, tenant_id, name, metric, filters, direction, calendar, target, owner, description, created_at, changed_at, measured_at, due_at)
           select $1, $2, $3, $4, $5::jsonb, $6, $7, $8::jsonb, $9, $10, $11::text::timestamptz, $11::text::timestamptz, $11::text::timestamptz, $12::text::timestamptz
           where (select count(*) from kpis where tenant_id = $2) < ${kpiLimits.kpis} returning id`,
          values(tenant, kpi, dueMs),
        );
        if (rows.length === 0) throw tooMany();
      } catch (error) {
        throw isForeignKeyViolation(error) ? noTenant(tenant) : error;
      }
      return get(tenant, kpi.id);
    },
    async replace(tenant, kpi, dueMs) {
      const rows = await database.execute(
        `update kpis set name = $3, metric = $4, filters = $5::jsonb, direction = $6, calendar = $7, target = $8::jsonb,
           owner = $9, description = $10, changed_at = $11::text::timestamptz,
           measured_at = case when (metric, filters, calendar) = ($4, $5::jsonb, $7) then measured_at else $11::text::timestamptz end,
           due_at = $12::text::timestamptz
         where id = $1 and tenant_id = $2 returning id`,
        values(tenant, kpi, dueMs),
      );
      if (rows.length === 0) throw kpiNotFound(kpi.id);
      return get(tenant, kpi.id);
    },
    async remove(tenant, id) {
      const rows = await database.execute(
        'delete from kpis where tenant_id = $1 and id = $2 returning id',
        [tenant, id],
      );
      if (rows.length === 0) throw kpiNotFound(id);
    },
    async due() {
      const rows = await database.execute(
        'select distinct tenant_id from kpis where due_at <= $1::text::timestamptz',
        [iso(clock.now())],
      );
      return rows.map(([tenant]) => String(tenant) as TenantId);
    },
    async setDue(id, dueMs) {
      await database.execute('update kpis set due_at = $2::text::timestamptz where id = $1', [
        id,
        iso(dueMs),
      ]);
    },
  };
}

function toKpi([
  id,
  name,
  metric,
  filters,
  direction,
  calendar,
  target,
  owner,
  description,
  createdAt,
  changedAt,
  measuredAt,
]: Row): KpiDefinition {
  return {
    id: String(id),
    name: String(name),
    metric: String(metric),
    filters: parsed(filters) as KpiDefinition['filters'],
    direction: (direction ?? null) as KpiDefinition['direction'],
    calendar: String(calendar) as KpiDefinition['calendar'],
    target: parsed(target) as KpiDefinition['target'],
    owner: String(owner),
    description: String(description),
    createdAt: new Date(Number(createdAt)).toISOString(),
    changedAt: new Date(Number(changedAt)).toISOString(),
    measuredAt: new Date(Number(measuredAt)).toISOString(),
  };
}

/** Drivers hand JSON out as text or parsed. */
const parsed = (cell: unknown): unknown =>
  typeof cell === 'string' ? JSON.parse(cell) : (cell ?? null);

const tooMany = () =>
  new Problem({
    code: 'too_many_kpis',
    kind: 'conflict',
    message: `There are ${kpiLimits.kpis} KPIs already`,
    remedy: 'Remove one that nobody looks at.',
  });

const noTenant = (tenant: TenantId) =>
  new Problem({
    code: 'tenant_not_found',
    kind: 'not_found',
    message: `There is no tenant "${tenant}"`,
  });

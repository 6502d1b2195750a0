import type { Clock, CustomerKey, TenantId } from '@olympus/core';
import { type Database, isForeignKeyViolation, type Row, storable } from '@olympus/platform';
import { type CohortDefinition, parseCohortDefinition } from '@olympus/semantic';
import { tenantNotFound } from './cohort-faults.js';

/** A cohort as it is stored. */
export interface StoredCohort {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly definition: CohortDefinition;
  /** Customers of a list; none of one that is made of rules. */
  readonly customers: readonly string[];
  readonly createdAt: string;
  readonly changedAt: string;
}

export type CohortToStore = Pick<StoredCohort, 'id' | 'name' | 'description' | 'definition'> & {
  readonly customers: readonly CustomerKey[];
};

/** The cohorts of tenants. */
export interface CohortStore {
  /** By name. */
  list(tenant: TenantId): Promise<readonly StoredCohort[]>;
  /** Adds or replaces, list and all. @throws Problem `tenant_not_found` */
  put(tenant: TenantId, cohort: CohortToStore): Promise<void>;
  remove(tenant: TenantId, id: string): Promise<void>;
}

const columns = `id, name, description, definition::text,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const upsert = `insert into cohorts (tenant_id, id, name, description, definition, created_at, changed_at)
  values ($1, $2, $3, $4, $5::text::jsonb, $6::text::timestamptz, $6::text::timestamptz)
  on conflict (tenant_id, id) do update set name = excluded.name,
    description = excluded.description, definition = excluded.definition,
    changed_at = excluded.changed_at`;
const fill = `insert into cohort_members (tenant_id, cohort_id, customer_key)
  select $1, $2, key from json_array_elements_text($3::text::json) as keys (key)`;

export function createCohortStore(database: Database, clock: Clock): CohortStore {
  return {
    list: async (tenant) => {
      const [cohorts, members] = await Promise.all([
        database.execute(`select ${columns} from cohorts where tenant_id = $1 order by name, id`, [
          tenant,
        ]),
        database.execute(
          'select cohort_id, customer_key from cohort_members where tenant_id = $1 order by 1, 2',
          [tenant],
        ),
      ]);
      const lists = new Map<string, string[]>();
      for (const [id, key] of members) {
        const list = lists.get(String(id)) ?? [];
        list.push(String(key));
        lists.set(String(id), list);
      }
      return cohorts.map((row) => toCohort(row, lists));
    },
    put: async (tenant, { id, name, description, definition, customers }) => {
      const now = new Date(clock.now()).toISOString();
      const text = storable(JSON.stringify(definition));
      try {
        await database.script(async (execute) => {
          await execute(upsert, [tenant, id, storable(name), storable(description), text, now]);
          await execute('delete from cohort_members where tenant_id = $1 and cohort_id = $2', [
            tenant,
            id,
          ]);
          await execute(fill, [tenant, id, JSON.stringify(customers)]);
        });
      } catch (error) {
        throw isForeignKeyViolation(error) ? tenantNotFound(tenant) : error;
      }
    },
    remove: async (tenant, id) => {
      await database.execute('delete from cohorts where tenant_id = $1 and id = $2', [tenant, id]);
    },
  };
}

function toCohort(
  [id, name, description, definition, createdAt, changedAt]: Row,
  lists: ReadonlyMap<string, readonly string[]>,
): StoredCohort {
  return {
    id: String(id),
    name: String(name),
    description: String(description),
    definition: parseCohortDefinition(JSON.parse(String(definition))),
    customers: lists.get(String(id)) ?? [],
    createdAt: String(createdAt),
    changedAt: String(changedAt),
  };
}

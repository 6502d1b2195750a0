import type { Clock, TenantId } from '@olympus/core';
import type { Database, Execute, Row } from '@olympus/platform';
import { type Allocation, overlap } from '../assignment/allocation.js';
import { type ExperimentDefinition, experimentLimits } from '../definition/definition.js';
import type { ExperimentState } from '../definition/states.js';
import { conflict, experimentNotFound } from '../problems.js';

/** What was decided, and what was known when it was. */
export interface ExperimentDecision {
  /** The arm that everybody gets from now on. */
  readonly arm: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  /** The verdict of that moment, as `experiments.results` gave it. */
  readonly verdict: unknown;
}

export interface StoredExperiment {
  readonly key: string;
  readonly state: ExperimentState;
  readonly version: number;
  readonly definition: ExperimentDefinition;
  readonly allocation: Allocation | null;
  readonly decision: ExperimentDecision | null;
  readonly changedBy: string;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  readonly startedAtMs: number | null;
  /** Exposures count from here: the start, or the last change of weights. */
  readonly measuredFromMs: number | null;
  readonly stoppedAtMs: number | null;
}

export type ExperimentChange = Partial<
  Pick<
    StoredExperiment,
    | 'state'
    | 'definition'
    | 'allocation'
    | 'decision'
    | 'startedAtMs'
    | 'measuredFromMs'
    | 'stoppedAtMs'
  >
>;

export interface ExperimentVersion {
  readonly version: number;
  readonly state: ExperimentState;
  readonly definition: ExperimentDefinition;
  readonly changedBy: string;
  readonly changedAtMs: number;
}

/** Experiments with their versions. Everything asks for the tenant, and finds nothing of another's. */
export interface ExperimentStore {
  /** Newest change first. */
  list(tenant: TenantId): Promise<readonly StoredExperiment[]>;
  find(tenant: TenantId, key: string): Promise<StoredExperiment | undefined>;
  /** @throws Problem `experiment_not_found` */
  get(tenant: TenantId, key: string): Promise<StoredExperiment>;
  /** @throws Problem `too_many`, `experiment_exists` */
  add(
    tenant: TenantId,
    key: string,
    definition: ExperimentDefinition,
    by: string,
  ): Promise<StoredExperiment>;
  /**
   * Changes what it was as of that version, so that nobody's change is lost.
   * @throws Problem `experiment_changed`, `experiment_not_found`
   */
  change(
    tenant: TenantId,
    was: StoredExperiment,
    change: ExperimentChange,
    by: string,
  ): Promise<StoredExperiment>;
  /** @throws Problem `experiment_not_found` */
  remove(tenant: TenantId, key: string): Promise<void>;
  /** Newest first. */
  versions(tenant: TenantId, key: string): Promise<readonly ExperimentVersion[]>;
}

const columns =
  'key, state, version, definition, allocation, decision, changed_by, created_at, changed_at, started_at, measured_from, stopped_at';

export function createExperimentStore(database: Database, clock: Clock): ExperimentStore {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const find: ExperimentStore['find'] = async (tenant, key) => {
    const [row] = await database.execute(
      `select ${columns} from experiments where tenant_id = $1 and key = $2`,
      [tenant, key],
    );
    return row === undefined ? undefined : toExperiment(row);
  };
  const get: ExperimentStore['get'] = async (tenant, key) => {
    const found = await find(tenant, key);
    if (found === undefined) throw experimentNotFound(key);
    return found;
  };
  return {
    find,
    get,
    async list(tenant) {
      const rows = await database.execute(
        `select ${columns} from experiments where tenant_id = $1 order by changed_at desc, key`,
        [tenant],
      );
      return rows.map(toExperiment);
    },
    async add(tenant, key, definition, by) {
      await database.script(async (execute) => {
        // of several at once, each waits for its turn to count
        await execute('select id from tenants where id = $1 for update', [tenant]);
        const [count] = await execute('select count(*) from experiments where tenant_id = $1', [
          tenant,
        ]);
        if (Number(count?.[0]) >= experimentLimits.experiments) throw tooMany();
        const made = await execute(
          `insert into experiments (tenant_id, key, state, version, definition, changed_by, created_at, changed_at)
           values ($1, $2, 'draft', 1, $3::text::jsonb, $4, $5::text::timestamptz, $5::text::timestamptz)
           on conflict do nothing returning key`,
          [tenant, key, JSON.stringify(definition), by, iso(clock.now())],
        );
        if (made.length === 0) throw exists(key);
        await keepVersion(execute, tenant, key);
      });
      return get(tenant, key);
    },
    async change(tenant, was, change, by) {
      const to = { ...was, ...change };
      await database.script(async (execute) => {
        if (change.allocation !== undefined) await requireFreeTraffic(execute, tenant, to);
        const changed = await execute(
          `update experiments set state = $4, version = version + 1, definition = $5::text::jsonb,
             allocation = $6::text::jsonb, decision = $7::text::jsonb, changed_by = $8,
             changed_at = $9::text::timestamptz, started_at = $10::text::timestamptz,
             measured_from = $11::text::timestamptz, stopped_at = $12::text::timestamptz
           where tenant_id = $1 and key = $2 and version = $3 returning key`,
          [
            tenant,
            was.key,
            was.version,
            to.state,
            JSON.stringify(to.definition),
            to.allocation === null ? null : JSON.stringify(to.allocation),
            to.decision === null ? null : JSON.stringify(to.decision),
            by,
            iso(clock.now()),
            iso(to.startedAtMs),
            iso(to.measuredFromMs),
            iso(to.stoppedAtMs),
          ],
        );
        if (changed.length === 0) throw changedMeanwhile(was.key);
        await keepVersion(execute, tenant, was.key);
      });
      return get(tenant, was.key);
    },
    async remove(tenant, key) {
      const rows = await database.execute(
        'delete from experiments where tenant_id = $1 and key = $2 returning key',
        [tenant, key],
      );
      if (rows.length === 0) throw experimentNotFound(key);
    },
    async versions(tenant, key) {
      const rows = await database.execute(
        `select version, state, definition, changed_by, changed_at from experiment_versions
         where tenant_id = $1 and key = $2 order by version desc`,
        [tenant, key],
      );
      return rows.map(([version, state, definition, changedBy, changedAt]) => ({
        version: Number(version),
        state: String(state) as ExperimentState,
        definition: parsed(definition) as ExperimentDefinition,
        changedBy: String(changedBy),
        changedAtMs: Number(changedAt),
      }));
    },
  };
}

/**
 * Units of a layer are in one of its experiments, also where several begin at once.
 * @throws Problem `experiment_changed`
 */
async function requireFreeTraffic(
  execute: Execute,
  tenant: TenantId,
  { key, definition: { layer }, allocation }: StoredExperiment,
): Promise<void> {
  if (layer === null || allocation === null) return;
  // of several at once, each waits for its turn to look
  await execute('select id from tenants where id = $1 for update', [tenant]);
  const others = await execute(
    `select allocation from experiments
     where tenant_id = $1 and key <> $2 and state = 'running' and definition ->> 'layer' = $3`,
    [tenant, key, layer],
  );
  const isTaken = others.some(([other]) => {
    const taken = parsed(other) as Allocation | null;
    return taken !== null && overlap(taken.traffic, allocation.traffic);
  });
  if (isTaken) throw changedMeanwhile(key);
}

/** Copies the experiment as it stands to its versions, and lets go of the oldest. */
async function keepVersion(execute: Execute, tenant: TenantId, key: string): Promise<void> {
  await execute(
    `insert into experiment_versions (tenant_id, key, version, state, definition, allocation, changed_by, changed_at)
     select tenant_id, key, version, state, definition, allocation, changed_by, changed_at
     from experiments where tenant_id = $1 and key = $2`,
    [tenant, key],
  );
  await execute(
    `delete from experiment_versions v using experiments e
     where e.tenant_id = $1 and e.key = $2 and v.tenant_id = e.tenant_id and v.key = e.key
       and v.version <= e.version - $3::integer`,
    [tenant, key, experimentLimits.versions],
  );
}

/** Drivers hand JSON out as text or parsed; what it holds was checked when it was stored. */
const parsed = (cell: unknown): unknown =>
  typeof cell === 'string' ? JSON.parse(cell) : (cell ?? null);

const instant = (cell: unknown): number | null =>
  cell === null || cell === undefined ? null : Number(cell);

function toExperiment(row: Row): StoredExperiment {
  const [key, state, version, definition, allocation, decision, changedBy, ...times] = row;
  const [createdAt, changedAt, startedAt, measuredFrom, stoppedAt] = times.map(instant);
  return {
    key: String(key),
    state: String(state) as ExperimentState,
    version: Number(version),
    definition: parsed(definition) as ExperimentDefinition,
    allocation: parsed(allocation) as Allocation | null,
    decision: parsed(decision) as ExperimentDecision | null,
    changedBy: String(changedBy),
    createdAtMs: createdAt ?? 0,
    changedAtMs: changedAt ?? 0,
    startedAtMs: startedAt ?? null,
    measuredFromMs: measuredFrom ?? null,
    stoppedAtMs: stoppedAt ?? null,
  };
}

const tooMany = () =>
  conflict(
    'too_many',
    `There are ${experimentLimits.experiments} experiments already, and no more are kept`,
    '/key',
    'Remove drafts that nobody needs.',
  );

const exists = (key: string) =>
  conflict(
    'experiment_exists',
    `There is an experiment "${key}" already`,
    '/key',
    'Choose another key: units are assigned by it.',
  );

const changedMeanwhile = (key: string) =>
  conflict(
    'experiment_changed',
    `Somebody changed "${key}" meanwhile`,
    '/key',
    'Look at it again and repeat your change.',
  );

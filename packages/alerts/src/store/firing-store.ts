import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import type { Why } from '../evaluation/why.js';
import type { Observation } from '../rules/observation.js';
import type { Checked } from './alert-store.js';
import { isoOf, msOf, parsed } from './cells.js';

/** One time that an alert fired: one thread of messages. */
export interface Firing {
  readonly alertId: string;
  readonly tenantId: TenantId;
  /** From 1, of each alert. */
  readonly number: number;
  /** The window that broke the rule. */
  readonly windowAt: string;
  readonly windowFromMs: number;
  readonly windowToMs: number;
  readonly severity: string;
  /** What the groups were at when they began to fire. */
  readonly groups: readonly Observation[];
  readonly why: Why | null;
  readonly note: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly acknowledgedAtMs: number | null;
  readonly acknowledgedBy: string | null;
  readonly toldAtMs: number | null;
  readonly escalatedAtMs: number | null;
  readonly endToldAtMs: number | null;
}

/** A change of an alert that people are told of. */
export interface Transition extends Checked {
  /** A firing that begins. */
  readonly begins?: {
    readonly windowAt: string;
    readonly windowFromMs: number;
    readonly windowToMs: number;
    readonly severity: string;
    readonly groups: readonly Observation[];
  };
  /** Groups that join the firing under way. */
  readonly joins?: readonly Observation[];
  /** The firing under way is over. */
  readonly ends?: boolean;
}

export interface FiringStore {
  /**
   * Keeps where an alert stands together with its firing, in one transaction; undefined when somebody
   * else has written about the alert since it was read, and nothing was kept.
   */
  transit(tenant: TenantId, change: Transition): Promise<Firing | undefined>;
  /** Newest first; of one alert, or of all of a tenant. */
  list(
    tenant: TenantId,
    about: { readonly alert?: string; readonly limit: number },
  ): Promise<readonly Firing[]>;
  /** @throws Problem `firing_not_found` */
  get(tenant: TenantId, alert: string, number: number): Promise<Firing>;
  /** The newest of each alert of a tenant. */
  newest(tenant: TenantId): Promise<ReadonlyMap<string, Firing>>;
  /** Those that somebody is still to be told of, or whose escalation is open. */
  open(tenant: TenantId): Promise<readonly Firing[]>;
  /** How many of an alert began since then. */
  countSince(tenant: TenantId, alert: string, sinceMs: number): Promise<number>;
  /** Ends the firing under way of an alert that begins anew; nobody is told. */
  endOpen(tenant: TenantId, alert: string): Promise<void>;
  setWhy(firing: Firing, why: Why): Promise<void>;
  mark(firing: Firing, what: 'told_at' | 'escalated_at' | 'end_told_at'): Promise<void>;
  /** Says who looks after it, or adds a note. @throws Problem `firing_not_found` */
  acknowledge(
    tenant: TenantId,
    alert: string,
    number: number | undefined,
    by: { readonly who: string; readonly note: string | undefined },
  ): Promise<Firing>;
}

const columns =
  'alert_id, tenant_id, number, window_at, window_from, window_to, severity, groups, why, note, started_at, ended_at, acknowledged_at, acknowledged_by, told_at, escalated_at, end_told_at';

const notFound = (alert: string) =>
  new Problem({
    code: 'firing_not_found',
    kind: 'not_found',
    message: `The alert ${alert.slice(0, 80)} has not fired so`,
    remedy: 'Look at its history.',
  });

export function createFiringStore(database: Database, clock: Clock): FiringStore {
  const now = () => isoOf(clock.now());
  return {
    transit: (tenant, change) =>
      database.script(async (execute) => {
        const kept = await execute(
          `update alerts set progress = $4::text::jsonb, broken = $5::text::jsonb,
             checked_at = $6::text::timestamptz, revision = revision + 1
           where tenant_id = $1 and id = $2 and revision = $3::bigint returning id`,
          [
            tenant,
            change.id,
            change.revision,
            JSON.stringify(change.progress),
            change.broken === null ? null : JSON.stringify(change.broken),
            now(),
          ],
        );
        if (kept.length === 0) return undefined;
        const { begins, joins = [], ends = false } = change;
        let rows: readonly Row[] = [];
        if (joins.length > 0 || ends) {
          rows = await execute(
            `update alert_firings set groups = groups || $3::text::jsonb,
               ended_at = case when $4::boolean then $5::text::timestamptz end
             where alert_id = $1 and tenant_id = $2 and ended_at is null returning ${columns}`,
            [change.id, tenant, JSON.stringify(joins), ends, now()],
          );
        }
        if (begins !== undefined) {
          rows = await execute(
            `insert into alert_firings (alert_id, tenant_id, number, window_at, window_from, window_to,
               severity, groups, note, started_at)
             select $1, $2, coalesce(max(number), 0) + 1, $3, $4::text::timestamptz,
               $5::text::timestamptz, $6, $7::text::jsonb, '', $8::text::timestamptz
             from alert_firings where alert_id = $1 returning ${columns}`,
            [
              change.id,
              tenant,
              begins.windowAt,
              isoOf(begins.windowFromMs),
              isoOf(begins.windowToMs),
              begins.severity,
              JSON.stringify(begins.groups),
              now(),
            ],
          );
        }
        const [row] = rows;
        return row === undefined ? undefined : toFiring(row);
      }),
    async list(tenant, { alert, limit }) {
      const rows = await database.execute(
        `select ${columns} from alert_firings
         where tenant_id = $1 and ($2::text is null or alert_id = $2)
         order by started_at desc, number desc limit $3::integer`,
        [tenant, alert ?? null, limit],
      );
      return rows.map(toFiring);
    },
    async get(tenant, alert, number) {
      const [row] = await database.execute(
        `select ${columns} from alert_firings where tenant_id = $1 and alert_id = $2 and number = $3::integer`,
        [tenant, alert, number],
      );
      if (row === undefined) throw notFound(alert);
      return toFiring(row);
    },
    async newest(tenant) {
      const rows = await database.execute(
        `select distinct on (alert_id) ${columns} from alert_firings
         where tenant_id = $1 order by alert_id, number desc`,
        [tenant],
      );
      return new Map(rows.map(toFiring).map((firing) => [firing.alertId, firing]));
    },
    async open(tenant) {
      const rows = await database.execute(
        `select ${columns} from alert_firings where tenant_id = $1
           and (told_at is null or (ended_at is not null and end_told_at is null)
             or (ended_at is null and acknowledged_at is null and escalated_at is null))
         order by started_at limit 500`,
        [tenant],
      );
      return rows.map(toFiring);
    },
    async countSince(tenant, alert, sinceMs) {
      const [row] = await database.execute(
        `select count(*) from alert_firings
         where tenant_id = $1 and alert_id = $2 and started_at >= $3::text::timestamptz`,
        [tenant, alert, isoOf(sinceMs)],
      );
      return Number(row?.[0] ?? 0);
    },
    async endOpen(tenant, alert) {
      await database.execute(
        `update alert_firings set ended_at = $3::text::timestamptz,
           told_at = coalesce(told_at, $3::text::timestamptz), end_told_at = $3::text::timestamptz
         where tenant_id = $1 and alert_id = $2 and ended_at is null`,
        [tenant, alert, now()],
      );
    },
    async setWhy({ alertId, number }, why) {
      const sql = `update alert_firings set why = $3::text::jsonb where alert_id = $1 and number = $2::integer`;
      await database.execute(sql, [alertId, number, JSON.stringify(why)]);
    },
    async mark({ alertId, number }, what) {
      const sql = `update alert_firings set ${what} = $3::text::timestamptz where alert_id = $1 and number = $2::integer`;
      await database.execute(sql, [alertId, number, now()]);
    },
    async acknowledge(tenant, alert, number, { who, note }) {
      const [row] = await database.execute(
        `update alert_firings set acknowledged_at = coalesce(acknowledged_at, $4::text::timestamptz),
           acknowledged_by = coalesce(acknowledged_by, $5), note = coalesce($6, note)
         where tenant_id = $1 and alert_id = $2 and number = coalesce($3::integer,
           (select max(number) from alert_firings where tenant_id = $1 and alert_id = $2))
         returning ${columns}`,
        [tenant, alert, number ?? null, now(), who, note ?? null],
      );
      if (row === undefined) throw notFound(alert);
      return toFiring(row);
    },
  };
}

function toFiring(row: Row): Firing {
  const [alert, tenant, number, windowAt, from, to, severity, groups, why, note, ...times] = row;
  const [started, ended, acknowledged, by, told, escalated, endTold] = times;
  return {
    alertId: String(alert),
    tenantId: String(tenant) as TenantId,
    number: Number(number),
    windowAt: String(windowAt),
    windowFromMs: Number(from),
    windowToMs: Number(to),
    severity: String(severity),
    groups: parsed(groups) as readonly Observation[],
    why: parsed(why) as Why | null,
    note: String(note),
    startedAtMs: Number(started),
    endedAtMs: msOf(ended),
    acknowledgedAtMs: msOf(acknowledged),
    acknowledgedBy: by === null || by === undefined ? null : String(by),
    toldAtMs: msOf(told),
    escalatedAtMs: msOf(escalated),
    endToldAtMs: msOf(endTold),
  };
}

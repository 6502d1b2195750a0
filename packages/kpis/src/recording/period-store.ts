import type { Database, Row } from '@olympus/platform';
import type { KpiCalendar } from '../calendar/period.js';

/** A finished period as it was known when it was recorded. */
export interface RecordedPeriod {
  readonly calendar: KpiCalendar;
  /** Local first day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  /** Metric and filters that it was measured by; see `measureOf`. */
  readonly measure: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly status: string;
  /** Number of the tenant's data at that moment. */
  readonly dataVersion: number;
  /** ISO 8601. */
  readonly computedAt: string;
}

/** What was known of periods when they ended. Rows are added and never changed. */
export interface PeriodStore {
  /** @returns false where the period has been recorded before */
  record(kpiId: string, period: RecordedPeriod): Promise<boolean>;
  /** Newest first. */
  list(kpiId: string, limit: number): Promise<readonly RecordedPeriod[]>;
}

const columns =
  'calendar, period_start, period_end, measure, value, target, status, data_version, computed_at';

export function createPeriodStore(database: Database): PeriodStore {
  return {
    async record(kpiId, one) {
      const rows = await database.execute(
        `insert into kpi_periods (kpi_id, ${columns})
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::timestamptz
         where exists (select 1 from kpis where id = $1)
         on conflict do nothing returning kpi_id`,
        [
          kpiId,
          one.calendar,
          one.from,
          one.to,
          one.measure,
          one.value,
          one.target,
          one.status,
          one.dataVersion,
          one.computedAt,
        ],
      );
      return rows.length > 0;
    },
    async list(kpiId, limit) {
      const rows = await database.execute(
        `select ${columns} from kpi_periods where kpi_id = $1 order by period_end desc, calendar limit $2`,
        [kpiId, limit],
      );
      return rows.map(toRecorded);
    },
  };
}

const orNull = (cell: unknown) => (cell === null || cell === undefined ? null : Number(cell));

function toRecorded([
  calendar,
  from,
  to,
  measure,
  value,
  target,
  status,
  dataVersion,
  computedAt,
]: Row): RecordedPeriod {
  return {
    calendar: String(calendar) as KpiCalendar,
    from: String(from),
    to: String(to),
    measure: String(measure),
    value: orNull(value),
    target: orNull(target),
    status: String(status),
    dataVersion: Number(dataVersion),
    computedAt: new Date(Number(computedAt)).toISOString(),
  };
}

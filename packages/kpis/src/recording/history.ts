import {
  type KpiCalendar,
  type Period,
  periodAt,
  periodOfDate,
  periodsBack,
  shiftPeriod,
  type Zone,
} from '../calendar/period.js';
import { type KpiDefinition, measureOf } from '../definition/definition.js';
import type { KpiReader } from '../state/reader.js';
import type { PeriodStore, RecordedPeriod } from './period-store.js';

/** A finished period: what was known of it when it ended, and what is known today. */
export interface HistoryEntry {
  readonly calendar: KpiCalendar;
  readonly from: string;
  readonly to: string;
  /** Null for periods before the KPI was made. */
  readonly known: RecordedPeriod | null;
  /** By the KPI as it is defined now; null where that says nothing of this period. */
  readonly today: number | null;
  /** Metric, filters or calendar were changed since: the two values are not of the same thing. */
  readonly redefined: boolean;
}

/** Periods told where nothing was recorded. */
const told: Readonly<Record<KpiCalendar, number>> = {
  day: 28,
  week: 26,
  month: 24,
  quarter: 8,
  year: 4,
};

/** Finished periods, newest first. */
export async function readHistory(
  periods: PeriodStore,
  reader: KpiReader | undefined,
  kpi: KpiDefinition,
  { zone, nowMs, limit }: { readonly zone: Zone; readonly nowMs: number; readonly limit: number },
): Promise<readonly HistoryEntry[]> {
  const recorded = await periods.list(kpi.id, limit);
  const last = shiftPeriod(periodAt(kpi.calendar, nowMs, zone), -1);
  const own = recorded.filter(({ calendar }) => calendar === kpi.calendar);
  const oldest = own.at(-1)?.from ?? last.from;
  const back = shiftPeriod(last, 1 - Math.min(limit, told[kpi.calendar]));
  const first = back.from < oldest ? back : periodOfDate(kpi.calendar, oldest, zone);
  const values = await valuesSince(reader, first, last);
  const measure = measureOf(kpi);
  const entries = recorded.map((known): HistoryEntry => {
    const { calendar, from, to } = known;
    const redefined = known.measure !== measure || calendar !== kpi.calendar;
    const today = redefined ? null : (values.get(from) ?? null);
    return { calendar, from, to, known, today, redefined };
  });
  const isRecorded = new Set(own.map(({ from }) => from));
  for (const [from, today] of values) {
    if (isRecorded.has(from) || today === null) continue;
    const { calendar, to } = periodOfDate(kpi.calendar, from, zone);
    entries.push({ calendar, from, to, known: null, today, redefined: false });
  }
  const newest = (a: HistoryEntry, b: HistoryEntry) =>
    b.to.localeCompare(a.to) || a.calendar.localeCompare(b.calendar);
  return entries.sort(newest).slice(0, limit);
}

/** Values by first day of the period; what lies before the first with anything in it is unknown. */
async function valuesSince(
  reader: KpiReader | undefined,
  first: Period,
  last: Period,
): Promise<ReadonlyMap<string, number | null>> {
  if (reader === undefined || first.fromWallMs > last.fromWallMs) return new Map();
  const earliest = shiftPeriod(last, -10 * periodsBack[last.calendar]);
  const from = first.fromWallMs < earliest.fromWallMs ? earliest : first;
  const { times, values } = await reader.series(last.calendar, from.from, last.to);
  const begins = values.findIndex((value) => (value ?? 0) !== 0);
  return new Map(
    times.map((time, i) => [time, begins < 0 || i < begins ? null : (values[i] ?? null)]),
  );
}

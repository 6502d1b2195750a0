import type { Static } from 'typebox';
import type { PastComparison } from '../benchmarks/own.js';
import type { PeerStanding } from '../benchmarks/peers.js';
import type { Period } from '../calendar/period.js';
import type { KpiDefinition } from '../definition/definition.js';
import type { Pace } from '../pace/pace.js';
import type { HistoryEntry } from '../recording/history.js';
import type { KpiMetric } from '../state/ports.js';
import { directionOf, type KpiState } from '../state/state.js';
import type { KpiStatus } from '../state/status.js';
import type { KpiProposal, TargetSuggestion } from '../suggestions/suggest.js';
import type { benchmarksSchema, historySchema, kpiSchema, pathSchema } from './schemas.js';

export type PresentedKpi = Static<typeof kpiSchema>;
export type PresentedPath = Static<typeof pathSchema>;

export const span = ({ from, to }: Pick<Period, 'from' | 'to'>) => ({ from, to });

/** Periods that a sparkline shows. */
const shownPeriods = 13;

/** A KPI with its state; without a metric, one whose metric is gone. */
export function presentKpi(
  kpi: KpiDefinition,
  metric: KpiMetric | undefined,
  state: KpiState | undefined,
  period: Period,
): PresentedKpi {
  return {
    id: kpi.id,
    name: kpi.name,
    metric: kpi.metric,
    metric_label: metric?.label ?? kpi.metric,
    unit: metric?.unit ?? null,
    filters: [...kpi.filters],
    direction: kpi.direction,
    better: metric === undefined ? (kpi.direction ?? 'up_good') : directionOf(kpi, metric),
    calendar: kpi.calendar,
    target: kpi.target,
    owner: kpi.owner,
    description: kpi.description,
    created_at: kpi.createdAt,
    changed_at: kpi.changedAt,
    state: state === undefined ? withoutMetric(period) : presentState(state),
  };
}

const withoutMetric = (period: Period): PresentedKpi['state'] => ({
  status: 'unknown_metric',
  why: null,
  kind: null,
  period: span(period),
  elapsed: 0,
  value: null,
  target: null,
  pace: null,
  landing: null,
  no_landing: null,
  previous: null,
  last_year: null,
  recent: [],
  data_through: null,
});

function presentState(state: KpiState): PresentedKpi['state'] {
  const { figures, target, landing } = state;
  const { past, dataThroughMs } = figures;
  const recent = past.times.map((from, i) => ({ from, value: past.values[i] ?? null }));
  return {
    status: state.status,
    why: state.why,
    kind: figures.kind,
    period: span(state.period),
    elapsed: state.elapsed,
    value: state.value,
    target,
    pace: state.pace === undefined ? null : presentPace(state.pace, target),
    landing:
      landing === undefined
        ? null
        : {
            mean: landing.mean,
            low: landing.low,
            high: landing.high,
            level: landing.level,
            method: landing.method,
            prospect: state.prospect,
          },
    no_landing: state.noLanding,
    previous: figures.previous,
    last_year: figures.lastYear,
    recent: recent.slice(-shownPeriods),
    data_through: dataThroughMs === null ? null : new Date(dataThroughMs).toISOString(),
  };
}

function presentPace(pace: Pace, target: number | null) {
  const expected = target === null ? null : target * pace.expectedShare;
  return {
    through: pace.through,
    value: pace.value,
    expected_share: pace.expectedShare,
    straight_share: pace.straightShare,
    expected,
    ratio: expected === null || expected <= 0 ? null : pace.value / expected,
    method: pace.method,
    learnt_from: pace.learntFrom,
  };
}

export const presentHistory = (entries: readonly HistoryEntry[]): Static<typeof historySchema> =>
  entries.map(({ known, calendar, today, redefined, ...period }) => ({
    period: span(period),
    calendar,
    known:
      known === null
        ? null
        : {
            value: known.value,
            target: known.target,
            status: known.status as KpiStatus,
            computed_at: known.computedAt,
            data_version: known.dataVersion,
          },
    today,
    redefined,
  }));

export function presentPeers(
  shared: boolean,
  standing: PeerStanding,
): Static<typeof benchmarksSchema>['peers'] {
  if (standing.kind === 'none') {
    return { shared, quarter: null, figure: null, period: null, why: standing.why };
  }
  const { quarter, figure, period } = standing;
  return { shared, quarter, figure, period: span(period), why: null };
}

export const presentPast = (past: PastComparison | null) =>
  past && {
    through: past.through,
    value: past.value,
    earlier: past.earlier.map(({ basis, period, value }) => ({
      basis,
      period: span(period),
      value,
    })),
  };

export const presentSuggestion = ({ lastPeriod, lastYear, suggested }: TargetSuggestion) => ({
  last_period: lastPeriod,
  last_year: lastYear,
  suggested,
});

export const presentProposal = ({ metric, calendar, target, basis }: KpiProposal) => ({
  metric: metric.name,
  metric_label: metric.label,
  unit: metric.unit,
  better: directionOf({ direction: null }, metric),
  calendar,
  target,
  basis,
});

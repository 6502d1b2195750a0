import type { InputOf, ModelDescription, QueryFilter } from '@olympus/sdk';

import type { WholeQuery } from '../boards/exports/export-menu.js';
import { canCompare, queryTime, type Scope } from '../scope/scope.js';
import { typedFilters } from '../scope/typed-filters.js';
import { type ExploreState, MOST, type Thing, type ViewKind } from './explore-search.js';

export type TrendsInput = Omit<InputOf<'analytics.trends'>, 'tenant_id' | 'locale'>;
export type DistributionInput = Omit<InputOf<'analytics.distribution'>, 'tenant_id' | 'locale'>;
export type DrillInput = Omit<InputOf<'analytics.drill'>, 'tenant_id' | 'locale'>;
type Model = Pick<ModelDescription, 'dimensions' | 'metrics'>;

/** A view that is drawn: what `auto` turns out to be. */
export type ShownView = Exclude<ViewKind, 'auto'>;

/** Whether a dimension's values are parts of a calendar, which come in an order of their own. */
export const isCalendar = (dimension: string | undefined): boolean =>
  dimension?.startsWith('time.') === true;

/** The view that is drawn: the one that was chosen, where it fits, else the one that fits best. */
export function shownView({ as, b }: Pick<ExploreState, 'as' | 'b'>): ShownView {
  const [first, second] = b;
  if (as === 'heat' && second === undefined) return 'bar';
  if (as !== 'auto') return as;
  if (second !== undefined && isCalendar(first) && isCalendar(second)) return 'heat';
  return isCalendar(first) ? 'column' : 'line';
}

/** Whether the view shows values by time. */
export function isByTime(view: ShownView, { b }: Pick<ExploreState, 'b'>): boolean {
  if (view === 'line' || view === 'area' || view === 'number') return true;
  return view === 'column' && !isCalendar(b[0]);
}

/** A metric of the address as the server is asked for it; formulas are named by their place. */
export function askedMetric(text: string, index: number) {
  return text.startsWith('=')
    ? { name: `formula_${index + 1}`, formula: text.slice(1).trim() }
    : text;
}

/** The exploration without what the model does not have; formulas stay. */
export function knownParts(state: ExploreState, { metrics, dimensions }: Model): ExploreState {
  const has = (all: readonly { readonly name: string }[], name: string) =>
    all.some((one) => one.name === name);
  return {
    ...state,
    x: state.x.filter((name) => name.startsWith('=') || has(metrics, name)).slice(0, MOST.metrics),
    b: state.b.filter((name) => has(dimensions, name)).slice(0, MOST.dimensions),
  };
}

function comparisonOf({ period, compare }: Scope, wd: boolean): Pick<TrendsInput, 'compare'> {
  if (compare === 'none' || !canCompare(period)) return {};
  if (compare === 'same_period_last_year' && wd) {
    return { compare: { kind: 'same_period_last_year', match: 'weekday' } };
  }
  return { compare };
}

/** Buckets ahead that a forecast shows, by the size of the bucket. */
const AHEAD = 14;

/** Whether a forecast can be shown: of values by time as a whole. */
export const canForecast = (state: ExploreState): boolean =>
  shownView(state) === 'line' && state.b.length === 0 && state.p === 'value';

/** What the server is asked for. */
export function trendsInput(state: ExploreState, scope: Scope, model: Model): TrendsInput {
  const view = shownView(state);
  const byTime = isByTime(view, state);
  const [rows, columns] = state.b;
  const pivots = (view === 'heat' || view === 'table') && columns !== undefined;
  const dimensions = pivots && rows !== undefined ? [rows] : state.b;
  const compared = comparisonOf(scope, state.wd);
  const calendar = dimensions.length > 0 && dimensions.every(isCalendar);
  const ranking = state.by !== 'value' && compared.compare === undefined ? 'value' : state.by;
  const rowsShown = view === 'table' || view === 'heat' ? Math.max(state.n, 50) : state.n;
  // moving averages and running totals need buckets
  const fits = byTime || (state.p === 'share' && !pivots);
  return {
    metrics: state.x.map(askedMetric),
    ...(dimensions.length > 0 ? { dimensions } : {}),
    ...(pivots && columns !== undefined ? { columns: [columns] } : {}),
    time: queryTime(scope.period),
    ...(byTime ? { grain: scope.grain } : {}),
    ...compared,
    ...(scope.filters.length > 0 ? { filters: [...typedFilters(scope.filters, model)] } : {}),
    ...(dimensions.length > 0 && !calendar ? { top: { n: rowsShown, by: ranking } } : {}),
    ...(state.fc && canForecast(state) ? { forecast: { buckets: AHEAD } } : {}),
    ...(state.p === 'value' || !fits
      ? {}
      : {
          presentation: {
            kind: state.p,
            ...(state.p === 'moving_average' ? { buckets: state.w } : {}),
          },
        }),
  };
}

/** A value of an exploration: its metric, its bucket, its group. */
export interface Mark {
  /** A column of a distribution: what it is over, and its ends. */
  readonly column?: readonly [Thing, number | undefined, number | undefined] | undefined;
  /** As the address has it. */
  readonly metric: string;
  /** Ends of the bucket; absent for the whole span. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
  /** What holds of the group, beside the scope's filters. */
  readonly filters: readonly QueryFilter[];
}

/** What lists the things behind a value. */
export function drillInput(mark: Mark, scope: Scope, model: Model): DrillInput {
  const filters = typedFilters([...scope.filters, ...mark.filters], model);
  return {
    metric: askedMetric(mark.metric, 0),
    time: mark.span ?? queryTime(scope.period),
    ...(mark.column ? inColumn(mark.column) : {}),
    ...(filters.length > 0 ? { filters: [...filters] } : {}),
  };
}

function inColumn([per, from, to]: NonNullable<Mark['column']>) {
  const thresholds = [
    ...(from === undefined ? [] : [{ operator: 'gte' as const, value: from }]),
    ...(to === undefined ? [] : [{ operator: 'lt' as const, value: to }]),
  ];
  return { per, thresholds };
}

/** What tells how the first metric is spread over single orders or customers. */
export function distributionInput(
  state: ExploreState,
  scope: Scope,
  model: Model,
): DistributionInput | undefined {
  const [metric] = state.x;
  if (metric === undefined) return undefined;
  const filters = typedFilters(scope.filters, model);
  return {
    metric: askedMetric(metric, 0),
    per: state.per,
    time: queryTime(scope.period),
    ...(filters.length > 0 ? { filters: [...filters] } : {}),
  };
}

/** All rows of an exploration as one query; undefined where formulas or a comparison make it none. */
export function wholeQuery(
  state: ExploreState,
  scope: Scope,
  model: Model,
): WholeQuery | undefined {
  if (state.x.length === 0 || state.x.some((name) => name.startsWith('='))) return undefined;
  const byTime = isByTime(shownView(state), state);
  return {
    metrics: [...state.x],
    time: queryTime(scope.period),
    ...(state.b.length > 0 ? { dimensions: [...state.b] } : {}),
    ...(byTime ? { grain: scope.grain === 'auto' ? 'day' : scope.grain } : {}),
    ...(scope.filters.length > 0 ? { filters: [...typedFilters(scope.filters, model)] } : {}),
  };
}

import { Problem, type TimeRange } from '@olympus/core';
import { bucketStep } from '../compile/bucket.js';
import { columnTexts } from '../languages/translate-model.js';
import { emptyValue } from '../plan/formula.js';
import type { Period, PlannedOrder, QueryPlan } from '../plan/plan.js';
import { queryLimits } from '../query/metric-query.js';
import {
  type AnswerColumn,
  type AnswerRow,
  type AnswerTable,
  type AnswerValue,
  changeOf,
} from './answer.js';

/** The columns of a plan's answer. */
function answerColumns(plan: QueryPlan): readonly AnswerColumn[] {
  const columns: AnswerColumn[] = [];
  const texts = columnTexts(plan.model.language);
  if (plan.grain !== undefined) {
    const type = plan.grain === 'hour' ? 'datetime' : 'date';
    columns.push({ name: 'time', type, label: texts.time, role: 'time' });
  }
  for (const { name, label, type } of plan.dimensions) {
    columns.push({ name, type: type === 'string' ? 'string' : 'number', label, role: 'dimension' });
  }
  for (const { metric } of plan.metrics) {
    const { name, label, unit } = metric;
    columns.push({ name, type: 'number', unit, label, role: 'metric' });
    if (plan.previous === undefined) continue;
    const previous = { unit, label: texts.before(label), role: 'previous' } as const;
    columns.push({ name: `${name}_previous`, type: 'number', ...previous });
    const change = { unit: 'ratio', label: texts.change(label), role: 'change' } as const;
    columns.push({ name: `${name}_change`, type: 'number', ...change });
  }
  return columns;
}

type Values = readonly AnswerValue[];
type Keys = readonly AnswerValue[];

function makeRow(
  plan: QueryPlan,
  time: string | undefined,
  keys: Keys,
  current: Values,
  previous: Values | undefined,
): AnswerRow {
  const row: Record<string, AnswerValue> = {};
  if (time !== undefined) row.time = time;
  plan.dimensions.forEach(({ name }, index) => {
    row[name] = keys[index] ?? null;
  });
  plan.metrics.forEach(({ metric }, index) => {
    const value = current[index] ?? null;
    row[metric.name] = value;
    if (previous === undefined) return;
    const before = previous[index] ?? null;
    row[`${metric.name}_previous`] = before;
    row[`${metric.name}_change`] = changeOf(value, before, metric.unit);
  });
  return row;
}

/** Groups of a series: values by bucket step, for each period. */
interface Series {
  readonly keys: Keys;
  readonly byPeriod: readonly [Map<number, Values>, Map<number, Values>];
  readonly totals: [Values | undefined, Values | undefined];
}

const createSeries = (keys: Keys): Series => ({
  keys,
  byPeriod: [new Map(), new Map()],
  totals: [undefined, undefined],
});

function collect(plan: QueryPlan, rows: readonly Values[]): readonly Series[] {
  const separate = plan.previous !== undefined;
  const start = separate ? 1 : 0;
  const bucketAt = start + plan.dimensions.length;
  const series = new Map<string, Series>();
  for (const row of rows) {
    const keys = row.slice(start, bucketAt);
    const name = keys.length === 0 ? '[]' : JSON.stringify(keys);
    let entry = series.get(name);
    if (entry === undefined) {
      entry = createSeries(keys);
      series.set(name, entry);
    }
    const period = separate && Number(row[0]) === 1 ? 1 : 0;
    const step = row[bucketAt];
    const values = row.slice(bucketAt + 1);
    if (step === null) entry.totals[period] = values;
    else entry.byPeriod[period].set(Number(step), values);
  }
  if (series.size === 0 && plan.dimensions.length === 0) {
    series.set('[]', createSeries([]));
  }
  return [...series.values()];
}

function shapeSeries(plan: QueryPlan, rows: readonly Values[]): AnswerTable {
  const { grain, calendar, data } = plan;
  if (grain === undefined) throw new Error('a series has a grain');
  const nobody = plan.metrics.map(() => null);
  const empty = plan.metrics.map(({ formula }) => emptyValue(formula, plan.measures));
  const valueAt = (period: Period, position: number, found: Map<number, Values>): Values => {
    const bucket = period.buckets[position];
    if (bucket === undefined) return nobody;
    const values = found.get(bucketStep(period, grain, bucket, position));
    if (values !== undefined) return values;
    // before the first event, and in the future, nothing is known rather than nothing happened
    const known =
      data !== undefined && bucket.toMs > data.fromMs && bucket.fromMs <= calendar.nowMs;
    return known ? empty : nobody;
  };
  const series = collect(plan, rows);
  const { buckets } = plan.current;
  if (rows.length > queryLimits.cells || series.length * buckets.length > queryLimits.cells) {
    throw new Problem({
      code: 'too_many_cells',
      kind: 'invalid',
      message: `The answer would hold more than ${queryLimits.cells} buckets of all groups`,
      remedy: 'Filter, shorten the range, or take a coarser grain or fewer dimensions.',
      at: '/grain',
    });
  }
  const answer: AnswerRow[] = [];
  for (const { keys, byPeriod } of series) {
    buckets.forEach((bucket, index) => {
      const current = valueAt(plan.current, index, byPeriod[0]);
      const previous = plan.previous && valueAt(plan.previous, index, byPeriod[1]);
      answer.push(makeRow(plan, bucket.label, keys, current, previous));
    });
  }
  answer.sort(rowComparer(plan));
  const totals = series.map(({ keys, totals: [current, previous] }) =>
    makeRow(plan, undefined, keys, current ?? empty, plan.previous && (previous ?? empty)),
  );
  return {
    ...(plan.totals ? { totals } : {}),
    columns: answerColumns(plan),
    rows: answer.slice(0, plan.limit),
    truncated: answer.length > plan.limit,
  };
}

function orderColumn(plan: QueryPlan, order: PlannedOrder): string {
  const { key } = order;
  if (key.kind === 'time') return 'time';
  if (key.kind === 'dimension') return plan.dimensions[key.index]?.name ?? '';
  const name = plan.metrics[key.index]?.metric.name ?? '';
  return key.value === 'current' ? name : `${name}_${key.value}`;
}

/** A UTF-16 unit's place among code points: surrogates come after everything else. */
const rank = (unit: number) =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;

/** Order of texts by code points, which is the order of their UTF-8 bytes. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Compares rows as the engines do: texts by their bytes, absent values last in both directions. */
function rowComparer(plan: QueryPlan): (a: AnswerRow, b: AnswerRow) => number {
  const terms = plan.order.map((entry) => ({
    column: orderColumn(plan, entry),
    numeric: entry.key.kind === 'metric',
    sign: entry.direction === 'asc' ? 1 : -1,
  }));
  return (a, b) => {
    for (const { column, numeric, sign } of terms) {
      const left = a[column] ?? null;
      const right = b[column] ?? null;
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const textual = !numeric && typeof left === 'string' && typeof right === 'string';
      const order = textual ? compareTexts(left, right) : Number(left) - Number(right);
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

/**
 * The answer from the rows that the plan's statement gave: columns by position as `compilePlan`
 * says. Fills the missing buckets of series, aligns the previous
 * period's buckets with the current ones by their position, computes changes, orders and cuts.
 */
export function shapeAnswer(plan: QueryPlan, rows: readonly Values[]): AnswerTable {
  if (plan.grain !== undefined) return shapeSeries(plan, rows);
  const keys = plan.dimensions.length;
  const metrics = plan.metrics.length;
  const shaped = rows
    .slice(0, plan.limit)
    .map((row) =>
      makeRow(
        plan,
        undefined,
        row.slice(0, keys),
        row.slice(keys, keys + metrics),
        plan.previous === undefined ? undefined : row.slice(keys + metrics),
      ),
    );
  return { columns: answerColumns(plan), rows: shaped, truncated: rows.length > plan.limit };
}

/** The ends of a range as they are told to people; null for none. */
export function describeRange(range: TimeRange | undefined): { from: string; to: string } | null {
  return range === undefined ? null : { from: range.fromLocal, to: range.toLocal };
}

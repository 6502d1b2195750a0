import { printWall, type TenantId, toWall } from '@olympus/core';
import {
  type AnswerRow,
  type AnswerValue,
  type Drill,
  describeRange,
  type FormulaMetric,
  type MetricQuery,
  type ModelLanguage,
  planDrill,
  planThingDrill,
  queryLimits,
  type ThingKind,
  type ThingToMeasure,
  type Unit,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { QueryService } from '../query/query-service.js';
import type { TenantModels } from '../tenant/models.js';
import { askedModel } from './asked-model.js';
import { refuse } from './fault.js';

export interface DrillRequest {
  readonly tenantId: TenantId;
  readonly metric: string | FormulaMetric;
  /** Which part of a rate is listed; the first by default. */
  readonly part?: string | undefined;
  /** Lists what `readDistribution` counts: every order or customer with its value. */
  readonly per?: ThingToMeasure | undefined;
  readonly time?: MetricQuery['time'] | undefined;
  readonly filters?: MetricQuery['filters'] | undefined;
  /** What each thing's part of the number has to meet, such as the bounds of a bin. */
  readonly thresholds?: readonly Threshold[] | undefined;
  /** By their part of the number, or the latest first; default `value`. */
  readonly order?: 'value' | 'time' | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly language?: ModelLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How a thing's part of a number is compared. */
export interface Threshold {
  readonly operator: NonNullable<MetricQuery['having']>[number]['operator'];
  readonly value: number;
}

/** A thing behind a number. */
export interface DrilledRow {
  /** What tells it apart: a document, a customer's pseudonymous key, a session, … */
  readonly key: readonly AnswerValue[];
  /** Its part of the number. */
  readonly value: number | null;
  /** One a column. */
  readonly cells: readonly AnswerValue[];
}

export interface DrillAnswer {
  readonly tenant_id: string;
  readonly kind: ThingKind;
  /** What is listed: the metric asked for, or a part of it. */
  readonly metric: NamedMetric;
  /** What can be listed where the metric cannot be as a whole. */
  readonly parts: readonly NamedMetric[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: 'time' | 'text' | 'number';
    readonly unit?: Unit;
  }[];
  readonly rows: readonly DrilledRow[];
  /** How many there are. */
  readonly count: number;
  /** What all of them come to; `number` where `adds_up`. */
  readonly total: number | null;
  /** The metric listed, as any other question gives it. */
  readonly number: number | null;
  readonly adds_up: boolean;
  readonly offset: number;
  /** Where the next page begins; null on the last. */
  readonly next_offset: number | null;
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly time_zone: string;
  readonly currency: string;
}

interface NamedMetric {
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
}

const usualPage = 50;

type Deps = {
  readonly queries: Pick<QueryService, 'moment' | 'plan' | 'run' | 'whole'>;
  readonly models: Pick<TenantModels, 'get'>;
};

const named = ({ name, label, unit }: NamedMetric): NamedMetric => ({ name, label, unit });

function cellsOf(drill: Drill, row: AnswerRow, timeZone: string): readonly AnswerValue[] {
  return drill.details.map(({ metric, type }) => {
    const cell = row[metric] ?? null;
    if (type === 'text' || cell === null) return cell;
    return type === 'number' ? numberIn(cell) : printWall(toWall(timeZone, Number(cell)));
  });
}

/**
 * Which things are listed by their value.
 * @param sparing  what adds nothing to the number is left out
 */
function havingOf(
  metric: string,
  thresholds: readonly Threshold[],
  sparing: boolean,
): NonNullable<MetricQuery['having']> {
  return [
    sparing
      ? { metric, operator: 'not_equals', value: 0 }
      : { metric, operator: 'gte', value: -Number.MAX_VALUE },
    ...thresholds.map((threshold) => ({ metric, ...threshold })),
  ];
}

/**
 * The things behind a number, page by page in one order, and what all of them come to. Things that
 * add nothing to it are left out.
 * @throws Problem `unknown_metric`, `unknown_part`, `listing_too_far`, those of `planQuery`
 */
export async function readDrill(
  { queries, models }: Deps,
  request: DrillRequest,
): Promise<DrillAnswer> {
  const { tenantId, signal, limit = usualPage, offset = 0, order = 'value' } = request;
  if (offset + limit > queryLimits.rows) {
    throw refuse(
      'listing_too_far',
      `A listing ends after ${queryLimits.rows} rows`,
      '/offset',
      'Filter, or shorten the span.',
    );
  }
  const at = await queries.moment(tenantId);
  const asked = askedModel(await models.get(tenantId, request.language), request.metric);
  const { per, thresholds = [] } = request;
  const drill =
    per === undefined
      ? planDrill(asked.model, asked.metric.name, request.part)
      : planThingDrill(asked.model, asked.metric.name, per);
  const { metric, keys, details, addsUp } = drill;
  const time = request.time === undefined ? {} : { time: request.time };
  const filters = request.filters ?? [];
  const scope = { ...time, filters };
  // facts that name no order or customer belong to none
  const ofThings = keys.map((dimension) => ({
    dimension,
    operator: 'not_equals' as const,
    values: [null],
  }));
  const moment = details.find(({ type }) => type === 'time');
  const by = order === 'time' && moment !== undefined ? moment.metric : metric.name;
  const list = {
    dimensions: [...keys],
    having: havingOf(metric.name, thresholds, addsUp && per === undefined),
    ...time,
    filters: per === undefined ? filters : [...filters, ...ofThings],
  };
  const page = queries.plan(at, drill.model, {
    ...list,
    metrics: [metric.name, ...details.map((detail) => detail.metric)],
    order: [{ by, direction: 'desc' }],
    limit: offset + limit,
  });
  const bare = queries.plan(at, drill.model, { ...list, metrics: [metric.name] });
  const plain = queries.plan(at, drill.model, { ...scope, metrics: [metric.name] });
  const [answer, whole, number] = await Promise.all([
    queries.run(page, signal),
    queries.whole(bare, signal),
    queries.run(plain, signal),
  ]);
  const { timeZone, currency } = at.tenant;
  return {
    tenant_id: tenantId,
    kind: drill.kind,
    metric: named(metric),
    parts: drill.parts.map(named),
    columns: details.map(({ name, type, unit }) => ({
      name,
      type,
      ...(unit === undefined ? {} : { unit }),
    })),
    rows: answer.rows.slice(offset).map((row) => ({
      key: keys.map((key) => row[key] ?? null),
      value: numberIn(row[metric.name]),
      cells: cellsOf(drill, row, timeZone),
    })),
    count: whole.count,
    total: addsUp ? (whole.total ?? 0) : null,
    number: numberIn(number.rows[0]?.[metric.name]),
    adds_up: addsUp && thresholds.length === 0,
    offset,
    next_offset: answer.truncated && offset + limit < queryLimits.rows ? offset + limit : null,
    range: describeRange(page.range),
    time_zone: timeZone,
    currency,
  };
}

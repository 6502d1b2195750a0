import {
  addWall,
  type Calendar,
  dayMs,
  fromWall,
  Problem,
  parseTimeRange,
  toWall,
  truncateWall,
} from '@olympus/core';
import type { Dimension, Measure, Metric } from '../../model/declarations.js';
import { ledgerColumn, type Model } from '../../model/model.js';
import { suggest } from '../../model/near-names.js';
import { invalid } from '../../plan/fault.js';
import type { PlannedFilter } from '../../plan/plan.js';
import { planSingleFilters } from '../../plan/plan-filters.js';
import type { QueryFilters } from '../../query/metric-query.js';
import type { Act } from '../act.js';
import type { ActSpan } from '../compile-acts.js';
import { planAct } from '../plan-act.js';
import {
  type CohortCondition,
  type CohortRules,
  type CohortSpan,
  cohortLimits,
} from './cohort-schema.js';
import type { PlannedCohort, PlannedCohortCondition } from './planned-cohort.js';

/**
 * A definition read against the model, with its spans on the calendar: those of the last days end
 * with today, so that a statement stays the same for a day.
 * @throws Problem with the place, as those of acts and filters, `unknown_cohort`, `metric_not_applicable`,
 *   `cohort_too_large`, `key_not_applicable`
 */
export function planCohort(
  model: Model,
  { match, groups }: CohortRules,
  calendar: Calendar,
  at = '',
): Extract<PlannedCohort, { kind: 'rules' }> {
  const { timeZone, weekStart, nowMs } = calendar;
  const today = truncateWall(toWall(timeZone, nowMs), 'day', weekStart);
  const toMs = fromWall(timeZone, addWall(today, 'day', 1));
  const planned = groups.map((group, g) => ({
    match: group.match,
    conditions: group.conditions.map((condition, c) =>
      planCondition(
        { model, calendar, today, toMs },
        condition,
        `${at}/groups/${g}/conditions/${c}`,
      ),
    ),
  }));
  const size = planned
    .flatMap(({ conditions }) => conditions)
    .reduce((sum, condition) => sum + sizeOf(condition), 0);
  if (size > cohortLimits.expanded) {
    throw invalid(
      'cohort_too_large',
      `With the cohorts it is made of, that is more than ${cohortLimits.expanded} conditions`,
      `${at}/groups`,
      'Leave some out, or save a list of customers.',
    );
  }
  return { kind: 'rules', match, groups: planned, toMs, size };
}

const sizeOf = (condition: PlannedCohortCondition): number =>
  condition.kind === 'cohort' && condition.cohort.plan.kind === 'rules'
    ? condition.cohort.plan.size
    : 1;

interface Reading {
  readonly model: Model;
  readonly calendar: Calendar;
  readonly today: number;
  readonly toMs: number;
}

function planCondition(
  reading: Reading,
  condition: CohortCondition,
  at: string,
): PlannedCohortCondition {
  const { model } = reading;
  switch (condition.kind) {
    case 'did': {
      const { at_least: atLeast = 1, at_most: atMost } = condition;
      if (atMost !== undefined && atMost < atLeast) throw emptySpan(`${at}/at_most`);
      const act = actAt(model, condition.act, `${at}/act`);
      return { kind: 'did', act, atLeast, atMost, span: spanOf(reading, condition.within, at) };
    }
    case 'did_not': {
      const act = actAt(model, condition.act, `${at}/act`);
      return { kind: 'did_not', act, span: spanOf(reading, condition.within, at) };
    }
    case 'sequence': {
      const first = actAt(model, condition.first, `${at}/first`);
      const next = actAt(model, condition.next, `${at}/next`);
      const span = spanOf(reading, condition.within, at);
      return { kind: 'sequence', first, next, days: condition.days, span };
    }
    case 'property':
      return { kind: 'property', filter: propertyAt(model, condition, at) };
    case 'metric': {
      const metric = metricAt(model, condition.metric, `${at}/metric`);
      const { operator, value } = condition;
      return {
        kind: 'metric',
        metric,
        operator,
        value,
        span: spanOf(reading, condition.within, at),
      };
    }
    case 'first_seen': {
      const act = actAt(model, condition.act ?? { act: 'order.placed' }, `${at}/act`);
      return { kind: 'first_seen', act, span: spanOf(reading, condition.within, at) };
    }
    case 'cohort': {
      const cohort = model.cohorts.get(condition.cohort);
      if (cohort === undefined) throw unknownCohort(model, condition.cohort, `${at}/cohort`);
      return { kind: 'cohort', cohort, member: condition.member };
    }
  }
}

/** An act whose conditions name nobody: a definition holds no keys of people. */
function actAt(model: Model, act: Act, at: string) {
  const named = act.filters?.findIndex(({ dimension }) => dimension === 'customer.key') ?? -1;
  if (named >= 0) throw keyNotApplicable(`${at}/filters/${named}/dimension`);
  return planAct(model, act, at);
}

/** Whether a dimension says something of a customer that does not depend on an act. */
const isProperty = ({ source }: Dimension): boolean =>
  (source.kind === 'attribute' || source.kind === 'first' || source.kind === 'latest') &&
  source.entity === 'customer';

function propertyAt(
  model: Model,
  { kind: _, ...filter }: Extract<CohortCondition, { kind: 'property' }>,
  at: string,
) {
  if (filter.dimension === 'customer.key') throw keyNotApplicable(`${at}/dimension`);
  const planned = planAlone(model, filter, at);
  if (isProperty(planned.dimension)) return planned;
  const properties = [...model.dimensions.values()].filter(isProperty);
  throw invalid(
    'dimension_not_joinable',
    `"${planned.dimension.name}" is no property of customers`,
    `${at}/dimension`,
    `Use ${properties.map(({ name }) => name).join(', ')}.`,
  );
}

/** A filter that stands by itself, not in a list. */
function planAlone(model: Model, filter: QueryFilters[number], at: string): PlannedFilter {
  try {
    const [planned] = planSingleFilters(model, { filters: [filter] }, at);
    if (planned === undefined) throw new Error('a filter gives a filter');
    return planned;
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.at === undefined) throw fault;
    const { code, message, remedy = '' } = fault;
    throw invalid(code, message, fault.at.replace(`${at}/filters/0`, at), remedy);
  }
}

/** The measure of a metric that is one measure of rows that name their customer. */
export function customerMeasure(metric: Metric): Extract<Measure, { kind: 'rows' }> | undefined {
  const { definition } = metric;
  if (definition.kind !== 'measure' || definition.measure.kind !== 'rows') return undefined;
  const { measure } = definition;
  return ledgerColumn(measure.ledger, 'customer_key') === undefined ? undefined : measure;
}

function metricAt(model: Model, name: string, at: string): Metric {
  const metric = model.metrics.get(name);
  if (metric === undefined) {
    throw invalid(
      'unknown_metric',
      `There is no metric "${name}"`,
      at,
      suggest(name, model.metrics.keys(), 'metric'),
    );
  }
  if (customerMeasure(metric) !== undefined) return metric;
  const fitting = [...model.metrics.values()].filter((one) => customerMeasure(one) !== undefined);
  throw invalid(
    'metric_not_applicable',
    `"${name}" is no sum or count of a customer’s rows`,
    at,
    `Use one of ${fitting.map((one) => one.name).join(', ')}.`,
  );
}

function spanOf(
  { calendar, today, toMs }: Reading,
  within: CohortSpan | undefined,
  at: string,
): ActSpan {
  if (within === undefined) return { toMs };
  if ('last_days' in within) {
    const first = today - (within.last_days - 1) * dayMs;
    return { fromMs: fromWall(calendar.timeZone, first), toMs };
  }
  const range = parseTimeRange(within, calendar, `${at}/within`);
  return { fromMs: range.fromMs, toMs: range.toMs };
}

/** @throws nothing; what to say of a cohort that is not there */
export function unknownCohort(model: Model, id: string, at: string) {
  const known = [...model.cohorts.values()].slice(0, 10).map((cohort) => `"${cohort.id}"`);
  return invalid(
    'unknown_cohort',
    `There is no cohort "${id.slice(0, 80)}"`,
    at,
    known.length === 0 ? 'Save a cohort first.' : `There are ${known.join(', ')}.`,
  );
}

const emptySpan = (at: string) =>
  invalid('too_few_times', '"at_most" is less than "at_least"', at, 'Raise it or leave it out.');

const keyNotApplicable = (at: string) =>
  invalid(
    'key_not_applicable',
    'A definition does not name single customers',
    at,
    'Save a cohort of the kind "list" with the ids of customers.',
  );

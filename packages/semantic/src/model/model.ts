import { Problem } from '@olympus/core';
import { type Entity, entities } from '../entities/entities.js';
import type { Cohort } from '../journeys/cohorts/planned-cohort.js';
import type { ModelLanguage } from '../languages/language.js';
import type { Column } from '../ledgers/column.js';
import { type FactLedgerName, ledgers } from '../ledgers/ledgers.js';
import { advertisingMetrics } from './advertising.js';
import { customerMetrics } from './customers.js';
import type { CalendarPart, Dimension, FirstSource, LatestSource, Metric } from './declarations.js';
import { dimensions } from './dimensions.js';
import { feedbackMetrics } from './feedback.js';
import { orderMetrics } from './orders.js';
import { paymentMetrics } from './payments.js';
import { salesMetrics } from './sales.js';
import { sessionMetrics } from './sessions.js';
import { stockMetrics } from './stock.js';

/** What the facts of one business mean: everything that a query can name. */
export interface Model {
  /** What labels and descriptions are written in; a tenant's own metrics are as they were given. */
  readonly language: ModelLanguage;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** The tenant's own, by id; their spans are those of one day. */
  readonly cohorts: ReadonlyMap<string, Cohort>;
}

/** The metrics that every business has, in the order to offer them. */
const builtInMetrics: readonly Metric[] = [
  ...salesMetrics,
  ...orderMetrics,
  ...customerMetrics,
  ...sessionMetrics,
  ...paymentMetrics,
  ...stockMetrics,
  ...feedbackMetrics,
  ...advertisingMetrics,
];

const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

const entityMap = byName(entities);
const dimensionMap = byName(dimensions);

/**
 * The built-in model with a tenant's own metrics added to it.
 * @param custom  metrics that `parseCustomMetric` has checked; names of built-in ones are refused there
 */
export function createModel(
  custom: readonly Metric[] = [],
  cohorts: Model['cohorts'] = new Map(),
): Model {
  return {
    language: 'en',
    entities: entityMap,
    dimensions: dimensionMap,
    metrics: byName([...builtInMetrics, ...custom]),
    cohorts,
  };
}

const columnsByLedger: ReadonlyMap<string, ReadonlyMap<string, Column>> = new Map(
  ledgers.map((ledger) => [ledger.name, byName(ledger.columns)]),
);

/** A column of a ledger, when the ledger has one of that name. */
export function ledgerColumn(ledger: string, column: string): Column | undefined {
  return columnsByLedger.get(ledger)?.get(column);
}

/** How a dimension's value is found for a row of facts. */
export interface DimensionAccess {
  /** The row's own column; where both are given it wins unless absent. */
  readonly column?: string;
  /** An attribute of the entity, looked up by the row's key. */
  readonly lookup?: {
    readonly entity: Entity;
    readonly column: string;
    /** It is no attribute but the day of the entity's first row. */
    readonly first?: FirstSource;
    /** It is no attribute but what the newest row of a ledger says. */
    readonly latest?: LatestSource;
  };
  readonly band?: number;
  /** What the column's moment is on the tenant's calendar. */
  readonly calendar?: CalendarPart;
}

/**
 * How to find a dimension from a ledger of facts.
 * @param columns  the only columns that can be used, where not all of the ledger's
 * @returns undefined when the ledger says nothing about it
 */
export function accessDimension(
  model: Model,
  dimension: Dimension,
  ledger: FactLedgerName,
  columns?: readonly string[],
): DimensionAccess | undefined {
  const has = (column: string | undefined): column is string =>
    column !== undefined &&
    ledgerColumn(ledger, column) !== undefined &&
    (columns === undefined || columns.includes(column));
  const { source } = dimension;
  switch (source.kind) {
    case 'columns': {
      const column = source.columns[ledger];
      return has(column) ? { column } : undefined;
    }
    case 'key': {
      const column = model.entities.get(source.entity)?.key;
      return has(column) ? { column } : undefined;
    }
    case 'calendar': {
      const column = 'occurred_at';
      if (!has(column) || source.except?.includes(ledger) === true) return undefined;
      return { column, calendar: source.part };
    }
    case 'first': {
      const entity = model.entities.get(source.entity);
      if (entity === undefined || !has(entity.key)) return undefined;
      return { lookup: { entity, column: 'first_on', first: source } };
    }
    case 'latest': {
      const entity = model.entities.get(source.entity);
      if (entity === undefined || !has(entity.key)) return undefined;
      return { lookup: { entity, column: source.column, latest: source } };
    }
    case 'attribute': {
      const entity = model.entities.get(source.entity);
      if (entity === undefined || !has(entity.key)) return undefined;
      const own = source.own?.[ledger];
      return {
        lookup: { entity, column: source.column },
        ...(has(own) ? { column: own } : {}),
        ...(source.band === undefined ? {} : { band: source.band }),
      };
    }
  }
}

/** The built-in metrics and a tenant's own share one table; asking for an absent one is a defect. */
export function metricOf(model: Model, name: string): Metric {
  const metric = model.metrics.get(name);
  if (metric !== undefined) return metric;
  throw new Problem({
    code: 'unknown_metric',
    kind: 'invalid',
    message: `There is no metric "${name.slice(0, 80)}"`,
  });
}

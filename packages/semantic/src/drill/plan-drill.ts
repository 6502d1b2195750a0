import { Problem } from '@olympus/core';
import type { Dimension, Expression, Measure, Metric, Unit } from '../model/declarations.js';
import { type Model, metricOf } from '../model/model.js';
import { createMeasureTable, expandMetric, isAdditive } from '../plan/formula.js';
import { type Detail, detailsOf, type Listing, listingOf, type ThingKind } from './details.js';
import { type ThingToMeasure, withThings } from './plan-things.js';

/** How the rows behind a number are asked for: as groups of the same question, one a thing. */
export interface Drill {
  readonly kind: ThingKind;
  /** The model with what tells the things apart and what is told of them. */
  readonly model: Model;
  /** The metric that is listed: the one asked for, or the part of it that was chosen. */
  readonly metric: Metric;
  /** Metrics that the one asked for is made of, where it cannot be listed as a whole. */
  readonly parts: readonly Metric[];
  /** Dimensions that tell the things apart. */
  readonly keys: readonly string[];
  /** Metrics of the model that tell details. */
  readonly details: readonly (Pick<Detail, 'type' | 'name'> & {
    readonly metric: string;
    readonly unit?: Unit;
  })[];
  /** Whether the things' parts make up the number. */
  readonly addsUp: boolean;
}

const prefix = 'drill.';

/** The metrics that are one measure each, of which a metric is made. */
function partsOf(model: Model, metric: Metric): readonly Metric[] {
  const { definition } = metric;
  const walk = (expression: Expression): readonly Metric[] => {
    if ('metric' in expression) return partsOf(model, metricOf(model, expression.metric));
    if ('constant' in expression) return [];
    return [...walk(expression.left), ...walk(expression.right)];
  };
  switch (definition.kind) {
    case 'measure':
      return [metric];
    case 'ratio':
      return [definition.numerator, definition.denominator].flatMap((name) =>
        partsOf(model, metricOf(model, name)),
      );
    case 'arithmetic':
      return walk(definition.expression);
  }
}

function measuresIn(model: Model, metric: Metric) {
  const table = createMeasureTable();
  const formula = expandMetric(model, metric, table);
  return { measures: table.measures, additive: isAdditive(formula, table.measures) };
}

/** What is listed for a metric as it is; undefined where only its parts can be. */
function wholeListing(model: Model, metric: Metric): (Listing & { addsUp: boolean }) | undefined {
  const { measures, additive } = measuresIn(model, metric);
  const [first] = measures;
  if (first === undefined) return undefined;
  const isPlain = metric.definition.kind === 'measure';
  if (!isPlain && !(additive && measures.every(({ ledger }) => ledger === first.ledger))) {
    return undefined;
  }
  return { ...listingOf(first), addsUp: additive || countsThings(first) };
}

/** Whether each thing is counted once, or is a level that adds up over things. */
const countsThings = (measure: Measure) =>
  measure.kind !== 'rows' || measure.aggregate === 'count_distinct';

const noWords = { synonyms: { en: [], de: [] }, polarity: 'neutral', description: '' } as const;

/**
 * How to list what is behind a metric's number. Of a rate its parts are listed one at a time.
 * @param part  a name among the parts; the first by default
 * @throws Problem `unknown_metric`, `unknown_part`
 */
export function planDrill(given: Model, name: string, part: string | undefined): Drill {
  const asked = metricOf(given, name);
  const whole = wholeListing(given, asked);
  const parts =
    whole === undefined
      ? [...new Map(partsOf(given, asked).map((one) => [one.name, one])).values()]
      : [];
  const metric =
    whole !== undefined && (part === undefined || part === name)
      ? asked
      : parts.find((one) => part === undefined || one.name === part);
  if (metric === undefined) {
    throw new Problem({
      code: 'unknown_part',
      kind: 'invalid',
      message: `"${name}" is not made of "${part ?? ''}"`,
      at: '/part',
      remedy:
        parts.length === 0
          ? 'Leave "part" out.'
          : `Name one of ${parts.map((one) => one.name).join(', ')}.`,
    });
  }
  const listing = whole ?? wholeListing(given, metric);
  if (listing === undefined) throw new Error(`${metric.name} is no measure`);
  const [measure] = measuresIn(given, metric).measures;
  if (measure === undefined) throw new Error(`${metric.name} has no measure`);
  const dimensions = new Map(given.dimensions);
  const keys = listing.key.map((column) => {
    const key = `${prefix}${column}`;
    const columns = { [measure.ledger]: column };
    const dimension: Dimension = {
      ...noWords,
      name: key,
      label: column,
      type: 'string',
      source: { kind: 'columns', columns },
    };
    dimensions.set(key, dimension);
    return key;
  });
  const { kind, addsUp } = listing;
  const told = withDetails({ ...given, dimensions }, listing.details);
  return { kind, metric, parts, keys, addsUp, ...told };
}

/**
 * How to list orders or customers by their values of a metric, as its distribution counts them.
 * @throws Problem `unknown_metric`, `no_distribution`
 */
export function planThingDrill(given: Model, name: string, thing: ThingToMeasure): Drill {
  const { model, dimension } = withThings(given, name, thing);
  const metric = metricOf(given, name);
  return {
    kind: thing,
    metric,
    parts: [],
    keys: [dimension],
    addsUp: measuresIn(given, metric).additive,
    ...withDetails(model, detailsOf[thing]),
  };
}

/** The model with metrics that tell details, and which tells what. */
function withDetails(given: Model, listed: readonly Detail[]): Pick<Drill, 'model' | 'details'> {
  const metrics = new Map(given.metrics);
  const details = listed.map(({ measure: told, ...detail }) => {
    const own = `${prefix}${detail.name}`;
    metrics.set(own, {
      ...noWords,
      name: own,
      label: detail.name,
      unit: detail.unit ?? 'number',
      definition: { kind: 'measure', measure: told },
      formula: detail.name,
    });
    return { ...detail, metric: own };
  });
  return { model: { ...given, metrics }, details };
}

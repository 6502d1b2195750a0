import type {
  Measure,
  Metric,
  MetricDefinition,
  Polarity,
  Synonyms,
  Unit,
} from './declarations.js';

/** What every declaration of a metric says besides how it is computed. */
interface MetricText {
  readonly label: string;
  readonly description: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly synonyms: Synonyms;
  readonly formula: string;
  readonly part?: true;
}

const metric = (name: string, definition: MetricDefinition, text: MetricText): Metric => ({
  name,
  definition,
  ...text,
});

/** A metric that is one measure. */
export const measured = (name: string, measure: Measure, text: MetricText): Metric =>
  metric(name, { kind: 'measure', measure }, text);

/** A metric that is one measure with the opposite sign. */
export const negated = (name: string, measure: Measure, text: MetricText): Metric =>
  metric(name, { kind: 'measure', measure, negate: true }, text);

/** One metric divided by another. */
export const ratio = (
  name: string,
  numerator: string,
  denominator: string,
  text: MetricText,
): Metric => metric(name, { kind: 'ratio', numerator, denominator }, text);

/** One metric less another. */
export const difference = (name: string, left: string, right: string, text: MetricText): Metric =>
  metric(
    name,
    {
      kind: 'arithmetic',
      expression: { operator: '-', left: { metric: left }, right: { metric: right } },
    },
    text,
  );

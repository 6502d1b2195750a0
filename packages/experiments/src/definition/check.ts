import { type Model, planUnitMetric } from '@olympus/semantic';
import { bucketsOfShares } from '../assignment/allocation.js';
import { invalidExperiment } from '../problems.js';
import { type ExperimentDefinition, type ExperimentRule, reservedKeys } from './definition.js';

/** Weights are shares with a few decimal places; thirds need not be written out. */
const weightTolerance = 0.005;

/**
 * What the schema cannot say of a definition.
 * @throws Problem `invalid_experiment`, `unknown_metric`, `metric_not_per_unit`
 */
export function checkDefinition(model: Model, key: string, definition: ExperimentDefinition): void {
  if (reservedKeys.has(key)) {
    throw invalidExperiment(`"${key}" is a word of the interface`, '/key', 'Choose another key.');
  }
  checkArms(definition.arms);
  for (const [index, rule] of definition.rules.entries()) checkRule(rule, `/rules/${index}`);
  const { primary, secondary, guardrails } = definition;
  planUnitMetric(model, primary.metric, primary.kind, '/primary/metric');
  for (const [list, at] of [
    [secondary, '/secondary'],
    [guardrails, '/guardrails'],
  ] as const) {
    for (const [index, { metric, kind }] of list.entries()) {
      planUnitMetric(model, metric, kind, `${at}/${index}/metric`);
    }
  }
}

/** @throws Problem `invalid_experiment` */
export function checkArms(arms: ExperimentDefinition['arms']): void {
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 1) > weightTolerance) {
    throw invalidExperiment(
      `The weights add up to ${Math.round(total * 1000) / 1000}, not to 1`,
      '/arms',
      'Give shares, such as 0.5 and 0.5.',
    );
  }
  const unseen = bucketsOfShares(arms.map(({ weight }) => weight)).indexOf(0);
  if (unseen >= 0) {
    throw invalidExperiment(
      `Nobody would be shown the arm "${arms[unseen]?.key}"`,
      `/arms/${unseen}/weight`,
      'Give each arm at least one in ten thousand.',
    );
  }
  const seen = new Set<string>();
  arms.forEach(({ key }, index) => {
    if (seen.has(key)) {
      throw invalidExperiment(
        `Two arms are called "${key}"`,
        `/arms/${index}/key`,
        'Give each arm a key of its own.',
      );
    }
    seen.add(key);
  });
}

function checkRule({ operator, values }: ExperimentRule, at: string): void {
  if (operator === 'equals' || operator === 'not_equals') return;
  if (values.length === 1 && typeof values[0] === 'number') return;
  throw invalidExperiment(
    `${operator} compares with one number`,
    `${at}/values`,
    'Give one number, or use equals.',
  );
}

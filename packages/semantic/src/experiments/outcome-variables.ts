import { type OutcomePlan, sumsOf } from './outcomes.js';

/** One value of a unit: a sum, or whether there is any of it. */
export interface OutcomeVariable {
  readonly sum: number;
  readonly any: boolean;
}

/** The variables of the plan, and the pairs of them whose products are summed. */
export function outcomeVariables(plan: OutcomePlan): {
  readonly variables: readonly OutcomeVariable[];
  readonly pairs: readonly (readonly [number, number])[];
} {
  const variables: OutcomeVariable[] = [];
  const place = (sum: number, any: boolean) => {
    const found = variables.findIndex((one) => one.sum === sum && one.any === any);
    return found === -1 ? variables.push({ sum, any }) - 1 : found;
  };
  const pairs: [number, number][] = [];
  for (const metric of plan.metrics) {
    const { numerator, denominator } = sumsOf(plan, metric);
    const first = place(numerator, metric.kind === 'share');
    if (denominator !== undefined) pairs.push([first, place(denominator, false)]);
  }
  return { variables, pairs };
}

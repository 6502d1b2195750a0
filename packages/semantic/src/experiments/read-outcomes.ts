import { outcomeParts } from './compile-outcomes.js';
import { outcomeVariables } from './outcome-variables.js';
import type { OutcomePlan } from './outcomes.js';
import type { UnitMetric } from './per-unit.js';

/** Sums over an arm's units of one value, of the same before exposure, and of their products. */
export interface VariableSums {
  readonly sum: number;
  readonly squares: number;
  readonly pastSum: number;
  readonly pastSquares: number;
  /** Σ value × value before. */
  readonly cross: number;
}

/** Sums of products of a ratio's two values x and y. */
export interface PairSums {
  /** Σ x × y */
  readonly products: number;
  /** Σ x before × y before */
  readonly pastProducts: number;
  /** Σ x × y before */
  readonly numeratorPast: number;
  /** Σ y × x before */
  readonly denominatorPast: number;
}

/** The units of an arm and what they did, in one place: up to a day's end, or of one trait. */
export interface ArmSums {
  readonly units: number;
  readonly variables: readonly VariableSums[];
  readonly pairs: readonly PairSums[];
}

export interface Outcomes {
  /** Arms that any unit was shown; those that the experiment does not have are left out. */
  readonly arms: readonly string[];
  /** Days' steps, or values of the trait; ascending. */
  readonly places: readonly string[];
  /** What was added at a place; nothing where an arm has no row there. */
  at(arm: string, place: string): ArmSums | undefined;
  /** Units that were shown more than one arm; they are in none. */
  readonly mixed: number;
  /** How often each arm was shown. */
  readonly shown: ReadonlyMap<string, number>;
}

const variableWidth = 5;
const pairWidth = 4;

/** @param rows  of `compileOutcomes` */
export function readOutcomes(plan: OutcomePlan, rows: readonly (readonly unknown[])[]): Outcomes {
  const { variables, pairs } = outcomeVariables(plan);
  const found = new Map<string, ArmSums>();
  const arms = new Set<string>();
  const places = new Set<string>();
  const shown = new Map<string, number>();
  const names = plan.source.kind === 'exposures' ? plan.source.arms : ['all'];
  let mixed = 0;
  for (const [part, armCell, placeCell, n, ...cells] of rows) {
    const place = String(placeCell);
    const numbers = cells.map((cell) => Number(cell ?? 0));
    switch (Number(part)) {
      case outcomeParts.mixed:
        mixed = Number(n);
        break;
      case outcomeParts.shown:
        shown.set(String(armCell), Number(n));
        break;
      default: {
        const arm = names[Number(armCell)];
        if (arm === undefined) break;
        arms.add(arm);
        places.add(place);
        const key = JSON.stringify([arm, place]);
        const added = sumsFrom(
          Number(part) === outcomeParts.units ? Number(n) : 0,
          numbers,
          variables.length,
          pairs.length,
        );
        found.set(key, addArms(found.get(key), added));
      }
    }
  }
  const numeric = [...places].every((place) => /^-?\d+$/.test(place));
  return {
    arms: [...arms].sort(),
    places: [...places].sort((one, two) =>
      numeric ? Number(one) - Number(two) : one < two ? -1 : 1,
    ),
    at: (arm, place) => found.get(JSON.stringify([arm, place])),
    mixed,
    shown,
  };
}

function sumsFrom(units: number, cells: readonly number[], variables: number, pairs: number) {
  const cell = (index: number) => cells[index] ?? 0;
  return {
    units,
    variables: Array.from({ length: variables }, (_, index): VariableSums => {
      const at = index * variableWidth;
      return {
        sum: cell(at),
        squares: cell(at + 1),
        pastSum: cell(at + 2),
        pastSquares: cell(at + 3),
        cross: cell(at + 4),
      };
    }),
    pairs: Array.from({ length: pairs }, (_, index): PairSums => {
      const at = variables * variableWidth + index * pairWidth;
      return {
        products: cell(at),
        pastProducts: cell(at + 1),
        numeratorPast: cell(at + 2),
        denominatorPast: cell(at + 3),
      };
    }),
  };
}

function addMembers<T extends object>(one: T, two: T): T {
  const sums = Object.keys(one).map((name) => {
    const key = name as keyof T;
    return [name, Number(one[key]) + Number(two[key])];
  });
  return Object.fromEntries(sums) as T;
}

/** The sums of an arm that no unit was shown. */
export function emptySums(plan: OutcomePlan): ArmSums {
  const { variables, pairs } = outcomeVariables(plan);
  return sumsFrom(0, [], variables.length, pairs.length);
}

/** The sums of both together. */
export function addArms(one: ArmSums | undefined, two: ArmSums): ArmSums {
  if (one === undefined) return two;
  return {
    units: one.units + two.units,
    variables: two.variables.map((sums, index) => {
      const other = one.variables[index];
      return other === undefined ? sums : addMembers(other, sums);
    }),
    pairs: two.pairs.map((sums, index) => {
      const other = one.pairs[index];
      return other === undefined ? sums : addMembers(other, sums);
    }),
  };
}

/** The sums that one of the plan's metrics is told by. */
export interface MetricSums {
  readonly numerator: VariableSums;
  readonly denominator: VariableSums | undefined;
  readonly pair: PairSums | undefined;
}

/** The sums of each of the plan's metrics, in their order. */
export function metricSums(plan: OutcomePlan, arm: ArmSums): readonly MetricSums[] {
  const single: OutcomePlan[] = plan.metrics.map((metric: UnitMetric) => ({
    ...plan,
    metrics: [metric],
  }));
  const { variables, pairs } = outcomeVariables(plan);
  return single.map((one) => {
    const own = outcomeVariables(one);
    const place = (index: number) => {
      const variable = own.variables[index];
      return variables.findIndex(({ sum, any }) => sum === variable?.sum && any === variable.any);
    };
    const first = place(0);
    const numerator = arm.variables[first];
    if (numerator === undefined) throw new Error('the sums are of another plan');
    if (own.pairs.length === 0) return { numerator, denominator: undefined, pair: undefined };
    const second = place(own.pairs[0]?.[1] ?? 1);
    const pair = pairs.findIndex(([one_, two]) => one_ === first && two === second);
    return { numerator, denominator: arm.variables[second], pair: arm.pairs[pair] };
  });
}

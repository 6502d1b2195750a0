import { dayMs, hourMs } from '@olympus/core';
import { accessDimension, type Model } from '../../model/model.js';
import { findDimension, invalid } from '../../plan/fault.js';
import type { PlannedFilter } from '../../plan/plan.js';
import { planSingleFilters } from '../../plan/plan-filters.js';
import { type ActSource, actSource } from '../act.js';
import { isCohortFilter } from '../cohorts/cohort-filter.js';
import { ledgerOf, type PlannedAct, planAct } from '../plan-act.js';
import {
  type Funnel,
  type FunnelPlan,
  funnelLimits,
  type PlannedBreakdown,
  type PlannedExclusion,
  type WindowUnit,
} from './funnel.js';

const unitMs: Readonly<Record<WindowUnit, number>> = {
  minute: 60_000,
  hour: hourMs,
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
};

export const defaultWindow = { count: 7, unit: 'day' } as const;

/** Acts told by the same rows share this; a row of one may be a row of the other. */
export function sourceKey(source: ActSource): string {
  switch (source.kind) {
    case 'document':
      return `document ${source.entry}`;
    case 'rows':
      return `rows ${source.ledger} ${JSON.stringify(source.conditions)}`;
    case 'event':
      return `event ${source.type}`;
  }
}

/**
 * @throws Problem `invalid_funnel`, `window_too_long`, `repeated_act`, `unknown_dimension`,
 *   `dimension_not_joinable`, and those of acts
 */
export function planFunnel(model: Model, funnel: Funnel): FunnelPlan {
  const { leastSteps, steps: mostSteps } = funnelLimits;
  if (funnel.steps.length < leastSteps || funnel.steps.length > mostSteps) {
    throw invalid(
      'invalid_funnel',
      `A funnel has ${leastSteps} to ${mostSteps} steps, not ${funnel.steps.length}`,
      '/steps',
      funnel.steps.length < leastSteps ? 'Add a step.' : 'Leave steps out.',
    );
  }
  const asked = funnel.steps.map((step, index) => {
    const at = `/steps/${index}`;
    const { label, optional, ...act } = step;
    if (optional === true && (index === 0 || index === funnel.steps.length - 1)) {
      throw invalid(
        'invalid_funnel',
        'The first and the last step cannot be optional',
        `${at}/optional`,
        'Leave the step out, or make it a required one.',
      );
    }
    return { act: planAct(model, act, at), label, optional: optional === true };
  });
  const { narrowedSteps, unfiltered } = planFilters(model, funnel, asked);
  const steps = narrowedSteps;
  const order = funnel.order ?? 'ordered';
  const exclusions = planExclusions(model, funnel, order);
  if (order === 'any') refuseRepeats([...steps.map(({ act }) => act)], exclusions);
  return {
    steps,
    order,
    windowMs: planWindow(funnel.window ?? defaultWindow),
    per: funnel.per ?? 'person',
    exclusions,
    unfiltered,
    breakdown: planBreakdown(
      model,
      funnel,
      steps.map(({ act }) => act),
    ),
  };
}

/** The steps under the funnel’s own filters, and where those say nothing. */
function planFilters(
  model: Model,
  { filters }: Funnel,
  steps: FunnelPlan['steps'],
): {
  readonly narrowedSteps: FunnelPlan['steps'];
  readonly unfiltered: FunnelPlan['unfiltered'];
} {
  const planned = planSingleFilters(model, { filters });
  const reaches = (step: number, { dimension }: PlannedFilter) => {
    const source = steps[step]?.act.source;
    if (source === undefined) return false;
    return (
      isCohortFilter({ dimension: dimension.name }) ||
      accessDimension(model, dimension, ledgerOf(source)) !== undefined
    );
  };
  planned.forEach((filter, index) => {
    if (reaches(0, filter)) return;
    throw invalid(
      'dimension_not_joinable',
      `The first step says nothing about "${filter.dimension.name}"`,
      `/filters/${index}/dimension`,
      `It goes with ${dimensionsOfAct(model, steps[0]?.act.name ?? '').join(', ')}.`,
    );
  });
  return {
    narrowedSteps: steps.map(({ act, ...step }, index) => ({
      ...step,
      act: { ...act, filters: [...act.filters, ...planned.filter((one) => reaches(index, one))] },
    })),
    unfiltered: steps.flatMap((_, step) =>
      planned
        .filter((one) => !reaches(step, one))
        .map(({ dimension }) => ({ step, dimension: dimension.name })),
    ),
  };
}

function planWindow({ count, unit }: NonNullable<Funnel['window']>): number {
  const ms = count * unitMs[unit];
  if (ms <= funnelLimits.windowDays * dayMs) return ms;
  throw invalid(
    'window_too_long',
    `A funnel takes at most ${funnelLimits.windowDays} days`,
    '/window/count',
    'Give a shorter window.',
  );
}

function planExclusions(
  model: Model,
  funnel: Funnel,
  order: FunnelPlan['order'],
): readonly PlannedExclusion[] {
  const last = funnel.steps.length - 1;
  return (funnel.exclusions ?? []).map(({ after, before, ...act }, index) => {
    const at = `/exclusions/${index}`;
    const from = (after ?? 1) - 1;
    const to = (before ?? last + 1) - 1;
    if (to > last || from >= to) {
      throw invalid(
        'invalid_funnel',
        `An exclusion lies between two of the ${last + 1} steps, the earlier one first`,
        `${at}/${to > last ? 'before' : 'after'}`,
        `Give "after" and "before" as numbers of steps from 1 to ${last + 1}.`,
      );
    }
    if (order === 'any' && (from !== 0 || to !== last)) {
      throw invalid(
        'invalid_funnel',
        'Steps in any order have nothing between two of them',
        at,
        'Leave out "after" and "before": the exclusion then ends the chain anywhere in it.',
      );
    }
    for (const [name, position] of [
      ['after', from],
      ['before', to],
    ] as const) {
      if (funnel.steps[position]?.optional !== true) continue;
      throw invalid(
        'invalid_funnel',
        'An exclusion lies between required steps',
        `${at}/${name}`,
        'Name the required step before or after it.',
      );
    }
    return { act: planAct(model, act, at), after: from, before: to };
  });
}

/** In any order, acts of the same rows could not be told apart. */
function refuseRepeats(acts: readonly PlannedAct[], exclusions: readonly PlannedExclusion[]): void {
  const seen = new Set<string>();
  const refuse = (act: PlannedAct, at: string) => {
    const key = sourceKey(act.source);
    if (seen.has(key)) {
      throw invalid(
        'repeated_act',
        `"${act.name}" is named twice, and in any order its acts cannot be told apart`,
        at,
        'Ask for an ordered funnel, or name each act once.',
      );
    }
    return key;
  };
  acts.forEach((act, index) => {
    seen.add(refuse(act, `/steps/${index}/act`));
  });
  exclusions.forEach(({ act }, index) => {
    refuse(act, `/exclusions/${index}/act`);
  });
}

function planBreakdown(
  model: Model,
  { breakdown }: Funnel,
  acts: readonly PlannedAct[],
): PlannedBreakdown | undefined {
  if (breakdown === undefined) return undefined;
  const { step, touch = 'first', limit = 5 } = breakdown;
  const dimension = findDimension(model, breakdown.dimension, '/breakdown/dimension');
  const { source } = dimension;
  if (step === undefined && source.kind === 'attribute' && source.entity === 'customer') {
    return { kind: 'customer', dimension, limit };
  }
  const position = (step ?? 1) - 1;
  const act = acts[position];
  if (act === undefined) {
    throw invalid(
      'invalid_funnel',
      `The funnel has ${acts.length} steps`,
      '/breakdown/step',
      `Give a number from 1 to ${acts.length}.`,
    );
  }
  if (accessDimension(model, dimension, ledgerOf(act.source)) === undefined) {
    const names = dimensionsOfAct(model, act.name);
    const customer = [...model.dimensions.values()].filter(
      (other) => other.source.kind === 'attribute' && other.source.entity === 'customer',
    );
    const offered = [...new Set([...names, ...customer.map(({ name }) => name)])];
    throw invalid(
      'dimension_not_joinable',
      `"${act.name}" says nothing about "${dimension.name}"`,
      '/breakdown/dimension',
      `Step ${position + 1} can be broken down by ${offered.join(', ')}.`,
    );
  }
  return { kind: 'step', dimension, step: position, touch, limit };
}

/** Names of the dimensions that an act can be filtered and broken down by. */
export function dimensionsOfAct(model: Model, act: string): readonly string[] {
  const ledger = ledgerOf(actSource(act));
  return [...model.dimensions.values()]
    .filter((dimension) => accessDimension(model, dimension, ledger) !== undefined)
    .map(({ name }) => name);
}

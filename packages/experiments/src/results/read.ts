import type { Analytics } from '@olympus/analytics';
import { dayMs, type TenantId } from '@olympus/core';
import {
  type AskedUnitMetric,
  compileOutcomes,
  emptySums,
  type Model,
  type OutcomePlan,
  type Outcomes,
  planOutcomes,
  readOutcomes,
  type UnitSource,
  type UnitTrait,
} from '@olympus/semantic';
import { metricsOf } from '../definition/definition.js';
import type { StoredExperiment } from '../store/experiment-store.js';
import { compareArms, type MetricComparison } from './compare.js';
import { metricArm, type Reckoned, type ReckonedMetric, reckon } from './reckon.js';

/** How long before the exposure a unit's deeds take noise out of what it does after. */
export const lookbackMs = 28 * dayMs;

export interface Measured {
  readonly plan: OutcomePlan;
  readonly outcomes: Outcomes;
}

/** What an experiment's figures are read with. */
export interface ExperimentReader {
  /** @returns undefined while nothing can be known: before the start, or without any data */
  results(experiment: StoredExperiment, call: ReadCall): Promise<ExperimentFigures | undefined>;
  /** The primary metric by what units were before they were exposed. */
  segments(
    experiment: StoredExperiment,
    trait: UnitTrait,
    call: ReadCall,
  ): Promise<readonly SegmentFigures[]>;
}

export interface ReadCall {
  readonly tenant: TenantId;
  readonly signal?: AbortSignal | undefined;
}

export interface ExperimentFigures extends Reckoned {
  readonly knownToMs: number;
}

export interface SegmentFigures {
  /** Value of the trait; empty where nothing is known of it. */
  readonly value: string;
  readonly comparison: MetricComparison;
}

export const lowerIsBetter = (model: Model, metric: string): boolean =>
  model.metrics.get(metric)?.polarity === 'down_good';

/** The sums of one statement. @throws Problem, those of `planOutcomes` and of running */
export async function measure(
  run: NonNullable<Awaited<ReturnType<Analytics['people']>>>,
  metrics: readonly AskedUnitMetric[],
  when: {
    readonly source: UnitSource;
    readonly windowMs: number;
    readonly fromMs: number;
    readonly exposedToMs: number;
    readonly toMs: number;
  },
  trait?: UnitTrait,
): Promise<Measured> {
  const plan = planOutcomes(run.model, metrics, {
    ...when,
    lookbackMs,
    calendar: run.at.calendar,
  });
  const rows = await run.ask(compileOutcomes(run.context, plan, trait));
  return { plan, outcomes: readOutcomes(plan, rows) };
}

export function createExperimentReader(analytics: Pick<Analytics, 'people'>): ExperimentReader {
  const read = async (experiment: StoredExperiment, call: ReadCall, trait?: UnitTrait) => {
    const { measuredFromMs, definition } = experiment;
    if (measuredFromMs === null) return undefined;
    const run = await analytics.people({ tenantId: call.tenant, signal: call.signal });
    if (run === undefined) return undefined;
    const { calendar, profile } = run.at;
    const windowMs = definition.window_days * dayMs;
    const exposedToMs = Math.min(calendar.nowMs, experiment.stoppedAtMs ?? calendar.nowMs);
    const dataToMs = profile === undefined ? calendar.nowMs : profile.lastMs + 1;
    const knownToMs = Math.min(calendar.nowMs, dataToMs);
    if (knownToMs <= measuredFromMs) return undefined;
    const planned = metricsOf(definition);
    // without its primary metric an experiment has no result; without another one it has the rest
    const isGone = ({ metric, role }: (typeof planned)[number]) =>
      role !== 'primary' && !run.model.metrics.has(metric);
    const gone = planned.filter(isGone).map(({ metric }) => metric);
    const metrics = planned
      .filter((one) => !isGone(one))
      .map(
        (one): ReckonedMetric => ({ ...one, lowerIsBetter: lowerIsBetter(run.model, one.metric) }),
      );
    const measured = await measure(
      run,
      trait === undefined ? metrics : metrics.slice(0, 1),
      {
        source: {
          kind: 'exposures',
          experiment: experiment.key,
          arms: definition.arms.map(({ key }) => key),
        },
        windowMs,
        fromMs: measuredFromMs,
        // no more than is known, so that the statement stays the same while the data does
        exposedToMs: Math.min(exposedToMs, knownToMs),
        toMs: Math.min(knownToMs, exposedToMs + windowMs),
      },
      trait,
    );
    return { ...measured, metrics, gone, knownToMs };
  };
  return {
    async results(experiment, call) {
      const found = await read(experiment, call);
      if (found === undefined) return undefined;
      const { definition } = experiment;
      const reckoned = reckon({
        ...found,
        arms: definition.arms.map(({ key, weight }) => ({ key, share: weight })),
        plannedUnits: definition.planned_units,
        minimumEffect: definition.minimum_effect,
      });
      return { ...reckoned, knownToMs: found.knownToMs };
    },
    async segments(experiment, trait, call) {
      const found = await read(experiment, call, trait);
      const [metric] = found?.metrics ?? [];
      if (found === undefined || metric === undefined) return [];
      const { plan, outcomes } = found;
      const { arms } = experiment.definition;
      const figures = outcomes.places.map((value) => ({
        value,
        comparison: compareArms(
          arms.map(({ key }) => metricArm(plan, outcomes.at(key, value) ?? emptySums(plan), 0)),
          { kind: metric.kind, lowerIsBetter: metric.lowerIsBetter, tuning: 5_000 },
        ),
      }));
      const units = ({ comparison }: SegmentFigures) =>
        comparison.arms.reduce((sum, arm) => sum + arm.units, 0);
      return figures.sort((one, two) => units(two) - units(one)).slice(0, mostSegments);
    },
  };
}

/** Values of a trait that are told, most units first. */
const mostSegments = 12;

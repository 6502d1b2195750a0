import type { Handlers } from '@olympus/contract';
import { modelLanguageOf, unitMetricKindsOf } from '@olympus/semantic';
import { correctPValues, isUndefined } from '@olympus/stats';
import { designExperiment } from '../design/design.js';
import type { SegmentFigures } from '../results/read.js';
import { emptyVerdict } from '../results/verdict.js';
import type { ExperimentDeps } from './experiments.js';
import type { figureOperations } from './figures.contract.js';
import { presentArms, presentDays, presentMetric, presentVerdict } from './present.js';

export function figureHandlers({
  experiments,
  reader,
  analytics,
}: ExperimentDeps): Handlers<typeof figureOperations> {
  return {
    'experiments.results': async ({ tenant, input, signal }) => {
      const experiment = await experiments.get(tenant, input.key);
      const language = input.locale === undefined ? undefined : modelLanguageOf(input.locale);
      const { model, currency } = await analytics.surroundings(tenant, language);
      const figures = await reader.results(experiment, { tenant, signal });
      const { key, state, definition } = experiment;
      const planned = definition.planned_units;
      const units = figures?.units ?? definition.arms.map(() => 0);
      const total = units.reduce((sum, count) => sum + count, 0);
      return {
        key,
        state,
        currency,
        known_to: figures === undefined ? null : new Date(figures.knownToMs).toISOString(),
        verdict: presentVerdict(
          figures?.verdict ?? emptyVerdict(state === 'draft' ? 'not_started' : 'no_exposures'),
        ),
        health: (figures?.health ?? []).map(({ check, status, value, names }) => ({
          check,
          status,
          value,
          names: [...names],
        })),
        units: [...units],
        mixed_units: figures?.mixed ?? 0,
        progress: planned === null ? null : total / planned,
        metrics: (figures?.metrics ?? []).map((result) => {
          const metric = model.metrics.get(result.metric);
          return presentMetric(definition.arms, result, {
            label: metric?.label ?? result.metric,
            unit: result.kind === 'share' ? 'ratio' : (metric?.unit ?? 'number'),
          });
        }),
        days: presentDays(figures?.days ?? []),
      };
    },
    'experiments.segments': async ({ tenant, input, signal }) => {
      const experiment = await experiments.get(tenant, input.key);
      const segments = await reader.segments(experiment, input.by, { tenant, signal });
      const corrected = correctOverSegments(segments);
      return {
        key: experiment.key,
        by: input.by,
        metric: experiment.definition.primary.metric,
        exploratory: true as const,
        segments: segments.map(({ value, comparison }, index) => ({
          value: value === '' ? null : value,
          arms: presentArms(experiment.definition.arms, comparison, corrected[index] ?? [], []),
        })),
      };
    },
    'experiments.design': async ({ tenant, input, signal }) => {
      const design = await designExperiment(analytics, {
        tenant,
        primary: input.primary,
        arms: input.arms ?? 2,
        traffic: input.traffic ?? 1,
        windowDays: input.window_days ?? 14,
        minimumEffect: input.minimum_effect ?? 0.05,
        signal,
      });
      const { basis } = design;
      return {
        basis:
          basis === null
            ? null
            : {
                from: new Date(basis.fromMs).toISOString(),
                to: new Date(basis.toMs).toISOString(),
                units: basis.units,
                units_per_day: basis.unitsPerDay,
                mean: basis.mean,
                deviation: basis.deviation,
                explained: basis.explained,
              },
        too_few: design.tooFew,
        anytime: design.anytime === null ? null : { ...design.anytime },
        once: design.once === null ? null : { ...design.once },
        curve: design.curve.map((point) => ({ ...point })),
      };
    },
    'experiments.metrics': async ({ tenant, input }) => {
      const language = input.locale === undefined ? undefined : modelLanguageOf(input.locale);
      const { model } = await analytics.surroundings(tenant, language);
      return {
        metrics: [...model.metrics.values()].flatMap(({ name, label, description, unit, part }) => {
          const kinds = unitMetricKindsOf(model, name);
          if (kinds.length === 0 || part === true) return [];
          return [{ metric: name, label, description, unit, kinds: [...kinds] }];
        }),
      };
    },
  };
}

/** P-values by segment and treatment, corrected over all of them. */
function correctOverSegments(
  segments: readonly SegmentFigures[],
): readonly (readonly (number | null)[])[] {
  const values = segments.map(({ comparison }) =>
    comparison.arms.slice(1).map(({ comparison: one }) => one?.pValue ?? null),
  );
  const known = values.flat().filter((value) => value !== null);
  const adjusted = correctPValues(known, 'benjamini-hochberg');
  let next = 0;
  return values.map((of) =>
    of.map((value) => {
      if (value === null) return null;
      return isUndefined(adjusted) ? value : (adjusted[next++] ?? value);
    }),
  );
}

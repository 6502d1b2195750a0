import type { ArmComparison, Interval, MetricComparison } from '../results/compare.js';
import type { MetricResult, Reckoned } from '../results/reckon.js';
import type { GuardrailStatus, Verdict } from '../results/verdict.js';
import type { StoredExperiment } from '../store/experiment-store.js';

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));
const span = (interval: Interval | null) => (interval === null ? null : { ...interval });

export const presentVerdict = (verdict: Verdict) => ({
  kind: verdict.kind,
  arm: verdict.arm,
  change: span(verdict.change),
  gain: span(verdict.gain),
  chance_to_win: verdict.chanceToWin,
  because: [...verdict.because],
});
export type PresentedVerdict = ReturnType<typeof presentVerdict>;

export function presentExperiment(experiment: StoredExperiment) {
  const { decision } = experiment;
  return {
    key: experiment.key,
    state: experiment.state,
    version: experiment.version,
    ...structuredClone(experiment.definition),
    changed_by: experiment.changedBy,
    created_at: iso(experiment.createdAtMs),
    changed_at: iso(experiment.changedAtMs),
    started_at: isoOrNull(experiment.startedAtMs),
    measured_from: isoOrNull(experiment.measuredFromMs),
    stopped_at: isoOrNull(experiment.stoppedAtMs),
    decision:
      decision === null
        ? null
        : {
            arm: decision.arm,
            reason: decision.reason,
            decided_by: decision.decidedBy,
            decided_at: decision.decidedAt,
            verdict: decision.verdict as PresentedVerdict | null,
          },
  };
}

function presentComparison(
  one: ArmComparison,
  corrected: number | null,
  guardrail: GuardrailStatus | null,
) {
  return {
    change: span(one.relative),
    gain: span(one.absolute),
    once: span(one.once),
    p_value: one.pValue,
    once_p_value: one.oncePValue,
    corrected_p_value: corrected,
    significant: one.significant,
    chance_to_win: one.chanceToWin,
    expected_loss: one.expectedLoss,
    variance_reduction: one.varianceReduction,
    guardrail,
    reason: one.reason,
  };
}

/** @param corrected  p-values by treatment */
export const presentArms = (
  arms: readonly { readonly key: string }[],
  { arms: compared }: MetricComparison,
  corrected: readonly (number | null)[],
  guardrail: readonly (GuardrailStatus | null)[],
) =>
  compared.map((arm, index) => ({
    arm: arms[index]?.key ?? '',
    units: arm.units,
    mean: arm.mean,
    deviation: arm.deviation,
    chance_best: arm.chanceBest,
    comparison:
      arm.comparison === null
        ? null
        : presentComparison(
            arm.comparison,
            corrected[index - 1] ?? null,
            guardrail[index - 1] ?? null,
          ),
  }));

export type MetricUnit = 'currency' | 'count' | 'ratio' | 'number';

export const presentMetric = (
  arms: readonly { readonly key: string }[],
  result: MetricResult,
  named: { readonly label: string; readonly unit: MetricUnit },
) => ({
  metric: result.metric,
  ...named,
  kind: result.kind,
  role: result.role,
  margin: result.margin,
  lower_is_better: result.lowerIsBetter,
  adjusted: result.comparison.adjusted,
  arms: presentArms(arms, result.comparison, result.corrected, result.guardrail),
});

export const presentDays = (days: Reckoned['days']) =>
  days.map(({ day, units, means, changes }) => ({
    day,
    units: [...units],
    means: [...means],
    changes: changes.map(span),
  }));

import type { ArmSummary } from '@olympus/stats';
import {
  isUndefined,
  preExposureCheck,
  type SampleRatioCheck,
  sampleRatioCheck,
  sequentialSampleRatioCheck,
} from '@olympus/stats';

/** What can be wrong with an experiment before its figures mean anything. */
export const healthChecks = [
  'sample_ratio',
  'mixed_units',
  'unknown_arms',
  'exposure_gaps',
  'before_exposure',
  'enough_units',
  'metrics_gone',
] as const;

/** `bad`: do not trust the figures. `warn`: look at it. `unknown`: too little to tell. */
export type HealthStatus = 'ok' | 'warn' | 'bad' | 'unknown';

export interface HealthFinding {
  readonly check: (typeof healthChecks)[number];
  readonly status: HealthStatus;
  /** Probability, share or count, as the check says. */
  readonly value: number | null;
  /** Arms, days or metrics that it is about. */
  readonly names: readonly string[];
}

/** Units that each arm needs before anything is said of it. */
export const fewestUnits = 100;

/** A split that always-valid evidence speaks against so much is broken. */
const brokenBelow = 0.01;

export interface HealthInput {
  readonly arms: readonly {
    readonly key: string;
    readonly share: number;
    readonly units: number;
  }[];
  /** Units that were shown several arms. */
  readonly mixed: number;
  /** How often each arm was shown that the experiment does not have. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Whole days since exposures count on which no unit came. */
  readonly gaps: readonly string[];
  /** Metrics of the plan that the shop's model does not have any more. */
  readonly gone: readonly string[];
  /** The metrics before anybody was exposed, by arm, the control first. */
  readonly before: readonly { readonly name: string; readonly arms: readonly ArmSummary[] }[];
}

export function checkHealth(input: HealthInput): readonly HealthFinding[] {
  const { arms, mixed, unknown, gaps, gone } = input;
  const units = arms.reduce((sum, arm) => sum + arm.units, 0);
  const fewest = Math.min(...arms.map((arm) => arm.units));
  const strangers = [...unknown.keys()];
  return [
    splitFinding(arms, units),
    {
      check: 'mixed_units',
      status: shareStatus(mixed, units + mixed),
      value: units + mixed === 0 ? null : mixed / (units + mixed),
      names: [],
    },
    {
      check: 'unknown_arms',
      status: strangers.length === 0 ? 'ok' : 'warn',
      value: strangers.length,
      names: strangers.slice(0, 10),
    },
    {
      check: 'exposure_gaps',
      status: gaps.length === 0 ? 'ok' : 'warn',
      value: gaps.length,
      names: gaps.slice(0, 10),
    },
    beforeFinding(input),
    {
      check: 'enough_units',
      status: fewest >= fewestUnits ? 'ok' : 'unknown',
      value: fewest,
      names: arms.filter((arm) => arm.units < fewestUnits).map(({ key }) => key),
    },
    ...(gone.length === 0
      ? []
      : [
          {
            check: 'metrics_gone' as const,
            status: 'warn' as const,
            value: gone.length,
            names: gone,
          },
        ]),
  ];
}

function splitFinding(arms: HealthInput['arms'], units: number): HealthFinding {
  const counts = arms.map((arm) => arm.units);
  const shares = arms.map((arm) => arm.share);
  const check: SampleRatioCheck | ReturnType<typeof sequentialSampleRatioCheck> =
    sequentialSampleRatioCheck(counts, shares, { threshold: brokenBelow });
  const once = sampleRatioCheck(counts, shares);
  if (units < fewestUnits || isUndefined(check) || isUndefined(once)) {
    return { check: 'sample_ratio', status: 'unknown', value: null, names: [] };
  }
  // the one that may be looked at daily decides; the other says how likely such a split is by chance
  const status = check.mismatch ? 'bad' : once.mismatch ? 'warn' : 'ok';
  return { check: 'sample_ratio', status, value: once.pValue, names: [] };
}

function shareStatus(part: number, whole: number): HealthStatus {
  if (whole === 0) return 'unknown';
  if (part / whole > 0.1) return 'bad';
  return part / whole > 0.01 ? 'warn' : 'ok';
}

/** A difference that was there before cannot be the experiment's. */
function beforeFinding({ before, arms }: HealthInput): HealthFinding {
  const name = (metric: string, arm: number) => `${metric} · ${arms[arm]?.key ?? ''}`;
  const check = preExposureCheck(
    before.flatMap(({ name: metric, arms: [control, ...treatments] }) =>
      control === undefined
        ? []
        : treatments.map((treatment, index) => ({
            name: name(metric, index + 1),
            control,
            treatment,
          })),
    ),
    0.001,
  );
  if (isUndefined(check)) {
    return { check: 'before_exposure', status: 'unknown', value: null, names: [] };
  }
  const different = check.metrics.filter(({ pValue }) => pValue < 0.001);
  return {
    check: 'before_exposure',
    status: different.length > 0 ? 'warn' : 'ok',
    value: Math.min(...check.metrics.map(({ pValue }) => pValue)),
    names: different.map((one) => one.name),
  };
}

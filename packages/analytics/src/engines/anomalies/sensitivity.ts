/** How readily something counts as unusual. */
export interface Sensitivity {
  /** Chance that a bucket of a quiet series is marked. */
  readonly falseAlarmRate: number;
  /** Standard deviations from which a shift of the level counts. */
  readonly shiftDeviations: number;
  /**
   * Standard deviations from which days that are off together count as one: so that a quiet series
   * has no more false stretches than false buckets.
   */
  readonly runDeviations: number;
}

export const sensitivities = ['low', 'medium', 'high'] as const;
export type SensitivityName = (typeof sensitivities)[number];

const named: Readonly<Record<SensitivityName, Sensitivity>> = {
  low: { falseAlarmRate: 0.0001, shiftDeviations: 4, runDeviations: 4.25 },
  medium: { falseAlarmRate: 0.001, shiftDeviations: 3, runDeviations: 3.5 },
  high: { falseAlarmRate: 0.01, shiftDeviations: 2.5, runDeviations: 3.25 },
};

/** A named sensitivity, or one with a rate of its own. */
export function sensitivityOf(asked: SensitivityName | number = 'medium'): Sensitivity {
  if (typeof asked === 'string') return named[asked];
  const like = asked >= 0.01 ? named.high : asked >= 0.001 ? named.medium : named.low;
  return { ...like, falseAlarmRate: asked };
}

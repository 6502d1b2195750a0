import type { EffectInterval, Experiment, ExperimentVerdict } from '@olympus/sdk';
import type { NumberStyle } from '@olympus/web/kit';

export type Verdict = ExperimentVerdict;
export type VerdictKind = Verdict['kind'];

/** How a verdict is coloured; the word says the same. */
export const TONES = {
  not_started: 'neutral',
  no_exposures: 'neutral',
  broken: 'bad',
  too_early: 'neutral',
  winner: 'good',
  guardrail: 'warn',
  loser: 'bad',
  no_difference: 'neutral',
  not_shown: 'neutral',
  undecided: 'accent',
} as const satisfies Record<VerdictKind, 'neutral' | 'good' | 'warn' | 'bad' | 'accent'>;

/** A relative change: +4.1 %. */
export const changeText = (change: number, { locale }: NumberStyle): string =>
  new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
    .format(change)
    .replace('-', '−');

export const intervalText = ({ lower, upper }: EffectInterval, style: NumberStyle): string =>
  `${changeText(lower, style)} … ${changeText(upper, style)}`;

/** What an arm is called. */
export const armName = (arms: Experiment['arms'], key: string): string =>
  arms.find((arm) => arm.key === key)?.name ?? key;

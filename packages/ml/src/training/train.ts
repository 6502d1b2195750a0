import { createHash } from 'node:crypto';
import type { CustomerDays } from '@olympus/semantic';
import type { ChurnModel } from '../models/churn-model.js';
import type { ValueModel } from '../models/value-model.js';
import { type ChurnTraining, trainChurn } from './train-churn.js';
import { trainValue, type ValueTraining } from './train-value.js';

export interface TrainingInput {
  readonly customers: readonly CustomerDays[];
  /** Local days since 1970: the first with an order, and the first that is not known as a whole. */
  readonly startDay: number;
  readonly endDay: number;
  readonly seed: number;
  readonly running: {
    readonly churn?: ChurnModel | undefined;
    readonly value?: ValueModel | undefined;
  };
}

/** What one training came to; a kind that could not be fitted says why. */
export interface Trained {
  readonly fingerprint: string;
  readonly churn: ChurnTraining | { readonly kind: 'undefined'; readonly reason: string };
  readonly value: ValueTraining | { readonly kind: 'undefined'; readonly reason: string };
}

/** What the data was: the same data has the same fingerprint. */
export function fingerprintOf({ customers, startDay, endDay }: TrainingInput): string {
  const hash = createHash('sha256');
  hash.update(`${startDay} ${endDay}\n`);
  for (const { key, days } of customers) hash.update(`${key} ${JSON.stringify(days)}\n`);
  return hash.digest('hex').slice(0, 32);
}

const trying = <T>(work: () => T) => {
  try {
    return work();
  } catch (error) {
    return {
      kind: 'undefined' as const,
      reason: error instanceof Error ? error.message : 'unknown',
    };
  }
};

/** Trains both models; the same input gives the same models. @param progress  share done */
export function train(input: TrainingInput, progress: (share: number) => void): Trained {
  const { customers, running } = input;
  return {
    fingerprint: fingerprintOf(input),
    churn: trying(() =>
      trainChurn(customers, input, running.churn, (share) => progress(share * 0.7)),
    ),
    value: trying(() =>
      trainValue(customers, input, running.value, (share) => progress(0.7 + share * 0.3)),
    ),
  };
}

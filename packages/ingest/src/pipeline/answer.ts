import type { Refusal } from '../parse/envelope.js';

export type Outcome = 'stored' | 'duplicate' | 'deadLettered';

export interface EventResult {
  readonly id: string | null;
  readonly outcome: Outcome;
  readonly error?: {
    readonly code: string;
    readonly reason: string;
    readonly step: string;
    readonly path?: string;
    readonly dead_letter_id: string;
  };
}

/** The collector's answer: one result an event, in the order they were sent. */
export interface IngestAnswer {
  readonly results: readonly EventResult[];
  readonly stored: number;
  readonly duplicates: number;
  readonly dead_lettered: number;
}

export function summarise(results: readonly EventResult[]): IngestAnswer {
  const count = (outcome: Outcome) =>
    results.reduce((sum, result) => sum + (result.outcome === outcome ? 1 : 0), 0);
  return {
    results,
    stored: count('stored'),
    duplicates: count('duplicate'),
    dead_lettered: count('deadLettered'),
  };
}

export function deadLettered(
  id: string | undefined,
  refusal: Refusal,
  deadLetterId: string,
): EventResult {
  const { code, reason, step, path } = refusal;
  return {
    id: id ?? null,
    outcome: 'deadLettered',
    error: {
      code,
      reason,
      step,
      ...(path === undefined ? {} : { path }),
      dead_letter_id: deadLetterId,
    },
  };
}

import { benjaminiHochberg, isUndefined } from '@olympus/stats';
import type { Candidate } from './insight.js';

/** A candidate that passed, with how sure and how large it is. */
export interface Finding extends Candidate {
  /** 1 less the p-value after correction for all candidates. */
  readonly certainty: number;
  /** Money at stake × certainty, in the tenant's currency. */
  readonly score: number;
}

/** Share of findings that may be false. */
export const falseFindings = 0.05;
/** Findings of one kind, so that one thing does not take all the room. */
const mostOfAKind = 3;

/**
 * The findings among all candidates, best first: those that stay after correction over all of them
 * (Benjamini–Hochberg), the best of each subject, by money at stake × certainty.
 */
export function rankFindings(candidates: readonly Candidate[]): readonly Finding[] {
  const adjusted = benjaminiHochberg(candidates.map(({ pValue }) => pValue));
  if (isUndefined(adjusted)) throw new Error(adjusted.reason);
  const found = candidates
    .flatMap((candidate, index) => {
      const chance = adjusted[index] ?? 1;
      const certainty = 1 - chance;
      const score = candidate.money * certainty;
      return chance <= falseFindings && score > 0 ? [{ ...candidate, certainty, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const subjects = new Set<string>();
  const kinds = new Map<string, number>();
  return found.filter(({ subject, kind }) => {
    const many = kinds.get(kind) ?? 0;
    if (subjects.has(subject) || many >= mostOfAKind) return false;
    subjects.add(subject);
    kinds.set(kind, many + 1);
    return true;
  });
}

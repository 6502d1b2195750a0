import { Problem } from '@olympus/core';
import type { Random } from '@olympus/stats';
import type { ShopCalendar } from '../simulation/calendar.js';
import type { StorySpan, TruthSpan } from './story.js';

/** @throws Problem invalid_story_span when it ends before it begins */
export function resolveSpan(calendar: ShopCalendar, { from, to }: StorySpan): TruthSpan {
  const span = { fromMs: calendar.parse(from), toMs: calendar.parse(to) };
  if (span.fromMs < span.toMs) return span;
  throw new Problem({
    code: 'invalid_story_span',
    kind: 'invalid',
    message: `A story cannot last from ${from} to ${to}`,
    remedy: 'Let it end after it begins.',
  });
}

export const isWithin = (span: TruthSpan, atMs: number): boolean =>
  atMs >= span.fromMs && atMs < span.toMs;

/** A whole number whose mean is the factor: 1.3 is 1, or 2 in three of ten draws. */
export function drawCopies(random: Random, factor: number): number {
  const whole = Math.floor(factor);
  return whole + (random.next() < factor - whole ? 1 : 0);
}

import { type Grain, Problem } from '@olympus/core';
import { longestSpan } from './series.js';

/** A span of more buckets than are judged at once. */
export const spanTooLong = (grain: Grain) =>
  new Problem({
    code: 'too_many_buckets',
    kind: 'invalid',
    message: `The span holds more than ${longestSpan} buckets of one ${grain}`,
    at: '/time',
    remedy: 'Ask for a coarser grain or a shorter span.',
  });

import type { Link } from '../../linking/index.js';
import {
  dimensionsIn,
  has,
  otherMetric,
  type ReadingState,
  valuesIn,
  wordText,
} from './reading-state.js';
import { isSingular } from './surface.js';

/** Which of the things a phrase may be is meant, by what stands around it. */
export function chooseRole(
  s: ReadingState,
  kinds: ReadonlySet<Link['target']['kind']>,
  k: number,
): Link['target']['kind'] {
  if (s.isFunnel && kinds.has('event')) return 'event';
  if (kinds.size === 1) return [...kinds][0] ?? 'metric';
  const before = s.pieces[k - 1];
  const piece = s.pieces[k];
  const metric = kinds.has('metric');
  const dimension = kinds.has('dimension');
  if (metric && dimension) {
    const rankedHere = s.rankAt >= 0 && s.rankAt === k - 1;
    const counted = before?.quantity !== undefined && before.cues.size === 0;
    if (has(before, 'how_many')) return 'metric';
    if (s.by)
      return s.rank !== null && s.dimensions.length > 0 && s.metrics.length === 0
        ? 'metric'
        : 'dimension';
    if (rankedHere || counted)
      return s.dimensions.length > 0 && s.metrics.length === 0 ? 'metric' : 'dimension';
    if (has(before, 'which') || has(before, 'which_plural')) return 'dimension';
    if (s.dimensions.length > 0 && s.metrics.length === 0) return 'metric';
    return piece !== undefined &&
      otherMetric(s, piece) &&
      !has(before, 'and') &&
      !has(s.pieces[k + 1], 'and')
      ? 'dimension'
      : 'metric';
  }
  if (metric) return 'metric';
  if (dimension && kinds.has('value')) {
    if (isBearing(s, k)) return 'value';
    // "brands" is what the dimension is called, and no value “brand”
    const weightOf = (kind: 'dimension' | 'value') =>
      Math.max(...(piece?.links ?? []).map((l) => (l.target.kind === kind ? l.weight : 0)));
    if (weightOf('dimension') === 1 && weightOf('value') < 1) return 'dimension';
    const counted = before?.quantity !== undefined && before.cues.size === 0;
    if (counted && s.rank !== null) return 'dimension';
    if (s.by || has(before, 'which') || has(before, 'rank')) return 'dimension';
    return 'value';
  }
  if (kinds.has('value')) return 'value';
  if (dimension) return 'dimension';
  return 'event';
}

/** "cancellations by business guests": those who did it, in the plural, and no breakdown. */
function isBearing(s: ReadingState, k: number): boolean {
  const [before, piece] = [s.pieces[k - 1], s.pieces[k]];
  if (!s.by || s.rank !== null || before === undefined || piece === undefined) return false;
  const names = dimensionsIn(piece);
  const spoken = wordText(s, piece).toLowerCase();
  const isLabel = s.catalogue.dimensions.some(
    ({ name, label }) => names.includes(name) && label.toLowerCase() === spoken,
  );
  return (
    valuesIn(piece).every(({ value }) => typeof value === 'boolean') &&
    /^(?:by|von|durch|par|por|da|di|door)$/i.test(wordText(s, before)) &&
    !isLabel &&
    !isSingular(s, piece, names)
  );
}

import { has, type ReadingState } from './reading-state.js';

/**
 * "from Berlin or Paris": values that are named together belong to one dimension, where one has them
 * all, though each may belong to others too.
 */
export function alignValues(s: ReadingState): void {
  for (let i = 1; i < s.values.length; i++) {
    const [before, value] = [s.values[i - 1], s.values[i]];
    if (before === undefined || value === undefined || value.doubted || before.doubted) continue;
    const [at, to] = [s.pieces.indexOf(before.piece), s.pieces.indexOf(value.piece)];
    const between = s.pieces.slice(at + 1, to);
    if (between.length !== 1 || !has(between[0], 'and')) continue;
    const shared = new Set(
      before.options
        .map(({ dimension }) => dimension)
        .filter((name) => value.options.some(({ dimension }) => dimension === name)),
    );
    if (shared.size === 0) continue;
    const narrowed = (slot: typeof value) => ({
      ...slot,
      options: slot.options.filter(({ dimension }) => shared.has(dimension)),
    });
    s.values[i - 1] = narrowed(before);
    s.values[i] = narrowed(value);
  }
}

import { px } from './plot.js';

interface Drawable {
  readonly value: number | null;
  readonly provisional?: unknown;
}

export interface LinePaths {
  /** The line, broken where values are missing. */
  readonly line: string;
  /** To and from buckets that have not ended or are only partly in the range. */
  readonly running: string;
  /** Between the line and the base. */
  readonly area: string;
  /** Values without a neighbour: no line reaches them. */
  readonly alone: readonly number[];
}

/** The strokes of a line in given coordinates; a gap stays a gap. */
export function linePaths(
  points: readonly Drawable[],
  x: (index: number) => number,
  y: (value: number) => number,
  base: number,
): LinePaths {
  let line = '';
  let running = '';
  let area = '';
  const alone: number[] = [];
  // Where the pen of each path stands: the bucket it drew to last.
  let [lineAt, runningAt] = [-1, -1];
  const closed = () => (lineAt < 0 ? '' : `L${px(x(lineAt))} ${px(base)}Z`);
  points.forEach((point, index) => {
    const before = points[index - 1];
    const lonely =
      point.value !== null &&
      (before?.value ?? null) === null &&
      (points[index + 1]?.value ?? null) === null;
    if (lonely) alone.push(index);
    if (!before || before.value === null || point.value === null) return;
    const from = `${px(x(index - 1))} ${px(y(before.value))}`;
    const to = `${px(x(index))} ${px(y(point.value))}`;
    if (before.provisional || point.provisional) {
      running += `${runningAt === index - 1 ? '' : `M${from}`}L${to}`;
      runningAt = index;
      return;
    }
    const goesOn = lineAt === index - 1;
    line += `${goesOn ? '' : `M${from}`}L${to}`;
    area += goesOn ? `L${to}` : `${closed()}M${px(x(index - 1))} ${px(base)}L${from}L${to}`;
    lineAt = index;
  });
  return { line, running, area: area + closed(), alone };
}

/** The area between two bounds; apart where either is missing. */
export function bandPath(
  points: readonly { readonly low: number | null; readonly high: number | null }[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let run: string[] = [];
  let back: string[] = [];
  const close = () => {
    if (run.length > 1) path += `M${[...run, ...back.reverse()].join('L')}Z`;
    run = [];
    back = [];
  };
  points.forEach(({ low, high }, index) => {
    if (low === null || high === null) {
      close();
      return;
    }
    run.push(`${px(x(index))} ${px(y(high))}`);
    back.push(`${px(x(index))} ${px(y(low))}`);
  });
  close();
  return path;
}

/** Labels moved apart so that neighbours keep a distance, inside two ends, in the order given. */
export function spread(
  wanted: readonly number[],
  gap: number,
  min: number,
  max: number,
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let next = min;
  for (const one of order) {
    one.y = Math.max(one.y, next);
    next = one.y + gap;
  }
  let limit = max;
  for (const one of order.reverse()) {
    one.y = Math.min(one.y, limit);
    limit = one.y - gap;
  }
  const placed = [...wanted];
  for (const { y, index } of order) placed[index] = y;
  return placed;
}

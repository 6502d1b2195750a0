/**
 * Scoring of the Numenta Anomaly Benchmark (Lavin & Ahmad 2015), standard profile: the earliest
 * detection within a window earns up to 1, a missed window costs 1, a false alarm up to .11; the
 * threshold is the one that serves the whole corpus best; 0 is the detector that never speaks, 100
 * the perfect one.
 */

/** A file: its observations and the labelled windows as inclusive row numbers. */
export interface LabelledFile {
  readonly name: string;
  readonly values: readonly number[];
  readonly windows: readonly (readonly [number, number])[];
}

/** Result over a corpus. */
export interface NabScore {
  readonly score: number;
  readonly threshold: number;
  readonly detected: number;
  readonly windows: number;
  readonly falseAlarms: number;
}

const TRUE_POSITIVE = 1;
const FALSE_POSITIVE = 0.11;
const FALSE_NEGATIVE = 1;

interface Point {
  readonly score: number;
  /** Number of the window over the corpus, −1 outside. */
  readonly window: number;
  readonly weight: number;
}

/** 2/(1 + e^{5x}) − 1, and −1 beyond three window widths. */
const sigmoid = (x: number): number => (x > 3 ? -1 : 2 / (1 + Math.exp(5 * x)) - 1);

function pointsOf(file: LabelledFile, scores: ArrayLike<number>, firstWindow: number): Point[] {
  const n = file.values.length;
  // The first 15 % (of at most 5,000 rows) are for learning and are not scored.
  const probation = Math.floor(0.15 * Math.min(n, 5_000));
  const points: Point[] = [];
  let next = 0;
  let current = -1;
  let lastRight = -1;
  let lastWidth = 0;
  for (let i = 0; i < n; i++) {
    if (current < 0 && i === file.windows[next]?.[0]) current = next++;
    const [left = 0, right = 0] = file.windows[current] ?? [];
    let weight: number;
    if (current >= 0) {
      const place = -(right - i + 1) / (right - left + 1);
      weight = (TRUE_POSITIVE * sigmoid(place)) / sigmoid(-1);
    } else {
      const past = lastRight < 0 ? Number.POSITIVE_INFINITY : (i - lastRight) / (lastWidth - 1);
      weight = FALSE_POSITIVE * sigmoid(past);
    }
    const window = current >= 0 ? firstWindow + current : -1;
    if (i >= probation) points.push({ score: scores[i] ?? 0, window, weight });
    if (current >= 0 && i === right) {
      lastRight = right;
      lastWidth = right - left + 1;
      current = -1;
    }
  }
  return points;
}

/** Scores a corpus at its best common threshold. */
export function scoreCorpus(
  files: readonly LabelledFile[],
  scoresOf: (file: LabelledFile) => ArrayLike<number>,
): NabScore {
  const points: Point[] = [];
  let windows = 0;
  for (const file of files) {
    points.push(...pointsOf(file, scoresOf(file), windows));
    windows += file.windows.length;
  }
  points.sort((a, b) => b.score - a.score);
  const earned = new Float64Array(windows).fill(-FALSE_NEGATIVE);
  let total = -FALSE_NEGATIVE * windows;
  let falseAlarms = 0;
  let best = { total, threshold: 1, detected: 0, falseAlarms: 0 };
  points.forEach((point, i) => {
    if (point.window < 0) {
      total += point.weight;
      falseAlarms++;
    } else if (point.weight > (earned[point.window] ?? 0)) {
      total += point.weight - (earned[point.window] ?? 0);
      earned[point.window] = point.weight;
    }
    if (points[i + 1]?.score === point.score || total <= best.total) return;
    const detected = earned.filter((e) => e > -FALSE_NEGATIVE).length;
    best = { total, threshold: point.score, detected, falseAlarms };
  });
  const silent = -FALSE_NEGATIVE * windows;
  const perfect = TRUE_POSITIVE * windows;
  return {
    score: (100 * (best.total - silent)) / (perfect - silent),
    threshold: best.threshold,
    detected: best.detected,
    windows,
    falseAlarms: best.falseAlarms,
  };
}

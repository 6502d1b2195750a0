/** How a streaming detector watches. Spans are in observations. */
export interface AnomalyDetectorOptions {
  /** Observations a season (288 for five minutes and a day); none by default. */
  readonly seasonLength?: number;
  /** Span of the fast mean that is compared with the slow one. Default 10. */
  readonly shortSpan?: number;
  /** Span of the slow mean. Default 300. */
  readonly longSpan?: number;
  /** Span over which usual deviations are learnt. Default 1,000. */
  readonly memory?: number;
  /** After an alarm, only something more surprising counts for this long. Default 300. */
  readonly quietPeriod?: number;
  /** Observations before the first score. Default 30. */
  readonly warmUp?: number;
}

/** A detector that keeps a constant amount of state, whatever the length of the stream. */
export interface AnomalyDetector {
  /**
   * Takes the next observation.
   * @returns score in [0, 1]; .5 stands for six times the usual deviation. Missing values (NaN,
   * ±Infinity) score 0 and only move the season on
   */
  update(value: number): number;
}

/** Surprise that scores one half. */
const HALF_SCORE = 6;
/** Share of the surprise of a single point: spikes count, but less than what lasts. */
const POINT_SHARE = 0.2;
/** Share of the surprise of leaving the season's usual shape. */
const SEASON_SHARE = 0.7;
/** Values beyond this are held at it, so that no sum overflows. */
const LIMIT = 1e150;
/** Bounds the memory of one detector to a few megabytes. */
const LONGEST_SEASON = 1_000_000;

/**
 * Watches a stream for shifts of its level, departures from its season and spikes.
 * Three deviations are measured in units of their own usual size (exponentially weighted mean
 * absolute deviation): the point from a mean of 50, a fast from a slow mean, and the fast mean of
 * the differences to the seasonal profile. The largest is the surprise s; the score is
 * s / (s + 6), and 0 while a larger surprise is recent, so that one event is reported once.
 */
export function createAnomalyDetector(options: AnomalyDetectorOptions = {}): AnomalyDetector {
  const m = Math.min(LONGEST_SEASON, Math.max(0, Math.floor(options.seasonLength ?? 0)));
  const shortSpan = Math.max(1, options.shortSpan ?? 10);
  const longSpan = Math.max(shortSpan, options.longSpan ?? 300);
  const memory = Math.max(2, options.memory ?? 1_000);
  const quietPeriod = Math.max(0, options.quietPeriod ?? 300);
  const warmUp = Math.max(2, options.warmUp ?? 30);
  const profile = new Float64Array(m > 1 ? m : 0);
  const seen = new Uint8Array(m > 1 ? m : 0);
  let count = 0;
  let position = -1;
  let seasonCount = 0;
  let middle = 0;
  let fast = 0;
  let slow = 0;
  let seasonFast = 0;
  let pointScale = 0;
  let shiftScale = 0;
  let seasonScale = 0;
  let mean = 0;
  let deviation = 0;
  let peak = 0;
  let sincePeak = 0;

  const seasonSurprise = (x: number, floor: number): number => {
    const expected = profile[position] ?? 0;
    if (seen[position] === 0) {
      seen[position] = 1;
      profile[position] = x;
      return 0;
    }
    const e = x - expected;
    profile[position] = expected + 0.3 * e;
    seasonCount++;
    seasonFast += (e - seasonFast) * Math.max(1 / seasonCount, 1 / shortSpan);
    const size = Math.abs(seasonFast);
    const surprise = size / (seasonScale + floor);
    seasonScale += (size - seasonScale) * Math.max(1 / seasonCount, 1 / memory);
    return seasonCount < m / 2 ? 0 : surprise;
  };

  return {
    update(value: number): number {
      if (m > 1 && ++position === m) position = 0;
      if (!Number.isFinite(value)) return 0;
      const x = Math.max(-LIMIT, Math.min(LIMIT, value));
      count++;
      if (count === 1) {
        middle = x;
        fast = x;
        slow = x;
        mean = x;
      }
      // Keeps a flat stream's rounding noise from looking like an event.
      const floor = 0.05 * deviation + 1e-4 * Math.abs(mean) + 1e-9;
      const learning = 1 / count;
      const forget = Math.max(learning, 1 / memory);
      const pointSize = Math.abs(x - middle);
      const point = pointSize / (pointScale + floor);
      fast += (x - fast) * Math.max(learning, 1 / shortSpan);
      const shiftSize = Math.abs(fast - slow);
      const shift = shiftSize / (shiftScale + floor);
      const season = m > 1 ? seasonSurprise(x, floor) : 0;

      middle += (x - middle) * Math.max(learning, 1 / 50);
      slow += (x - slow) * Math.max(learning, 1 / longSpan);
      pointScale += (pointSize - pointScale) * forget;
      shiftScale += (shiftSize - shiftScale) * forget;
      mean += (x - mean) * learning;
      deviation += (Math.abs(x - mean) - deviation) * learning;

      if (count <= warmUp) return 0;
      const surprise = Math.max(POINT_SHARE * point, shift, SEASON_SHARE * season);
      sincePeak++;
      const bar = sincePeak > quietPeriod ? 0 : peak;
      if (surprise <= bar) return 0;
      peak = surprise;
      sincePeak = 0;
      return surprise / (surprise + HALF_SCORE);
    },
  };
}

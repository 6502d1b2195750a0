import type { EffectInterval } from '@olympus/sdk';

/** The largest change that the bars of a table reach to. */
export function reachOf(intervals: readonly (EffectInterval | null)[]): number {
  const bounds = intervals.flatMap((one) =>
    one === null ? [] : [Math.abs(one.lower), Math.abs(one.upper)],
  );
  const estimates = intervals.flatMap((one) => (one === null ? [] : [Math.abs(one.estimate)]));
  const most = Math.max(0.01, ...bounds);
  // one wide interval must not make all others unreadable
  return Math.min(most, Math.max(0.05, ...estimates) * 6) * 1.05;
}

const WIDTH = 240;
const HEIGHT = 24;

/**
 * An interval on an axis that all rows share, with nothing in the middle. What lies beyond the axis
 * ends in an arrow. The row says the same in words.
 */
export function IntervalBar({
  interval,
  reach,
  tone,
}: {
  readonly interval: EffectInterval | null;
  readonly reach: number;
  readonly tone: 'good' | 'bad' | 'open';
}) {
  const x = (value: number) =>
    ((Math.max(-reach, Math.min(reach, value)) / reach + 1) / 2) * (WIDTH - 12) + 6;
  const colour = { good: 'var(--good)', bad: 'var(--bad)', open: 'var(--text-3)' }[tone];
  const middle = HEIGHT / 2;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block h-6 w-full min-w-32"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line
        x1={x(0)}
        x2={x(0)}
        y1={0}
        y2={HEIGHT}
        stroke="var(--border-control)"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
      {interval && (
        <>
          <rect
            x={x(interval.lower)}
            width={Math.max(1, x(interval.upper) - x(interval.lower))}
            y={middle - 4}
            height={8}
            rx={2}
            fill={colour}
            fillOpacity={0.25}
          />
          <line
            x1={x(interval.lower)}
            x2={x(interval.upper)}
            y1={middle}
            y2={middle}
            stroke={colour}
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
          <rect x={x(interval.estimate) - 2} width={4} y={middle - 7} height={14} fill={colour} />
        </>
      )}
    </svg>
  );
}

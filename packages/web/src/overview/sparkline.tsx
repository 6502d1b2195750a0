import type { SeriesPoint } from '@olympus/sdk';

const WIDTH = 100;
const HEIGHT = 40;
const MARGIN = 3;

interface SparklinePaths {
  /** The line, broken where values are missing. */
  readonly line: string;
  /** From the last finished bucket through the running ones. */
  readonly running: string;
  readonly area: string;
}

/** The strokes of a sparkline in a 100×40 box. A flat series is a line at half height. */
export function sparklinePaths(points: readonly SeriesPoint[]): SparklinePaths {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return { line: '', running: '', area: '' };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (index: number) => round((index / (points.length - 1)) * WIDTH);
  const y = (value: number) =>
    high === low
      ? HEIGHT / 2
      : round(MARGIN + (1 - (value - low) / (high - low)) * (HEIGHT - 2 * MARGIN));
  let line = '';
  let running = '';
  let area = '';
  let start = -1;
  points.forEach(({ value, incomplete }, index) => {
    const before = points[index - 1];
    if (value !== null && incomplete) {
      if (before && !before.incomplete && before.value !== null) {
        running += `M${x(index - 1)} ${y(before.value)}`;
      }
      running += `${running === '' ? 'M' : 'L'}${x(index)} ${y(value)}`;
    } else if (value !== null) {
      const joined = before && before.value !== null;
      line += `${joined ? 'L' : 'M'}${x(index)} ${y(value)}`;
      area += `${joined ? 'L' : `M${x(index)} ${HEIGHT}L`}${x(index)} ${y(value)}`;
      if (!joined) start = index;
    }
    const after = points[index + 1];
    const ends = !after || after.value === null || after.incomplete;
    if (value !== null && !incomplete && ends && start >= 0) area += `L${x(index)} ${HEIGHT}Z`;
  });
  return { line, running, area };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A trend at a glance. It says nothing that the tile's words do not, so it is silent. */
export function Sparkline({
  points,
  className,
}: {
  readonly points: readonly SeriesPoint[];
  readonly className: string;
}) {
  const { line, running, area } = sparklinePaths(points);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`overflow-visible text-c1 ${className}`}
      aria-hidden="true"
    >
      <path d={area} fill="currentColor" opacity="0.09" />
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={running}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="1 3"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

import type { SeriesPoint } from '@olympus/sdk';

const WIDTH = 100;
const HEIGHT = 40;
const MARGIN = 3;

interface SparklinePaths {
  /** The line, broken where values are missing. */
  readonly line: string;
  /** To and from buckets that have not ended or are only partly in the range. */
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
  // Where the pen of each path stands: the bucket it drew to last.
  let [lineAt, runningAt] = [-1, -1];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (!before || before.value === null || point.value === null) return;
    const from = `${x(index - 1)} ${y(before.value)}`;
    const to = `${x(index)} ${y(point.value)}`;
    if (before.incomplete || point.incomplete) {
      running += `${runningAt === index - 1 ? '' : `M${from}`}L${to}`;
      runningAt = index;
    } else {
      line += `${lineAt === index - 1 ? '' : `M${from}`}L${to}`;
      area += `M${x(index - 1)} ${HEIGHT}L${from}L${to}L${x(index)} ${HEIGHT}Z`;
      lineAt = index;
    }
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
      <path d={area} fill="currentColor" opacity="0.09" shapeRendering="crispEdges" />
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

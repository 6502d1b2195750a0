import { type LinePaths, linePaths } from './paths.js';

const WIDTH = 100;
const HEIGHT = 40;
const MARGIN = 3;

interface SparkPoint {
  readonly value: number | null;
  /** The bucket has not ended yet, or is only partly in the range. */
  readonly incomplete?: boolean;
}

/** The strokes of a sparkline in a 100×40 box. A flat series is a line at half height. */
export function sparklinePaths(points: readonly SparkPoint[]): LinePaths {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return { line: '', running: '', area: '', alone: [] };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (index: number) => (index / (points.length - 1)) * WIDTH;
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : MARGIN + (1 - (value - low) / (high - low)) * (HEIGHT - 2 * MARGIN);
  const drawn = points.map(({ value, incomplete }) => ({ value, provisional: incomplete }));
  return linePaths(drawn, x, y, HEIGHT);
}

/** A trend at a glance. It says nothing that the words beside it do not, so it is silent. */
export function Sparkline({
  points,
  className,
}: {
  readonly points: readonly SparkPoint[];
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

import type { BusinessInsight } from '@olympus/sdk';
import { linePaths } from '../../charts/paths.js';

const WIDTH = 120;
const HEIGHT = 36;
const MARGIN = 4;

/** A finding at a glance. The sentence beside it says what it shows, so it is silent. */
export function BriefChart({ chart }: { readonly chart: BusinessInsight['chart'] }) {
  return chart.kind === 'line' ? <Line points={chart.points} /> : <Bars bars={chart.bars} />;
}

type LineChart = Extract<BusinessInsight['chart'], { kind: 'line' }>;
type BarsChart = Extract<BusinessInsight['chart'], { kind: 'bars' }>;

function Line({ points }: Pick<LineChart, 'points'>) {
  const numbers = points.flatMap(({ value, low, high }) =>
    [value, low, high].filter((one) => one !== null),
  );
  const bottom = Math.min(...numbers);
  const span = Math.max(1e-12, Math.max(...numbers) - bottom);
  const x = (index: number) =>
    MARGIN + (index / Math.max(1, points.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (value: number) => HEIGHT - MARGIN - ((value - bottom) / span) * (HEIGHT - 2 * MARGIN);
  const { line } = linePaths(points, x, y, HEIGHT);
  const banded = points.flatMap(({ low, high }, index) =>
    low === null || high === null ? [] : [{ index, low, high }],
  );
  const band = [
    ...banded.map(({ index, high }) => `${x(index)} ${y(high)}`),
    ...banded.toReversed().map(({ index, low }) => `${x(index)} ${y(low)}`),
  ].join('L');
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-9 w-[120px] shrink-0 overflow-visible text-c1"
      aria-hidden="true"
    >
      {banded.length > 1 && <path d={`M${band}Z`} fill="currentColor" opacity="0.12" />}
      <path d={line} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      {points.map(({ t, value, marked }, index) =>
        marked && value !== null ? (
          <circle
            key={t}
            cx={x(index)}
            cy={y(value)}
            r={3.5}
            fill="var(--surface)"
            stroke="var(--text)"
            strokeWidth={1.5}
          />
        ) : null,
      )}
    </svg>
  );
}

function Bars({ bars }: Pick<BarsChart, 'bars'>) {
  const most = Math.max(1e-12, ...bars.flatMap(({ value, previous }) => [value, previous ?? 0]));
  const row = HEIGHT / Math.max(1, bars.length);
  const width = (value: number) => (Math.max(0, value) / most) * WIDTH;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-9 w-[120px] shrink-0 text-c1"
      aria-hidden="true"
    >
      {bars.map(({ label, value, previous }, index) => (
        <g key={label}>
          <rect
            y={index * row + 1}
            width={Math.max(1, width(value))}
            height={row - 2}
            rx={1}
            fill="currentColor"
            opacity={index === 0 ? 1 : 0.3}
          />
          {previous !== null && (
            <rect
              x={Math.max(0, width(previous) - 0.75)}
              y={index * row}
              width={1.5}
              height={row}
              fill="var(--text-2)"
            />
          )}
        </g>
      ))}
    </svg>
  );
}

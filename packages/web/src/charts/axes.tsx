import { type Plot, px } from './plot.js';
import { ticksOf } from './scale.js';

export interface AxisTick {
  readonly x: number;
  readonly label: string;
}

/** Horizontal lines with their values, the base, and labels under the plot. */
export function Axes({
  plot,
  formatTick,
  ticks,
}: {
  readonly plot: Plot;
  readonly formatTick: (value: number) => string;
  readonly ticks: readonly AxisTick[];
}) {
  const { width, height, left, right, bottom, yOf, scale } = plot;
  const base = Math.max(scale.min, Math.min(scale.max, 0));
  return (
    <g>
      {ticksOf(scale).map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width - right}
            y1={px(yOf(tick))}
            y2={px(yOf(tick))}
            stroke={tick === base ? 'var(--border-control)' : 'var(--border-soft)'}
            shapeRendering="crispEdges"
          />
          <text x={left - 8} y={px(yOf(tick))} dy="0.35em" textAnchor="end" className="fill-text-3">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {ticks.map(({ x, label }) => {
        const half = label.length * 3.4;
        const anchor = x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle';
        return (
          <text
            key={`${x} ${label}`}
            x={px(anchor === 'start' ? Math.max(0, x - half) : anchor === 'end' ? width : x)}
            y={height - bottom + 20}
            textAnchor={anchor}
            className="fill-text-3"
          >
            {label}
          </text>
        );
      })}
    </g>
  );
}

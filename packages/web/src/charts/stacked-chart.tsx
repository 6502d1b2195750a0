import type { AlignedSeries } from './align.js';
import { colourOf } from './palette.js';
import { bandPath, spread } from './paths.js';
import { fillOf, hatchOf } from './patterns.js';
import { type Plot, px } from './plot.js';
import { scaleOf } from './scale.js';
import { type MarksInput, SeriesChart, type SeriesChartProps } from './series-chart.js';
import { type StackedPart, stack } from './stack.js';

type Parts = readonly (readonly (StackedPart | null)[])[];

const FILL = 0.72;
const WIDEST = 56;
const NAME_GAP = 15;

/** Parts of a whole over time or by category, as columns or areas; with `share`, each whole is 100 %. */
export function StackedChart({
  as = 'column',
  share = false,
  ...props
}: SeriesChartProps & { readonly as?: 'column' | 'area'; readonly share?: boolean }) {
  const partsOf = (series: readonly AlignedSeries[]) =>
    stack(
      series.map(({ points }) => points.map(({ value }) => value)),
      share,
    );
  return (
    <SeriesChart
      {...props}
      family={{
        mark: 'fill',
        spacing: as === 'area' ? 'points' : 'slots',
        total: true,
        share,
        scale: (series) => {
          if (share && series.every(({ points }) => points.every(({ value }) => (value ?? 0) >= 0)))
            return { min: 0, max: 1, step: 0.25 };
          const edges = partsOf(series).flatMap((row) => row.map((part) => part?.to ?? 0));
          return scaleOf(edges, share ? 'ratio' : props.data.unit, { fromZero: true });
        },
        marks: (input) =>
          as === 'area' ? (
            <Areas {...input} parts={partsOf(input.series)} />
          ) : (
            <Columns {...input} parts={partsOf(input.series)} />
          ),
        ends: (plot, series) => partEnds(plot, partsOf(series)),
      }}
    />
  );
}

interface PartsInput extends MarksInput {
  readonly parts: Parts;
}

function Columns({ plot, series, parts, patternId, patterned }: PartsInput) {
  const width = Math.min(plot.slot * FILL, WIDEST);
  return series.map(({ key, slot, points }, order) => (
    <g key={key}>
      {parts[order]?.map((part, index) => {
        const point = points[index];
        if (!part || !point || part.from === part.to) return null;
        const [top, bottom] = [plot.yOf(part.from), plot.yOf(part.to)].sort((a, b) => a - b);
        if (top === undefined || bottom === undefined) return null;
        // A line of the surface keeps neighbours apart; a part is never thinner than the line.
        const room = bottom - top > 3 ? 1 : 0;
        return (
          <rect
            key={point.at}
            x={px(plot.xOf(index) - width / 2)}
            width={px(width)}
            y={px(top)}
            height={px(Math.max(0.5, bottom - top - room))}
            fill={point.provisional ? hatchOf(patternId, slot) : fillOf(patternId, slot, patterned)}
          />
        );
      })}
    </g>
  ));
}

function Areas({ plot, series, parts, patternId, patterned }: PartsInput) {
  return series.map(({ key, slot, points }, order) => {
    const row = parts[order] ?? [];
    const bounds = (holds: (index: number) => boolean) =>
      row.map((part, index) => ({
        low: part && holds(index) ? part.from : null,
        high: part && holds(index) ? part.to : null,
      }));
    const running = (index: number) => points[index]?.provisional !== undefined;
    const near = (index: number) => running(index) || running(index - 1) || running(index + 1);
    const [x, y] = [plot.xOf, plot.yOf];
    return (
      <g key={key}>
        <path
          d={bandPath(
            bounds((index) => !running(index)),
            x,
            y,
          )}
          fill={fillOf(patternId, slot, patterned)}
          fillOpacity={0.85}
          stroke="var(--surface)"
          strokeWidth={1}
        />
        {points.some((_, index) => running(index)) && (
          <path
            d={bandPath(bounds(near), x, y)}
            fill={hatchOf(patternId, slot)}
            stroke={colourOf(slot)}
            strokeDasharray="1 3"
          />
        )}
      </g>
    );
  });
}

/** Names at the right end, each beside its part of the last bucket. */
function partEnds(plot: Plot, parts: Parts): readonly (number | undefined)[] {
  const last = parts.map((row) => row.findLast((part) => part !== null) ?? null);
  const middles = last.map((part) => plot.yOf(part ? (part.from + part.to) / 2 : 0));
  return spread(middles, NAME_GAP, plot.top + 6, plot.height - plot.bottom - 6);
}

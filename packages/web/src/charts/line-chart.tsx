import { Fragment } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { type AlignedSeries, numbersOf } from './align.js';
import type { SeriesData } from './data.js';
import { downsample } from './downsample.js';
import { useChartLabels } from './labels.js';
import { Marker } from './markers.js';
import { colourOf } from './palette.js';
import { linePaths, spread } from './paths.js';
import { type Plot, px } from './plot.js';
import { scaleOf } from './scale.js';
import {
  type Family,
  type MarksInput,
  SeriesChart,
  type SeriesChartProps,
} from './series-chart.js';

/** Above so many points only those that carry the line's shape are drawn. */
const MOST_POINTS = 2_000;
/** So many markers tell a line apart from others. */
const MARKERS = 7;
const NAME_GAP = 15;

/**
 * Lines over time: straight from value to value, the compared period grey and dashed, what has not
 * ended dotted with a hollow point. With `area`, filled down to zero.
 */
export function LineChart({
  area = false,
  ...props
}: SeriesChartProps & { readonly area?: boolean }) {
  return <SeriesChart {...props} family={useLines(props.data, area)} />;
}

/** How a chart of lines is drawn, for charts that are one at times. */
export function useLines(data: SeriesData, area = false): Family {
  const { locale } = useNumberStyle();
  const labels = useChartLabels();
  const most = Math.max(0, ...data.series.map(({ points }) => points.length));
  return {
    mark: 'line',
    spacing: 'points',
    shaped: true,
    scale: (series) => scaleOf(numbersOf(series), data.unit, { fromZero: area }),
    marks: (input) => <Lines {...input} area={area} />,
    ends: lineEnds,
    foot: most > MOST_POINTS && (
      <p className="text-text-3 text-xs">
        {labels.sampled(MOST_POINTS.toLocaleString(locale), most.toLocaleString(locale))}
      </p>
    ),
  };
}

function Lines({ plot, series, area }: MarksInput & { readonly area: boolean }) {
  const several = series.length > 1;
  const base = plot.yOf(Math.max(plot.scale.min, Math.min(plot.scale.max, 0)));
  return series.map((one, order) => {
    const { points, compared, slot } = one;
    const kept =
      points.length > MOST_POINTS
        ? downsample(
            points.map(({ value }) => value),
            MOST_POINTS,
          )
        : undefined;
    const drawn = kept ? kept.flatMap((index) => points[index] ?? []) : points;
    const xOf = kept ? (index: number) => plot.xOf(kept[index] ?? 0) : plot.xOf;
    const own = linePaths(drawn, xOf, plot.yOf, base);
    const twin = compared && linePaths(compared.slice(0, points.length), plot.xOf, plot.yOf, base);
    const filled = area || (!several && plot.scale.min === 0);
    const every = Math.max(1, Math.ceil(points.length / MARKERS));
    return (
      <Fragment key={one.key}>
        {filled && <path d={own.area} fill={colourOf(slot)} fillOpacity={area ? 0.14 : 0.07} />}
        {twin && (
          <>
            <path
              d={twin.line + twin.running}
              fill="none"
              stroke="var(--border-control)"
              strokeWidth={1.5}
              strokeDasharray="5 4"
            />
            {twin.alone.map((index) => (
              <circle
                key={index}
                cx={px(plot.xOf(index))}
                cy={px(plot.yOf(compared[index]?.value ?? 0))}
                r={3.5}
                fill="var(--surface)"
                stroke="var(--border-control)"
                strokeWidth={1.5}
              />
            ))}
          </>
        )}
        <path
          d={own.line}
          fill="none"
          stroke={colourOf(slot)}
          strokeWidth={2}
          strokeLinejoin="round"
        />
        <path
          d={own.running}
          fill="none"
          stroke={colourOf(slot)}
          strokeWidth={2}
          strokeDasharray="1 4"
          strokeLinecap="round"
        />
        {several &&
          points.map(({ at, value, provisional }, index) =>
            value !== null &&
            !provisional &&
            index % every === Math.min(order % every, every - 1) ? (
              <Marker key={at} slot={slot} x={plot.xOf(index)} y={plot.yOf(value)} />
            ) : null,
          )}
        {own.alone.map((index) => (
          <Marker
            key={index}
            slot={slot}
            x={xOf(index)}
            y={plot.yOf(drawn[index]?.value ?? 0)}
            radius={4}
          />
        ))}
        <HollowPoints plot={plot} series={one} />
      </Fragment>
    );
  });
}

/** Buckets that have not ended, or are only partly in the range. */
export function HollowPoints({
  plot,
  series,
}: {
  readonly plot: Plot;
  readonly series: Pick<AlignedSeries, 'points' | 'slot'>;
}) {
  return series.points.map(({ at, value, provisional }, index) =>
    value !== null && provisional ? (
      <circle
        key={at}
        cx={px(plot.xOf(index))}
        cy={px(plot.yOf(value))}
        r={4}
        fill="var(--surface)"
        stroke={colourOf(series.slot)}
        strokeWidth={2}
      />
    ) : null,
  );
}

/** Where the names at the ends of lines lie, apart from each other. */
function lineEnds(plot: Plot, series: readonly AlignedSeries[]): readonly (number | undefined)[] {
  const last = series.map(({ points }) => points.findLast(({ value }) => value !== null)?.value);
  const known = last.flatMap((value) => (value == null ? [] : [plot.yOf(value)]));
  const placed = spread(known, NAME_GAP, plot.top, plot.height - plot.bottom);
  let next = 0;
  return last.map((value) => {
    if (value == null) return undefined;
    next += 1;
    return placed[next - 1];
  });
}

import { type AlignedSeries, numbersOf } from './align.js';
import { useChartLabels } from './labels.js';
import { HollowPoints, useLines } from './line-chart.js';
import { colourOf } from './palette.js';
import { bandPath, linePaths } from './paths.js';
import { type Plot, px } from './plot.js';
import { scaleOf } from './scale.js';
import { SeriesChart, type SeriesChartProps } from './series-chart.js';

/**
 * A metric with the range it is expected in: a forecast's interval after the last finished bucket, or
 * the usual range with what lies outside of it ringed; or an estimate with its interval. That is the
 * first series; others are lines to hold it against, such as a plan and a target. Without a range it is
 * a chart of lines, and stays the same one when its range arrives.
 */
export function BandChart(props: SeriesChartProps) {
  const { data } = props;
  const labels = useChartLabels();
  const lines = useLines(data);
  const forecast = data.band?.kind === 'forecast';
  if (data.band === undefined) return <SeriesChart {...props} family={lines} />;
  return (
    <SeriesChart
      {...props}
      family={{
        mark: 'line',
        spacing: 'points',
        scale: (series) => scaleOf(numbersOf(series), data.unit),
        marks: ({ plot, series }) =>
          series.map((one) =>
            one.key === data.series[0]?.key ? (
              <Band key={one.key} plot={plot} series={one} forecast={forecast} />
            ) : (
              <Yardstick key={one.key} plot={plot} series={one} />
            ),
          ),
        foot: (
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-text-2 text-xs">
            <li className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className="inline-block h-3 w-4 rounded-sm bg-c1 opacity-20"
              />
              {forecast
                ? labels.interval(data.band?.level)
                : data.band?.kind === 'estimate'
                  ? labels.estimateInterval(data.band.level)
                  : labels.usualRange}
            </li>
            {data.band?.kind === 'expected' && (
              <li className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="inline-block size-2.5 rounded-full border-2 border-text bg-surface"
                />
                {capital(labels.unusual)}
              </li>
            )}
          </ul>
        ),
      }}
    />
  );
}

function Band({
  plot,
  series,
  forecast,
}: {
  readonly plot: Plot;
  readonly series: AlignedSeries;
  readonly forecast: boolean;
}) {
  const { points, slot, compared } = series;
  const { xOf, yOf } = plot;
  const base = yOf(Math.max(plot.scale.min, 0));
  const ahead = points.findIndex(({ value, expected }) => value === null && expected != null);
  const own = linePaths(points, xOf, yOf, base);
  const middle = linePaths(
    // A forecast goes on from the last finished value.
    points.map(({ value, expected }, index) => ({
      value: expected ?? (forecast && index === ahead - 1 ? value : null),
    })),
    xOf,
    yOf,
    base,
  );
  const bounds = points.map(({ low, high }) => ({ low: low ?? null, high: high ?? null }));
  const now = xOf(ahead - 0.5);
  const twin = compared && linePaths(compared.slice(0, points.length), xOf, yOf, base);
  let flags = 0;
  return (
    <>
      {twin && (
        <path
          d={twin.line + twin.running}
          fill="none"
          stroke="var(--border-control)"
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      )}
      <path d={bandPath(bounds, xOf, yOf)} fill={colourOf(slot)} fillOpacity={0.16} />
      {forecast && ahead > 0 && (
        <line
          x1={px(now)}
          x2={px(now)}
          y1={plot.top}
          y2={plot.height - plot.bottom}
          stroke="var(--border-control)"
        />
      )}
      <path
        d={middle.line}
        fill="none"
        strokeWidth={forecast ? 2 : 1}
        strokeDasharray="6 4"
        stroke={forecast ? colourOf(slot) : 'var(--border-control)'}
      />
      <path
        d={own.line}
        fill="none"
        strokeWidth={2}
        strokeLinejoin="round"
        stroke={colourOf(slot)}
      />
      <path
        d={own.running}
        fill="none"
        strokeWidth={2}
        strokeDasharray="1 4"
        strokeLinecap="round"
        stroke={colourOf(slot)}
      />
      {[...own.alone, ...middle.alone].map((index) => (
        <circle
          key={index}
          cx={px(xOf(index))}
          cy={px(yOf(points[index]?.value ?? points[index]?.expected ?? 0))}
          r={3.5}
          fill={colourOf(slot)}
        />
      ))}
      <HollowPoints plot={plot} series={series} />
      {points.map(({ at, value, flagged }, index) => {
        if (!flagged || value === null) return null;
        flags += 1;
        const below = value < (points[index]?.expected ?? value);
        return <Flag key={at} x={xOf(index)} y={yOf(value)} number={flags} below={below} />;
      })}
    </>
  );
}

/** A line without marks of its own; that of the second colour is dotted. */
function Yardstick({ plot, series }: { readonly plot: Plot; readonly series: AlignedSeries }) {
  const { points, slot } = series;
  const { line } = linePaths(points, plot.xOf, plot.yOf, plot.yOf(Math.max(plot.scale.min, 0)));
  return (
    <path
      d={line}
      fill="none"
      strokeWidth={1.5}
      strokeDasharray={slot === 2 ? '2 4' : undefined}
      strokeLinecap="round"
      stroke={colourOf(slot)}
    />
  );
}

/** A ring around what is unusual, with its number in the order of time. */
function Flag({
  x,
  y,
  number,
  below,
}: {
  readonly x: number;
  readonly y: number;
  readonly number: number;
  /** Less than was expected: the number stands under the ring. */
  readonly below: boolean;
}) {
  return (
    <>
      <circle
        cx={px(x)}
        cy={px(y)}
        r={5}
        strokeWidth={2}
        fill="var(--surface)"
        stroke="var(--text)"
      />
      <text
        x={px(x)}
        y={px(below ? y + 19 : y - 10)}
        textAnchor="middle"
        className="fill-text font-semibold"
      >
        {number}
      </text>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

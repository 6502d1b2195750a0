import type { AskTable, Grain } from '@olympus/sdk';
import { useId, useMemo, useRef, useState } from 'react';
import { formatBucket, formatTick } from '../format/dates.js';
import { formatAxis, formatFull } from '../format/numbers.js';
import { chartGeometry } from '../overview/chart-geometry.js';
import { ticksOf } from '../charts/scale.js';
import { useNumberStyle } from '../format/style-context.js';
import { useWidth } from '../ui/use-width.js';
import { mainColumn, numberIn } from './figures.js';

const HEIGHT = 288;

interface BandPoint {
  readonly t: string;
  readonly value: number | null;
  /** What is forecast, or was expected. */
  readonly middle: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly flagged: boolean;
}

/**
 * A metric with the range it is expected in: a forecast's interval after the last finished bucket,
 * or the usual range with what lies outside of it ringed. A native slider reads it point by point.
 */
export function BandChart({ table, grain }: { readonly table: AskTable; readonly grain: Grain }) {
  const style = useNumberStyle();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [at, setAt] = useState<number | null>(null);
  const column = mainColumn(table);
  const unit = column?.unit ?? 'number';
  const label = column?.label ?? table.title;
  const isForecast = table.columns.some(({ role }) => role === 'forecast');
  const points = useMemo(() => pointsOf(table), [table]);
  const geometry = useMemo(() => {
    const series = (pick: (point: BandPoint) => number | null) =>
      points.map((point) => ({ t: point.t, value: pick(point) }));
    // the scale has to hold the value and both ends of the range of every bucket
    const holds = (pick: (...values: number[]) => number) =>
      series(({ value, middle, low, high }) => {
        const known = [value, middle, low, high].filter((one) => one !== null);
        return known.length === 0 ? null : pick(...known);
      });
    return chartGeometry({
      width,
      height: HEIGHT,
      points: holds(Math.max),
      previous: holds(Math.min),
      unit,
      formatTick: (value) => formatAxis(value, unit, style),
    });
  }, [points, width, unit, style]);
  const { xOf, yOf } = geometry;
  const path = (pick: (point: BandPoint) => number | null) =>
    points
      .map((point, index) => {
        const value = pick(point);
        const before = points[index - 1];
        if (value === null) return '';
        const starts = before === undefined || pick(before) === null;
        return `${starts ? 'M' : 'L'}${round(xOf(index))} ${round(yOf(value))}`;
      })
      .join('');
  const banded = points.flatMap((point, index) =>
    point.low === null || point.high === null
      ? []
      : [{ x: round(xOf(index)), low: round(yOf(point.low)), high: round(yOf(point.high)) }],
  );
  const band = `M${[
    ...banded.map(({ x, high }) => `${x} ${high}`),
    ...[...banded].reverse().map(({ x, low }) => `${x} ${low}`),
  ].join('L')}Z`;
  const firstAhead = points.findIndex(({ middle }) => middle !== null);
  const active = at === null ? null : Math.min(at, points.length - 1);
  const start = isForecast ? Math.max(0, firstAhead) : Math.max(0, points.length - 1);
  const read = (index: number): string => {
    const point = points[index];
    if (point === undefined) return 'no values';
    const full = (value: number | null) => formatFull(value, unit, style);
    const when = formatBucket(point.t, grain, style.locale);
    const range =
      point.low === null
        ? ''
        : `, ${isForecast ? 'between' : 'usual'} ${full(point.low)} and ${full(point.high)}`;
    if (point.value === null) return `${when}: ${full(point.middle)} forecast${range}`;
    return `${when}: ${full(point.value)}${point.flagged ? ', unusual' : ''}${range}`;
  };
  const follow = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(geometry.indexAt(event.clientX - box.left));
  };
  return (
    <figure>
      <figcaption id={id} className="sr-only">
        {label}
        {isForecast
          ? `: finished values, then a forecast with its interval. Last: ${read(points.length - 1)}.`
          : `: values with their usual range; ${points.filter(({ flagged }) => flagged).length} are unusual.`}
      </figcaption>
      <div
        ref={frame}
        className="chart-frame relative touch-pan-y"
        style={{ height: HEIGHT }}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setAt(null)}
      >
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden="true" className="block text-xs">
            {ticksOf(geometry.scale).map((tick) => (
              <g key={tick}>
                <line
                  x1={geometry.left}
                  x2={width - geometry.right}
                  y1={yOf(tick)}
                  y2={yOf(tick)}
                  className="stroke-border-soft"
                />
                <text
                  x={geometry.left - 8}
                  y={yOf(tick)}
                  dy="0.35em"
                  textAnchor="end"
                  className="fill-text-3"
                >
                  {formatAxis(tick, unit, style)}
                </text>
              </g>
            ))}
            {points.map(({ t }, index) =>
              index % geometry.labelEvery === 0 ? (
                <text
                  key={t}
                  x={xOf(index)}
                  y={HEIGHT - 8}
                  textAnchor={index === 0 ? 'start' : index > points.length - 3 ? 'end' : 'middle'}
                  className="fill-text-3"
                >
                  {formatTick(t, grain, style.locale)}
                </text>
              ) : null,
            )}
            {banded.length > 0 && <path d={band} className="fill-c1" fillOpacity={0.16} />}
            {isForecast && firstAhead > 0 && (
              <line
                x1={xOf(firstAhead - 0.5)}
                x2={xOf(firstAhead - 0.5)}
                y1={geometry.top}
                y2={HEIGHT - geometry.bottom}
                className="stroke-border-control"
              />
            )}
            <path
              d={path(({ middle }) => middle)}
              fill="none"
              strokeWidth={isForecast ? 2 : 1}
              strokeDasharray="6 4"
              className={isForecast ? 'stroke-c1' : 'stroke-border-control'}
            />
            <path
              d={path(({ value }) => value)}
              fill="none"
              strokeWidth={2}
              strokeLinejoin="round"
              className="stroke-c1"
            />
            {points.map(({ t, value, flagged }, index) =>
              flagged && value !== null ? (
                <circle
                  key={t}
                  cx={xOf(index)}
                  cy={yOf(value)}
                  r={5}
                  strokeWidth={2}
                  className="fill-surface stroke-text"
                />
              ) : null,
            )}
            {active !== null && (
              <line
                x1={xOf(active)}
                x2={xOf(active)}
                y1={geometry.top}
                y2={HEIGHT - geometry.bottom}
                className="stroke-border-control"
              />
            )}
          </svg>
        )}
        {active !== null && width > 0 && (
          <p
            aria-hidden="true"
            className="card pointer-events-none absolute z-10 max-w-64 px-3 py-2 font-medium text-xs shadow-overlay"
            style={{
              top: geometry.top,
              ...(xOf(active) > width / 2
                ? { right: width - xOf(active) + 12 }
                : { left: xOf(active) + 12 }),
            }}
          >
            {read(active)}
          </p>
        )}
        <input
          type="range"
          className="reading-cursor"
          min={0}
          max={Math.max(0, points.length - 1)}
          value={active ?? start}
          onChange={(event) => setAt(Number(event.target.value))}
          onFocus={() => setAt((before) => before ?? start)}
          onBlur={() => setAt(null)}
          onKeyDown={(event) => event.key === 'Escape' && setAt(null)}
          aria-label={`${label}, point by point`}
          aria-describedby={id}
          aria-valuetext={read(active ?? start)}
        />
      </div>
      <Legend forecast={isForecast} />
    </figure>
  );
}

function Legend({ forecast }: { readonly forecast: boolean }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-text-2 text-xs">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="inline-block h-3 w-4 rounded-sm bg-c1 opacity-20" />
        {forecast ? 'Forecast, 80% interval' : 'Usual range'}
      </li>
      {!forecast && (
        <li className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className="inline-block size-2.5 rounded-full border-2 border-text bg-surface"
          />
          Unusual
        </li>
      )}
    </ul>
  );
}

function pointsOf(table: AskTable): readonly BandPoint[] {
  const column = mainColumn(table);
  const nameOf = (...roles: string[]) =>
    table.columns.find(({ role }) => roles.includes(role))?.name ?? '';
  const middle = nameOf('forecast', 'expected');
  const [low, high, flag] = [nameOf('low'), nameOf('high'), nameOf('flag')];
  return table.rows.map((row) => ({
    t: String(row.time),
    value: column === undefined ? null : numberIn(row, column.name),
    middle: numberIn(row, middle),
    low: numberIn(row, low),
    high: numberIn(row, high),
    flagged: flag !== '' && row[flag] !== null && row[flag] !== undefined,
  }));
}

const round = (value: number) => Math.round(value * 10) / 10;

import type { Dashboard } from '@olympus/sdk';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { formatBucket, formatTick } from '../format/dates.js';
import { formatAxis, formatFull } from '../format/numbers.js';
import { useWidth } from '../ui/use-width.js';
import { type ChartGeometry, chartGeometry } from './chart-geometry.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { useNumberStyle } from '../format/style-context.js';
import { deltaAt, nextExtreme, noteOf, summarise, type Trend } from './trend.js';

const LineChart = lazy(async () => ({ default: (await import('./line-chart.js')).LineChart }));

export const CHART_HEIGHT = 288;

/**
 * The main chart with its reading cursor. A native slider carries the keyboard and the screen
 * reader; the pointer moves the same cursor.
 */
export function TrendChart({
  trend,
  dashboard,
}: {
  readonly trend: Trend;
  readonly dashboard: Pick<Dashboard, 'range' | 'comparison'>;
}) {
  const style = useNumberStyle();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [at, setAt] = useState<number | null>(null);
  const { points, previous, unit, grain } = trend;
  const geometry = useMemo(
    () =>
      chartGeometry({
        width,
        height: CHART_HEIGHT,
        points,
        previous,
        unit,
        formatTick: (value) => formatAxis(value, unit, style),
      }),
    [width, points, previous, unit, style],
  );
  const drawing = useMemo(
    () => ({
      tickLabels: points.map(({ t }) => formatTick(t, grain, style.locale)),
      formatValue: (value: number) => formatAxis(value, unit, style),
    }),
    [points, grain, unit, style],
  );
  const active = at === null ? null : Math.min(at, points.length - 1);
  const readout = useReadout(trend);
  const start = points.findLastIndex((point) => point.value !== null && !point.incomplete);

  const follow = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(geometry.indexAt(event.clientX - box.left));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') setAt(null);
    const direction = { PageDown: 1 as const, PageUp: -1 as const }[event.key];
    if (!direction) return;
    event.preventDefault();
    setAt(nextExtreme(points, active ?? start, direction));
  };

  return (
    <figure>
      <figcaption className="sr-only">{summarise(trend, dashboard, style)}</figcaption>
      <div
        ref={frame}
        className="chart-frame relative touch-pan-y"
        style={{ height: CHART_HEIGHT }}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setAt(null)}
      >
        <div role="img" aria-label={`Line chart: ${trend.label}`} className="size-full">
          <Suspense>
            {width > 0 && (
              <LineChart geometry={geometry} points={points} previous={previous} {...drawing} />
            )}
          </Suspense>
        </div>
        {start < 0 && points.every((point) => point.value === null) && (
          <p className="absolute inset-0 flex items-center justify-center text-text-3">
            No values in this period
          </p>
        )}
        {active !== null && width > 0 && (
          <Cursor trend={trend} geometry={geometry} index={active} />
        )}
        <input
          type="range"
          className="reading-cursor"
          min={0}
          max={Math.max(0, points.length - 1)}
          value={active ?? Math.max(0, start)}
          onChange={(event) => setAt(Number(event.target.value))}
          onFocus={() => setAt((before) => before ?? Math.max(0, start))}
          onBlur={() => setAt(null)}
          onKeyDown={onKeyDown}
          aria-label={`${trend.label}, point by point`}
          aria-valuetext={readout(active ?? Math.max(0, start))}
        />
      </div>
      {geometry.scale.min > 0 && (
        <p className="mt-1 text-text-3 text-xs">
          The axis starts at {formatAxis(geometry.scale.min, unit, style)}, not at zero.
        </p>
      )}
    </figure>
  );
}

/** A bucket in words: "Thu, 12 Nov 2026: £4,210.00, down 8.0%, worse, from £4,576.00". */
function useReadout(trend: Trend): (index: number) => string {
  const style = useNumberStyle();
  return (index) => {
    const point = trend.points[index];
    if (!point) return 'no values';
    const before = trend.previous?.[index];
    const when = formatBucket(point.t, trend.grain, style.locale);
    const value = point.value === null ? 'no value' : formatFull(point.value, trend.unit, style);
    const words = `${when}: ${value}${noteOf(trend, index, ' ')}`;
    if (!before || before.value === null || point.incomplete) return words;
    const { spoken } = deltaAt(trend, index, style.locale);
    return `${words}, ${spoken}, from ${formatFull(before.value, trend.unit, style)}`;
  };
}

/** The line and the card at the bucket being read. */
function Cursor({
  trend,
  geometry,
  index,
}: {
  readonly trend: Trend;
  readonly geometry: ChartGeometry;
  readonly index: number;
}) {
  const style = useNumberStyle();
  const point = trend.points[index];
  if (!point) return null;
  const before = trend.previous?.[index];
  const x = geometry.xOf(index);
  const onLeft = x > geometry.width / 2;
  const delta = deltaAt(trend, index, style.locale);
  return (
    <div aria-hidden="true">
      <div
        className="pointer-events-none absolute w-px bg-border-control"
        style={{ left: x, top: geometry.top, bottom: geometry.bottom }}
      />
      {point.value !== null && (
        <div
          className="pointer-events-none absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-surface bg-c1"
          style={{ left: x, top: geometry.yOf(point.value) }}
        />
      )}
      <div
        className="card pointer-events-none absolute z-10 min-w-44 px-3 py-2 shadow-overlay"
        style={{
          top: geometry.top,
          ...(onLeft ? { right: geometry.width - x + 12 } : { left: x + 12 }),
        }}
      >
        <p className="flex items-center gap-2 font-medium text-xs">
          <LineSample />
          {formatBucket(point.t, trend.grain, style.locale)}
        </p>
        <p className="mt-0.5 flex items-baseline gap-2">
          <span className="font-semibold text-lg">
            {formatFull(point.value, trend.unit, style)}
          </span>
          {point.incomplete ? (
            <span className="text-text-3 text-xs">{noteOf(trend, index)}</span>
          ) : (
            before && <DeltaChip delta={delta} />
          )}
        </p>
        {before && (
          <div className="mt-1.5 border-border-soft border-t pt-1.5 text-text-2 text-xs">
            <p className="flex items-center gap-2">
              <LineSample dashed />
              {formatBucket(before.t, trend.grain, style.locale)}
            </p>
            <p className="mt-0.5 font-medium">{formatFull(before.value, trend.unit, style)}</p>
          </div>
        )}
      </div>
    </div>
  );
}

/** A short piece of a line, as in the chart. */
export function LineSample({ dashed = false }: { readonly dashed?: boolean }) {
  return (
    <svg
      width="16"
      height="4"
      aria-hidden="true"
      className={dashed ? 'text-border-control' : 'text-c1'}
    >
      <line
        x1="0"
        x2="16"
        y1="2"
        y2="2"
        stroke="currentColor"
        strokeWidth={dashed ? 1.5 : 2}
        strokeDasharray={dashed ? '5 4' : undefined}
      />
    </svg>
  );
}

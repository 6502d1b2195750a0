import { type ReactNode, useId, useMemo } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { type Aligned, type AlignedSeries, align } from './align.js';
import { AnnotationList, Annotations, PILL_ROOM } from './annotations.js';
import { Axes, type AxisTick } from './axes.js';
import { thinned, timeTicks } from './calendar-ticks.js';
import { ChartFigure, type ChartOptions } from './chart-figure.js';
import { useCursor } from './cursor.js';
import type { SeriesData } from './data.js';
import { nextStop } from './extremes.js';
import { useChartLabels } from './labels.js';
import { Legend, useLegend } from './legend.js';
import { colourOf } from './palette.js';
import { Patterns, usePatterns } from './patterns.js';
import { fitText, type Plot, plotOf, px, textWidth } from './plot.js';
import { PlotArea } from './plot-area.js';
import { readingAt, spoken } from './reading.js';
import { type Scale, ticksOf } from './scale.js';
import { SeriesTable } from './series-table.js';
import { summariseSeries } from './summary.js';
import { ReadingCard } from './tooltip.js';
import { axisFormat } from './value-format.js';

export const CHART_HEIGHT = 288;
const LABEL_SPACE = 76;
const MAX_TICKS = 8;
/** So few series are named at their ends, where there is room. */
const MAX_NAMED = 4;
const NAMING_WIDTH = 560;

export interface SeriesChartProps extends ChartOptions {
  readonly data: SeriesData;
}

/** What a family of charts draws its marks from. */
export interface MarksInput {
  readonly plot: Plot;
  readonly series: readonly AlignedSeries[];
  readonly patternId: string;
  readonly patterned: boolean;
}

export interface Family {
  readonly mark: 'line' | 'fill';
  readonly spacing: 'points' | 'slots';
  readonly total?: boolean;
  /** The axis counts shares of a whole. */
  readonly share?: boolean;
  readonly scale: (series: readonly AlignedSeries[]) => Scale;
  readonly marks: (input: MarksInput) => ReactNode;
  /** Where the names of the series lie at their ends; undefined: they are not named there. */
  readonly ends?: (plot: Plot, series: readonly AlignedSeries[]) => readonly (number | undefined)[];
  /** Marks differ by shape or place even without names. */
  readonly shaped?: boolean;
  readonly foot?: ReactNode;
}

/** Axes, legend, reading cursor, annotations and table of a chart of series; a family adds its marks. */
export function SeriesChart({
  data,
  family,
  ...options
}: SeriesChartProps & { readonly family: Family }) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const id = useId().replaceAll(':', '');
  const forced = usePatterns();
  const aligned = useMemo(() => align(data, style.locale), [data, style.locale]);
  const keys = useMemo(() => aligned.buckets.map(({ at }) => at), [aligned]);
  const legend = useLegend(aligned.series.map(({ key }) => key));
  const cursor = useCursor(keys, options.sharedCursor === true);
  const several = aligned.series.length > 1;
  const alwaysPatterned =
    family.mark === 'fill' && (!family.ends || aligned.series.length > MAX_NAMED);
  const series = aligned.series.filter(({ key }) => !legend.hidden.has(key));
  const shown: Aligned = { buckets: aligned.buckets, series };
  const scale = family.scale(series);
  const axisUnit = family.share ? 'ratio' : data.unit;
  const axisText = axisFormat(scale, axisUnit, style);
  const height = options.height ?? CHART_HEIGHT;
  const annotations = (data.annotations ?? []).flatMap((annotation) => {
    const index = keys.indexOf(annotation.at);
    return index < 0 ? [] : [{ index, annotation }];
  });
  const summary = summariseSeries(data, aligned, { style, labels });
  const empty = aligned.series.every(({ points }) =>
    points.every(({ value, expected }) => value === null && expected == null),
  );
  const readingOf = (index: number) =>
    readingAt(data, shown, index, { style, labels, total: family.total === true });
  const start = Math.max(
    0,
    data.band?.kind === 'forecast'
      ? (series[0]?.points.findIndex(({ expected }) => expected != null) ?? 0)
      : keys.findLastIndex((_, index) =>
          series.some(({ points }) => {
            const point = points[index];
            return point !== undefined && point.value !== null && !point.provisional;
          }),
        ),
  );
  const stepOf = (key: string, index: number) => {
    const direction = { PageDown: 1 as const, PageUp: -1 as const }[key];
    if (!direction) return undefined;
    const [first] = series;
    const flagged = first?.points.flatMap((point, at) => (point.flagged ? [at] : [])) ?? [];
    const marks = [...flagged, ...annotations.map((one) => one.index)];
    return nextStop(first?.points.map(({ value }) => value) ?? [], index, direction, marks);
  };

  return (
    <ChartFigure
      title={data.title}
      summary={summary}
      options={options}
      height={height}
      empty={empty}
      legend={
        several && (
          <Legend
            title={data.title}
            items={aligned.series}
            state={legend}
            mark={family.mark}
            patternId={forced || alwaysPatterned ? id : undefined}
          />
        )
      }
      table={(tableHeight) => <SeriesTable data={data} aligned={aligned} height={tableHeight} />}
      picture={{
        legend: several ? series.map(({ label, slot }) => ({ label, colour: colourOf(slot) })) : [],
      }}
      foot={
        (family.foot || scale.min > 0 || annotations.length > 0) && (
          <>
            {family.foot}
            {scale.min > 0 && (
              <p className="text-text-3 text-xs">{labels.axisStartsAt(axisText(scale.min))}</p>
            )}
            <AnnotationList data={data} locale={style.locale} />
          </>
        )
      }
    >
      {(width) => {
        const named = several && family.ends && series.length <= MAX_NAMED && width >= NAMING_WIDTH;
        const longest = Math.max(...ticksOf(scale).map((tick) => textWidth(axisText(tick))));
        const plot = plotOf({
          width,
          height,
          left: longest + 10,
          right: named
            ? 18 + Math.min(120, Math.max(...series.map(({ label }) => textWidth(label))))
            : 14,
          top: annotations.length > 0 ? PILL_ROOM + 8 : 12,
          bottom: 28,
          scale,
          count: keys.length,
          spacing: family.spacing,
        });
        const ends = named ? family.ends?.(plot, series) : undefined;
        const patterned = forced || (several && !named && family.shaped !== true);
        const { index, own } = cursor;
        return (
          <PlotArea
            plot={plot}
            title={data.title}
            cursor={cursor}
            start={start}
            textOf={(at) => spoken(readingOf(at), labels)}
            stepOf={stepOf}
            onPick={options.onPick && ((at) => options.onPick?.(keys[at] ?? ''))}
            card={
              index !== null && own ? (
                <ReadingCard reading={readingOf(index)} mark={family.mark} />
              ) : undefined
            }
          >
            <Patterns id={id} slots={aligned.series.map(({ slot }) => slot)} />
            <Axes
              plot={plot}
              formatTick={axisText}
              ticks={bucketTicks(data, shown, plot, style.locale)}
            />
            {annotations.length > 0 && (
              <Annotations
                plot={plot}
                placed={annotations
                  .map((one) => ({ x: plot.xOf(one.index), annotation: one.annotation }))
                  .sort((a, b) => a.x - b.x)}
              />
            )}
            <g className="chart-marks">
              {family.marks({ plot, series, patternId: id, patterned })}
            </g>
            {ends && <EndNames plot={plot} series={series} ends={ends} />}
          </PlotArea>
        );
      }}
    </ChartFigure>
  );
}

function EndNames({
  plot,
  series,
  ends,
}: {
  readonly plot: Plot;
  readonly series: readonly AlignedSeries[];
  readonly ends: readonly (number | undefined)[];
}) {
  return series.map(({ key, label }, index) => {
    const y = ends[index];
    return y === undefined ? null : (
      <text
        key={key}
        x={plot.width - plot.right + 10}
        y={px(y)}
        dy="0.35em"
        className="fill-text-2 font-medium"
      >
        {fitText(label, plot.right - 8)}
      </text>
    );
  });
}

/** The labels under the plot: of a calendar, or the categories' names as far as they fit. */
function bucketTicks(
  data: SeriesData,
  { buckets }: Aligned,
  plot: Plot,
  locale: string,
): readonly AxisTick[] {
  const room = plot.width - plot.left - plot.right;
  const max = Math.max(2, Math.min(MAX_TICKS, Math.floor(room / LABEL_SPACE)));
  if (data.axis.kind === 'time') {
    const times = buckets.map(({ at }) => at);
    return timeTicks(times, data.axis.grain, max, locale).map(({ index, label }) => ({
      x: plot.xOf(index),
      label,
    }));
  }
  const most = Math.max(1, Math.floor(room / 32));
  const indexes = thinned(buckets.length, most);
  const space = room / Math.max(1, indexes.length) - 6;
  return indexes.map((index) => ({
    x: plot.xOf(index),
    label: fitText(buckets[index]?.label ?? '', space),
  }));
}

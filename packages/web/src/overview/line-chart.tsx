import type { SeriesPoint } from '@olympus/sdk';
import { LineChart as EChartsLine, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { usePalette } from '../app/theme.js';
import type { ChartGeometry } from './chart-geometry.js';

use([EChartsLine, GridComponent, SVGRenderer]);

type Option = ComposeOption<LineSeriesOption | GridComponentOption>;

interface LineChartProps {
  readonly geometry: ChartGeometry;
  readonly points: readonly SeriesPoint[];
  readonly previous: readonly SeriesPoint[] | null;
  readonly tickLabels: readonly string[];
  readonly formatValue: (value: number) => string;
}

/** Above this many points nothing moves. */
const MAX_ANIMATED_POINTS = 150;

/**
 * The lines of a trend: this period solid, the compared one grey and dashed, buckets that have not
 * ended dotted with a hollow point, missing values gaps. It draws; reading is its parent's work.
 */
export function LineChart(props: LineChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | undefined>(undefined);
  const palette = usePalette();

  useEffect(() => {
    if (!place.current) return;
    chart.current = init(place.current, null, { renderer: 'svg' });
    return () => {
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    if (!chart.current || !place.current) return;
    // The palette is an input: the same option in other colours has to be drawn again.
    void palette;
    chart.current.resize({ width: props.geometry.width, height: props.geometry.height });
    chart.current.setOption(optionOf(props, getComputedStyle(place.current)), { notMerge: true });
  }, [props, palette]);

  return <div ref={place} className="size-full" aria-hidden="true" />;
}

function optionOf(props: LineChartProps, css: CSSStyleDeclaration): Option {
  const { geometry, points, previous, tickLabels, formatValue } = props;
  const colour = (name: string) => css.getPropertyValue(`--${name}`).trim();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const text = { color: colour('text-3'), fontSize: 12, fontFamily: css.fontFamily };
  const own = colour('c1');
  const current = splitIncomplete(points);
  const alone = points.length === 1;
  return {
    animation: !still && points.length <= MAX_ANIMATED_POINTS,
    animationDuration: 200,
    animationDurationUpdate: 200,
    grid: {
      left: geometry.left,
      right: geometry.right,
      top: geometry.top,
      bottom: geometry.bottom,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      boundaryGap: alone,
      data: [...tickLabels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('border-control') } },
      axisLabel: {
        ...text,
        interval: (index: number) => index % geometry.labelEvery === 0,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value',
      min: geometry.scale.min,
      max: geometry.scale.max,
      interval: geometry.scale.step,
      axisLabel: { ...text, formatter: formatValue },
      splitLine: { lineStyle: { color: colour('border-soft') } },
    },
    series: [
      ...(previous
        ? [
            line({
              data: tickLabels.map((_, index) => previous[index]?.value ?? null),
              lineStyle: { width: 1.5, type: [5, 4], color: colour('border-control') },
              showSymbol: alone,
              itemStyle: { color: colour('border-control') },
            }),
          ]
        : []),
      line({
        data: current.complete,
        lineStyle: { width: 2, color: own },
        itemStyle: { color: own },
        showSymbol: alone,
        symbolSize: 8,
        ...(geometry.scale.min === 0 ? { areaStyle: { color: own, opacity: 0.07 } } : {}),
      }),
      line({
        data: current.running.map((value, index) =>
          points[index]?.incomplete
            ? {
                value: value ?? '-',
                symbol: 'circle',
                symbolSize: 8,
                itemStyle: { color: colour('surface'), borderColor: own, borderWidth: 2 },
              }
            : { value: value ?? '-', symbol: 'none' },
        ),
        lineStyle: { width: 2, type: [1, 4], cap: 'round', color: own },
        showSymbol: true,
      }),
    ],
  };
}

function line(option: Omit<LineSeriesOption, 'type'>): LineSeriesOption {
  return { type: 'line', symbol: 'circle', silent: true, emphasis: { disabled: true }, ...option };
}

/** The whole buckets, and apart from them the incomplete ones with the points beside them. */
export function splitIncomplete(points: readonly SeriesPoint[]): {
  readonly complete: readonly (number | null)[] & (number | null)[];
  readonly running: (number | null)[];
} {
  return {
    complete: points.map(({ value, incomplete }) => (incomplete ? null : value)),
    running: points.map(({ value, incomplete }, index) =>
      incomplete || points[index - 1]?.incomplete || points[index + 1]?.incomplete ? value : null,
    ),
  };
}

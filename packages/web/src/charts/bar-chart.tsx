import { useId, useMemo } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { align, numbersOf } from './align.js';
import { ChartFigure } from './chart-figure.js';
import { useCursor } from './cursor.js';
import { useChartLabels } from './labels.js';
import { Legend, useLegend } from './legend.js';
import { colourOf } from './palette.js';
import { fillOf, hatchOf, Patterns, usePatterns } from './patterns.js';
import { fitText, px, textWidth } from './plot.js';
import { readingAt, spoken } from './reading.js';
import { scaleOf } from './scale.js';
import type { SeriesChartProps } from './series-chart.js';
import { SeriesTable } from './series-table.js';
import { SpotArea } from './spot-area.js';
import { summariseSeries } from './summary.js';
import { ReadingCard } from './tooltip.js';
import { formatValue } from './value-format.js';

const BAR = 18;
const GROUPED_BAR = 15;
const PADDING = 12;
const GAP = 10;

/**
 * Horizontal bars by category, in the order given, each with its value at its end; values below zero
 * reach to the other side. Its height follows its rows.
 */
export function BarChart({ data, ...options }: SeriesChartProps) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const id = useId().replaceAll(':', '');
  const forced = usePatterns();
  const aligned = useMemo(() => align(data, style.locale), [data, style.locale]);
  const keys = useMemo(() => aligned.buckets.map(({ at }) => at), [aligned]);
  const legend = useLegend(aligned.series.map(({ key }) => key));
  const cursor = useCursor(keys, options.sharedCursor === true);
  const series = aligned.series.filter(({ key }) => !legend.hidden.has(key));
  const shown = { buckets: aligned.buckets, series };
  const several = aligned.series.length > 1;
  const bar = several ? GROUPED_BAR : BAR;
  const row = bar * Math.max(1, series.length) + PADDING;
  const height = Math.max(row, keys.length * row);
  const numbers = numbersOf(series);
  const scale = scaleOf(numbers, data.unit, { fromZero: true });
  const valueText = (value: number | null) => formatValue(value, data.unit, style, 'cell');
  const valueRoom = 8 + Math.max(0, ...numbers.map((value) => textWidth(valueText(value))));
  const patterned = forced || several;

  return (
    <ChartFigure
      title={data.title}
      summary={summariseSeries(data, aligned, { style, labels })}
      options={options}
      height={height}
      empty={numbers.length === 0}
      legend={
        several && (
          <Legend
            title={data.title}
            items={aligned.series}
            state={legend}
            mark="fill"
            patternId={patterned ? id : undefined}
          />
        )
      }
      table={(tableHeight) => (
        <SeriesTable data={data} aligned={aligned} height={Math.max(200, tableHeight)} />
      )}
      picture={{
        legend: several ? series.map(({ label, slot }) => ({ label, colour: colourOf(slot) })) : [],
      }}
    >
      {(width, rtl) => {
        const negative = scale.min < 0;
        const names = Math.min(
          width * 0.38,
          Math.max(...aligned.buckets.map(({ label }) => textWidth(label))) + GAP,
        );
        // Values stand at the ends of their bars: there is room for one on every side that has bars.
        const lead = negative ? valueRoom : 0;
        const room = Math.max(20, width - names - lead - valueRoom);
        const low = Math.min(0, ...numbers);
        const span = Math.max(1e-12, Math.max(0, ...numbers) - low);
        const mirror = (x: number) => px(rtl ? width - x : x);
        const xOf = (value: number) => names + lead + ((value - low) / span) * room;
        const readingOf = (index: number) => readingAt(data, shown, index, { style, labels });
        return (
          <SpotArea
            title={data.title}
            width={width}
            height={height}
            cursor={cursor}
            onPick={options.onPick}
            spotAt={(_, y) => Math.max(0, Math.min(keys.length - 1, Math.floor(y / row)))}
            spots={aligned.buckets.map((bucket, index) => {
              const largest = series[0]?.points[index]?.value ?? 0;
              return {
                key: bucket.at,
                x: mirror(Math.max(names + 20, xOf(Math.max(0, largest)) * 0.6)),
                y: (index + 1) * row - 4,
                text: spoken(readingOf(index), labels),
                card: <ReadingCard reading={readingOf(index)} mark="fill" />,
              };
            })}
          >
            {(active) => (
              <>
                <Patterns id={id} slots={aligned.series.map(({ slot }) => slot)} />
                {aligned.buckets.map((bucket, index) => (
                  <g key={bucket.at}>
                    {index === active && (
                      <rect
                        data-cursor=""
                        x={0}
                        y={index * row}
                        width={width}
                        height={row}
                        rx={4}
                        fill="var(--surface-2)"
                      />
                    )}
                    <text
                      x={mirror(names - GAP)}
                      y={index * row + row / 2}
                      dy="0.35em"
                      textAnchor={rtl ? 'start' : 'end'}
                      className="fill-text-2"
                    >
                      <title>{bucket.label}</title>
                      {fitText(bucket.label, names - GAP)}
                    </text>
                    {series.map(({ key, slot, points }, order) => {
                      const { value = null, provisional } = points[index] ?? {};
                      const y = index * row + PADDING / 2 + order * bar;
                      const [from, to] = [xOf(0), xOf(value ?? 0)];
                      const left = Math.min(from, to);
                      const size = value ? Math.max(1, Math.abs(to - from)) : 0;
                      const minus = (value ?? 0) < 0;
                      const end = minus ? left - 6 : left + size + 6;
                      return (
                        <g key={key}>
                          {size > 0 && (
                            <rect
                              x={rtl ? px(width - left - size) : px(left)}
                              y={px(y + 1)}
                              width={px(size)}
                              height={bar - 2}
                              rx={2}
                              fill={
                                provisional
                                  ? hatchOf(id, slot)
                                  : fillOf(id, minus && !several ? 2 : slot, patterned)
                              }
                            />
                          )}
                          <text
                            x={mirror(end)}
                            y={px(y + bar / 2)}
                            dy="0.35em"
                            textAnchor={minus === rtl ? 'start' : 'end'}
                            className={value === null ? 'fill-text-3' : 'fill-text font-medium'}
                          >
                            {valueText(value)}
                          </text>
                        </g>
                      );
                    })}
                  </g>
                ))}
                {negative && (
                  <line
                    x1={mirror(xOf(0))}
                    x2={mirror(xOf(0))}
                    y1={0}
                    y2={height}
                    stroke="var(--border-control)"
                    shapeRendering="crispEdges"
                  />
                )}
              </>
            )}
          </SpotArea>
        );
      }}
    </ChartFigure>
  );
}

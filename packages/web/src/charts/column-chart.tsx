import { numbersOf } from './align.js';
import { colourOf } from './palette.js';
import { fillOf, hatchOf } from './patterns.js';
import { px } from './plot.js';
import { scaleOf } from './scale.js';
import { type MarksInput, SeriesChart, type SeriesChartProps } from './series-chart.js';

/** Share of a bucket's room that its columns take. */
const FILL = 0.72;
const WIDEST = 56;

/** Columns from zero, beside each other for each bucket; what has not ended is hatched. */
export function ColumnChart(props: SeriesChartProps) {
  return (
    <SeriesChart
      {...props}
      family={{
        mark: 'fill',
        spacing: 'slots',
        scale: (series) => scaleOf(numbersOf(series), props.data.unit, { fromZero: true }),
        marks: (input) => <Columns {...input} />,
      }}
    />
  );
}

function Columns({ plot, series, patternId, patterned }: MarksInput) {
  const group = Math.min(plot.slot * FILL, WIDEST * series.length);
  const width = group / Math.max(1, series.length);
  const gap = width > 4 ? 1 : 0;
  const base = plot.yOf(0);
  return series.map(({ key, slot, points, compared }, order) => (
    <g key={key}>
      {points.map(({ at, value, provisional }, index) => {
        const x = plot.xOf(index) - group / 2 + order * width;
        const before = compared?.[index]?.value ?? null;
        return (
          <g key={at}>
            {value !== null && (
              <path
                d={columnPath(x, width - gap, base, plot.yOf(value))}
                fill={provisional ? hatchOf(patternId, slot) : fillOf(patternId, slot, patterned)}
                {...(provisional ? { stroke: colourOf(slot), strokeDasharray: '3 2' } : {})}
              />
            )}
            {before !== null && (
              <>
                <line
                  x1={px(x - 1)}
                  x2={px(x + width)}
                  y1={px(plot.yOf(before))}
                  y2={px(plot.yOf(before))}
                  stroke="var(--surface)"
                  strokeWidth={4}
                />
                <line
                  x1={px(x - 1)}
                  x2={px(x + width)}
                  y1={px(plot.yOf(before))}
                  y2={px(plot.yOf(before))}
                  stroke="var(--text)"
                  strokeWidth={1.5}
                  strokeDasharray="4 2"
                />
              </>
            )}
          </g>
        );
      })}
    </g>
  ));
}

/** A column with two rounded corners at its value's end. A value that is not zero is never invisible. */
export function columnPath(x: number, width: number, base: number, end: number): string {
  const down = end > base;
  const size = Math.abs(end - base);
  const reach = size > 0 && size < 1 ? (down ? base + 1 : base - 1) : end;
  const radius = Math.min(2, width / 2, Math.abs(reach - base));
  const turn = down ? -radius : radius;
  return `M${px(x)} ${px(base)}V${px(reach + turn)}Q${px(x)} ${px(reach)} ${px(x + radius)} ${px(reach)}H${px(x + width - radius)}Q${px(x + width)} ${px(reach)} ${px(x + width)} ${px(reach + turn)}V${px(base)}Z`;
}

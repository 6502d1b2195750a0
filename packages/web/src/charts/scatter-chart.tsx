import { useMemo } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { type Column, DataTable } from '../table/index.js';
import { Axes } from './axes.js';
import { ChartFigure, type ChartOptions } from './chart-figure.js';
import { useCursor } from './cursor.js';
import type { ScatterData } from './data.js';
import { useChartLabels } from './labels.js';
import { Legend, useLegend } from './legend.js';
import { markerPath } from './markers.js';
import { colourOf, type Slot, slotAt } from './palette.js';
import { plotOf, px, textWidth } from './plot.js';
import { scaleOf, ticksOf } from './scale.js';
import { SpotArea } from './spot-area.js';
import { axisFormat, formatValue } from './value-format.js';

const HEIGHT = 320;
const REACH = 24;
/** Above so many points they are smaller. */
const MANY = 400;

/** Two measures of many things: groups differ by shape and colour. */
export function ScatterChart({ data, ...options }: ChartOptions & { readonly data: ScatterData }) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const height = options.height ?? HEIGHT;
  const groups = useMemo(
    () => data.groups.map((group, index) => ({ ...group, slot: group.slot ?? slotAt(index) })),
    [data],
  );
  const legend = useLegend(groups.map(({ key }) => key));
  const shown = groups.filter(({ key }) => !legend.hidden.has(key));
  const points = shown
    .flatMap((group) => group.points.map((point) => ({ ...point, group, slot: group.slot })))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const keys = points.map(({ key, group }) => `${group.key} ${key}`);
  const cursor = useCursor(keys, options.sharedCursor === true);
  const say = (of: 'x' | 'y', value: number) => formatValue(value, data[of].unit, style);
  const yScale = scaleOf(
    points.map(({ y }) => y),
    data.y.unit,
  );
  const yText = axisFormat(yScale, data.y.unit, style);
  const radius = points.length > MANY ? 3 : 4.5;

  return (
    <ChartFigure
      title={data.title}
      summary={`${data.title}: ${labels.summary.scatter(points.length, data.x.label, data.y.label)}`}
      options={options}
      height={height}
      empty={groups.every((group) => group.points.length === 0)}
      legend={
        groups.length > 1 && (
          <Legend title={data.title} items={groups} state={legend} mark="point" />
        )
      }
      table={(tableHeight) => <PointTable data={data} height={tableHeight} />}
      picture={{
        legend:
          groups.length > 1
            ? shown.map(({ label, slot }) => ({ label, colour: colourOf(slot) }))
            : [],
      }}
    >
      {(width) => {
        const xScale = scaleOf(
          points.map(({ x }) => x),
          data.x.unit,
          { maxSteps: width < 480 ? 3 : 6 },
        );
        const xText = axisFormat(xScale, data.x.unit, style);
        const plot = plotOf({
          width,
          height,
          left: 10 + Math.max(...ticksOf(yScale).map((tick) => textWidth(yText(tick)))),
          right: 16,
          top: 28,
          bottom: 46,
          scale: yScale,
          count: 2,
          spacing: 'points',
        });
        const xOf = (value: number) =>
          plot.left +
          ((value - xScale.min) / Math.max(1e-12, xScale.max - xScale.min)) *
            (width - plot.left - plot.right);
        return (
          <SpotArea
            title={data.title}
            width={width}
            height={height}
            cursor={cursor}
            onPick={options.onPick}
            spotAt={(x, y) => {
              let best: number | null = null;
              let nearest = REACH ** 2;
              points.forEach((point, index) => {
                const distance = (xOf(point.x) - x) ** 2 + (plot.yOf(point.y) - y) ** 2;
                if (distance < nearest) [nearest, best] = [distance, index];
              });
              return best;
            }}
            spots={points.map((point, index) => ({
              key: keys[index] ?? '',
              x: xOf(point.x),
              y: Math.min(height - 90, plot.yOf(point.y) + 10),
              text: `${point.label}${groups.length > 1 ? `, ${point.group.label}` : ''}: ${data.x.label} ${say('x', point.x)}, ${data.y.label} ${say('y', point.y)}`,
              card: (
                <>
                  <p className="font-medium">{point.label}</p>
                  {groups.length > 1 && <p className="text-text-3">{point.group.label}</p>}
                  <p className="mt-1 flex justify-between gap-4">
                    <span className="text-text-2">{data.x.label}</span>
                    <span className="font-semibold">{say('x', point.x)}</span>
                  </p>
                  <p className="flex justify-between gap-4">
                    <span className="text-text-2">{data.y.label}</span>
                    <span className="font-semibold">{say('y', point.y)}</span>
                  </p>
                </>
              ),
            }))}
          >
            {(active) => {
              const lit = active === null ? undefined : points[active];
              return (
                <>
                  <Axes
                    plot={plot}
                    formatTick={yText}
                    ticks={ticksOf(xScale).map((tick) => ({
                      x: xOf(tick),
                      label: xText(tick),
                    }))}
                  />
                  <text x={0} y={12} className="fill-text-3">
                    {data.y.label}
                  </text>
                  <text
                    x={width - plot.right}
                    y={height - 6}
                    textAnchor="end"
                    className="fill-text-3"
                  >
                    {data.x.label}
                  </text>
                  {shown.map((group) => (
                    <path
                      key={group.key}
                      d={group.points
                        .map(({ x, y }) => marked(group.slot, radius, xOf(x), plot.yOf(y)))
                        .join('')}
                      fill={colourOf(group.slot)}
                      fillOpacity={0.65}
                      stroke="var(--surface)"
                      strokeWidth={0.75}
                    />
                  ))}
                  {lit && (
                    <path
                      data-cursor=""
                      d={markerPath(lit.slot, radius + 2)}
                      transform={`translate(${px(xOf(lit.x))} ${px(plot.yOf(lit.y))})`}
                      fill={colourOf(lit.slot)}
                      stroke="var(--text)"
                      strokeWidth={2}
                    />
                  )}
                </>
              );
            }}
          </SpotArea>
        );
      }}
    </ChartFigure>
  );
}

/** A marker as a part of one path for all of a group: thousands of points are one element. */
function marked(slot: Slot, radius: number, x: number, y: number): string {
  return markerPath(slot, radius).replaceAll(
    /([MLHVA])([^MLHVAZ]*)/g,
    (_, command: string, numbers: string) => {
      const n = numbers
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      if (command === 'H') return `H${px(x + (n[0] ?? 0))}`;
      if (command === 'V') return `V${px(y + (n[0] ?? 0))}`;
      const arc = command === 'A' ? `${n.slice(0, 5).join(' ')} ` : '';
      const [dx = 0, dy = 0] = n.slice(-2);
      return `${command}${arc}${px(x + dx)} ${px(y + dy)}`;
    },
  );
}

function PointTable({ data, height }: { readonly data: ScatterData; readonly height: number }) {
  const style = useNumberStyle();
  const rows = data.groups.flatMap((group) => group.points.map((point) => ({ ...point, group })));
  type Row = (typeof rows)[number];
  const number = (of: 'x' | 'y'): Column<Row> => ({
    key: of,
    label: data[of].label,
    kind: 'number',
    value: (row) => row[of],
    text: (row) => formatValue(row[of], data[of].unit, style),
  });
  const columns: readonly Column<Row>[] = [
    { key: 'label', label: data.title, kind: 'text', value: ({ label }) => label },
    number('x'),
    number('y'),
  ];
  return (
    <DataTable
      label={data.title}
      columns={columns}
      rows={rows}
      rowKey={({ key, group }) => `${group.key} ${key}`}
      height={height}
    />
  );
}

import { useId, useMemo } from 'react';
import { formatAxis } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { thinned } from './calendar-ticks.js';
import { ChartFigure, type ChartOptions } from './chart-figure.js';
import { useCursor } from './cursor.js';
import type { HeatCell, HeatData } from './data.js';
import { HeatTable } from './heat-table.js';
import { useChartLabels } from './labels.js';
import { STEPS, stepColour, stepOf } from './palette.js';
import { hatchOf, Patterns } from './patterns.js';
import { fitText, px, textWidth } from './plot.js';
import { Scrolled } from './scrolled.js';
import { SpotArea } from './spot-area.js';
import { formatValue } from './value-format.js';

const ROW = 30;
const LEAST_ROW = 20;
const WIDEST_CELL = 72;
const NAMED_ROW = 40;
const HEAD = 24;
const LEAST_CELL = 14;
const LEGEND_HEIGHT = 34;

/** As high as leaves all rows in sight, within reason. */
const rowIn = (height: number | undefined, rows: number): number =>
  height === undefined
    ? ROW
    : Math.max(LEAST_ROW, Math.min(ROW, Math.floor((height - HEAD - LEGEND_HEIGHT) / rows)));

/**
 * A value for each pair of a row and a column, dark where it is high; written into the cell where
 * there is room. Arrow keys move from cell to cell.
 */
export function HeatGrid({
  data,
  rowHeight: asked,
  widest = WIDEST_CELL,
  ...options
}: ChartOptions & {
  readonly data: HeatData;
  /** CSS pixels. */
  readonly rowHeight?: number;
  /** CSS pixels that a cell is wide at most. */
  readonly widest?: number;
}) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const id = useId().replaceAll(':', '');
  const { rows, columns, unit } = data;
  const keys = useMemo(
    () => rows.flatMap((row) => columns.map((column) => `${row.key} ${column.key}`)),
    [rows, columns],
  );
  const cursor = useCursor(keys, options.sharedCursor === true);
  const numbers = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (typeof cell === 'number' ? [cell] : [])),
  );
  const most = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const least = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const reach = Math.max(Math.abs(most), Math.abs(least));
  const [low, high] = data.diverging ? [-reach, reach] : [Math.min(0, least), highOf(data, most)];
  const full = (cell: HeatCell) =>
    cell === 'hidden'
      ? labels.hidden
      : cell === undefined
        ? labels.notReached
        : cell === null
          ? labels.noValue
          : formatValue(cell, unit, style);
  const soFar = (row: HeatData['rows'][number], column: number) =>
    row.unfinished?.[column] ? `, ${labels.running}` : '';
  const short = (cell: number) =>
    unit === 'ratio' ? formatAxis(cell, unit, style, 0) : formatValue(cell, unit, style, 'axis');
  const rowHeight = asked ?? rowIn(options.height, rows.length);
  const height = HEAD + rows.length * rowHeight + LEGEND_HEIGHT;
  const summary = `${labels.summary.head(data.title, data.rowLabel.toLowerCase(), '')}: ${
    numbers.length === 0
      ? labels.summary.none
      : labels.summary.grid(rows.length, columns.length, full(least), full(most))
  }`;

  return (
    <ChartFigure
      title={data.title}
      summary={summary}
      options={options}
      height={height}
      empty={numbers.length === 0}
      table={(tableHeight) => <HeatTable data={data} full={full} height={tableHeight} />}
    >
      {(width, rtl) => {
        const names = Math.min(
          width * 0.33,
          Math.max(...rows.map(({ label }) => textWidth(label)), textWidth(data.rowLabel)) + 10,
        );
        const sizes = rows.some(({ size }) => size !== undefined)
          ? 10 +
            Math.max(
              ...rows.map(({ size }) =>
                textWidth(formatValue(size ?? null, 'count', style, 'short')),
              ),
            )
          : 0;
        const start = names + sizes;
        const cell = Math.max(
          LEAST_CELL,
          Math.min(widest, (width - start) / Math.max(1, columns.length)),
        );
        const whole = Math.max(width, start + cell * columns.length);
        const written = cell >= Math.max(...numbers.map((value) => textWidth(short(value)))) + 4;
        const mirror = (x: number) => px(rtl ? whole - x : x);
        const boxX = (column: number) =>
          px(rtl ? whole - start - (column + 1) * cell : start + column * cell);
        const every = thinned(
          columns.length,
          Math.max(
            1,
            Math.floor(
              (cell * columns.length) /
                (Math.max(...columns.map(({ label }) => textWidth(label))) + 6),
            ),
          ),
        );
        return (
          <Scrolled whole={whole} width={width} label={data.title}>
            <SpotArea
              title={data.title}
              width={whole}
              height={height}
              cursor={cursor}
              onPick={options.onPick}
              stepOf={(key, index) =>
                ({ ArrowUp: index - columns.length, ArrowDown: index + columns.length })[key]
              }
              spotAt={(x, y) => {
                const column = Math.floor(((rtl ? whole - x : x) - start) / cell);
                const row = Math.floor((y - HEAD) / rowHeight);
                if (column < 0 || column >= columns.length || row < 0 || row >= rows.length)
                  return null;
                return row * columns.length + column;
              }}
              spots={rows.flatMap((row, r) =>
                columns.map((column, c) => ({
                  key: `${row.key} ${column.key}`,
                  x: boxX(c) + cell / 2,
                  y: HEAD + (r + 1) * rowHeight + 4,
                  text: `${row.label}, ${column.label}: ${full(row.cells[c])}${soFar(row, c)}${row.names?.[c] ? ` (${row.names[c]})` : ''}`,
                  card: (
                    <>
                      <p className="text-text-2">
                        {row.label} · {column.label}
                      </p>
                      <p className="font-semibold text-lg">
                        {full(row.cells[c])}
                        <span className="font-normal text-sm text-text-2">{soFar(row, c)}</span>
                      </p>
                      {row.names?.[c] && <p className="text-text-2">{row.names[c]}</p>}
                    </>
                  ),
                })),
              )}
            >
              {(active) => (
                <>
                  <Patterns id={id} slots={['other']} />
                  <Veil id={`${id}unfinished`} />
                  <text
                    x={mirror(0)}
                    y={14}
                    textAnchor={rtl ? 'end' : 'start'}
                    className="fill-text-3"
                  >
                    {fitText(data.rowLabel, names)}
                  </text>
                  {every.map((c) => (
                    <text
                      key={columns[c]?.key}
                      x={boxX(c) + px(cell / 2)}
                      y={14}
                      textAnchor="middle"
                      className="fill-text-3"
                    >
                      {columns[c]?.label}
                    </text>
                  ))}
                  {rows.map((row, r) => {
                    const y = HEAD + r * rowHeight;
                    const named = row.names !== undefined && rowHeight >= NAMED_ROW;
                    return (
                      <g key={row.key}>
                        <text
                          x={mirror(0)}
                          y={y + rowHeight / 2}
                          dy="0.35em"
                          textAnchor={rtl ? 'end' : 'start'}
                          className="fill-text-2"
                        >
                          <title>{row.label}</title>
                          {fitText(row.label, names - 6)}
                        </text>
                        {row.size !== undefined && (
                          <text
                            x={mirror(start - 8)}
                            y={y + rowHeight / 2}
                            dy="0.35em"
                            textAnchor={rtl ? 'start' : 'end'}
                            className="fill-text-3"
                          >
                            {formatValue(row.size, 'count', style, 'short')}
                          </text>
                        )}
                        {columns.map((column, c) => {
                          const value = row.cells[c];
                          if (value === undefined) return null;
                          const step = typeof value === 'number' ? stepOf(value, low, high) : 0;
                          return (
                            <g key={column.key}>
                              <rect
                                x={boxX(c) + 1}
                                y={y + 1}
                                width={px(cell - 2)}
                                height={rowHeight - 2}
                                rx={3}
                                fill={
                                  value === 'hidden'
                                    ? hatchOf(id, 'other')
                                    : value === null
                                      ? 'var(--surface-2)'
                                      : stepColour(step, data.diverging === true)
                                }
                                fillOpacity={value === 'hidden' ? 0.5 : 1}
                              />
                              {typeof value === 'number' && row.unfinished?.[c] && (
                                <rect
                                  x={boxX(c) + 1}
                                  y={y + 1}
                                  width={px(cell - 2)}
                                  height={rowHeight - 2}
                                  rx={3}
                                  fill={`url(#${id}unfinished)`}
                                  stroke="var(--border-control)"
                                  strokeDasharray="3 2"
                                />
                              )}
                              {written && typeof value === 'number' && (
                                <text
                                  x={boxX(c) + px(cell / 2)}
                                  y={y + rowHeight / 2}
                                  dy={named ? '-0.25em' : '0.35em'}
                                  textAnchor="middle"
                                  fill={inkOf(step, data.diverging === true)}
                                >
                                  {short(value)}
                                </text>
                              )}
                              {named && typeof value === 'number' && row.names?.[c] && (
                                <text
                                  x={boxX(c) + px(cell / 2)}
                                  y={y + rowHeight / 2}
                                  dy="1.1em"
                                  textAnchor="middle"
                                  fill={inkOf(step, data.diverging === true)}
                                >
                                  {fitText(row.names[c] ?? '', cell - 8)}
                                </text>
                              )}
                              {value === null && cell > 16 && (
                                <text
                                  x={boxX(c) + px(cell / 2)}
                                  y={y + rowHeight / 2}
                                  dy="0.35em"
                                  textAnchor="middle"
                                  className="fill-text-3"
                                >
                                  —
                                </text>
                              )}
                            </g>
                          );
                        })}
                      </g>
                    );
                  })}
                  {active !== null && (
                    <rect
                      data-cursor=""
                      x={boxX(active % columns.length)}
                      y={HEAD + Math.floor(active / columns.length) * rowHeight}
                      width={px(cell)}
                      height={rowHeight}
                      rx={4}
                      fill="none"
                      stroke="var(--text)"
                      strokeWidth={2}
                    />
                  )}
                  <StepLegend
                    y={height - 18}
                    low={short(low)}
                    high={`${high < most ? '≥ ' : ''}${short(high)}`}
                    diverging={data.diverging === true}
                    start={mirror(0)}
                    sign={rtl ? -1 : 1}
                  />
                </>
              )}
            </SpotArea>
          </Scrolled>
        );
      }}
    </ChartFigure>
  );
}

/**
 * The upper end of the colours. Where everyone is there at first (a first column of ones), the rest
 * is told apart by the highest that follows.
 */
export function highOf({ rows, unit }: Pick<HeatData, 'rows' | 'unit'>, most: number): number {
  const whole = unit === 'ratio' && rows.every(({ cells }) => cells[0] === 1);
  const rest = rows.flatMap(({ cells }) =>
    cells.slice(1).flatMap((cell) => (typeof cell === 'number' ? [cell] : [])),
  );
  return whole && rest.length > 0 ? rest.reduce((a, b) => Math.max(a, b)) : most;
}

/** The colour that reads on a step: measured in tokens.test.ts. */
export function inkOf(step: number, diverging: boolean): string {
  return `var(--${diverging ? 'd' : 's'}${step}-ink)`;
}

/** Stripes of the page's ground over the colour of what is not over: the ink on it stays readable. */
function Veil({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse">
        <path
          d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6"
          stroke="var(--surface)"
          strokeOpacity={0.35}
          strokeWidth={1.6}
          fill="none"
        />
      </pattern>
    </defs>
  );
}

function StepLegend(props: {
  readonly y: number;
  readonly low: string;
  readonly high: string;
  readonly diverging: boolean;
  readonly start: number;
  readonly sign: 1 | -1;
}) {
  const { y, start, sign } = props;
  const lead = textWidth(props.low) + 10;
  const at = (x: number) => start + sign * x;
  return (
    <g className="fill-text-3">
      <text x={at(0)} y={y + 10} textAnchor={sign > 0 ? 'start' : 'end'}>
        {props.low}
      </text>
      {Array.from({ length: STEPS }, (_, index) => (
        <rect
          key={stepColour(index + 1, props.diverging)}
          x={at(lead + index * 20) - (sign < 0 ? 20 : 0)}
          y={y}
          width={20}
          height={12}
          fill={stepColour(index + 1, props.diverging)}
        />
      ))}
      <text x={at(lead + STEPS * 20 + 6)} y={y + 10} textAnchor={sign > 0 ? 'start' : 'end'}>
        {props.high}
      </text>
    </g>
  );
}

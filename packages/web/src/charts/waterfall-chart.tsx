import { useMemo } from 'react';
import { formatChangeSize, formatSigned } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { DataTable } from '../table/index.js';
import { ChartFigure, type ChartOptions } from './chart-figure.js';
import { useCursor } from './cursor.js';
import type { WaterfallData } from './data.js';
import { fitText, px, textWidth } from './plot.js';
import { SpotArea } from './spot-area.js';
import { formatValue } from './value-format.js';
import { type WaterfallRow, waterfallRows } from './waterfall-rows.js';

const ROW = 30;
const BAR = 16;
const GAP = 10;

/**
 * How a value came from one to another, step by step: each step begins where the one before it ended,
 * and the last ends at the new value. The axis shows the stretch between, so the ends are marks, not
 * bars.
 */
export function WaterfallChart({
  data,
  ...options
}: ChartOptions & { readonly data: WaterfallData }) {
  const style = useNumberStyle();
  const rows = useMemo(() => waterfallRows(data), [data]);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const cursor = useCursor(keys, options.sharedCursor === true);
  const height = rows.length * ROW;
  const full = (value: number) => formatValue(value, data.unit, style);
  const signed = (value: number) =>
    data.unit === 'duration'
      ? formatValue(value, data.unit, style, 'cell')
      : formatSigned(value, data.unit, style);
  const textOf = (row: WaterfallRow) =>
    row.kind === 'step' ? signed(row.value) : formatValue(row.value, data.unit, style, 'cell');
  const change = data.end.value - data.start.value;
  const spokenOf = (row: WaterfallRow) => {
    const share = row.kind === 'step' && change !== 0 ? row.value / change : undefined;
    const part = share === undefined ? '' : `, ${formatChangeSize(share, style.locale)}`;
    return `${row.label}: ${row.kind === 'step' ? signed(row.value) : full(row.value)}${part}`;
  };
  const low = Math.min(...rows.flatMap(({ from, to }) => [from, to]));
  const high = Math.max(...rows.flatMap(({ from, to }) => [from, to]));
  const valueRoom = 8 + Math.max(...rows.map((row) => textWidth(textOf(row))));

  return (
    <ChartFigure
      title={data.title}
      summary={`${data.title}: ${rows.map(spokenOf).join('; ')}.`}
      options={options}
      height={height}
      table={(tableHeight) => (
        <DataTable
          label={data.title}
          height={Math.max(200, tableHeight)}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', label: data.by, kind: 'text', value: ({ label }) => label },
            {
              key: 'value',
              label: data.title,
              kind: 'number',
              width: 120,
              value: ({ value }) => value,
              text: textOf,
            },
          ]}
        />
      )}
    >
      {(width, rtl) => {
        const names = Math.min(
          width * 0.36,
          Math.max(...rows.map(({ label }) => textWidth(label))) + GAP,
        );
        const room = Math.max(20, width - names - 2 * valueRoom);
        const span = Math.max(1e-12, high - low);
        const xOf = (value: number) => names + valueRoom + ((value - low) / span) * room;
        const mirror = (x: number) => px(rtl ? width - x : x);
        return (
          <SpotArea
            title={data.title}
            width={width}
            height={height}
            cursor={cursor}
            onPick={options.onPick}
            spotAt={(_, y) => Math.max(0, Math.min(rows.length - 1, Math.floor(y / ROW)))}
            spots={rows.map((row, index) => ({
              key: row.key,
              x: mirror(xOf(Math.max(row.from, row.to))),
              y: (index + 1) * ROW - 4,
              text: spokenOf(row),
              card: <p>{spokenOf(row)}</p>,
            }))}
          >
            {(active) => (
              <>
                {rows.map((row, index) => {
                  const middle = index * ROW + ROW / 2;
                  const [from, to] = [xOf(row.from), xOf(row.to)];
                  const left = Math.min(from, to);
                  const size = Math.max(1.5, Math.abs(to - from));
                  const below = row.to < row.from;
                  const next = rows[index + 1];
                  return (
                    <g key={row.key}>
                      {index === active && (
                        <rect
                          data-cursor=""
                          x={0}
                          y={index * ROW}
                          width={width}
                          height={ROW}
                          rx={4}
                          fill="var(--surface-2)"
                        />
                      )}
                      <text
                        x={mirror(names - GAP)}
                        y={middle}
                        dy="0.35em"
                        textAnchor={rtl ? 'start' : 'end'}
                        className={row.kind === 'step' ? 'fill-text-2' : 'fill-text font-medium'}
                      >
                        <title>{row.label}</title>
                        {fitText(row.label, names - GAP)}
                      </text>
                      {row.kind === 'step' ? (
                        <rect
                          x={rtl ? px(width - left - size) : px(left)}
                          y={px(middle - BAR / 2)}
                          width={px(size)}
                          height={BAR}
                          rx={2}
                          fill={row.pooled ? 'var(--text-3)' : below ? 'var(--c2)' : 'var(--c1)'}
                          fillOpacity={row.pooled ? 0.7 : 1}
                        />
                      ) : (
                        <circle
                          cx={mirror(to)}
                          cy={px(middle)}
                          r={5}
                          fill="var(--surface)"
                          stroke="var(--text)"
                          strokeWidth={2}
                        />
                      )}
                      {next && (
                        <line
                          x1={mirror(to)}
                          x2={mirror(to)}
                          y1={px(middle + (row.kind === 'step' ? BAR / 2 : 6))}
                          y2={px(middle + ROW - (next.kind === 'step' ? BAR / 2 : 6))}
                          stroke="var(--border-control)"
                          strokeDasharray="2 2"
                        />
                      )}
                      <text
                        x={mirror(below ? left - 6 : left + size + (row.kind === 'step' ? 6 : 10))}
                        y={middle}
                        dy="0.35em"
                        textAnchor={below === rtl ? 'start' : 'end'}
                        className="fill-text font-medium"
                      >
                        {textOf(row)}
                      </text>
                    </g>
                  );
                })}
              </>
            )}
          </SpotArea>
        );
      }}
    </ChartFigure>
  );
}

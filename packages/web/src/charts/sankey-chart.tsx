import { useMemo } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { type Column, DataTable } from '../table/index.js';
import { ChartFigure, type ChartOptions } from './chart-figure.js';
import { useCursor } from './cursor.js';
import type { SankeyData } from './data.js';
import { useChartLabels } from './labels.js';
import { colourOf, slotAt } from './palette.js';
import { fitText, px, textWidth } from './plot.js';
import { sankeyLayout } from './sankey-layout.js';
import { Scrolled } from './scrolled.js';
import { SpotArea } from './spot-area.js';
import { formatValue } from './value-format.js';

const HEIGHT = 360;
const NODE_WIDTH = 10;
const GAP = 14;
/** Room of a layer below which the drawing scrolls sideways. */
const LEAST_LAYER = 150;
const REACH = 6;

/** Paths through steps: bands from node to node, as thick as how many went that way. */
export function SankeyChart({ data, ...options }: ChartOptions & { readonly data: SankeyData }) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const height = options.height ?? HEIGHT;
  const nameOf = useMemo(() => {
    const names = new Map(data.nodes.map(({ key, label }) => [key, label]));
    return (key: string) => names.get(key) ?? key;
  }, [data]);
  const slots = useMemo(
    () => new Map(data.nodes.map(({ key, slot }, index) => [key, slot ?? slotAt(index)])),
    [data],
  );
  const links = useMemo(
    () =>
      [...sankeyLayout(data, { width: 1, height: 1, nodeWidth: 0, gap: 0 }).links].sort(
        (a, b) => b.value - a.value,
      ),
    [data],
  );
  const keys = useMemo(() => links.map(({ from, to }) => `${from} → ${to}`), [links]);
  const cursor = useCursor(keys, options.sharedCursor === true);
  const full = (value: number) => formatValue(value, data.unit, style);
  const say = (link: (typeof links)[number]) =>
    `${nameOf(link.from)} → ${nameOf(link.to)}: ${full(link.value)}`;
  const [largest] = links;
  const head = labels.summary.head(data.title, labels.step.toLowerCase(), '');

  return (
    <ChartFigure
      title={data.title}
      summary={`${head}: ${largest ? labels.summary.paths(links.length, say(largest)) : labels.summary.none}`}
      options={options}
      height={height}
      empty={links.length === 0}
      table={(tableHeight) => (
        <PathTable links={links} nameOf={nameOf} data={data} height={tableHeight} />
      )}
    >
      {(width, rtl) => {
        const layerCount = new Set(
          sankeyLayout(data, { width: 1, height: 1, nodeWidth: 0, gap: 0 }).nodes.map(
            ({ layer }) => layer,
          ),
        ).size;
        const whole = Math.max(width, layerCount * LEAST_LAYER);
        // The last layer's names stand beside it, on the outer side.
        const room = Math.min(140, whole / (layerCount + 1));
        const layout = sankeyLayout(data, {
          width: whole - room,
          height: height - 16,
          nodeWidth: NODE_WIDTH,
          gap: GAP,
        });
        const placed = new Map(layout.links.map((link) => [`${link.from} → ${link.to}`, link]));
        const xOf = (x: number) => px(rtl ? whole - x : x);
        const space = layerCount > 1 ? (whole - room) / (layerCount - 1) - NODE_WIDTH - 12 : room;
        return (
          <Scrolled whole={whole} width={width} label={data.title}>
            <SpotArea
              title={data.title}
              width={whole}
              height={height}
              cursor={cursor}
              onPick={options.onPick}
              spotAt={(x, y) => {
                const at = rtl ? whole - x : x;
                const found = keys.findIndex((key) => {
                  const link = placed.get(key);
                  if (!link || at < link.x1 || at > link.x2) return false;
                  const middle = bandAt(link, (at - link.x1) / Math.max(1, link.x2 - link.x1));
                  return Math.abs(y - 8 - middle) <= Math.max(REACH, link.thickness / 2);
                });
                return found < 0 ? null : found;
              }}
              spots={links.map((link, index) => {
                const at = placed.get(keys[index] ?? '');
                return {
                  key: keys[index] ?? '',
                  x: at ? xOf((at.x1 + at.x2) / 2) : 0,
                  y: at ? Math.min(height - 60, 8 + (at.y1 + at.y2) / 2) : 0,
                  text: say(link),
                  card: (
                    <>
                      <p className="text-text-2">
                        {nameOf(link.from)} → {nameOf(link.to)}
                      </p>
                      <p className="font-semibold text-lg">{full(link.value)}</p>
                    </>
                  ),
                };
              })}
            >
              {(active) => (
                <g transform="translate(0 8)">
                  {layout.links.map((link) => {
                    const key = `${link.from} → ${link.to}`;
                    const lit = active !== null && keys[active] === key;
                    const middle = xOf((link.x1 + link.x2) / 2);
                    return (
                      <path
                        key={key}
                        d={`M${xOf(link.x1)} ${px(link.y1)}C${middle} ${px(link.y1)} ${middle} ${px(link.y2)} ${xOf(link.x2)} ${px(link.y2)}`}
                        fill="none"
                        stroke={colourOf(slots.get(link.from) ?? 'other')}
                        strokeWidth={Math.max(1, px(link.thickness))}
                        strokeOpacity={active === null ? 0.3 : lit ? 0.75 : 0.14}
                      />
                    );
                  })}
                  {layout.nodes.map((node) => {
                    const name = nameOf(node.key);
                    const value = formatValue(node.value, data.unit, style, 'short');
                    const left = node.layer === layerCount - 1 && layerCount === 1;
                    const x = node.x + NODE_WIDTH + 6;
                    return (
                      <g key={node.key}>
                        <rect
                          x={rtl ? px(whole - node.x - NODE_WIDTH) : px(node.x)}
                          y={px(node.y)}
                          width={NODE_WIDTH}
                          height={Math.max(1, px(node.height))}
                          rx={2}
                          fill={colourOf(slots.get(node.key) ?? 'other')}
                        />
                        <text
                          x={xOf(x)}
                          y={px(node.y + node.height / 2)}
                          dy="0.35em"
                          textAnchor={rtl ? 'end' : 'start'}
                          className="fill-text"
                          stroke="var(--surface)"
                          strokeWidth={3}
                          strokeOpacity={0.85}
                          paintOrder="stroke"
                        >
                          <title>{`${name}: ${full(node.value)}`}</title>
                          {fitText(
                            name,
                            Math.max(
                              40,
                              (left || node.layer === layerCount - 1 ? room - 16 : space) -
                                textWidth(value),
                            ),
                          )}{' '}
                          <tspan className="fill-text-2">{value}</tspan>
                        </text>
                      </g>
                    );
                  })}
                </g>
              )}
            </SpotArea>
          </Scrolled>
        );
      }}
    </ChartFigure>
  );
}

/** The middle of a band at a share of its way: the curve's own cubic with level handles. */
function bandAt({ y1, y2 }: { readonly y1: number; readonly y2: number }, share: number): number {
  return y1 + (y2 - y1) * share * share * (3 - 2 * share);
}

type Link = SankeyData['links'][number];

function PathTable({
  links,
  nameOf,
  data,
  height,
}: {
  readonly links: readonly Link[];
  readonly nameOf: (key: string) => string;
  readonly data: SankeyData;
  readonly height: number;
}) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const layers = new Map(data.nodes.map(({ key, layer }) => [key, layer]));
  const steps = data.nodes.some(({ layer }) => layer !== undefined);
  const columns: readonly Column<Link>[] = [
    ...(steps
      ? [
          {
            key: 'step',
            label: labels.step,
            kind: 'number' as const,
            width: 84,
            value: ({ from }: Link) => (layers.get(from) ?? 0) + 1,
          },
        ]
      : []),
    { key: 'from', label: labels.from, kind: 'text', value: ({ from }) => nameOf(from) },
    { key: 'to', label: labels.to, kind: 'text', value: ({ to }) => nameOf(to) },
    {
      key: 'value',
      label: data.title,
      kind: 'number',
      value: ({ value }) => value,
      text: ({ value }) => formatValue(value, data.unit, style),
    },
  ];
  return (
    <DataTable
      label={data.title}
      columns={columns}
      rows={links}
      rowKey={({ from, to }) => `${from} → ${to}`}
      height={height}
    />
  );
}

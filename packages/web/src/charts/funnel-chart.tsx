import { useId, useMemo } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { ChartFigure, type ChartOptions } from './chart-figure.js';
import { useCursor } from './cursor.js';
import type { FunnelData } from './data.js';
import { type FunnelStep, funnelSteps, largestDrop } from './funnel-steps.js';
import { FunnelTable } from './funnel-table.js';
import { type ChartLabels, useChartLabels } from './labels.js';
import { Legend, useLegend } from './legend.js';
import { colourOf, slotAt } from './palette.js';
import { fillOf, Patterns } from './patterns.js';
import { fitText, px, textWidth } from './plot.js';
import { SpotArea } from './spot-area.js';
import { formatValue } from './value-format.js';

const HEAD = 22;
const BAR = 30;
const LEAST_BAR = 12;
const SEGMENT = 14;
const DROP = 30;

/** As thick as leaves all steps in sight, within reason. */
const barIn = (height: number | undefined, steps: number): number =>
  height === undefined
    ? BAR
    : Math.max(LEAST_BAR, Math.min(BAR, Math.floor((height + DROP - 4) / steps) - HEAD - DROP));

/**
 * Steps under each other, each a bar as long as its share of the first, with what was lost between
 * them. Segments are bars of their own, each against its own first step.
 */
export function FunnelChart({ data, ...options }: ChartOptions & { readonly data: FunnelData }) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const id = useId().replaceAll(':', '');
  const keys = useMemo(() => data.steps.map(({ key }) => key), [data]);
  const cursor = useCursor(keys, options.sharedCursor === true);
  const segments = (data.steps[0]?.segments ?? []).map((segment, index) => ({
    ...segment,
    slot: segment.slot ?? slotAt(index),
  }));
  const legend = useLegend(segments.map(({ key }) => key));
  const shown = segments.filter(({ key }) => !legend.hidden.has(key));
  const rates = funnelSteps(data);
  const bar =
    segments.length > 0 ? SEGMENT * shown.length : barIn(options.height, data.steps.length);
  const step = HEAD + bar + DROP;
  const height = Math.max(step, data.steps.length * step - DROP + 4);
  const full = (value: number) => formatValue(value, data.unit, style);
  const percent = (share: number | null) => formatValue(share, 'ratio', style);
  const text = (index: number) => stepText(data, rates, index, { labels, full, percent });

  return (
    <ChartFigure
      title={data.title}
      summary={summaryOf(data, rates, { labels, full, percent })}
      options={options}
      height={height}
      empty={data.steps.every(({ value }) => value === 0)}
      legend={
        segments.length > 0 && (
          <Legend title={data.title} items={segments} state={legend} mark="fill" patternId={id} />
        )
      }
      table={(tableHeight) => <FunnelTable data={data} rates={rates} height={tableHeight} />}
      picture={{ legend: shown.map(({ label, slot }) => ({ label, colour: colourOf(slot) })) }}
    >
      {(width, rtl) => {
        const mirror = (x: number) => px(rtl ? width - x : x);
        const [near, far] = rtl ? (['end', 'start'] as const) : (['start', 'end'] as const);
        return (
          <SpotArea
            title={data.title}
            width={width}
            height={height}
            cursor={cursor}
            onPick={options.onPick}
            spotAt={(_, y) => Math.max(0, Math.min(keys.length - 1, Math.floor(y / step)))}
            spots={data.steps.map((one, index) => ({
              key: one.key,
              x: mirror(Math.max(24, width * 0.4)),
              y: index * step + HEAD + bar + 2,
              text: text(index),
              card: (
                <StepCard
                  data={data}
                  index={index}
                  rate={rates[index]}
                  words={{ labels, full, percent }}
                />
              ),
            }))}
          >
            {(active) => (
              <>
                <Patterns id={id} slots={[1, ...segments.map(({ slot }) => slot)]} />
                {data.steps.map((one, index) => {
                  const y = index * step;
                  const rate = rates[index];
                  const share = percent(rate?.ofFirst ?? null);
                  const value = full(one.value);
                  const room = width - textWidth(value) - textWidth(share) - 28;
                  const lost = rates[index + 1]?.dropped ?? 0;
                  const lostShare = rates[index + 1]?.ofPrevious ?? null;
                  return (
                    <g key={one.key}>
                      <text
                        x={mirror(0)}
                        y={y + 14}
                        textAnchor={near}
                        className="fill-text font-medium"
                      >
                        <title>{one.label}</title>
                        {fitText(`${index + 1}. ${one.label}`, room)}
                      </text>
                      <text x={mirror(width)} y={y + 14} textAnchor={far} className="fill-text-2">
                        {share}
                      </text>
                      <text
                        x={mirror(width - textWidth(share) - 10)}
                        y={y + 14}
                        textAnchor={far}
                        className="fill-text font-semibold"
                      >
                        {value}
                      </text>
                      {(segments.length > 0
                        ? shown.map(({ key, slot }, order) => ({
                            key,
                            slot,
                            y: y + HEAD + order * SEGMENT,
                            size: SEGMENT - 3,
                            share: segmentShare(data, index, key),
                          }))
                        : [
                            {
                              key: one.key,
                              slot: 1 as const,
                              y: y + HEAD,
                              size: bar,
                              share: rate?.ofFirst ?? 0,
                            },
                          ]
                      ).map((drawn) => (
                        <g key={drawn.key}>
                          <rect
                            x={0}
                            y={drawn.y}
                            width={width}
                            height={drawn.size}
                            rx={3}
                            fill={index === active ? 'var(--bar)' : 'var(--surface-2)'}
                          />
                          <rect
                            x={rtl ? px(width - width * drawn.share) : 0}
                            y={drawn.y}
                            width={px(width * Math.min(1, drawn.share))}
                            height={drawn.size}
                            rx={3}
                            fill={fillOf(id, drawn.slot, segments.length > 0)}
                          />
                        </g>
                      ))}
                      {index < data.steps.length - 1 && lost !== 0 && (
                        <text
                          x={mirror(4)}
                          y={y + HEAD + bar + 18}
                          textAnchor={near}
                          className="fill-text-3"
                        >
                          {lost > 0 ? '↓ ' : ''}
                          {labels.dropped(
                            full(lost),
                            percent(lostShare === null ? null : 1 - lostShare),
                          )}
                        </text>
                      )}
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

interface Words {
  readonly labels: ChartLabels;
  readonly full: (value: number) => string;
  readonly percent: (share: number | null) => string;
}

/** A segment's part of its own first step. */
function segmentShare({ steps }: FunnelData, index: number, key: string): number {
  const at = (step: number) =>
    steps[step]?.segments?.find((segment) => segment.key === key)?.value ?? 0;
  return at(0) > 0 ? at(index) / at(0) : 0;
}

function stepText(
  data: FunnelData,
  rates: readonly FunnelStep[],
  index: number,
  { labels, full, percent }: Words,
): string {
  const one = data.steps[index];
  const rate = rates[index];
  if (!one || !rate) return labels.noValue;
  const words = [
    `${one.label}: ${full(one.value)}`,
    labels.ofFirst(percent(rate.ofFirst)),
    index > 0 && labels.ofPrevious(percent(rate.ofPrevious)),
    ...(one.segments ?? []).map(
      ({ key, label, value }) =>
        `${label} ${full(value)}, ${percent(segmentShare(data, index, key))}`,
    ),
  ];
  return words.filter(Boolean).join('; ');
}

function summaryOf(data: FunnelData, rates: readonly FunnelStep[], words: Words): string {
  const { labels, full, percent } = words;
  const [first, last] = [data.steps[0], data.steps.at(-1)];
  const head = labels.summary.head(data.title, labels.step.toLowerCase(), '');
  if (!first || !last || first.value === 0) return `${head}: ${labels.summary.none}`;
  const drop = largestDrop(rates);
  const name = drop === undefined ? undefined : data.steps[drop]?.label;
  const lost = drop === undefined ? null : (rates[drop]?.ofPrevious ?? null);
  return [
    `${head}:`,
    labels.summary.funnel(
      data.steps.length,
      full(first.value),
      full(last.value),
      percent(rates.at(-1)?.ofFirst ?? null),
    ),
    name && labels.summary.largestDrop(name, percent(lost === null ? null : 1 - lost)),
  ]
    .filter(Boolean)
    .join(' ');
}

function StepCard({
  data,
  index,
  rate,
  words,
}: {
  readonly data: FunnelData;
  readonly index: number;
  readonly rate: FunnelStep | undefined;
  readonly words: Words;
}) {
  const { labels, full, percent } = words;
  const one = data.steps[index];
  if (!one || !rate) return null;
  return (
    <>
      <p className="font-medium">{one.label}</p>
      <p className="mt-0.5 font-semibold text-lg">{full(one.value)}</p>
      <p className="text-text-2">{labels.ofFirst(percent(rate.ofFirst))}</p>
      {index > 0 && <p className="text-text-2">{labels.ofPrevious(percent(rate.ofPrevious))}</p>}
      {one.segments && (
        <ul className="mt-1.5 border-border-soft border-t pt-1.5">
          {one.segments.map(({ key, label, value }) => (
            <li key={key} className="flex justify-between gap-4">
              <span className="truncate text-text-2">{label}</span>
              <span className="font-medium">
                {full(value)} · {percent(segmentShare(data, index, key))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

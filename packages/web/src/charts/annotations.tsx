import { formatBucket } from '../format/dates.js';
import type { ChartAnnotation, SeriesData } from './data.js';
import { fitText, type Plot, px, textWidth } from './plot.js';

/** Room above the plot for the pills. */
export const PILL_ROOM = 24;
const PILL_HEIGHT = 18;
const PADDING = 6;
const LEAST = 34;
const WIDEST = 220;

export interface Pill {
  readonly x: number;
  readonly text: string;
  readonly width: number;
  readonly items: readonly ChartAnnotation[];
}

/**
 * Annotations as pills on one line: each as wide as there is room up to the next, and those without
 * room together as “+n”.
 * @param placed annotations with their x, in CSS pixels, ascending
 */
export function pillsOf(
  placed: readonly { readonly x: number; readonly annotation: ChartAnnotation }[],
  right: number,
): readonly Pill[] {
  const groups: { x: number; items: ChartAnnotation[] }[] = [];
  for (const { x, annotation } of placed) {
    const last = groups.at(-1);
    if (last && x - last.x < LEAST) last.items.push(annotation);
    else groups.push({ x, items: [annotation] });
  }
  return groups.map(({ x, items }, index) => {
    const room = Math.min(WIDEST, (groups[index + 1]?.x ?? right) - x - 4);
    const [only] = items;
    const text =
      items.length > 1
        ? `+${items.length}`
        : fitText(only?.label ?? '', Math.max(LEAST, room) - 2 * PADDING);
    return { x, text, items, width: Math.max(LEAST - 8, textWidth(text) + 2 * PADDING) };
  });
}

export function Annotations({
  plot,
  placed,
}: {
  readonly plot: Plot;
  readonly placed: Parameters<typeof pillsOf>[0];
}) {
  const top = plot.top - PILL_ROOM + 2;
  return (
    <g>
      {placed.map(({ x, annotation }) => (
        <line
          key={annotation.at + annotation.label}
          x1={px(x)}
          x2={px(x)}
          y1={top + PILL_HEIGHT}
          y2={plot.height - plot.bottom}
          stroke="var(--text-3)"
          strokeWidth={1}
        />
      ))}
      {pillsOf(placed, plot.width).map(({ x, text, width, items }) => {
        const left = Math.min(x - 8, plot.width - width - 1);
        return (
          <g key={items.map(({ label }) => label).join()}>
            <title>{items.map(({ label }) => label).join(', ')}</title>
            <rect
              x={px(left)}
              y={top}
              width={width}
              height={PILL_HEIGHT}
              rx={4}
              fill="var(--surface-2)"
              stroke="var(--border-soft)"
            />
            <text x={px(left + width / 2)} y={top + 13} textAnchor="middle" className="fill-text-2">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The annotations with their dates, in words. */
export function AnnotationList({
  data,
  locale,
}: {
  readonly data: SeriesData;
  readonly locale: string;
}) {
  const { annotations = [], axis } = data;
  if (annotations.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-text-2 text-xs">
      {annotations.map(({ at, label }) => (
        <li key={at + label}>
          <span className="text-text-3">
            {axis.kind === 'time' ? formatBucket(at, axis.grain, locale) : at}
          </span>{' '}
          {label}
        </li>
      ))}
    </ul>
  );
}

import { useState } from 'react';
import { useChartLabels } from './labels.js';
import { markerPath } from './markers.js';
import { colourOf, type Slot } from './palette.js';
import { fillOf } from './patterns.js';

export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly slot: Slot;
}

/** Which series are hidden. The last visible one cannot be hidden: that shows all. */
export function toggled(
  hidden: ReadonlySet<string>,
  keys: readonly string[],
  key: string,
): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(key)) next.add(key);
  return keys.every((one) => next.has(one)) ? new Set() : next;
}

/** Only one series; once more: all. */
export function isolated(
  hidden: ReadonlySet<string>,
  keys: readonly string[],
  key: string,
): ReadonlySet<string> {
  const alone = !hidden.has(key) && keys.every((one) => one === key || hidden.has(one));
  return new Set(alone ? [] : keys.filter((one) => one !== key));
}

export interface LegendState {
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly isolate: (key: string) => void;
}

export function useLegend(keys: readonly string[]): LegendState {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const known = new Set([...hidden].filter((key) => keys.includes(key)));
  return {
    hidden: known.size === keys.length ? new Set() : known,
    toggle: (key) => setHidden(toggled(known, keys, key)),
    isolate: (key) => setHidden(isolated(known, keys, key)),
  };
}

/** Series as buttons: press to show or hide one, “Only” (or Shift) for it alone. */
export function Legend({
  title,
  items,
  state,
  mark,
  patternId,
}: {
  readonly title: string;
  readonly items: readonly LegendItem[];
  readonly state: LegendState;
  readonly mark: 'line' | 'fill' | 'point';
  /** Fills are patterned with the patterns of this chart. */
  readonly patternId?: string | undefined;
}) {
  const labels = useChartLabels();
  return (
    <ul aria-label={labels.legend(title)} className="-mx-1.5 flex flex-wrap gap-y-0.5">
      {items.map(({ key, label, slot }) => {
        const shown = !state.hidden.has(key);
        return (
          <li key={key} className="group/item relative flex min-w-0 items-center">
            <button
              type="button"
              aria-pressed={shown}
              onClick={(event) => (event.shiftKey ? state.isolate(key) : state.toggle(key))}
              className={`flex min-h-6 min-w-0 items-center gap-1.5 rounded-sm px-1.5 text-xs transition-colors hover:bg-surface-2 pointer-coarse:min-h-11 ${shown ? 'text-text-2' : 'text-text-3 line-through'}`}
            >
              <Swatch slot={slot} mark={mark} faded={!shown} patternId={patternId} />
              <span className="max-w-[28ch] truncate">{label}</span>
            </button>
            {items.length > 2 && (
              <button
                type="button"
                aria-label={labels.onlyThis(label)}
                onClick={() => state.isolate(key)}
                className="absolute end-0 min-h-6 rounded-sm bg-surface-2 px-1.5 text-accent text-xs opacity-0 hover:underline focus-visible:opacity-100 group-hover/item:opacity-100 pointer-coarse:hidden"
              >
                {labels.only}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A sample of how a series is drawn. */
export function Swatch({
  slot,
  mark,
  faded = false,
  patternId,
}: {
  readonly slot: Slot;
  readonly mark: 'line' | 'fill' | 'point';
  readonly faded?: boolean;
  readonly patternId?: string | undefined;
}) {
  return (
    <svg
      width={mark === 'line' ? 18 : 12}
      height={12}
      aria-hidden="true"
      className={`shrink-0 ${faded ? 'opacity-40' : ''}`}
    >
      {mark === 'fill' && (
        <rect
          x={1}
          y={1}
          width={10}
          height={10}
          rx={2}
          fill={patternId ? fillOf(patternId, slot, true) : colourOf(slot)}
        />
      )}
      {mark === 'line' && <path d="M0 6H18" stroke={colourOf(slot)} strokeWidth={2} />}
      {mark !== 'fill' && (
        <path
          d={markerPath(slot, 3.5)}
          transform={`translate(${mark === 'line' ? 9 : 6} 6)`}
          fill={colourOf(slot)}
        />
      )}
    </svg>
  );
}

/** A short piece of a line, as in the chart: this period solid, the compared one dashed. */
export function LineSample({
  dashed = false,
  slot = 1,
}: {
  readonly dashed?: boolean;
  readonly slot?: Slot;
}) {
  return (
    <svg width="16" height="4" aria-hidden="true" className="shrink-0">
      <line
        x1="0"
        x2="16"
        y1="2"
        y2="2"
        stroke={dashed ? 'var(--border-control)' : colourOf(slot)}
        strokeWidth={dashed ? 1.5 : 2}
        strokeDasharray={dashed ? '5 4' : undefined}
      />
    </svg>
  );
}

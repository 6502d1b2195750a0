import { useMedia } from '../app/use-media.js';
import { colourOf, type Slot } from './palette.js';

const SIZE = 6;

/** What is drawn over a slot's colour; the first is plain. */
const OVERLAYS: readonly string[] = [
  '',
  'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  'M1.5 1.5h1.6v1.6h-1.6zM4.5 4.5h1.6v1.6h-1.6z',
  'M-1 -1L7 7M5 -1L7 1M-1 5L1 7',
  'M0 3H6',
  'M3 0V6M0 3H6',
  'M3 0V6',
  'M0 0L6 6M6 0L0 6',
];

/** Fills of a chart: a pattern for each slot, and the hatching of what has not ended. */
export function Patterns({ id, slots }: { readonly id: string; readonly slots: readonly Slot[] }) {
  return (
    <defs>
      {[...new Set(slots)].map((slot) => (
        <g key={slot}>
          <pattern id={`${id}p${slot}`} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
            <rect width={SIZE} height={SIZE} fill={colourOf(slot)} />
            <path
              d={OVERLAYS[slot === 'other' ? 0 : slot - 1] ?? ''}
              stroke="var(--surface)"
              strokeOpacity={0.55}
              strokeWidth={1.4}
              fill="none"
            />
          </pattern>
          <pattern id={`${id}h${slot}`} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
            <rect width={SIZE} height={SIZE} fill="var(--surface)" />
            <path
              d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"
              stroke={colourOf(slot)}
              strokeWidth={1.4}
              fill="none"
            />
          </pattern>
        </g>
      ))}
    </defs>
  );
}

/** The fill of a slot: its colour, or its colour with a pattern. */
export function fillOf(id: string, slot: Slot, patterned: boolean): string {
  return patterned && slot !== 1 ? `url(#${id}p${slot})` : colourOf(slot);
}

export function hatchOf(id: string, slot: Slot): string {
  return `url(#${id}h${slot})`;
}

/** Whether fills need patterns: the reader's own colours leave a chart none to tell series apart by. */
export function usePatterns(): boolean {
  return useMedia('(forced-colors: active)');
}

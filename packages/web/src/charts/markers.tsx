import { colourOf, type Slot } from './palette.js';

const SHAPES: readonly ((r: number) => string)[] = [
  (r) => `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`,
  (r) => `M${-r * 0.9} ${-r * 0.9}H${r * 0.9}V${r * 0.9}H${-r * 0.9}Z`,
  (r) => `M0 ${-r * 1.2}L${r * 1.15} ${r * 0.85}H${-r * 1.15}Z`,
  (r) => `M0 ${-r * 1.3}L${r * 1.3} 0L0 ${r * 1.3}L${-r * 1.3} 0Z`,
  (r) => `M0 ${r * 1.2}L${r * 1.15} ${-r * 0.85}H${-r * 1.15}Z`,
  (r) => {
    const t = r * 0.45;
    const l = r * 1.2;
    return `M${-t} ${-l}H${t}V${-t}H${l}V${t}H${t}V${l}H${-t}V${t}H${-l}V${-t}H${-t}Z`;
  },
  (r) => `M${-r * 0.6} ${-r}H${r * 0.6}L${r * 1.15} 0L${r * 0.6} ${r}H${-r * 0.6}L${-r * 1.15} 0Z`,
  (r) => `M${-r * 1.2} ${-r * 0.5}H${r * 1.2}V${r * 0.5}H${-r * 1.2}Z`,
];

/** The outline of a slot's marker around the origin: series differ by shape, not by colour alone. */
export function markerPath(slot: Slot, radius: number): string {
  const shape = SHAPES[slot === 'other' ? 0 : slot - 1] ?? SHAPES[0];
  return shape ? shape(radius) : '';
}

export function Marker({
  slot,
  x,
  y,
  radius = 3.5,
}: {
  readonly slot: Slot;
  readonly x: number;
  readonly y: number;
  readonly radius?: number;
}) {
  return (
    <path
      d={markerPath(slot, radius)}
      transform={`translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`}
      fill={colourOf(slot)}
      stroke="var(--surface)"
      strokeWidth={1.5}
      paintOrder="stroke"
    />
  );
}

import type { Scale } from './scale.js';

/** Where a chart's parts lie, in CSS pixels. The drawing and its reading cursor share it. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: Scale;
  readonly count: number;
  /** Room of one bucket along the axis. */
  readonly slot: number;
  /** The middle of a bucket. */
  readonly xOf: (index: number) => number;
  readonly yOf: (value: number) => number;
  readonly indexAt: (x: number) => number;
}

interface PlotInput {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: Scale;
  readonly count: number;
  /** points: the first and the last lie on the edges; slots: every bucket has room of its own. */
  readonly spacing: 'points' | 'slots';
}

/** Mean width of a character of the 12 px axis text. */
const CHARACTER_WIDTH = 6.9;

/** About how wide a label of an axis is. */
export function textWidth(text: string): number {
  return Math.ceil(text.length * CHARACTER_WIDTH);
}

/** A text shortened to a width, with an ellipsis where something was left off. */
export function fitText(text: string, width: number): string {
  const characters = [...text];
  const room = Math.floor(width / CHARACTER_WIDTH);
  return characters.length <= room
    ? text
    : room < 2
      ? ''
      : `${characters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`;
}

export function plotOf(input: PlotInput): Plot {
  const { width, height, left, right, top, bottom, scale, count, spacing } = input;
  const innerWidth = Math.max(1, width - left - right);
  const innerHeight = Math.max(1, height - top - bottom);
  const inSlots = spacing === 'slots' || count < 2;
  const slot = inSlots ? innerWidth / Math.max(1, count) : innerWidth / (count - 1);
  const start = inSlots ? left + slot / 2 : left;
  const span = Math.max(1e-12, scale.max - scale.min);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    scale,
    count,
    slot,
    xOf: (index) => start + index * slot,
    yOf: (value) => top + innerHeight * (1 - (value - scale.min) / span),
    indexAt: (x) => Math.max(0, Math.min(count - 1, Math.round((x - start) / slot))),
  };
}

/** A coordinate for a path: tenths of a pixel suffice. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

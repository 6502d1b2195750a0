import type { SeriesPoint, Unit } from '@olympus/sdk';
import { niceScale, type Scale, ticksOf } from '../charts/scale.js';

/** Where a line chart's parts lie, in CSS pixels. The drawing and its reading cursor share it. */
export interface ChartGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: Scale;
  /** Every how many buckets the time axis has a label. */
  readonly labelEvery: number;
  readonly xOf: (index: number) => number;
  readonly yOf: (value: number) => number;
  readonly indexAt: (x: number) => number;
}

interface GeometryInput {
  readonly width: number;
  readonly height: number;
  readonly points: readonly SeriesPoint[];
  readonly previous: readonly SeriesPoint[] | null;
  readonly unit: Unit;
  readonly formatTick: (value: number) => string;
}

const CHARACTER_WIDTH = 6.9;
const LABEL_SPACE = 76;
const MAX_LABELS = 8;

export function chartGeometry(input: GeometryInput): ChartGeometry {
  const { width, height, points, unit } = input;
  const shown = [...points, ...(input.previous ?? []).slice(0, points.length)];
  const values = shown.flatMap(({ value }) => (value === null ? [] : [value]));
  const scale = niceScale(values, {
    fromZero: unit === 'currency' || unit === 'count',
    whole: unit === 'count',
  });
  const longest = Math.max(...ticksOf(scale).map((tick) => input.formatTick(tick).length));
  const left = Math.ceil(longest * CHARACTER_WIDTH) + 10;
  const right = 14;
  const top = 12;
  const bottom = 28;
  const innerWidth = Math.max(1, width - left - right);
  const innerHeight = Math.max(1, height - top - bottom);
  const last = Math.max(1, points.length - 1);
  const labels = Math.max(2, Math.min(MAX_LABELS, Math.floor(innerWidth / LABEL_SPACE)));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    scale,
    labelEvery: Math.max(1, Math.ceil(points.length / labels)),
    xOf: (index) => left + (points.length < 2 ? innerWidth / 2 : (index / last) * innerWidth),
    yOf: (value) =>
      top + innerHeight * (1 - (value - scale.min) / Math.max(1e-12, scale.max - scale.min)),
    indexAt: (x) =>
      Math.max(0, Math.min(points.length - 1, Math.round(((x - left) / innerWidth) * last))),
  };
}

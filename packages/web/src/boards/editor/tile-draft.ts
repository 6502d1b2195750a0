import type { BoardTile, Grain, MetricQuery, ModelDescription } from '@olympus/sdk';
import { kindOf } from '../kinds/kinds.js';

/** What is chosen for a tile that asks analytics.query, or that is a text. */
export interface TileDraft {
  readonly kind: string;
  readonly title: string;
  readonly metrics: readonly string[];
  /** Empty: not broken down. */
  readonly dimension: string;
  /** Columns of a heat grid: a dimension, or one of these. */
  readonly across: string;
  readonly grain: Grain | 'auto';
  readonly limit: number;
  readonly markdown: string;
  /** Conditions of the tile's own, kept as they are. */
  readonly filters: MetricQuery['filters'];
}

export const BY_TIME = 'time';
export const BY_HOUR = 'weekday_hour';

export const emptyDraft: TileDraft = {
  kind: 'line',
  title: '',
  metrics: [],
  dimension: '',
  across: BY_HOUR,
  grain: 'auto',
  limit: 10,
  markdown: '',
  filters: undefined,
};

/** What can be chosen for a kind. */
export interface Choices {
  readonly metrics: 'none' | 'one' | 'several';
  readonly dimension: 'none' | 'optional' | 'needed';
  readonly across: boolean;
  readonly grain: boolean;
  readonly limit: boolean;
}

export function choicesOf({ kind, across }: Pick<TileDraft, 'kind' | 'across'>): Choices {
  const none = {
    metrics: 'one',
    dimension: 'none',
    across: false,
    grain: false,
    limit: false,
  } as const;
  switch (kind) {
    case 'text':
      return { ...none, metrics: 'none' };
    case 'number':
      return none;
    case 'bar':
      return { ...none, dimension: 'needed', limit: true };
    case 'table':
      return { ...none, metrics: 'several', dimension: 'needed', limit: true };
    case 'stacked':
      return { ...none, dimension: 'needed', grain: true };
    case 'heat':
      return {
        ...none,
        across: true,
        dimension: across === BY_HOUR ? 'none' : 'needed',
        grain: across === BY_TIME,
      };
    default:
      return { ...none, metrics: 'several', dimension: 'optional', grain: true };
  }
}

/** Whether the draft can be asked. */
export function isWhole(draft: TileDraft): boolean {
  const { metrics, dimension } = choicesOf(draft);
  if (metrics === 'none') return draft.markdown.trim() !== '';
  return draft.metrics.length > 0 && (dimension !== 'needed' || draft.dimension !== '');
}

/** The tile that a whole draft describes. */
export function toTile(draft: TileDraft, id: string): Omit<BoardTile, 'x' | 'y'> {
  const kind = kindOf(draft.kind);
  const { w, h } = kind?.size ?? { w: 6, h: 4 };
  const base = { id, title: draft.title.trim(), w, h };
  if (draft.kind === 'text') {
    return { ...base, view: { kind: 'text', markdown: draft.markdown } };
  }
  const ask = { operation: 'analytics.query', input: inputOf(draft) };
  const fit = kind?.fit?.(ask) ?? {};
  const folded = draft.kind === 'heat' && draft.across === BY_HOUR;
  const keeps = folded || (choicesOf(draft).grain && draft.grain !== 'auto');
  return {
    ...base,
    ask,
    ...fit,
    ...(keeps ? { follows: { ...fit.follows, grain: false } } : {}),
    view: { kind: draft.kind, ...(folded ? { options: { fold: BY_HOUR } } : {}) },
  };
}

function inputOf(draft: TileDraft): Record<string, unknown> {
  const choices = choicesOf(draft);
  const [first = ''] = draft.metrics;
  const split = choices.dimension !== 'none' && draft.dimension !== '';
  // what is broken down over time is one metric's
  const several = choices.metrics === 'several' && !(split && choices.grain);
  const dimensions = [
    ...(split ? [draft.dimension] : []),
    ...(choices.across && ![BY_HOUR, BY_TIME].includes(draft.across) ? [draft.across] : []),
  ];
  const folded = choices.across && draft.across === BY_HOUR;
  const grain = folded ? 'hour' : draft.grain === 'auto' ? 'day' : draft.grain;
  return {
    metrics: several ? [...draft.metrics] : [first],
    ...(dimensions.length > 0 ? { dimensions } : {}),
    ...(choices.grain || folded ? { grain } : {}),
    ...(choices.limit ? { order: [{ by: first, direction: 'desc' }], limit: draft.limit } : {}),
    ...(draft.filters ? { filters: draft.filters } : {}),
  };
}

/** The choices that a tile was made by; undefined for what this form cannot make. */
export function toDraft({ title, ask, view, follows }: BoardTile): TileDraft | undefined {
  if (view.kind === 'text') {
    return { ...emptyDraft, kind: 'text', title, markdown: view.markdown ?? '' };
  }
  if (ask?.operation !== 'analytics.query' || !kindOf(view.kind)) return undefined;
  // the server has checked it as a MetricQuery
  const { metrics, dimensions = [], grain, limit, filters } = ask.input as unknown as MetricQuery;
  const [dimension = '', second] = dimensions;
  const folded = view.options?.fold === BY_HOUR;
  return {
    ...emptyDraft,
    kind: view.kind,
    title,
    metrics,
    dimension,
    across: folded ? BY_HOUR : (second ?? (view.kind === 'heat' ? BY_TIME : BY_HOUR)),
    grain: follows?.grain === false && !folded ? (grain ?? 'auto') : 'auto',
    limit: limit ?? emptyDraft.limit,
    filters,
  };
}

/** What a tile is called where nobody says: "Revenue by Channel". */
export function titleOf(
  draft: TileDraft,
  model: ModelDescription | undefined,
  by: (metric: string, dimension: string) => string,
): string {
  if (draft.kind === 'text') return '';
  const choices = choicesOf(draft);
  const split = choices.dimension !== 'none' && draft.dimension !== '';
  const shown = choices.metrics === 'several' && !(split && choices.grain);
  const names = (shown ? draft.metrics : draft.metrics.slice(0, 1)).map(
    (name) => model?.metrics.find((metric) => metric.name === name)?.label ?? name,
  );
  const dimension = model?.dimensions.find(({ name }) => name === draft.dimension)?.label;
  const what = names.join(', ');
  return split && dimension ? by(what, dimension) : what;
}

import { flag, oneOf, texts, whole } from '../address/page-search.js';

export const VIEWS = [
  'auto',
  'line',
  'area',
  'column',
  'bar',
  'table',
  'number',
  'heat',
  'histogram',
] as const;
export type ViewKind = (typeof VIEWS)[number];

export const PRESENTATIONS = ['value', 'moving_average', 'cumulative', 'share'] as const;
export type PresentationKind = (typeof PRESENTATIONS)[number];

export const RANKINGS = ['value', 'rise', 'fall'] as const;
export type Ranking = (typeof RANKINGS)[number];

export const THINGS = ['order', 'customer'] as const;
export type Thing = (typeof THINGS)[number];

/** How an exploration stands in the address; its period and filters are the scope's. */
export interface ExploreState {
  /** Names of metrics; a formula begins with `=`. */
  readonly x: readonly string[];
  /** Dimensions that they are broken down by. */
  readonly b: readonly string[];
  readonly as: ViewKind;
  readonly p: PresentationKind;
  /** Buckets of a moving average. */
  readonly w: number;
  /** Groups that are named. */
  readonly n: number;
  readonly by: Ranking;
  /** The year before is moved so that weekdays meet. */
  readonly wd: boolean;
  /** What a distribution is over. */
  readonly per: Thing;
}

export const exploreSearch = {
  x: texts(),
  b: texts(),
  as: oneOf(VIEWS, 'auto'),
  p: oneOf(PRESENTATIONS, 'value'),
  w: whole(7, 2),
  n: whole(8, 1),
  by: oneOf(RANKINGS, 'value'),
  wd: flag(),
  per: oneOf(THINGS, 'order'),
};

/** Metrics and dimensions that one exploration may have. */
export const MOST = { metrics: 6, dimensions: 2 } as const;

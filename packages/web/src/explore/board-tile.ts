import type { ModelDescription } from '@olympus/sdk';
import type { Saveable } from '../boards/saving/add-tile.js';
import type { Scope } from '../scope/scope.js';
import { typedFilters } from '../scope/typed-filters.js';
import type { ExploreState } from './explore-search.js';
import {
  distributionInput,
  isByTime,
  isCalendar,
  type ShownView,
  shownView,
  trendsInput,
} from './question.js';

/** Kinds of tiles that show what a plain view shows. */
const KINDS: Readonly<Record<Exclude<ShownView, 'histogram'>, string>> = {
  line: 'line',
  area: 'area',
  column: 'column',
  bar: 'bar',
  table: 'table',
  number: 'number',
  heat: 'heat',
};

type Model = Pick<ModelDescription, 'dimensions' | 'metrics'>;

/**
 * An exploration as a tile of a dashboard, which gives it the period. Plain metrics become tiles that the
 * dashboard's editor knows; whatever goes beyond them asks and shows the very exploration.
 */
export function boardTile(state: ExploreState, scope: Scope, model: Model): Saveable | undefined {
  const view = shownView(state);
  if (view === 'histogram') {
    const asked = distributionInput(state, scope, model);
    if (!asked) return undefined;
    const { time: _, ...input } = asked;
    return { ask: { operation: 'analytics.distribution', input }, view: { kind: 'distribution' } };
  }
  const plain =
    state.p === 'value' &&
    !state.fc &&
    state.b.every(isCalendar) &&
    !state.x.some((name) => name.startsWith('='));
  return plain ? plainTile(state, scope, model, view) : trendTile(state, scope, model);
}

function plainTile(
  state: ExploreState,
  { filters, grain }: Scope,
  model: Model,
  view: Exclude<ShownView, 'histogram'>,
): Saveable {
  const byTime = isByTime(view, state);
  return {
    ask: {
      operation: 'analytics.query',
      input: {
        metrics: [...state.x],
        ...(state.b.length > 0 ? { dimensions: [...state.b] } : {}),
        ...(byTime ? { grain: grain === 'auto' ? 'day' : grain } : {}),
        ...(filters.length > 0 ? { filters: [...typedFilters(filters, model)] } : {}),
      },
    },
    view: { kind: view === 'column' && !byTime ? 'bar' : KINDS[view] },
  };
}

function trendTile(state: ExploreState, scope: Scope, model: Model): Saveable {
  const { time: _, compare, ...input } = trendsInput(state, scope, model);
  // what rose and fell needs what was before; weekdays that meet are no dashboard's comparison
  const own = compare !== undefined && (state.by !== 'value' || typeof compare === 'object');
  return {
    ask: { operation: 'analytics.trends', input: { ...input, ...(own ? { compare } : {}) } },
    view: { kind: 'trend', options: { as: state.as, by: state.by } },
    ...(own ? {} : { follows: { compare: true } }),
  };
}

/** What an exploration is called: “Revenue, Orders · Channel”. */
export function tileTitle(
  { x, b }: Pick<ExploreState, 'x' | 'b'>,
  { metrics, dimensions }: Model,
): string {
  const label = (all: readonly { readonly name: string; readonly label: string }[], name: string) =>
    all.find((one) => one.name === name)?.label ?? name;
  const counted = x
    .map((name) => (name.startsWith('=') ? name.slice(1).trim() : label(metrics, name)))
    .join(', ');
  const groups = b.map((name) => label(dimensions, name)).join(' × ');
  return groups === '' ? counted : `${counted} · ${groups}`;
}

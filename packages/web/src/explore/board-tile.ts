import type { ModelDescription } from '@olympus/sdk';
import type { Saveable } from '../boards/saving/add-tile.js';
import type { Scope } from '../scope/scope.js';
import { typedFilters } from '../scope/typed-filters.js';
import type { ExploreState } from './explore-search.js';
import { isByTime, isCalendar, type ShownView, shownView } from './question.js';

/** Kinds of tiles that show what a view shows; a distribution has none. */
const KINDS: Readonly<Record<Exclude<ShownView, 'histogram'>, string>> = {
  line: 'line',
  area: 'area',
  column: 'column',
  bar: 'bar',
  table: 'table',
  number: 'number',
  heat: 'heat',
};

/**
 * An exploration as a tile of a dashboard, which gives it the period; undefined where no tile asks the
 * same: formulas, what is made of values, rankings by change, distributions.
 */
export function boardTile(
  state: ExploreState,
  { filters, grain }: Scope,
  model: Pick<ModelDescription, 'dimensions' | 'metrics'>,
): Saveable | undefined {
  const view = shownView(state);
  const plain = state.p === 'value' && state.by === 'value' && !state.fc;
  if (!plain || view === 'histogram' || state.x.some((name) => name.startsWith('=')))
    return undefined;
  const byTime = isByTime(view, state);
  const calendar = state.b.length > 0 && state.b.every(isCalendar);
  const stacked = byTime && state.b.length > 0 && view !== 'line';
  const ranked = !byTime && !calendar && state.b.length > 0;
  return {
    ask: {
      operation: 'analytics.query',
      input: {
        metrics: [...state.x],
        ...(state.b.length > 0 ? { dimensions: [...state.b] } : {}),
        ...(byTime ? { grain: grain === 'auto' ? 'day' : grain } : {}),
        ...(filters.length > 0 ? { filters: [...typedFilters(filters, model)] } : {}),
        ...(ranked ? { limit: view === 'bar' || view === 'column' ? state.n : 50 } : {}),
      },
    },
    view: { kind: stacked ? 'stacked' : view === 'column' && !byTime ? 'bar' : KINDS[view] },
  };
}

/** What an exploration is called: “Revenue, Orders · Channel”. */
export function tileTitle(
  { x, b }: Pick<ExploreState, 'x' | 'b'>,
  { metrics, dimensions }: Pick<ModelDescription, 'dimensions' | 'metrics'>,
): string {
  const label = (all: readonly { readonly name: string; readonly label: string }[], name: string) =>
    all.find((one) => one.name === name)?.label ?? name;
  const counted = x.map((name) => label(metrics, name)).join(', ');
  const groups = b.map((name) => label(dimensions, name)).join(' × ');
  return groups === '' ? counted : `${counted} · ${groups}`;
}

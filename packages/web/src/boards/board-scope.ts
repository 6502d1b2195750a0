import type { BoardScope } from '@olympus/sdk';
import type { Address } from '../address/address.js';
import { printFilter } from '../scope/filters.js';
import { type Period, queryTime, SCOPE_KEYS, type Scope, writePeriod } from '../scope/scope.js';

/** The scope bar's state as a dashboard keeps it. */
export function toBoardScope({ period, compare, grain, filters }: Scope): BoardScope {
  return { time: queryTime(period), compare, grain, filters };
}

/** The address that a dashboard opens with where none says otherwise. */
export function addressOf({ time, compare, grain, filters }: BoardScope): Address {
  return {
    [SCOPE_KEYS.period]: writePeriod(periodOf(time)),
    [SCOPE_KEYS.compare]: compare ?? 'none',
    [SCOPE_KEYS.grain]: grain === undefined || grain === 'auto' ? undefined : grain,
    [SCOPE_KEYS.filters]: filters?.length ? filters.map(printFilter) : undefined,
  };
}

/** Nothing of another page's scope, for links to dashboards: they open with their own. */
export const noScope: Address = Object.fromEntries(
  Object.values(SCOPE_KEYS).map((key) => [key, undefined]),
);

export function periodOf(time: BoardScope['time']): Period {
  if (time === undefined) return { kind: 'timeframe', timeframe: 'last_28_days' };
  return 'timeframe' in time
    ? { kind: 'timeframe', timeframe: time.timeframe }
    : { kind: 'dates', range: { from: time.from.slice(0, 10), to: time.to.slice(0, 10) } };
}

/** Whether both ask for the same, however they are written. */
export function sameScope(a: BoardScope, b: BoardScope): boolean {
  const written = ({ time, compare = 'none', grain = 'auto', filters = [] }: BoardScope) =>
    JSON.stringify([writePeriod(periodOf(time)), compare, grain, filters.map(printFilter)]);
  return written(a) === written(b);
}

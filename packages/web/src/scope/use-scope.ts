import type { Grain, LocalRange, QueryFilter } from '@olympus/sdk';
import { useCallback, useMemo } from 'react';
import { type Address, withoutKeys } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { readStored, writeStored } from '../app/stored.js';
import { useTenant } from '../pages/current-page.js';
import { printFilter } from './filters.js';
import {
  DEFAULT_SCOPE,
  type Period,
  readScope,
  SCOPE_KEYS,
  type Scope,
  writePeriod,
} from './scope.js';
import type { Compare } from './timeframes.js';

export interface ScopeControl {
  readonly scope: Scope;
  /** Parts of the address that could not be understood. */
  readonly misread: readonly string[];
  readonly setPeriod: (period: Period) => void;
  readonly setRange: (range: LocalRange) => void;
  readonly setCompare: (compare: Compare) => void;
  readonly setGrain: (grain: Grain | 'auto') => void;
  readonly setFilters: (filters: readonly QueryFilter[]) => void;
  /** Several parts in one step. */
  readonly change: (part: Partial<Scope>) => void;
}

/**
 * The page's scope: the address's, else the one last chosen here for this tenant, else the default.
 * Only timeframes and comparisons are remembered: dates and filters are about one moment.
 */
export function useScope(): ScopeControl {
  const { id } = useTenant();
  const [address, changeAddress] = useAddress();
  const { scope, misread } = useMemo(() => {
    const stored: Address = {
      [SCOPE_KEYS.period]: readStored(`period.${id}`) ?? undefined,
      [SCOPE_KEYS.compare]: readStored('compare') ?? undefined,
    };
    return readScope(address, readScope(stored, DEFAULT_SCOPE).scope);
  }, [address, id]);

  const change = useCallback(
    (part: Partial<Scope>) => {
      if (part.period?.kind === 'timeframe') {
        writeStored(`period.${id}`, part.period.timeframe);
      }
      if (part.compare) writeStored('compare', part.compare);
      changeAddress((before) => {
        const changed = written(part);
        return { ...withoutKeys(before, Object.keys(changed)), ...changed };
      });
    },
    [changeAddress, id],
  );
  return {
    scope,
    misread,
    change,
    setPeriod: (period) => change({ period }),
    setRange: (range) => change({ period: { kind: 'dates', range } }),
    setCompare: (compare) => change({ compare }),
    setGrain: (grain) => change({ grain }),
    setFilters: (filters) => change({ filters }),
  };
}

function written({ period, compare, grain, filters }: Partial<Scope>): Address {
  return {
    ...(period && { [SCOPE_KEYS.period]: writePeriod(period) }),
    ...(compare && { [SCOPE_KEYS.compare]: compare }),
    ...(grain && { [SCOPE_KEYS.grain]: grain === 'auto' ? undefined : grain }),
    ...(filters && { [SCOPE_KEYS.filters]: filters.map(printFilter) }),
  };
}

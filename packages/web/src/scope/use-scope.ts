import type { LocalRange } from '@olympus/sdk';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readStored, writeStored } from '../app/stored.js';
import {
  DEFAULT_SCOPE,
  type PageSearch,
  type Period,
  readScope,
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
  readonly setScope: (scope: Scope) => void;
}

/** The page's scope: the address's, else the one last chosen here, else the default. */
export function useScope(): ScopeControl {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { r, c } = search;
  const { scope, misread } = useMemo(() => {
    const stored: PageSearch = {
      ...optional('r', readStored('period')),
      ...optional('c', readStored('compare')),
    };
    const address: PageSearch = { ...optional('r', r), ...optional('c', c) };
    return readScope(address, readScope(stored, DEFAULT_SCOPE).scope);
  }, [r, c]);

  const setScope = useCallback(
    (next: Scope) => {
      // A hand-picked range is about one moment: it is not what the reader wants next time.
      if (next.period.kind === 'timeframe') writeStored('period', next.period.timeframe);
      writeStored('compare', next.compare);
      void navigate({
        to: '/',
        search: (before) => ({ ...before, r: writePeriod(next.period), c: next.compare }),
        resetScroll: false,
      });
    },
    [navigate],
  );
  return {
    scope,
    misread,
    setScope,
    setPeriod: (period) => setScope({ ...scope, period }),
    setRange: (range) => setScope({ ...scope, period: { kind: 'dates', range } }),
    setCompare: (compare) => setScope({ ...scope, compare }),
  };
}

function optional(key: 'r' | 'c', value: string | null | undefined): PageSearch {
  return value ? { [key]: value } : {};
}

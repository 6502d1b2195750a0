import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Address } from './address.js';
import { changePageSearch, type PageSearch, parsePageSearch } from './page-search.js';

export interface AddressChange {
  /** Replaces the entry in the history: for what the Back button should not stop at. */
  readonly replace?: boolean;
}

/** The query part of the address, and how to change it without leaving the page. */
export function useAddress(): readonly [
  Address,
  (change: (before: Address) => Address, how?: AddressChange) => void,
] {
  const address: Address = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (update: (before: Address) => Address, { replace = false }: AddressChange = {}) =>
      void navigate({ to: '.', search: update, replace, resetScroll: false }),
    [navigate],
  );
  return [address, change];
}

/**
 * The page's own state in the address. What is set to its default leaves the address; every key
 * that is not the page's stays as it is.
 */
export function usePageSearch<State>(
  search: PageSearch<State>,
): readonly [State, (change: Partial<State>, how?: AddressChange) => void] {
  const [address, changeAddress] = useAddress();
  const state = useMemo(() => parsePageSearch(search, address), [search, address]);
  const change = useCallback(
    (part: Partial<State>, how?: AddressChange) =>
      changeAddress((before) => changePageSearch(search, before, part), how),
    [search, changeAddress],
  );
  return [state, change];
}

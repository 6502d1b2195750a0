import type { BoardTile } from '@olympus/sdk';
import { type Address, textsAt, withoutKeys } from '../../address/address.js';
import type { Page } from '../../pages/define-page.js';
import { SCOPE_KEYS, type Scope } from '../../scope/scope.js';
import { addressOf, toBoardScope } from '../board-scope.js';

export type Opens = NonNullable<BoardTile['opens']>;

/**
 * The page that a tile is made on, as its address is: what the page keeps there for itself, and what
 * it looks at. Nothing else of the address goes along: not the tenant, not an open drawer.
 */
export function originOf(
  pathname: string,
  address: Address,
  page: Pick<Page, 'search'>,
  scope: Scope,
): Opens {
  const own = Object.keys(page.search ?? {});
  const { time, ...rest } = toBoardScope(scope);
  const scoped = addressOf(scope.period.kind === 'default' ? rest : { time, ...rest });
  if (scope.period.kind === 'default') Object.assign(scoped, { [SCOPE_KEYS.period]: undefined });
  const kept: Address = {
    ...Object.fromEntries(own.map((key) => [key, address[key]])),
    ...scoped,
  };
  return { path: pathname, search: stated(kept) };
}

/** What is said; the rest has no place in an address. */
const stated = (address: Address): Opens['search'] =>
  Object.fromEntries(
    Object.entries(address).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : [...value]]],
    ),
  );

/**
 * Where a tile leads to from its dashboard: its page as it was, but with the period and comparison of
 * the dashboard where the tile follows it, and with the filters of both.
 * @param around the dashboard's address
 */
export function addressOfOrigin(
  { search }: Opens,
  { time, filters }: NonNullable<BoardTile['follows']>,
  around: Address,
): Address {
  const scoped = Object.fromEntries(Object.values(SCOPE_KEYS).map((key) => [key, undefined]));
  const follows = time !== false;
  const fromBoard = follows
    ? {
        [SCOPE_KEYS.period]: around[SCOPE_KEYS.period],
        [SCOPE_KEYS.compare]: around[SCOPE_KEYS.compare],
      }
    : {};
  const both = [
    ...textsAt(search, SCOPE_KEYS.filters),
    ...(filters === false ? [] : textsAt(around, SCOPE_KEYS.filters)),
  ];
  return {
    ...scoped,
    ...withoutKeys(search, [SCOPE_KEYS.filters]),
    ...fromBoard,
    ...(both.length > 0 ? { [SCOPE_KEYS.filters]: [...new Set(both)] } : {}),
  };
}

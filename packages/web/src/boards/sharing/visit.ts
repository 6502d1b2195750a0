import type { InputOf, SharedBoard } from '@olympus/sdk';
import { olympus } from '../../app/client.js';
import type { TileAnswered } from '../tile/tile-source.js';

/** A dashboard that is shown to somebody without an account: by its link, or in another site's frame. */
export interface Visit {
  readonly way: 'shared' | 'embedded';
  readonly token: string;
}

/** The visit that an address asks for, if it is one. */
export function visitAt({ pathname }: Pick<Location, 'pathname'> = location): Visit | undefined {
  const [, page, token] = /^\/(shared|embed)\/([A-Za-z0-9_-]{1,400})$/.exec(pathname) ?? [];
  if (token === undefined) return undefined;
  return { way: page === 'embed' ? 'embedded' : 'shared', token };
}

type AskedTile = Omit<InputOf<'shared.tile'>, 'token'>;

export function fetchBoard({ way, token }: Visit, signal: AbortSignal): Promise<SharedBoard> {
  return olympus[way].board({ token }, { signal });
}

export function fetchTile(
  { way, token }: Visit,
  asked: AskedTile,
  signal: AbortSignal,
): Promise<TileAnswered> {
  return olympus[way].tile({ token, ...asked }, { signal });
}

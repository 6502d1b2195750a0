/**
 * The secret of the invitation whose link was opened. It stands after `#`, which browsers send to no
 * server.
 */
export function joinToken({ pathname, hash }: Pick<Location, 'pathname' | 'hash'> = location) {
  return pathname === '/join' && hash.length > 1 ? hash.slice(1) : undefined;
}

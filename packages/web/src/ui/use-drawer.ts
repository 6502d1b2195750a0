import { textAt, withoutKeys } from '../address/address.js';
import { useAddress } from '../address/use-address.js';

/**
 * Which thing the drawer shows, kept in the address under `d` as `kind:id`, so that a link opens it
 * and Back closes it.
 */
export function useDrawer(kind: string): {
  /** The id of what is open; undefined: none of this kind. */
  readonly id: string | undefined;
  readonly open: (id: string) => void;
  readonly close: () => void;
} {
  const [address, change] = useAddress();
  const shown = textAt(address, 'd');
  const id = shown?.startsWith(`${kind}:`) ? shown.slice(kind.length + 1) : undefined;
  return {
    id,
    open: (next) => change((before) => ({ ...before, d: `${kind}:${next}` })),
    close: () => change((before) => withoutKeys(before, ['d'])),
  };
}

import type { BoardTile } from '@olympus/sdk';
import { useAddress } from '../../address/use-address.js';
import { usePageTitles } from '../../pages/current-page.js';
import { useGoTo } from '../../pages/page-link.js';
import { pages } from '../../pages/registry.js';
import { addressOfOrigin } from '../saving/origin.js';

/** The page that shows what a tile shows, by name, and the way there; undefined where there is none. */
export function useOrigin({ opens, follows = {} }: BoardTile) {
  const titleOf = usePageTitles();
  const goTo = useGoTo();
  const [address] = useAddress();
  const page = opens && pages.find(({ path }) => leadsTo(path, opens.path));
  if (!page || !opens) return undefined;
  const { parent } = page;
  // one of many has a name of its own; its list tells what it is
  const named = pages.find(({ path }) => path === parent) ?? page;
  return {
    page: titleOf(named.title),
    open: () => goTo(opens.path, addressOfOrigin(opens, follows, address)),
  };
}

/** `/kpis/$id` leads to `/kpis/abc`. */
function leadsTo(path: string, at: string): boolean {
  const parts = path.split('/');
  const given = at.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, index) => part.startsWith('$') || part === given[index])
  );
}

import type { SessionTenant } from '@olympus/sdk';
import { type Address, withoutKeys } from '../address/address.js';
import type { Param } from '../address/page-search.js';
import { permits } from '../session/permissions.js';
import { PAGE_GROUPS, type Page, type PageGroup } from './define-page.js';
import { morePages } from './more-pages.js';

const found: Readonly<Record<string, Page>> = {
  ...import.meta.glob<Page>(['../**/page.{ts,tsx}', '!../testing/**'], {
    eager: true,
    import: 'default',
  }),
  // rooms keep their own pages beside their own code
  ...import.meta.glob<Page>('../../../*/web/**/page.{ts,tsx}', { eager: true, import: 'default' }),
};

/** Every page there is, in the order of the navigation. */
export const pages: readonly Page[] = checkPages([...Object.values(found), ...morePages]).toSorted(
  (a, b) =>
    PAGE_GROUPS.indexOf(a.group) - PAGE_GROUPS.indexOf(b.group) ||
    a.order - b.order ||
    a.path.localeCompare(b.path),
);

/** @throws Error where two pages claim one path or one shortcut, or a parent is missing */
export function checkPages(all: readonly Page[]): readonly Page[] {
  const taken = new Map<string, string>();
  for (const { path, shortcut, parent } of all) {
    for (const claim of [path, shortcut]) {
      if (claim === undefined) continue;
      if (taken.has(claim)) throw new Error(`“${claim}” is claimed by two pages: ${path}`);
      taken.set(claim, path);
    }
    if (parent !== undefined && !all.some((page) => page.path === parent)) {
      throw new Error(`${path} belongs to ${parent}, which is no page`);
    }
  }
  return all;
}

export function pageAt(path: string | undefined): Page | undefined {
  return pages.find((page) => page.path === path);
}

/** What a person may open of the navigation, by group; groups with nothing in them are left out. */
export function navigationOf(
  all: readonly Page[],
  tenant: SessionTenant | undefined,
): readonly { readonly group: PageGroup; readonly pages: readonly Page[] }[] {
  const open = all.filter(
    ({ parent, permissions }) => parent === undefined && permits(tenant, permissions),
  );
  return PAGE_GROUPS.map((group) => ({
    group,
    pages: open.filter((page) => page.group === group),
  })).filter((entry) => entry.pages.length > 0);
}

const own = (): readonly (readonly [string, Param<unknown>])[] =>
  pages.flatMap(({ search }) => Object.entries<Param<unknown>>(search ?? {}));

/** What of an address goes along to another page: all but what pages keep there for themselves. */
export function acrossPages(address: Address): Address {
  return withoutKeys(address, ['d', ...own().map(([key]) => key)]);
}

/** What of an address goes along to another tenant: not what is only about this one. */
export function acrossTenants(address: Address): Address {
  const local = own().flatMap(([key, { everyTenant }]) => (everyTenant ? [] : [key]));
  return withoutKeys(address, ['d', 'f', ...local]);
}

import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { PageSearch } from '../address/page-search.js';
import type { Language, MessageKey } from '../messages/language.js';

/** The groups of the navigation in their order; `top` stands above them and has no heading. */
export const PAGE_GROUPS = ['top', 'monitor', 'analyse', 'decide', 'data', 'settings'] as const;
export type PageGroup = (typeof PAGE_GROUPS)[number];

/** What a page uses of the bar that says what is looked at. */
export type ScopePart = 'range' | 'compare' | 'grain' | 'filters';

/** A text of the page's catalogue, or one that a room brings along. */
export type PageTitle =
  | Extract<MessageKey, `page.${string}`>
  | { readonly [L in Language]: string };

/** A page of the application, as data. */
export interface Page {
  /** `/data/dead-letters`, `/data/dead-letters/$id`. */
  readonly path: string;
  readonly title: PageTitle;
  readonly group: PageGroup;
  readonly icon: LucideIcon;
  /** Its place within the group, ascending. */
  readonly order: number;
  /** Two keys, `g o`. */
  readonly shortcut?: `g ${string}`;
  /** All of them are needed; without, the page is in no list. */
  readonly permissions: readonly string[];
  /** No bar without it. */
  readonly scope?: readonly ScopePart[];
  /** The keys that the page keeps in the address; they do not go along to other pages. */
  // biome-ignore lint/suspicious/noExplicitAny: each page has another state, and only the page reads it
  readonly search?: PageSearch<any>;
  /** The path of the page that it belongs to: it is reached from there and not in the navigation. */
  readonly parent?: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/**
 * Declares a page. It is the default export of a file `page.ts` or `page.tsx`, in a folder of its
 * own in `packages/web/src` or in a room's `web` folder, and is found there.
 * @throws Error for a path without its slash, or a shortcut that is not two keys
 */
export function definePage(page: Page): Page {
  if (!page.path.startsWith('/')) throw new Error(`The path “${page.path}” needs a slash first`);
  if (page.shortcut !== undefined && !/^g \S$/.test(page.shortcut)) {
    throw new Error(`The shortcut “${page.shortcut}” of ${page.path} is not “g” and one key`);
  }
  return page;
}

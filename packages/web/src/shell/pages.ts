import { LayoutDashboard, type LucideIcon, MessageCircleQuestionMark } from 'lucide-react';
import type { PageSearch } from '../scope/scope.js';

/** A page of the application. A page that does not exist yet is not here. */
export interface Page {
  readonly path: '/' | '/ask';
  readonly label: string;
  readonly icon: LucideIcon;
  /** The second key of its shortcut, after `g`. */
  readonly key: string;
}

export interface PageGroup {
  readonly label: string;
  /** Shown without its label, which is that of its one page. */
  readonly bare?: true;
  readonly pages: readonly Page[];
}

export const PAGE_GROUPS: readonly PageGroup[] = [
  {
    label: 'Ask',
    bare: true,
    pages: [{ path: '/ask', label: 'Ask', icon: MessageCircleQuestionMark, key: 'a' }],
  },
  {
    label: 'Monitor',
    pages: [{ path: '/', label: 'Overview', icon: LayoutDashboard, key: 'o' }],
  },
];

/** What of an address goes along to another page: all but the question, which is one page's own. */
export function withoutQuestion({ q: _, ...search }: PageSearch): PageSearch {
  return search;
}

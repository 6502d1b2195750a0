import { LayoutDashboard, type LucideIcon } from 'lucide-react';

/** A page of the application. A page that does not exist yet is not here. */
export interface Page {
  readonly path: '/';
  readonly label: string;
  readonly icon: LucideIcon;
  /** The second key of its shortcut, after `g`. */
  readonly key: string;
}

export const PAGE_GROUPS: readonly { readonly label: string; readonly pages: readonly Page[] }[] = [
  {
    label: 'Monitor',
    pages: [{ path: '/', label: 'Overview', icon: LayoutDashboard, key: 'o' }],
  },
];

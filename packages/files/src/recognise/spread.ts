import type { Assignments } from './assign.js';
import type { FileProfile } from './profile.js';
import type { Role } from './roles.js';

/** How an amount lies over the lines of an order: each line has its own, or it is of the whole order. */
export type Spread = 'by_line' | 'by_order' | undefined;

/** Looks at orders of several lines; undefined when there is none. */
export function spreadOf(profile: FileProfile, assigned: Assignments, role: Role): Spread {
  const column = assigned.get(role)?.column;
  const key = assigned.get('order_id')?.column;
  if (column === undefined || key === undefined) return undefined;
  const seen = new Map<string, Set<string>>();
  const lines = new Map<string, number>();
  let last = '';
  for (const row of profile.rows) {
    last = row[key]?.trim() || last;
    lines.set(last, (lines.get(last) ?? 0) + 1);
    const value = row[column]?.trim() ?? '';
    if (value === '') continue;
    const known = seen.get(last) ?? new Set();
    seen.set(last, known.add(value));
  }
  const several = [...lines].filter(([, count]) => count > 1);
  if (several.length === 0) return undefined;
  return several.some(([order]) => (seen.get(order)?.size ?? 0) > 1) ? 'by_line' : 'by_order';
}

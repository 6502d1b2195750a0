import type { FilterCondition } from '@olympus/semantic';
import type { Filters } from '../board.js';

/**
 * Operations whose filters choose people, of whom more is told than meets the filters: what cohorts
 * did later, what customers spent elsewhere.
 */
const choosingPeople: ReadonlySet<string> = new Set(['customers.list', 'retention.run']);

/** Operations whose filters leave out what does not know the dimension: acts of other steps. */
const filteringPartly = /^funnels\./;

/** Whether what an operation with `filters` tells can be limited to a part of the business. */
export function isLimitable(operation: string, fixed: Filters): boolean {
  if (filteringPartly.test(operation)) return false;
  return !choosingPeople.has(operation) || fixed.every(isAboutPeople);
}

/** All that a person did lies in a part that is told by what the person is. */
function isAboutPeople(condition: FilterCondition): boolean {
  if ('any' in condition) return condition.any.every(isAboutPeople);
  if ('all' in condition) return condition.all.every(isAboutPeople);
  return condition.dimension.startsWith('customer.');
}

import type { QueryFilters } from '../../query/metric-query.js';
import { isCohortFilter } from './cohort-filter.js';
import type { CohortDefinition } from './cohort-schema.js';

/** A cohort that a definition names, with the place where it does. */
export interface CohortReference {
  readonly cohort: string;
  readonly at: string;
}

/** The cohorts that a definition names, in conditions and in filters of acts. */
export function cohortReferences(definition: CohortDefinition): readonly CohortReference[] {
  if (definition.kind === 'list') return [];
  return definition.groups.flatMap(({ conditions }, g) =>
    conditions.flatMap((condition, c): readonly CohortReference[] => {
      const at = `/groups/${g}/conditions/${c}`;
      switch (condition.kind) {
        case 'cohort':
          return [{ cohort: condition.cohort, at: `${at}/cohort` }];
        case 'did':
        case 'did_not':
        case 'first_seen':
          return inFilters(condition.act?.filters, `${at}/act`);
        case 'sequence':
          return [
            ...inFilters(condition.first.filters, `${at}/first`),
            ...inFilters(condition.next.filters, `${at}/next`),
          ];
        default:
          return [];
      }
    }),
  );
}

function inFilters(filters: QueryFilters | undefined, at: string): readonly CohortReference[] {
  return (filters ?? []).flatMap((filter, f) =>
    isCohortFilter(filter)
      ? filter.values.map((value, v) => ({
          cohort: String(value),
          at: `${at}/filters/${f}/values/${v}`,
        }))
      : [],
  );
}

/**
 * Where a definition leads back to the cohort it is to define.
 * @param definitionOf  what is saved under an id
 */
export function findCohortCycle(
  id: string,
  definition: CohortDefinition,
  definitionOf: (id: string) => CohortDefinition | undefined,
): CohortReference | undefined {
  const visited = new Set<string>();
  const leadsBack = (cohort: string): boolean => {
    if (cohort === id) return true;
    if (visited.has(cohort)) return false;
    visited.add(cohort);
    const next = definitionOf(cohort);
    return next !== undefined && cohortReferences(next).some((one) => leadsBack(one.cohort));
  };
  return cohortReferences(definition).find(({ cohort }) => {
    visited.clear();
    return leadsBack(cohort);
  });
}

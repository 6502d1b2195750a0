import type { Handlers } from '@olympus/contract';
import type { Analytics } from '../analytics.js';
import type { StoredCohort } from './cohort-store.js';
import type { cohortOperations } from './cohorts.contract.js';

const told = ({ definition, customers, createdAt, changedAt, ...cohort }: StoredCohort) => ({
  ...cohort,
  kind: definition.kind,
  definition,
  listed: definition.kind === 'list' ? customers.length : null,
  created_at: createdAt,
  changed_at: changedAt,
});

export function cohortHandlers({
  cohorts,
}: Pick<Analytics, 'cohorts'>): Handlers<typeof cohortOperations> {
  return {
    'cohorts.save': async ({ tenant, input, note }) => {
      const { cohort_id: id, name, description = '', definition, customers } = input;
      const saved = await cohorts.save(tenant, { id, name, description, definition, customers });
      note({ target: id, detail: { name } });
      return told(saved);
    },
    'cohorts.list': async ({ tenant }) => ({ cohorts: (await cohorts.list(tenant)).map(told) }),
    'cohorts.get': async ({ tenant, input }) => told(await cohorts.get(tenant, input.cohort_id)),
    'cohorts.members': async ({ tenant, input, signal }) => {
      const { cohort_id: id, after, limit = 100 } = input;
      return cohorts.members(tenant, id, { after, limit }, signal);
    },
    'cohorts.preview': async ({ tenant, input: { definition, customers }, signal }) =>
      cohorts.preview(tenant, { definition, customers }, signal),
    'cohorts.remove': async ({ tenant, input, note }) => {
      await cohorts.remove(tenant, input.cohort_id);
      note({ target: input.cohort_id });
      return undefined;
    },
  };
}

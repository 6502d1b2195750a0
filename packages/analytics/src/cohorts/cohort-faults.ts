import { Problem, type TenantId } from '@olympus/core';
import { cohortLimits } from '@olympus/semantic';

/** Cohorts that one tenant may save. */
export const maxCohorts = 100;

export const tenantNotFound = (tenant: TenantId): Problem =>
  new Problem({
    code: 'tenant_not_found',
    kind: 'not_found',
    message: `There is no tenant "${tenant}"`,
  });

export const cohortNotFound = (id: string): Problem =>
  new Problem({
    code: 'cohort_not_found',
    kind: 'not_found',
    message: `There is no cohort "${id.slice(0, 80)}"`,
    at: '/cohort_id',
  });

export const tooManyCohorts = (): Problem =>
  new Problem({
    code: 'too_many_cohorts',
    kind: 'conflict',
    message: `At most ${maxCohorts} cohorts can be saved`,
    remedy: 'Remove cohorts that nobody uses.',
  });

export const cohortCycle = (id: string, at: string): Problem =>
  new Problem({
    code: 'cohort_cycle',
    kind: 'invalid',
    message: `A cohort cannot be made of itself: this leads back to "${id}"`,
    at: `/definition${at}`,
    remedy: 'Name a cohort that is not made of this one.',
  });

export const cohortInUse = (id: string, user: string): Problem =>
  new Problem({
    code: 'cohort_in_use',
    kind: 'conflict',
    message: `The cohort "${user}" is made of "${id}"`,
    remedy: `Change or remove "${user}" first.`,
  });

export const customersNeeded = (): Problem =>
  new Problem({
    code: 'customers_needed',
    kind: 'invalid',
    message: 'A list names its customers',
    at: '/customers',
    remedy: `Give from 1 to ${cohortLimits.customers} ids of customers.`,
  });

export const customersNotApplicable = (): Problem =>
  new Problem({
    code: 'customers_not_applicable',
    kind: 'invalid',
    message: 'A cohort that is made of rules names no customers',
    at: '/customers',
    remedy: 'Leave "customers" out, or save a cohort of the kind "list".',
  });

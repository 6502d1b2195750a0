import type { Dimension } from '../../model/declarations.js';

/**
 * What filters name to look at members of a cohort only. It is found like the customer's key, and is
 * no dimension to split by: a customer may be in several cohorts.
 */
export const cohortDimension: Dimension = {
  name: 'customer.cohort',
  label: 'Cohort',
  description: 'A saved cohort that the customer is a member of',
  type: 'string',
  synonyms: { en: ['cohort'], de: ['Kohorte'] },
  source: { kind: 'key', entity: 'customer' },
};

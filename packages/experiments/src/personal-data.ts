import type { PersonalData } from '@olympus/contract';

/** Names of the people who use Olympus stand beside what they changed. Units are nowhere kept. */
export const authorsOfExperiments: PersonalData = {
  store: 'experiments.authors',
  about: 'account',
  what: 'Who changed and decided which experiment, and the reasons they wrote',
  where: 'the control store',
  kept: 'As long as the experiment; its versions up to a hundred changes later',
  form: 'clear',
  tables: ['control:experiments', 'control:experiment_versions'],
  goes: 'With experiments.remove for drafts, or with the tenant',
};

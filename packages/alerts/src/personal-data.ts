import type { PersonalData } from '@olympus/contract';

/** Alerts may name who answers for them and who acknowledged a firing. */
export const alertsAsPersonalData: PersonalData = {
  store: 'alerts.owners',
  about: 'account',
  what: 'Names of the people who answer for alerts, and who acknowledged firings',
  where: 'the control store',
  kept: 'As long as the alert',
  form: 'clear',
  tables: ['control:alerts', 'control:alert_firings', 'control:alert_lease'],
  goes: 'By alerts.change with another owner, by alerts.remove, or with the tenant',
};

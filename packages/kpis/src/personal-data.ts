import type { PersonalData } from '@olympus/contract';

/** KPIs may name the person who answers for them. */
export const kpisAsPersonalData: PersonalData = {
  store: 'kpis.owners',
  about: 'account',
  what: 'Names of the people who answer for KPIs, as colleagues wrote them',
  where: 'the control store',
  kept: 'As long as the KPI',
  form: 'clear',
  tables: [
    'control:kpis',
    'control:kpi_periods',
    'control:kpi_peer_figures',
    'control:kpi_peer_bands',
  ],
  goes: 'By kpis.save with another owner, by kpis.remove, or with the tenant',
};

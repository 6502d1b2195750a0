import type { Goals } from '@olympus/analytics';
import type { KpiStore } from './definition/kpi-store.js';
import type { Kpis } from './kpis.js';
import { presentKpi } from './operations/present.js';

/** KPIs as the targets that questions in plain words name. */
export const goalsOf = (kpis: Pick<KpiStore, 'list'>, service: Kpis): Goals => ({
  names: async (tenant) =>
    (await kpis.list(tenant)).map(({ id, name, metric }) => ({ id, name, metric })),
  standings: async (tenant, ids, language, signal) => {
    const moment = await service.moment(tenant, language, signal);
    const wanted = (await kpis.list(tenant)).filter(
      ({ id }) => ids.length === 0 || ids.includes(id),
    );
    return Promise.all(
      wanted.map(async (kpi) => {
        const { metric, state, period } = await service.standing(moment, kpi);
        const { id, name, unit, state: told } = presentKpi(kpi, metric, state, period);
        return {
          id,
          name,
          metric: kpi.metric,
          unit: unit ?? 'number',
          period: told.period,
          value: told.value,
          target: told.target,
          expected: told.pace?.expected ?? null,
          landing: told.landing?.mean ?? null,
          status: told.status,
        };
      }),
    );
  },
});

import type { Handlers } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import { shiftPeriod } from '../calendar/period.js';
import type { KpiMoment } from '../kpis.js';
import { currentPeriod } from '../state/figures.js';
import { createKpiReader } from '../state/reader.js';
import { likelyTemplate, proposeKpis, suggestTarget } from '../suggestions/suggest.js';
import type { kpiOperations } from './kpis.contract.js';
import type { KpiHandlerDeps } from './kpis.js';
import { presentProposal, presentSuggestion } from './present.js';

const mostProposals = 3;

type Suggest = Handlers<typeof kpiOperations>['kpis.suggest'];

/** Targets from what was, and KPIs that suit the business. */
export function suggestHandler(
  { kpis }: Pick<KpiHandlerDeps, 'kpis'>,
  momentOf: (
    tenant: TenantId,
    locale: string | undefined,
    signal: AbortSignal,
  ) => Promise<KpiMoment>,
): Suggest {
  return async ({ tenant, input, signal }) => {
    const moment = await momentOf(tenant, input.locale, signal);
    const template = input.template ?? likelyTemplate(await signsOf(moment));
    if (input.metric !== undefined) {
      const metric = moment.model.metrics.find(({ name }) => name === input.metric);
      if (metric === undefined) throw unknownMetric(input.metric);
      const target = await suggestTarget(moment, metric, input.calendar ?? 'month');
      return { target: presentSuggestion(target), proposals: [], template };
    }
    const taken = new Set((await kpis.list(tenant)).map(({ metric }) => metric));
    // somebody who names a template wants to see all of it
    const most = input.template === undefined ? mostProposals : Number.POSITIVE_INFINITY;
    const proposals = await proposeKpis(moment, moment.model, template, taken, most);
    return { target: null, proposals: proposals.map(presentProposal), template };
  };
}

/** What tells kinds of business apart, over the last whole quarter. */
async function signsOf({ analytics, tenantId, zone, nowMs, signal }: KpiMoment) {
  const { from, to } = shiftPeriod(currentPeriod('quarter', zone, nowMs), -1);
  const readerOf = (metric: string) =>
    createKpiReader(analytics, tenantId, { metric, filters: [] }, signal);
  const [places, sessions, ordersPerCustomer] = await Promise.all([
    readerOf('orders').groups('location.id', from, to),
    readerOf('sessions').total(from, to),
    readerOf('orders_per_customer').total(from, to),
  ]);
  const locations = places.filter(({ key, value }) => key !== null && (value ?? 0) > 0).length;
  return { locations, sessions: sessions ?? 0, ordersPerCustomer };
}

const unknownMetric = (name: string) =>
  new Problem({
    code: 'unknown_metric',
    kind: 'invalid',
    message: `There is no metric "${name.slice(0, 80)}"`,
    at: '/metric',
    remedy: 'Choose one of the metrics that analytics.model lists.',
  });

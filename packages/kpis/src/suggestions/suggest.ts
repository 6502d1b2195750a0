import type { KpiCalendar } from '../calendar/period.js';
import type { KpiTarget } from '../definition/definition.js';
import { currentPeriod, readFigures } from '../state/figures.js';
import type { KpiMetric, KpiModel } from '../state/ports.js';
import { createKpiReader } from '../state/reader.js';
import { directionOf, type StateContext } from '../state/state.js';
import { roundTarget } from './round-target.js';
import { type TemplateId, templateIds, templates } from './templates.js';

/** What a target may be made from, in the metric's unit. */
export interface TargetSuggestion {
  readonly lastPeriod: number | null;
  readonly lastYear: number | null;
  readonly suggested: number | null;
}

export interface KpiProposal {
  readonly metric: KpiMetric;
  readonly calendar: KpiCalendar;
  readonly target: KpiTarget | null;
  readonly basis: 'last_year' | 'last_period' | 'none';
}

/** A little better than the same period last year where that is known, else than the last one. */
export async function suggestTarget(
  { analytics, tenantId, zone, nowMs, signal }: StateContext,
  metric: KpiMetric,
  calendar: KpiCalendar,
): Promise<TargetSuggestion> {
  const reader = createKpiReader(analytics, tenantId, { metric: metric.name, filters: [] }, signal);
  const period = currentPeriod(calendar, zone, nowMs);
  const { previous, lastYear } = await readFigures(reader, metric, zone, nowMs, period);
  const basis = lastYear ?? previous;
  const direction = directionOf({ direction: null }, metric);
  const suggested = basis === null ? null : roundTarget(basis, direction);
  return { lastPeriod: previous, lastYear, suggested };
}

/** KPIs of a template that the business has data for, with targets, without those it has already. */
export async function proposeKpis(
  context: StateContext,
  model: KpiModel,
  template: TemplateId,
  taken: ReadonlySet<string>,
  most: number,
): Promise<readonly KpiProposal[]> {
  const found: KpiProposal[] = [];
  for (const { metric: name, calendar } of templates[template]) {
    const metric = model.metrics.find((one) => one.name === name);
    if (metric === undefined || taken.has(name) || found.length === most) continue;
    const { lastPeriod, lastYear, suggested } = await suggestTarget(context, metric, calendar);
    if (lastPeriod === null || lastPeriod === 0) continue;
    const grows = lastYear !== null && lastYear > 0 && metric.unit !== 'ratio';
    const growth = metric.polarity === 'down_good' ? -0.05 : 0.05;
    const target: KpiTarget | null = grows
      ? { kind: 'growth', growth }
      : suggested === null
        ? null
        : { kind: 'value', value: suggested };
    const basis = lastYear !== null ? 'last_year' : 'last_period';
    found.push({ metric, calendar, target, basis: target === null ? 'none' : basis });
  }
  return found;
}

/** What kind of business the data looks like: it visits tables, is paid again and again, or sells. */
export function likelyTemplate(signs: {
  readonly locations: number;
  readonly sessions: number;
  readonly ordersPerCustomer: number | null;
}): TemplateId {
  if (signs.locations >= 3 && signs.sessions === 0) return 'restaurants';
  if ((signs.ordersPerCustomer ?? 0) >= 2.5) return 'subscription';
  return templateIds[0];
}

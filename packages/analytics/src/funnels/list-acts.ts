import { dayMs, type TenantId } from '@olympus/core';
import {
  actNames,
  actSource,
  compileActCounts,
  dimensionsOfAct,
  type Model,
  type ModelLanguage,
} from '@olympus/semantic';
import type { PeopleDependencies } from '../people/people-run.js';
import { labelOfAct } from './act-labels.js';
import { startRun } from './funnel-request.js';
import type { ActList } from './people.contract.js';

/** How long back acts are counted. */
const lately = 30;

/** Acts that a way to an order is made of, where they exist. */
const way = ['page.viewed', 'product.viewed', 'product.added', 'checkout.started', 'order.placed'];

/** The acts that a tenant's people do, those of its own event types included. */
export async function listActs(
  deps: PeopleDependencies,
  tenantId: TenantId,
  language: ModelLanguage,
  signal?: AbortSignal,
): Promise<ActList> {
  const run = await startRun(deps, { tenantId, language, signal });
  const { profile, calendar } = run.at;
  const endMs = Math.min(calendar.nowMs, profile?.lastMs ?? calendar.nowMs) + 1;
  const span = { fromMs: endMs - lately * dayMs, toMs: endMs };
  const rows = await run.ask(compileActCounts(run.context, span));
  const counts = new Map(rows.map(([act, n, last]) => [String(act), { n: Number(n), last }]));
  const own = [...counts]
    .filter(([act]) => !actNames.includes(act) && actSource(act).kind === 'event')
    .sort(([, a], [, b]) => b.n - a.n)
    .map(([act]) => act);
  const acts = [...actNames, ...own].map((act) => {
    const counted = counts.get(act);
    const last = counted?.last ?? null;
    return {
      act,
      label: labelOfAct(act, language),
      own: !actNames.includes(act),
      // which of a customer's orders it is, is told from the first of all time
      count: /^order\.(first|second|repeated)$/.test(act) ? null : (counted?.n ?? 0),
      last_at: last === null ? null : new Date(Number(last) / 1000).toISOString(),
      dimensions: [...dimensionsOfAct(run.model, act)],
    };
  });
  return {
    tenant_id: tenantId,
    days: lately,
    until: new Date(endMs).toISOString(),
    acts,
    dimensions: dimensionsOf(run.model),
    suggested: suggestedSteps(counts),
  };
}

/** Every dimension that some act can be filtered or broken down by. */
function dimensionsOf(model: Model): ActList['dimensions'] {
  return [...model.dimensions.values()].map(({ name, label, type, source }) => ({
    name,
    label,
    type,
    of_customer: source.kind === 'attribute' && source.entity === 'customer',
  }));
}

/** A funnel that the tenant's people walk: the way to an order, or from one order to the next. */
function suggestedSteps(counts: ReadonlyMap<string, { readonly n: number }>): string[] {
  const done = (act: string) => (counts.get(act)?.n ?? 0) > 0;
  const walked = way.filter(done);
  if (walked.length >= 2) return walked;
  if (done('order.placed')) return ['order.first', 'order.second'];
  const most = [...counts].filter(([, { n }]) => n > 0).sort(([, a], [, b]) => b.n - a.n);
  const [first, second] = most;
  return first && second ? [first[0], second[0]] : ['page.viewed', 'order.placed'];
}

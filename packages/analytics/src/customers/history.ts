import { addWall, dayMs, Problem, toWall, truncateWall } from '@olympus/core';
import {
  type AsOf,
  asOfWall,
  compileMovement,
  parseAsOf,
  rfmSegments,
  type SegmentKind,
  spendSegments,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { TenantMoment } from '../query/query-service.js';
import { roundAmount } from './list.js';
import { type CustomersDependencies, contextOn, reckonOn } from './reckoning.js';
import { rfmOfGroup, type SegmentsRequest } from './rfm.js';
import { customersTexts } from './texts.js';

const idsOf = (kind: SegmentKind): readonly string[] =>
  (kind === 'rfm' ? rfmSegments : spendSegments).map(({ id }) => id);

function namesOf(kind: SegmentKind, request: SegmentsRequest) {
  const texts = customersTexts[request.language];
  const labels: Readonly<Record<string, { readonly label: string }>> = texts[kind];
  return idsOf(kind).map((id) => ({ id, label: labels[id]?.label ?? id }));
}

/** The last days of so many months up to today's, the present month's being today. */
function monthEnds({ calendar, profile }: TenantMoment, months: number): readonly AsOf[] {
  const { timeZone, weekStart, nowMs } = calendar;
  const today = truncateWall(toWall(timeZone, nowMs), 'day', weekStart);
  const month = truncateWall(today, 'month', weekStart);
  const firstMs = profile?.firstMs ?? nowMs;
  return Array.from({ length: months }, (_, index) => {
    const next = addWall(month, 'month', index - months + 2);
    return asOfWall(Math.min(today, next - dayMs), timeZone);
  }).filter(({ endMs }) => endMs > firstMs);
}

/** How many customers each segment held at the end of each month. */
export async function describeHistory(
  deps: CustomersDependencies,
  request: SegmentsRequest & { readonly kind: SegmentKind; readonly months: number },
) {
  const { kind, tenantId, signal } = request;
  const at = await deps.queries.moment(tenantId);
  const ends = monthEnds(at, request.months);
  const reckonings = await Promise.all(ends.map((end) => reckonOn(deps, at, end, signal)));
  const today = parseAsOf(undefined, at.calendar).date;
  return {
    by: kind,
    segments: namesOf(kind, request),
    months: reckonings.map(({ asOf, groups }) => {
      const counts: Record<string, number> = Object.fromEntries(idsOf(kind).map((id) => [id, 0]));
      for (const group of groups) {
        const id = kind === 'spend' ? group.spend : rfmOfGroup(group)?.id;
        if (id !== undefined) counts[id] = (counts[id] ?? 0) + group.customers;
      }
      return {
        month: `${asOf.date.slice(0, 7)}-01`,
        as_of: asOf.date,
        running: asOf.date === today,
        customers: groups.reduce((sum, { customers }) => sum + customers, 0),
        counts,
      };
    }),
    time_zone: at.calendar.timeZone,
  };
}

/** How many customers went from which segment on one day to which on another. */
export async function describeMovement(
  deps: CustomersDependencies,
  request: SegmentsRequest & {
    readonly kind: SegmentKind;
    readonly from: string;
    readonly to: string;
  },
) {
  const { kind, tenantId, signal } = request;
  const { runner, dialect, queries } = deps;
  const at = await queries.moment(tenantId);
  const [from, to] = await Promise.all([
    reckonOn(deps, at, parseAsOf(request.from, at.calendar, '/from'), signal),
    reckonOn(deps, at, parseAsOf(request.to, at.calendar, '/to'), signal),
  ]);
  if (from.asOf.day >= to.asOf.day) throw notAfter(request.from, request.to);
  const context = contextOn(at, to.asOf);
  const statement = compileMovement(context, dialect, kind, from, to);
  const { rows } = await runner.run(tenantId, statement, signal);
  const ids = idsOf(kind);
  const nameOf = (place: unknown) => ids[Number(place) - 1] ?? 'none';
  return {
    by: kind,
    from: from.asOf.date,
    to: to.asOf.date,
    currency: at.tenant.currency,
    time_zone: at.calendar.timeZone,
    segments: [
      ...namesOf(kind, request),
      { id: 'none', label: customersTexts[request.language].none },
    ],
    flows: rows.map(([early, late, customers, revenue]) => ({
      from: nameOf(early),
      to: nameOf(late),
      customers: Number(customers),
      revenue: roundAmount(numberIn(revenue ?? null)) ?? 0,
    })),
  };
}

const notAfter = (from: string, to: string) =>
  new Problem({
    code: 'invalid_time_range',
    kind: 'invalid',
    message: `${to} is not after ${from}`,
    at: '/to',
    remedy: 'Give an earlier day in "from" than in "to".',
  });

import { addWall, dayMs } from '@olympus/core';
import { numberIn } from '../../query/number-in.js';
import type { QueryAnswer } from '../../query/query-service.js';
import type { Spans } from '../drivers/drivers.js';
import type { EngineRun, LocalSpan } from '../engine.js';
import { localDate } from '../history.js';

/**
 * Something that happened around a change. It is told beside it and is no cause.
 * Amounts are in the tenant's currency, stock in units.
 */
export type ContextEvent =
  | {
      readonly kind: 'promotion_started' | 'promotion_ended';
      readonly name: string;
      /** Local date of the first or last order with it. */
      readonly at: string;
      /** Orders with it in what was looked at. */
      readonly orders: number;
    }
  | {
      readonly kind: 'sold_out';
      readonly name: string;
      readonly current: number;
      readonly previous: number;
    }
  | {
      /** The average price before discounts of what was ordered. */
      readonly kind: 'price_changed';
      readonly name: string;
      readonly current: number;
      readonly previous: number;
    }
  | {
      readonly kind: 'holiday';
      readonly name: string;
      /** Local date. */
      readonly at: string;
      /** Whether it lies in the later span; else in the one compared with. */
      readonly current: boolean;
    };

const mostOfAKind = 5;
/** Longest span whose holidays are named. */
const longestNamedDays = 35;
/** Days before the earlier span from which a promotion is known to have run already. */
const lookBackDays = 14;
/** Longest span whose promotions are looked at day by day. */
const longestDays = 400;
const smallestPriceChange = 0.03;
/** Units in each span from which an average price is one. */
const fewestUnits = 5;

/** What happened around a change, as far as the ledgers tell; a kind that cannot be read is left out. */
export async function contextOf(
  run: EngineRun,
  spans: Spans,
  current: LocalSpan,
  previous: LocalSpan,
): Promise<readonly ContextEvent[]> {
  const kinds = await Promise.all([
    promotions(run, current, previous),
    soldOut(run, spans),
    priceChanges(run, spans),
  ]);
  return [...holidays(run, current, previous), ...kinds.flat()];
}

/** Holidays of either span; shopping days too. Those of a long span would be no news. */
function holidays(
  { holidays: calendar, model }: EngineRun,
  current: LocalSpan,
  previous: LocalSpan,
): readonly ContextEvent[] {
  const inSpan = ({ from, to }: LocalSpan, isCurrent: boolean) =>
    wallOf(to) - wallOf(from) > longestNamedDays * dayMs
      ? []
      : calendar
          .between(from.slice(0, 10), to.length > 10 ? `${to.slice(0, 10)}~` : to)
          .slice(0, mostOfAKind)
          .map(({ date, name }) => ({
            kind: 'holiday' as const,
            name: name[model.language],
            at: date,
            current: isCurrent,
          }));
  return [...inSpan(current, true), ...inSpan(previous, false)];
}

const wallOf = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00:00Z`);

async function promotions(
  run: EngineRun,
  current: LocalSpan,
  previous: LocalSpan,
): Promise<readonly ContextEvent[]> {
  const from = addWall(Math.min(wallOf(previous.from), wallOf(current.from)), 'day', -lookBackDays);
  const last = wallOf(current.to) + (current.to.length > 10 ? dayMs : 0);
  const to = Math.max(last, wallOf(current.from) + dayMs);
  if (to - from > longestDays * dayMs) return [];
  const answer = await run.read({
    metrics: ['orders'],
    dimensions: ['promotion'],
    grain: 'day',
    time: { from: localDate(from), to: localDate(to) },
    unfiltered: true,
    limit: 10_000,
  });
  const first = localDate(from);
  const end = localDate(to - dayMs);
  return daysByPromotion(answer)
    .flatMap(({ name, days, orders }): ContextEvent[] => {
      const [began, ended] = [days[0] ?? '', days.at(-1) ?? ''];
      return [
        ...(began > first && began >= previous.from.slice(0, 10)
          ? [{ kind: 'promotion_started' as const, name, at: began, orders }]
          : []),
        ...(ended < end && ended >= previous.from.slice(0, 10)
          ? [{ kind: 'promotion_ended' as const, name, at: ended, orders }]
          : []),
      ];
    })
    .sort((a, b) => ('orders' in a && 'orders' in b ? b.orders - a.orders : 0))
    .slice(0, mostOfAKind);
}

function daysByPromotion({ rows }: QueryAnswer) {
  const found = new Map<string, { days: string[]; orders: number }>();
  for (const row of rows) {
    const orders = numberIn(row.orders) ?? 0;
    if (row.promotion === null || row.promotion === undefined || orders <= 0) continue;
    const name = String(row.promotion);
    const known = found.get(name) ?? { days: [], orders: 0 };
    known.days.push(String(row.time).slice(0, 10));
    known.orders += orders;
    found.set(name, known);
  }
  return [...found].map(([name, { days, orders }]) => ({ name, orders, days: days.sort() }));
}

async function soldOut(run: EngineRun, spans: Spans): Promise<readonly ContextEvent[]> {
  const metric = 'stock_on_hand';
  const { rows } = await run.read({
    ...spans,
    metrics: [metric],
    dimensions: ['product.name'],
    order: [{ by: metric, direction: 'asc' }],
    limit: 200,
    unfiltered: true,
  });
  return rows
    .map((row) => ({
      kind: 'sold_out' as const,
      name: String(row['product.name'] ?? ''),
      current: numberIn(row[metric]) ?? Number.NaN,
      previous: numberIn(row[`${metric}_previous`]) ?? 0,
    }))
    .filter(({ name, current, previous }) => name !== '' && current <= 0 && previous > 0)
    .sort((a, b) => b.previous - a.previous)
    .slice(0, mostOfAKind);
}

async function priceChanges(run: EngineRun, spans: Spans): Promise<readonly ContextEvent[]> {
  const { rows } = await run.read({
    ...spans,
    metrics: ['gross_sales', 'units_ordered'],
    dimensions: ['product.name'],
    limit: 2_000,
    unfiltered: true,
  });
  return rows
    .flatMap((row) => {
      const at = (name: string) => numberIn(row[name]) ?? 0;
      const units = [at('units_ordered'), at('units_ordered_previous')] as const;
      if (units.some((count) => count < fewestUnits) || row['product.name'] === null) return [];
      const current = at('gross_sales') / units[0];
      const previous = at('gross_sales_previous') / units[1];
      if (!(previous > 0) || Math.abs(current / previous - 1) < smallestPriceChange) return [];
      const name = String(row['product.name']);
      const weight = Math.abs(current - previous) * units[0];
      return [{ kind: 'price_changed' as const, name, current, previous, weight }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostOfAKind)
    .map(({ weight: _, ...event }) => event);
}

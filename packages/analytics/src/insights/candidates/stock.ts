import { isUndefined, poissonDistribution } from '@olympus/stats';
import { numberIn } from '../../query/number-in.js';
import { dayAfter, type Facts, groupMetrics, spanDays } from '../facts.js';
import { type Candidate, figure } from '../insight.js';

/** Days that stock should last. */
const coverDays = 7;
/** Units of a span from which a product has a rate. */
const fewestUnits = 10;
const shownBars = 5;

/** Products whose stock does not last a week at the rate of the last four. */
export function stockCandidates(facts: Facts): readonly Candidate[] {
  const sold = facts.groups.get('product.name') ?? [];
  const rowOf = new Map(sold.map((row, index) => [row['product.name'] ?? null, index]));
  const known = facts.stock.flatMap((cells) => {
    const name = cells['product.name'] ?? null;
    const row = rowOf.get(name);
    const stock = numberIn(cells.stock_on_hand);
    if (name === null || row === undefined || stock === null) return [];
    const units = numberIn(sold[row]?.units) ?? 0;
    const revenue = numberIn(sold[row]?.revenue) ?? 0;
    return units < fewestUnits ? [] : [{ name, row, stock: Math.max(0, stock), units, revenue }];
  });
  const thin = known
    .map((one) => ({ ...one, days: (one.stock * spanDays) / one.units }))
    .sort((a, b) => a.days - b.days);
  return thin.map(({ name, row, stock, units, revenue, days }): Candidate => {
    const demand = poissonDistribution((units / spanDays) * coverDays);
    const lasts = isUndefined(demand) ? 1 : demand.cdf(stock);
    const value = { kind: 'value', dimension: 'product.name', value: name } as const;
    const rate = figure(units / spanDays, 'number', 'quotient', `e1/${row}/units`);
    const date = dayAfter(facts.span.to, -1);
    return {
      kind: 'stock_risk',
      subject: `stock ${String(name)}`,
      metric: 'stock_on_hand',
      direction: 'down',
      pValue: typeof lasts === 'number' ? lasts : 1,
      money: Math.max(0, (revenue / spanDays) * (coverDays - days)),
      told: {
        template: stock === 0 ? 'sold_out' : 'stock_low',
        places: {
          group: value,
          rate,
          stock: figure(stock, 'number', 'cell', 'e0/0/stock_on_hand'),
          days: figure(days, 'days', 'quotient', 'e0/0/stock_on_hand', `e1/${row}/units`),
        },
      },
      evidence: [
        {
          id: 'e0',
          query: {
            tenant_id: facts.tenantId,
            metrics: ['stock_on_hand'],
            dimensions: ['product.name'],
            time: { from: date, to: facts.span.to },
            filters: [{ dimension: 'product.name', operator: 'equals', values: [name] }],
          },
          operation: null,
          columns: ['product.name', 'stock_on_hand'],
          rows: [{ 'product.name': name, stock_on_hand: stock }],
        },
        {
          id: 'e1',
          query: {
            tenant_id: facts.tenantId,
            metrics: [...groupMetrics],
            dimensions: ['product.name'],
            time: facts.span,
            compare: facts.before,
            limit: 2_000,
          },
          operation: null,
          columns: ['product.name', 'units'],
          rows: sold.map((cells) => ({
            'product.name': cells['product.name'] ?? null,
            units: cells.units ?? null,
          })),
        },
      ],
      chart: {
        kind: 'bars',
        unit: 'number',
        bars: thin
          .slice(0, shownBars)
          .map((one) => ({ label: String(one.name), value: one.days, previous: null })),
      },
      action: 'reorder',
      span: facts.span,
      compare: null,
    };
  });
}

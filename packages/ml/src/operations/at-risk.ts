import type { TenantId } from '@olympus/core';
import { compileAtRisk } from '@olympus/semantic';
import { duckdbDialect } from '@olympus/sql';
import { normalQuantile } from '@olympus/stats';
import type { Warehouse } from '@olympus/warehouse';
import type { RiskBand } from '../models/churn-model.js';

export interface AtRiskQuery {
  readonly bands: readonly string[];
  readonly rising: boolean;
  readonly limit: number;
  readonly offset: number;
}

const deadlineMs = 30_000;
/** From which rise within 28 days on a risk counts as rising. */
const risen = 0.1;
const mostExported = 100_000;

/** Customers with the risk and the value that were foretold of them last. */
export function createAtRiskReader(warehouse: Pick<Warehouse, 'query'>) {
  const rowsOf = async (tenant: TenantId, query: AtRiskQuery, signal: AbortSignal) => {
    const { bands, rising, limit, offset } = query;
    const request = {
      tenantId: tenant,
      bands,
      limit,
      offset,
      ...(rising ? { risenBy: risen } : {}),
    };
    const statement = compileAtRisk(request, duckdbDialect);
    return (await warehouse.query(tenant, statement, { deadlineMs, signal })).rows;
  };
  return {
    async list(tenant: TenantId, query: AtRiskQuery, signal: AbortSignal) {
      const rows = await rowsOf(tenant, query, signal);
      // beyond the last page there are no sums
      const [first] =
        rows.length > 0 || query.offset === 0
          ? rows
          : await rowsOf(tenant, { ...query, offset: 0, limit: 1 }, signal);
      const number = (at: number) => Number(first?.[at] ?? 0);
      const value = number(15);
      const spread = normalQuantile(0.9) * Math.sqrt(Math.max(0, number(16)));
      return {
        customers: rows.map(toRow),
        total: number(14),
        value_at_risk: { value, lower: Math.max(0, value - spread), upper: value + spread },
      };
    },
    async csv(tenant: TenantId, query: Pick<AtRiskQuery, 'bands' | 'rising'>, signal: AbortSignal) {
      const rows = await rowsOf(tenant, { ...query, limit: mostExported, offset: 0 }, signal);
      const lines = rows.map((row) => row.slice(0, columns.length).map(cellOf).join(','));
      return { rows: rows.length, body: `${[columns.join(','), ...lines].join('\r\n')}\r\n` };
    },
  };
}

export type AtRiskReader = ReturnType<typeof createAtRiskReader>;

const columns = [
  'customer_key',
  'churn_risk',
  'risk_band',
  'risk_28_days_before',
  'usual_value_90_days',
  'value_at_risk',
  'expected_value_90_days',
  'value_lower',
  'value_upper',
  'expected_orders_90_days',
  'expected_value_365_days',
  'year_lower',
  'year_upper',
];

/** Keys and words of our own, and numbers: nothing that a spreadsheet would run. */
const cellOf = (cell: unknown): string =>
  typeof cell === 'number' ? String(Math.round(cell * 10_000) / 10_000) : String(cell ?? '');

function toRow(row: readonly unknown[]) {
  const number = (at: number) => Number(row[at] ?? 0);
  return {
    customer_key: String(row[0]),
    churn_risk: number(1),
    risk_band: String(row[2]) as RiskBand,
    risk_before: row[3] === null ? null : number(3),
    usual_value: number(4),
    value_at_risk: number(5),
    next_90_days:
      row[6] === null
        ? null
        : { orders: number(9), value: number(6), lower: number(7), upper: number(8) },
  };
}

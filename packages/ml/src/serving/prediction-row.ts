import type { TenantId } from '@olympus/core';
import { type LedgerRow, toRow } from '@olympus/semantic';
import { type Score, valueBandOf } from './score.js';

const days = 90;

/** A score as a row of the ledger of predictions; the customer's rows of one scoring share a moment. */
export function predictionRow(
  tenant: TenantId,
  score: Score,
  { nowMs, models }: { readonly nowMs: number; readonly models: string },
): LedgerRow<'predictions'> {
  const { key, risk, band, riskBefore, usualValue, next, year } = score;
  return toRow('predictions', {
    tenant_id: tenant,
    event_id: `scored:${nowMs}`,
    occurred_at: nowMs,
    received_at: nowMs,
    customer_key: key,
    models,
    horizon_days: days,
    churn_risk: risk,
    risk_band: band,
    risk_before: riskBefore,
    usual_value: usualValue,
    expected_orders: next?.orders ?? null,
    expected_value: next?.value ?? null,
    value_lower: next?.lower ?? null,
    value_upper: next?.upper ?? null,
    year_orders: year?.orders ?? null,
    year_value: year?.value ?? null,
    year_lower: year?.lower ?? null,
    year_upper: year?.upper ?? null,
    value_band: next === null ? null : valueBandOf(next.value),
  });
}

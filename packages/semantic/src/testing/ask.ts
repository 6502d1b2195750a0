import { type Calendar, tenantId } from '@olympus/core';
import { duckdbDialect } from '@olympus/sql';
import {
  type AnswerTable,
  compilePlan,
  createModel,
  type DataBounds,
  type MetricQuery,
  type Model,
  parseMetricQuery,
  planQuery,
  type QueryPlan,
  type StandingRollup,
  shapeAnswer,
} from '../index.js';
import type { TestStore } from './duckdb-store.js';

export interface AskOptions {
  readonly calendar?: Partial<Calendar>;
  readonly model?: Model;
  readonly data?: DataBounds;
  readonly rollups?: readonly StandingRollup[];
}

/** Asks a query of a test store all the way from JSON to rows. */
export async function ask(
  store: TestStore,
  query: Omit<MetricQuery, 'tenant_id'> & { tenant_id?: string },
  options: AskOptions = {},
): Promise<AnswerTable & { readonly sql: string; readonly plan: QueryPlan }> {
  const parsed = parseMetricQuery({ tenant_id: 'shop', ...query });
  const plan = planQuery(parsed, {
    tenantId: tenantId(parsed.tenant_id),
    model: options.model ?? createModel(),
    calendar: {
      timeZone: 'UTC',
      weekStart: 'monday',
      nowMs: Date.UTC(2026, 10, 20, 12),
      ...options.calendar,
    },
    data: options.data ?? { fromMs: Date.UTC(2000, 0, 1), toMs: Date.UTC(2026, 10, 20) },
    rollups: options.rollups ?? [],
  });
  const statement = compilePlan(plan, duckdbDialect);
  const rows = await store.query(statement);
  return { ...shapeAnswer(plan, rows), sql: statement.text, plan };
}

import type { Kpi, KpiList } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** The goals of a business; named as the page of goals names them, so that it outdates them too. */
export const goalsQuery = defineTenantQuery({
  name: 'kpis',
  ledgers: 'any',
  fetch: (tenantId, locale: string, signal): Promise<KpiList> =>
    olympus.kpis.list({ tenant_id: tenantId, locale }, { signal }),
});

/** What a goal's tick can say; others say nothing on a tile. */
export const TICKS = {
  reached: { tone: 'good', glyph: '✓' },
  ahead: { tone: 'good', glyph: '▲' },
  on: { tone: 'neutral', glyph: '●' },
  behind: { tone: 'warn', glyph: '▼' },
  missed: { tone: 'bad', glyph: '✕' },
} as const;

export type Tick = keyof typeof TICKS;

export interface Goal {
  readonly id: string;
  readonly status: Tick;
  readonly turned: boolean;
}

const isTick = (status: string): status is Tick => Object.hasOwn(TICKS, status);

/** The goal that is about a metric of the whole business and has a verdict; a month's before others. */
export function goalOf(metric: string, kpis: readonly Kpi[]): Goal | undefined {
  const told = kpis.flatMap(({ id, filters, calendar, better, state, ...kpi }) =>
    kpi.metric === metric && filters.length === 0 && isTick(state.status)
      ? [
          {
            id,
            status: state.status,
            turned: better === 'down_good',
            monthly: calendar === 'month',
          },
        ]
      : [],
  );
  const found = told.find(({ monthly }) => monthly) ?? told[0];
  if (found === undefined) return undefined;
  const { id, status, turned } = found;
  return { id, status, turned };
}

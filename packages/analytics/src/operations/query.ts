import type { Handlers, LedgerChange, LedgerChanges } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import { tellOutlook } from './dashboard-outlook.js';
import type { queryOperations } from './query.contract.js';

export function queryHandlers(
  analytics: Analytics,
  changes: LedgerChanges,
): Handlers<typeof queryOperations> {
  return {
    'analytics.query': async ({ tenant, input: { locale, ...query }, caller, signal }) =>
      analytics.query({
        tenantId: tenant,
        query: parseMetricQuery(query),
        language: modelLanguageOf(locale),
        showSql: caller.allows(tenant, 'sql:read'),
        signal,
      }),
    'analytics.model': async ({ tenant, input }) =>
      analytics.model(tenant, modelLanguageOf(input.locale)),
    'analytics.dashboard': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, wait = false, ...asked } = input;
      const language = modelLanguageOf(locale);
      const whose = { tenantId: tenant, language };
      const [figures, outlook] = await Promise.all([
        analytics.dashboard({ ...whose, ...asked, signal }),
        wait ? analytics.outlooks.read(whose) : analytics.outlooks.peek(whose),
      ]);
      return { ...figures, outlook: await tellOutlook(analytics, whose, outlook) };
    },
    'analytics.live': ({ tenant, signal }) => follow(changes, tenant, signal),
  };
}

/** Changes of a tenant's ledgers until the signal; those between two reads come together. */
async function* follow(changes: LedgerChanges, tenant: TenantId, signal: AbortSignal) {
  let waiting: LedgerChange | undefined;
  let wake = () => {};
  const unsubscribe = changes.subscribe(tenant, (change) => {
    waiting = waiting === undefined ? change : joined(waiting, change);
    wake();
  });
  const stop = () => wake();
  signal.addEventListener('abort', stop, { once: true });
  try {
    while (!signal.aborted) {
      if (waiting === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const { ledgers, version, events } = waiting;
      waiting = undefined;
      yield { ledgers: [...ledgers], version, events };
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
}

const joined = (before: LedgerChange, change: LedgerChange): LedgerChange => ({
  tenantId: change.tenantId,
  ledgers: [...new Set([...before.ledgers, ...change.ledgers])],
  version: Math.max(before.version, change.version),
  events: before.events + change.events,
});

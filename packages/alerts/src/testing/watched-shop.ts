import { openTestShop, type TestShop } from '@olympus/analytics/testing';
import { createRights } from '@olympus/contract';
import { silentLogger, type TenantId, tenantId } from '@olympus/core';
import type { Notice, Recipients } from '@olympus/delivery';
import { jobsMigrations } from '@olympus/jobs';
import { createPlatform, type Platform } from '@olympus/platform';
import { createEvaluation, type EvaluationDeps } from '../evaluation/evaluate.js';
import { createTelling } from '../evaluation/telling.js';
import type { AlertAnalytics, Reading } from '../reading/ports.js';
import { createAlertStore } from '../store/alert-store.js';
import { createFiringStore } from '../store/firing-store.js';

/** Costly to start: tests of one file share one. */
export const openTestPlatform = (): Promise<Platform> =>
  createPlatform(
    { memory: true },
    {
      clock: { now: () => Date.parse('2026-01-01T00:00:00Z') },
      log: silentLogger,
      secretKey: new Uint8Array(32).fill(7),
      environment: 'development',
      rights: createRights([]),
      migrations: [
        { room: 'jobs', folder: jobsMigrations },
        { room: 'alerts', folder: new URL('../../migrations/', import.meta.url) },
      ],
    },
  );

export interface Sent {
  readonly tenant: string;
  readonly notice: Notice;
  readonly to: Recipients;
}

let shops = 0;

/** Alerts on a warehouse and a control store in memory; messages are kept by their cause. */
export async function openWatchedShop(
  platform: Platform,
  nowIso: string,
  more: {
    readonly analytics?: (real: AlertAnalytics) => AlertAnalytics;
    readonly limits?: EvaluationDeps['limits'];
  } = {},
) {
  const store: TestShop = await openTestShop(nowIso);
  const newTenant = async () => {
    shops += 1;
    const id = tenantId(`watched-${shops}`);
    await platform.tenants.create({ id, timeZone: 'Europe/Berlin' });
    return id;
  };
  const tenant = await newTenant();
  const { clock } = store;
  const analytics = more.analytics?.(store.analytics) ?? store.analytics;
  const alerts = createAlertStore(platform.database, clock);
  const firings = createFiringStore(platform.database, clock);
  const sent: Sent[] = [];
  const delivery = {
    async send(about: string, notice: Notice, to: Recipients) {
      const known = sent.some((one) => one.tenant === about && one.notice.cause === notice.cause);
      if (!known) sent.push({ tenant: about, notice, to });
    },
  };
  const open = () => {
    const telling = createTelling({ analytics, firings, delivery, clock, log: silentLogger });
    return createEvaluation({
      analytics,
      alerts,
      firings,
      telling,
      tenantOf: (id) => platform.tenants.get(id),
      paceOf: async () => ({ value: null, expected: null }),
      clock,
      stopwatch: { now: () => performance.now() },
      log: silentLogger,
      ...(more.limits === undefined ? {} : { limits: more.limits }),
    });
  };
  const evaluation = open();
  return {
    store,
    tenant,
    newTenant,
    analytics,
    alerts,
    firings,
    delivery,
    sent,
    evaluation,
    /** Another process on the same stores. */
    open,
    setNow: (iso: string) => clock.set(Date.parse(iso)),
    /** Judges, and waits until everything was told. */
    async look(about: TenantId = tenant) {
      await evaluation.tellOpen(about);
      await evaluation.run(about, 'minute');
      await evaluation.settled();
    },
    async reading(about: TenantId = tenant): Promise<Reading> {
      return {
        analytics,
        tenantId: about,
        zone: { timeZone: 'Europe/Berlin', weekStart: 'monday' },
        nowMs: clock.now(),
        model: await analytics.model(about),
        paceOf: async () => ({ value: null, expected: null }),
        answers: new Map(),
      };
    },
    close: () => store.close(),
  };
}

import { openTestShop, saleLine, type TestShop } from '@olympus/analytics/testing';
import { createRights } from '@olympus/contract';
import { silentLogger, type TenantId, tenantId } from '@olympus/core';
import { jobsMigrations } from '@olympus/jobs';
import { createPlatform, jsonSetting, type Platform } from '@olympus/platform';
import { createPeerStore } from '../benchmarks/peer-store.js';
import { createKpiStore, type NewKpi } from '../definition/kpi-store.js';
import { createKpis } from '../kpis.js';
import { kpiHandlers } from '../operations/kpis.js';
import { createPeriodStore } from '../recording/period-store.js';
import { recordFinished } from '../recording/record.js';

type Handler = ReturnType<typeof kpiHandlers>;

/** KPIs on a warehouse and a control store in memory. */
export interface TestBusiness {
  readonly store: TestShop;
  readonly deps: Parameters<typeof recordFinished>[0];
  setNow(iso: string): void;
  /** Calls an operation as its handler, without what stands before it. */
  call<Id extends keyof Handler>(
    id: Id,
    input: Omit<Parameters<Handler[Id]>[0]['input'], 'tenant_id'>,
    tenant?: TenantId,
  ): Promise<Awaited<ReturnType<Handler[Id]>>>;
  /** A KPI made by its handler. */
  save(input: SaveInput, tenant?: TenantId): Promise<Awaited<ReturnType<Handler['kpis.save']>>>;
  record(tenant?: TenantId): Promise<number>;
  /** One sale a day from one local noon to another, `to` exclusive. */
  sellDaily(
    from: string,
    to: string,
    amount: (day: string, index: number) => number,
    tenant?: TenantId,
  ): Promise<void>;
  close(): Promise<void>;
}

type SaveInput = Omit<Parameters<Handler['kpis.save']>[0]['input'], 'tenant_id'>;

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
        { room: 'kpis', folder: new URL('../../migrations/', import.meta.url) },
      ],
    },
  );

let businesses = 0;
const peersSetting = jsonSetting('kpis.peers');

export async function openTestBusiness(
  platform: Platform,
  nowIso: string,
): Promise<TestBusiness & { readonly tenant: TenantId; newTenant(): Promise<TenantId> }> {
  const store = await openTestShop(nowIso);
  const newTenant = async () => {
    businesses += 1;
    const id = tenantId(`business-${businesses}`);
    await platform.tenants.create({ id, timeZone: 'Europe/Berlin' });
    return id;
  };
  const tenant = await newTenant();
  const { clock, analytics, warehouse } = store;
  const deps = {
    analytics,
    kpis: createKpiStore(platform.database, clock),
    periods: createPeriodStore(platform.database),
    peers: createPeerStore(platform.database),
    tenantOf: (id: TenantId) => platform.tenants.get(id),
    version: (id: TenantId) => warehouse.version(id),
    isShared: async (id: TenantId) => (await platform.settings.get(id, peersSetting)) === true,
    clock,
    log: silentLogger,
  };
  const service = createKpis(deps);
  const record = async (id: TenantId = tenant) => {
    const moment = await service.moment(id);
    return recordFinished(deps, moment, moment.model);
  };
  const handlers = kpiHandlers({
    ...deps,
    service,
    setShared: (id, shared) => platform.settings.set(id, peersSetting, shared),
    record: async (id) => {
      await record(id);
    },
  });
  const call: TestBusiness['call'] = async (id, input, about = tenant) => {
    const handler = handlers[id] as (call: unknown) => Promise<never>;
    const signal = new AbortController().signal;
    return handler({
      tenant: about,
      input: { tenant_id: about, ...input },
      signal,
      note: () => {},
    });
  };
  return {
    store,
    deps,
    tenant,
    newTenant,
    setNow: (iso) => clock.set(Date.parse(iso)),
    call,
    save: (input, about) => call('kpis.save', input, about),
    record,
    async sellDaily(from, to, amount, about = tenant) {
      const rows = [];
      let index = 0;
      for (
        let at = Date.parse(`${from}T11:00:00Z`);
        at < Date.parse(`${to}T11:00:00Z`);
        at += 86_400_000
      ) {
        const day = new Date(at).toISOString().slice(0, 10);
        const net = Math.round(100 * amount(day, index)) / 100;
        rows.push({
          ...saleLine(new Date(at).toISOString(), `${about}-${day}`, net),
          tenant_id: about,
        });
        index += 1;
      }
      await store.commit('sales', rows);
    },
    close: () => store.close(),
  };
}

export type { NewKpi };

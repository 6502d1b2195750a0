import type { TenantId } from '@olympus/core';
import type { Database } from '@olympus/platform';
import type { KpiCalendar } from '../calendar/period.js';

/** What is compared between tenants: one metric in one finished period. */
export interface PeerSubject {
  readonly metric: string;
  readonly calendar: KpiCalendar;
  /** Local first day of the period. */
  readonly period: string;
}

/** Rounded figures of tenants that take part, and the quarters that were told of them. */
export interface PeerStore {
  /** Keeps a tenant's figure; one that is there stays. */
  put(tenant: TenantId, subject: PeerSubject, figure: number): Promise<void>;
  figures(
    subject: PeerSubject,
  ): Promise<readonly { readonly tenant: TenantId; readonly figure: number }[]>;
  /** The quarter told before; undefined where none was. */
  band(tenant: TenantId, subject: PeerSubject): Promise<number | undefined>;
  keepBand(tenant: TenantId, subject: PeerSubject, band: number): Promise<void>;
  /** Takes a tenant's figures out. */
  forget(tenant: TenantId): Promise<void>;
}

export function createPeerStore(database: Database): PeerStore {
  const of = ({ metric, calendar, period }: PeerSubject) => [metric, calendar, period];
  return {
    async put(tenant, subject, figure) {
      await database.execute(
        `insert into kpi_peer_figures (tenant_id, metric, calendar, period_start, figure)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [tenant, ...of(subject), figure],
      );
    },
    async figures(subject) {
      const rows = await database.execute(
        'select tenant_id, figure from kpi_peer_figures where metric = $1 and calendar = $2 and period_start = $3',
        of(subject),
      );
      return rows.map(([tenant, figure]) => ({
        tenant: String(tenant) as TenantId,
        figure: Number(figure),
      }));
    },
    async band(tenant, subject) {
      const [row] = await database.execute(
        'select band from kpi_peer_bands where tenant_id = $1 and metric = $2 and calendar = $3 and period_start = $4',
        [tenant, ...of(subject)],
      );
      return row === undefined ? undefined : Number(row[0]);
    },
    async keepBand(tenant, subject, band) {
      await database.execute(
        `insert into kpi_peer_bands (tenant_id, metric, calendar, period_start, band)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [tenant, ...of(subject), band],
      );
    },
    async forget(tenant) {
      await database.execute('delete from kpi_peer_figures where tenant_id = $1', [tenant]);
    },
  };
}

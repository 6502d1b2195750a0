import { dayMs, fromWall, Problem, printWall, type TenantId, toWall } from '@olympus/core';
import {
  type CustomerDays,
  compileBuyers,
  compilePurchaseDays,
  readPurchaseDays,
} from '@olympus/semantic';
import { duckdbDialect } from '@olympus/sql';
import type { Warehouse } from '@olympus/warehouse';

/** Over what time a business's customers are known. */
export interface KnownSpan {
  readonly buyers: number;
  /** First and last instant of orders. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Local days since 1970: of the first order; the first that is not known as a whole. */
  readonly startDay: number;
  readonly endDay: number;
  /** Customers are scored as of the end of the day of the newest order: the day after it. */
  readonly scoringDay: number;
  readonly timeZone: string;
}

export interface CustomerReader {
  /** @returns undefined where nobody who is known ever ordered. @throws Problem `tenant_not_found` */
  span(tenant: TenantId, signal?: AbortSignal): Promise<KnownSpan | undefined>;
  /** Days of these customers up to a local day, exclusive. */
  some(
    tenant: TenantId,
    span: KnownSpan,
    untilDay: number,
    keys: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly CustomerDays[]>;
  /** Pages of all customers, in the order of their keys. */
  pages(
    tenant: TenantId,
    span: KnownSpan,
    untilDay: number,
    options: { readonly limit: number; readonly signal?: AbortSignal | undefined },
  ): AsyncGenerator<readonly CustomerDays[]>;
}

export interface CustomerReaderDeps {
  readonly warehouse: Pick<Warehouse, 'query'>;
  readonly timeZoneOf: (tenant: TenantId) => Promise<string | undefined>;
  readonly now: () => number;
}

const deadlineMs = 60_000;

/** The local date of a whole day since 1970. */
export const dateOf = (day: number): string => printWall(day * dayMs);

export function createCustomerReader({
  warehouse,
  timeZoneOf,
  now,
}: CustomerReaderDeps): CustomerReader {
  const dialect = duckdbDialect;
  const read = async (
    tenant: TenantId,
    span: KnownSpan,
    untilDay: number,
    who: Parameters<typeof compilePurchaseDays>[0]['who'],
    signal: AbortSignal | undefined,
  ) => {
    const { timeZone } = span;
    const untilMs = fromWall(timeZone, untilDay * dayMs);
    const statement = compilePurchaseDays(
      { tenantId: tenant, timeZone, span, untilMs, who },
      dialect,
    );
    const options = { deadlineMs, ...(signal === undefined ? {} : { signal }) };
    return readPurchaseDays((await warehouse.query(tenant, statement, options)).rows);
  };
  return {
    async span(tenant, signal) {
      const timeZone = await timeZoneOf(tenant);
      if (timeZone === undefined) {
        throw new Problem({
          code: 'tenant_not_found',
          kind: 'not_found',
          message: 'There is no such business',
        });
      }
      const options = { deadlineMs, ...(signal === undefined ? {} : { signal }) };
      const { rows } = await warehouse.query(tenant, compileBuyers(tenant, dialect), options);
      const [fromMs, toMs, buyers] = rows[0] ?? [];
      if (typeof fromMs !== 'number' || typeof toMs !== 'number') return undefined;
      const dayOf = (ms: number) => Math.floor(toWall(timeZone, ms) / dayMs);
      const lastDay = Math.min(dayOf(toMs), dayOf(now()));
      return {
        buyers: Number(buyers),
        fromMs,
        toMs,
        startDay: dayOf(fromMs),
        endDay: Math.min(lastDay + 1, dayOf(now())),
        scoringDay: lastDay + 1,
        timeZone,
      };
    },
    some: (tenant, span, untilDay, keys, signal) =>
      keys.length === 0 ? Promise.resolve([]) : read(tenant, span, untilDay, { keys }, signal),
    async *pages(tenant, span, untilDay, { limit, signal }) {
      let after = '';
      for (;;) {
        const page = await read(tenant, span, untilDay, { after, limit }, signal);
        if (page.length > 0) yield page;
        const last = page.at(-1);
        if (last === undefined || page.length < limit) return;
        after = last.key;
      }
    },
  };
}

import { type CustomerKey, type TenantId, tenantId } from '@olympus/core';
import {
  type ColumnName,
  type FactLedgerName,
  fromRow,
  type LedgerName,
  type LedgerRow,
  type LedgerRows,
  ledgers,
} from '@olympus/semantic';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cell, CommitBatch, PersonRows, Warehouse } from '../warehouse.js';

export interface WarehouseUnderTest {
  readonly warehouse: Warehouse;
  /** Closes and opens the same store again. */
  reopen(): Promise<Warehouse>;
  destroy(): Promise<void>;
}

const demo = tenantId('demo');
const other = tenantId('other');

/** A row of a ledger from some of its columns; the others are null, required or not. */
export function row<L extends LedgerName>(
  ledger: L,
  values: Partial<Record<ColumnName<L>, Cell>>,
): LedgerRow<L> {
  const columns = ledgers.find(({ name }) => name === ledger)?.columns ?? [];
  const given: Readonly<Record<string, Cell | undefined>> = values;
  const cells: readonly unknown[] = columns.map((column) => given[column.name] ?? null);
  return cells as LedgerRow<L>;
}

export const batch = (tenants: TenantId[], rows: LedgerRows): CommitBatch => ({ tenants, rows });

const event = (tenant: TenantId, id: string, hash: number, atMs: number) =>
  row('events', {
    tenant_id: tenant,
    event_id: id,
    id_hash: hash,
    occurred_at: atMs,
    received_at: atMs,
    type: 'page.viewed',
    source: 'test',
    schema_version: 1,
    data: '{}',
  });

const sale = (tenant: TenantId, document: string, hash: number, net: number) =>
  row('sales', {
    tenant_id: tenant,
    event_id: 'e',
    occurred_at: 1_000,
    received_at: 1_000,
    document_id: document,
    document_hash: hash,
    entry: 'sale',
    line_id: '1',
    currency: 'EUR',
    quantity: 10_000,
    gross: net,
    discount: 0,
    tax: 0,
    shipping: 0,
    net,
  });

/** Tables that hold something of a person. */
function countsOf(found: readonly PersonRows[]): Record<string, number> {
  return Object.fromEntries(
    found.filter(({ count }) => count > 0).map(({ table, count }) => [table, count]),
  );
}

const customerKey = (text: string) => text as CustomerKey;

/** What every adapter of the port must do alike. */
export function describeWarehouse(name: string, start: () => Promise<WarehouseUnderTest>): void {
  describe(`warehouse on ${name}`, () => {
    let under: WarehouseUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.destroy());

    it('keeps a commit over a restart, exact to the last place', async () => {
      const net = 97_477_479_341;
      await under.warehouse.commit(batch([demo], { sales: [sale(demo, 'order:1', 1, net)] }));
      const again = await under.reopen();
      const rows = await again.fetchDocuments(demo, [{ documentId: 'order:1', documentHash: 1 }]);
      const columns = ledgers.find((ledger) => ledger.name === 'sales')?.columns ?? [];
      const at = columns.findIndex((column) => column.name === 'net');
      expect(rows.map((cells) => cells[at])).toEqual([net]);
    });

    it('finds stored events by id whatever time is asked with, and no other tenant’s', async () => {
      await under.warehouse.commit(
        batch([demo, other], {
          events: [event(demo, 'a', 11, 5_000), event(other, 'b', 12, 5_000)],
        }),
      );
      const found = await under.warehouse.findEvents(demo, [
        { eventId: 'a', idHash: 11, occurredAtMs: 5_000 },
        { eventId: 'b', idHash: 12, occurredAtMs: 5_000 },
        { eventId: 'c', idHash: 11, occurredAtMs: 5_000 },
      ]);
      expect([...found]).toEqual(['a']);
      const later = await under.warehouse.findEvents(demo, [
        { eventId: 'a', idHash: 11, occurredAtMs: 9_000_000 },
      ]);
      expect([...later]).toEqual(['a']);
    });

    it('tells documents with one hash apart', async () => {
      await under.warehouse.commit(
        batch([demo], { sales: [sale(demo, 'order:1', 7, 1), sale(demo, 'order:2', 7, 2)] }),
      );
      const rows = await under.warehouse.fetchDocuments(demo, [
        { documentId: 'order:2', documentHash: 7 },
      ]);
      expect(rows).toHaveLength(1);
    });

    it('shows only the newest record of an entity', async () => {
      const product = (version: number, label: string) =>
        row('products', {
          tenant_id: demo,
          product_id: 'p',
          version_at: version,
          name: label,
          price: 12_500,
        });
      await under.warehouse.commit(batch([demo], { products: [product(1, 'old')] }));
      await under.warehouse.commit(batch([demo], { products: [product(2, 'new')] }));
      const rows = await under.warehouse.fetchRecords(demo, 'products', ['p', 'q']);
      expect(rows).toEqual([product(2, 'new')]);
      expect(await under.warehouse.fetchRecords(other, 'products', ['p'])).toEqual([]);
    });

    it('keeps text of every kind as it was', async () => {
      const text = 'Ünïcode 🛒 \'"\\; DROP TABLE events; -- \n\t$1 %';
      await under.warehouse.commit(
        batch([demo], {
          products: [
            row('products', { tenant_id: demo, product_id: text, version_at: 1, name: text }),
          ],
        }),
      );
      const [found] = await under.warehouse.fetchRecords(demo, 'products', [text]);
      expect(found?.slice(0, 4)).toEqual([demo, text, 1, text]);
    });

    it('stores nothing of a batch that fails, and goes on', async () => {
      const broken = row('events', { tenant_id: demo, event_id: 'x', occurred_at: 'no time' });
      const good = event(demo, 'y', 2, 1);
      await expect(
        under.warehouse.commit(batch([demo], { events: [good, broken] })),
      ).rejects.toMatchObject({ kind: 'unavailable' });
      await under.warehouse.commit(batch([demo], { events: [event(demo, 'z', 3, 1)] }));
      const found = await under.warehouse.findEvents(demo, [
        { eventId: 'y', idHash: 2, occurredAtMs: 1 },
        { eventId: 'z', idHash: 3, occurredAtMs: 1 },
      ]);
      expect([...found]).toEqual(['z']);
    });

    it('changes a tenant’s version with its commits only', async () => {
      const before = under.warehouse.version(demo);
      await under.warehouse.commit(batch([other], { events: [event(other, 'a', 1, 1)] }));
      expect(under.warehouse.version(demo)).toBe(before);
      await under.warehouse.commit(batch([demo], { events: [event(demo, 'a', 1, 1)] }));
      expect(under.warehouse.version(demo)).not.toBe(before);
    });

    it('hands out every stored hash', async () => {
      const events = Array.from({ length: 5000 }, (_, i) => event(demo, `e${i}`, i * 1_000_003, i));
      await under.warehouse.commit(batch([demo], { events }));
      const seen = new Set<number>();
      await under.warehouse.scanHashes('events', (hashes) => {
        for (const hash of hashes) seen.add(hash);
      });
      expect(seen.size).toBe(5000);
      expect(seen.has(4999 * 1_000_003)).toBe(true);
    });

    it('takes earlier rows of retracted events back, over a restart too, and keeps later ones', async () => {
      const { warehouse } = under;
      const retraction = row('retractions', {
        tenant_id: demo,
        event_id: 'a',
        id_hash: 11,
        occurred_at: 1,
        received_at: 2,
        scope: 'event',
        source: 'test',
      });
      const product = (version: number | null) =>
        row('products', { tenant_id: demo, product_id: 'p', version_at: version });
      await warehouse.commit(
        batch([demo, other], {
          events: [event(demo, 'a', 11, 5_000), event(demo, 'b', 12, 5_000)],
          products: [product(1)],
        }),
      );
      await warehouse.commit(batch([other], { events: [event(other, 'a', 11, 5_000)] }));
      expect(warehouse.retracted(demo)).toBe(0);
      await warehouse.commit(
        batch([demo], { retractions: [retraction], products: [product(null)] }),
      );
      expect(warehouse.retracted(demo)).toBeGreaterThan(0);
      expect(warehouse.retracted(other)).toBe(0);
      const stored = async (store: Warehouse, tenant: TenantId) => {
        const filter = { kind: 'source', source: 'test', limit: 10 } as const;
        return (await store.fetchEvents(tenant, filter)).map((cells) => cells[2]);
      };
      expect(await stored(warehouse, demo)).toEqual(['b']);
      expect(await stored(warehouse, other)).toEqual(['a']);
      expect(await warehouse.fetchRecords(demo, 'products', ['p'])).toEqual([]);
      await warehouse.commit(batch([demo], { events: [event(demo, 'a', 11, 5_000)] }));
      expect(await stored(await under.reopen(), demo)).toEqual(['b', 'a']);
    });

    it('lists the latest row of each dead letter', async () => {
      const letter = (id: string, status: string, atMs: number) =>
        row('dead_letters', {
          tenant_id: demo,
          event_id: `${id}-${status}`,
          occurred_at: atMs,
          received_at: atMs,
          dead_letter_id: id,
          status,
          source: 'http',
          code: 'x',
          step: 'parse',
          reason: 'x',
          raw: '{}',
        });
      await under.warehouse.commit(
        batch([demo], { dead_letters: [letter('a', 'open', 1), letter('b', 'open', 2)] }),
      );
      await under.warehouse.commit(batch([demo], { dead_letters: [letter('a', 'replayed', 3)] }));
      const open = await under.warehouse.fetchDeadLetters(demo, { status: 'open', limit: 10 });
      expect(open).toHaveLength(1);
      const all = await under.warehouse.fetchDeadLetters(demo, { limit: 10 });
      expect(all).toHaveLength(2);
      expect(await under.warehouse.fetchDeadLetters(other, { limit: 10 })).toEqual([]);
      const short = await under.warehouse.fetchDeadLetters(demo, { limit: 10, maxLength: 1 });
      expect(short).toEqual(all.slice(0, 1));
    });

    it('takes a person out of every ledger and leaves all sums and everybody else', async () => {
      const key = customerKey('c_anna');
      const facts = { tenant_id: demo, occurred_at: 1_000, received_at: 1_000 };
      const about = <L extends FactLedgerName>(
        ledger: L,
        event_id: string,
        values: Partial<Record<ColumnName<L>, Cell>>,
      ) => row(ledger, { ...facts, event_id, ...values });
      const bought = (event_id: string, customer: string, order: string) =>
        row('sales', {
          ...fromRow('sales', sale(demo, order, 1, 12_345)),
          event_id,
          customer_key: customer,
          order_id: order,
        });
      const sent = (event_id: string, subject: string | null) =>
        about('events', event_id, {
          id_hash: 1,
          type: 't',
          source: 's',
          subject,
          schema_version: 1,
          data: '{"note":"anna was here"}',
        });
      const payment = (event_id: string, customer_key: string | null, order_id: string) =>
        about('payments', event_id, {
          payment_id: event_id,
          status: 'processed',
          order_id,
          customer_key,
          currency: 'EUR',
          amount: 5,
          fee: 0,
        });
      const visit = (event_id: string, session_id: string, customer: string | null) =>
        about('sessions', event_id, {
          session_id,
          action: 'page.viewed',
          visitor_key: customer ?? 'a_1',
          customer_key: customer,
          path: '/anna',
        });
      const customer = (customer_key: string) =>
        row('customers', {
          tenant_id: demo,
          customer_key,
          version_at: 1,
          country: 'DE',
          city: 'X',
        });
      await under.warehouse.commit(
        batch([demo], {
          events: [
            sent('e1', key),
            sent('e2', 'c_ben'),
            sent('e3', null),
            sent('e4', null),
            sent('e5', null),
          ],
          sales: [bought('e1', key, 'O1'), bought('e2', 'c_ben', 'O2')],
          payments: [payment('e3', null, 'O1')],
          sessions: [visit('e4', 'S1', key), visit('e5', 'S2', null), visit('e5', 'S1', null)],
          customers: [customer(key), customer('c_ben')],
        }),
      );
      const before = under.warehouse.version(demo);
      expect(countsOf(await under.warehouse.fetchPerson(demo, key, 1))).toEqual({
        events: 4,
        sales: 1,
        payments: 1,
        sessions: 2,
        customers: 1,
      });
      expect(countsOf(await under.warehouse.fetchPerson(other, key, 1))).toEqual({});
      await under.warehouse.erasePerson(demo, {
        key,
        replacement: customerKey('e_1'),
        salt: 'by chance',
      });
      expect(under.warehouse.version(demo)).not.toBe(before);
      await under.warehouse.scrub();
      const look = async (warehouse: Warehouse) => {
        expect(countsOf(await warehouse.fetchPerson(demo, key, 1))).toEqual({});
        expect(countsOf(await warehouse.fetchPerson(demo, customerKey('c_ben'), 9))).toEqual({
          events: 1,
          sales: 1,
          customers: 1,
        });
        const [kept] = await warehouse.fetchRecords(demo, 'customers', ['e_1']);
        expect(kept).toEqual(
          row('customers', {
            tenant_id: demo,
            customer_key: 'e_1',
            version_at: 1,
            country: 'DE',
          }),
        );
        const sums = {
          text: `SELECT (SELECT sum(net) FROM sales), (SELECT count(DISTINCT customer_key) FROM sales),
            (SELECT count(DISTINCT session_id) FROM sessions), (SELECT count(*) FROM events WHERE data = '{}')`,
          parameters: [],
        };
        const [[net, people, visits, emptied] = []] = (await warehouse.query(demo, sums)).rows;
        expect([net, people, visits, emptied]).toEqual([2.469, 2, 2, 4]);
      };
      await look(under.warehouse);
      await look(await under.reopen());
    });

    it('removes every row about a dead letter', async () => {
      const letter = (id: string, status: string) =>
        row('dead_letters', {
          tenant_id: demo,
          event_id: `${id}-${status}`,
          occurred_at: 1,
          received_at: 1,
          dead_letter_id: id,
          status,
          source: 'http',
          code: 'x',
          step: 'parse',
          reason: 'x',
          raw: '{}',
        });
      await under.warehouse.commit(
        batch([demo], {
          dead_letters: [letter('a', 'open'), letter('a', 'discarded'), letter('b', 'open')],
        }),
      );
      const every = await under.warehouse.fetchDeadLetters(demo, { every: true, limit: 10 });
      expect(every).toHaveLength(3);
      expect(await under.warehouse.eraseDeadLetters(other, ['a'])).toBe(0);
      expect(await under.warehouse.eraseDeadLetters(demo, ['a'])).toBe(2);
      const left = await under.warehouse.fetchDeadLetters(demo, { every: true, limit: 10 });
      expect(left).toHaveLength(1);
    });

    it('stops a query at its deadline and stays usable', async () => {
      const slow = {
        text: 'SELECT count(*) FROM range(100000000) a, range(1000) b WHERE (a.range * b.range) % 7 = 3',
        parameters: [],
      };
      await expect(under.warehouse.query(demo, slow, { deadlineMs: 50 })).rejects.toMatchObject({
        code: 'query_timeout',
      });
      await under.warehouse.ping();
    });
  });
}

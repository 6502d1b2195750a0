import { randomUUID } from 'node:crypto';
import type { CustomerData, PersonReference } from '@olympus/contract';
import { type Clock, dayMs, Problem, type TenantId } from '@olympus/core';
import { type Execute, open, type Platform, scrubDatabase, seal } from '@olympus/platform';
import { openSealedTexts } from './open-sealed.js';

/** How long an export can be fetched. */
const keptMs = 7 * dayMs;

export interface PersonalExport {
  readonly exported_at: string;
  readonly customer_id: string;
  /** By store. */
  readonly stores: Readonly<
    Record<
      string,
      { readonly what: string; readonly kept: string; readonly content: readonly unknown[] }
    >
  >;
}

/** Copies of all that is held of a person, for them; sealed while they wait to be fetched. */
export interface Exports {
  /** Stores a request, sealed, as part of a caller's transaction. @returns its id */
  add(
    execute: Execute,
    person: PersonReference,
    pseudonym: string,
    tenantKey: Uint8Array,
  ): Promise<string>;
  remove(execute: Execute, id: string): Promise<void>;
  /** Gathers what the stores hold. Doing it again makes it afresh. */
  make(tenant: TenantId, id: string, stores: readonly CustomerData[]): Promise<void>;
  /** @throws Problem `export_not_found`, `export_not_ready` */
  get(tenant: TenantId, id: string): Promise<PersonalExport>;
  /** The room's own store of personal data. */
  asPersonalData(where: string, personOf: PersonOf): CustomerData;
}

type PersonOf = (tenant: TenantId, customerId: string) => Promise<string>;

export function createExports(deps: {
  readonly platform: Pick<Platform, 'database' | 'people'>;
  readonly clock: Clock;
}): Exports {
  const { clock } = deps;
  const { database, people } = deps.platform;
  const at = (ms: number) => new Date(ms).toISOString();

  return {
    async add(execute, person, pseudonym, tenantKey) {
      const id = randomUUID();
      const sealed = seal(tenantKey, JSON.stringify(person), id);
      await execute('delete from personal_exports where requested_at < $1::text::timestamptz', [
        at(clock.now() - keptMs),
      ]);
      await execute(
        `insert into personal_exports (id, tenant_id, person, request, requested_at)
         values ($1, $2, $3, $4, $5::text::timestamptz)`,
        [id, person.tenant, pseudonym, sealed, at(clock.now())],
      );
      return id;
    },
    async remove(execute, id) {
      await execute('delete from personal_exports where id = $1', [id]);
    },
    async make(tenant, id, stores) {
      const [row] = await database.execute(
        'select request from personal_exports where tenant_id = $1 and id = $2',
        [tenant, id],
      );
      if (row === undefined) throw notFound(id);
      const text = open(await people.tenantKey(tenant), String(row[0]), id);
      if (text === undefined) return;
      const person = JSON.parse(text) as PersonReference;
      const own = (await people.existing(tenant, [person.key])).get(person.key);
      const keys = [own, await people.tenantKey(tenant)].filter((key) => key !== undefined);
      const gathered: Record<string, PersonalExport['stores'][string]> = {};
      for (const { store, what, kept, find } of stores) {
        const { content } = await find(person);
        gathered[store] = { what, kept, content: content.map((one) => openSealedTexts(one, keys)) };
      }
      const made: PersonalExport = {
        exported_at: at(clock.now()),
        customer_id: person.customerId,
        stores: gathered,
      };
      // under the person's own key where there is one, so that an erasure reaches copies in backups
      const [key] = keys;
      if (key === undefined) throw notFound(id);
      await database.execute(
        `update personal_exports set request = $2, content = $3, finished_at = $4::text::timestamptz
         where id = $1`,
        [
          id,
          seal(await people.tenantKey(tenant), person.key, id),
          seal(key, JSON.stringify(made), id),
          at(clock.now()),
        ],
      );
    },
    async get(tenant, id) {
      const [row] = await database.execute(
        `select request, content from personal_exports
         where tenant_id = $1 and id = $2 and requested_at >= $3::text::timestamptz`,
        [tenant, id, at(clock.now() - keptMs)],
      );
      if (row === undefined) throw notFound(id);
      const [request, content] = row;
      if (typeof content !== 'string') throw notReady(id);
      const tenantKey = await people.tenantKey(tenant);
      const customerKey = open(tenantKey, String(request), id);
      const known = await people.existing(
        tenant,
        customerKey === undefined ? [] : [customerKey as PersonReference['key']],
      );
      for (const key of [...known.values(), tenantKey]) {
        const text = open(key, content, id);
        if (text !== undefined) return JSON.parse(text) as PersonalExport;
      }
      throw notFound(id);
    },
    asPersonalData: (where, personOf) => ({
      store: 'privacy.exports',
      about: 'customer',
      what: 'Copies of the person’s data that were made for them',
      where,
      kept: '7 days',
      form: 'sealed',
      tables: ['control:personal_exports'],
      async find({ tenant, customerId }) {
        const rows = await database.execute(
          'select requested_at::text from personal_exports where tenant_id = $1 and person = $2',
          [tenant, await personOf(tenant, customerId)],
        );
        return {
          counts: { personal_exports: rows.length },
          content: rows.map(([requestedAt]) => ({ requested_at: requestedAt })),
        };
      },
      async erase({ tenant, customerId }) {
        const rows = await database.execute(
          'delete from personal_exports where tenant_id = $1 and person = $2 returning id',
          [tenant, await personOf(tenant, customerId)],
        );
        return { personal_exports: rows.length };
      },
      scrub: { name: 'platform.control_store', run: () => scrubDatabase(database) },
    }),
  };
}

function notFound(id: string): Problem {
  return new Problem({
    code: 'export_not_found',
    kind: 'not_found',
    message: `There is no export ${id}`,
    remedy: 'Exports are kept for 7 days, and until the person is erased; ask for a new one.',
  });
}

function notReady(id: string): Problem {
  return new Problem({
    code: 'export_not_ready',
    kind: 'conflict',
    message: `The export ${id} is still being made`,
    remedy: 'Look at its job, and ask again once that has succeeded.',
  });
}

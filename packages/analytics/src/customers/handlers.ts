import type { Handlers } from '@olympus/contract';
import { type CustomerKey, Problem, type TenantId } from '@olympus/core';
import {
  modelLanguageOf,
  parseCustomersQuery,
  type TimelineKind,
  timelineKinds,
} from '@olympus/semantic';
import type { Customers } from './customers.js';
import { exportLimit } from './export.js';
import type { listOperations } from './list.contract.js';
import type { PersonalReader } from './personal.js';
import type { profileOperations } from './profile.contract.js';
import type { segmentOperations } from './segments.contract.js';

export interface CustomerHandlerDeps {
  readonly customers: Customers;
  readonly personal: PersonalReader;
  /** The key that an id of the business's stands under. */
  readonly customerKey: (tenant: TenantId, customerId: string) => Promise<CustomerKey>;
}

const usualPage = 50;

export function listHandlers({
  customers,
  personal,
  customerKey,
}: CustomerHandlerDeps): Handlers<typeof listOperations> {
  const keyOf = async (tenant: TenantId, search: string | undefined) => {
    const id = search?.trim() ?? '';
    return id === '' ? undefined : customerKey(tenant, id);
  };
  return {
    'customers.list': async ({ tenant, input, signal }) => {
      const { tenant_id: _, columns, limit, offset, locale, ...query } = input;
      return customers.list({
        tenantId: tenant,
        query: parseCustomersQuery(query),
        columns,
        limit: limit ?? usualPage,
        offset: offset ?? 0,
        language: modelLanguageOf(locale),
        searchedKey: await keyOf(tenant, query.search),
        signal,
      });
    },
    'customers.export': async ({ tenant, input, caller, note, signal }) => {
      const { tenant_id: _, columns, personal: wanted, limit, locale, ...query } = input;
      if (wanted === true && !caller.allows(tenant, 'people:read_personal')) throw notAllowed();
      const request = {
        tenantId: tenant,
        query: parseCustomersQuery(query),
        columns,
        limit: limit ?? exportLimit,
        language: modelLanguageOf(locale),
        searchedKey: await keyOf(tenant, query.search),
        signal,
      };
      const made = await customers.export(request, wanted === true ? personal : undefined);
      note({ detail: { customers: made.rows, personal: wanted === true } });
      return { body: made.body, mediaType: 'text/csv; charset=utf-8', name: made.name };
    },
  };
}

export function segmentHandlers({
  customers,
}: CustomerHandlerDeps): Handlers<typeof segmentOperations> {
  return {
    'customers.rfm': async ({ tenant, input, signal }) =>
      customers.segments({
        tenantId: tenant,
        asOf: input.as_of,
        language: modelLanguageOf(input.locale),
        signal,
      }),
    'customers.history': async ({ tenant, input, signal }) =>
      customers.history({
        tenantId: tenant,
        kind: input.by ?? 'rfm',
        months: input.months ?? 12,
        language: modelLanguageOf(input.locale),
        signal,
      }),
    'customers.movement': async ({ tenant, input, signal }) =>
      customers.movement({
        tenantId: tenant,
        kind: input.by ?? 'rfm',
        from: input.from,
        to: input.to,
        language: modelLanguageOf(input.locale),
        signal,
      }),
  };
}

export function profileHandlers({
  customers,
  personal,
}: CustomerHandlerDeps): Handlers<typeof profileOperations> {
  return {
    'customers.profile': async ({ tenant, input, signal }) => {
      const key = input.customer_key as CustomerKey;
      const language = modelLanguageOf(input.locale);
      try {
        return await customers.profile({ tenantId: tenant, key, language, signal });
      } catch (problem) {
        const isUnknown = problem instanceof Problem && problem.code === 'customer_not_found';
        if (isUnknown && (await personal.isErased(tenant, key))) throw erased();
        throw problem;
      }
    },
    'customers.timeline': async ({ tenant, input, signal }) =>
      customers.timeline({
        tenantId: tenant,
        key: input.customer_key as CustomerKey,
        kinds: parseKinds(input.kinds),
        cursor: input.cursor,
        limit: input.limit ?? usualPage,
        signal,
      }),
    'customers.personal': async ({ tenant, input, note }) => {
      note({ target: input.customer_key });
      const found = await personal.one(tenant, input.customer_key as CustomerKey);
      return { customer_key: input.customer_key, ...found };
    },
  };
}

function parseKinds(text: string | undefined): readonly TimelineKind[] | undefined {
  return text?.split(',').map((word) => {
    const kind = timelineKinds.find((one) => one === word.trim());
    if (kind !== undefined) return kind;
    throw new Problem({
      code: 'unknown_kind',
      kind: 'invalid',
      message: `Timelines have nothing of the kind "${word.slice(0, 40)}"`,
      at: '/kinds',
      remedy: `Use ${timelineKinds.join(', ')}.`,
    });
  });
}

const notAllowed = () =>
  new Problem({
    code: 'personal_not_allowed',
    kind: 'forbidden',
    message: 'You may not see what is personal of customers',
    at: '/personal',
    remedy: 'Leave "personal" out, or ask an owner for the right people:read_personal.',
  });

const erased = () =>
  new Problem({
    code: 'customer_erased',
    kind: 'not_found',
    message: 'This customer was erased',
    remedy: 'Their amounts stay in all figures, under a key that leads to nobody.',
  });

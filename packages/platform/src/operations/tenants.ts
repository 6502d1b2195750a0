import type { Handlers, InputOf, Principal } from '@olympus/contract';
import { tenantId } from '@olympus/core';
import type { Tenant, Tenants } from '../tenants/tenants.js';
import type { tenantOperations } from './tenants.contract.js';

const describeTenant = (tenant: Tenant) => ({
  id: tenant.id,
  name: tenant.name,
  time_zone: tenant.timeZone,
  currency: tenant.currency,
  week_start: tenant.weekStart,
  locale: tenant.locale,
  exchange_rates: tenant.exchangeRates,
  demo: tenant.demo,
  created_at: tenant.createdAt,
});

type Fields = Omit<InputOf<(typeof tenantOperations)[2]>, 'tenant_id'>;

function toFields({ time_zone, week_start, exchange_rates, ...rest }: Fields) {
  return {
    ...rest,
    ...(time_zone === undefined ? {} : { timeZone: time_zone }),
    ...(week_start === undefined ? {} : { weekStart: week_start }),
    ...(exchange_rates === undefined ? {} : { exchangeRates: exchange_rates }),
  };
}

async function listVisible(tenants: Tenants, { tenants: ids }: Principal) {
  if (ids === 'all') return tenants.list();
  const found = await Promise.all(ids.map((id) => tenants.get(id)));
  return found.filter((tenant) => tenant !== undefined);
}

export function tenantHandlers(tenants: Tenants): Handlers<typeof tenantOperations> {
  return {
    'tenants.list': async ({ caller }) => {
      const visible = await listVisible(tenants, caller);
      return {
        tenants: visible
          .filter((tenant) => caller.allows(tenant.id, 'tenants:read'))
          .map(describeTenant),
      };
    },
    'tenants.create': async ({ input, note }) => {
      const { id, ...rest } = input;
      const tenant = await tenants.create({ id: tenantId(id), ...toFields(rest) });
      note({ target: tenant.id, tenant: tenant.id });
      return describeTenant(tenant);
    },
    'tenants.update': async ({ tenant: id, input, note }) => {
      const { tenant_id: _, ...changes } = input;
      const tenant = await tenants.update(id, toFields(changes));
      note({ target: tenant.id, detail: { fields: Object.keys(changes) } });
      return describeTenant(tenant);
    },
  };
}

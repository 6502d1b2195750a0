import { tenantId } from '@olympus/core';
import type { Platform, Tenant } from '@olympus/platform';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import { TenantAnswer } from '../answer-schemas.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';

const tags = ['tenants'];

const fields = {
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  time_zone: Type.Optional(Type.String({ maxLength: 100 })),
  currency: Type.Optional(Type.String({ maxLength: 3 })),
  week_start: Type.Optional(Type.Enum(['monday', 'sunday', 'saturday'])),
  locale: Type.Optional(Type.String({ maxLength: 35 })),
  exchange_rates: Type.Optional(Type.Record(Type.String(), Type.String())),
};
const Patch = Type.Object(fields, { additionalProperties: false });

export const describeTenant = (tenant: Tenant) => ({
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

function toFields(body: Type.Static<typeof Patch>) {
  const { time_zone, week_start, exchange_rates, ...rest } = body;
  return {
    ...rest,
    ...(time_zone === undefined ? {} : { timeZone: time_zone }),
    ...(week_start === undefined ? {} : { weekStart: week_start }),
    ...(exchange_rates === undefined ? {} : { exchangeRates: exchange_rates }),
  };
}

/** Businesses whose data is kept apart. */
export function registerTenantRoutes(
  app: App,
  { platform, audit }: { readonly platform: Pick<Platform, 'tenants'>; readonly audit: AuditTrail },
): void {
  app.get(
    '/api/tenants',
    {
      config: { access: { permission: 'signed_in' } },
      schema: {
        tags,
        summary: 'List the tenants that the caller may see',
        response: { 200: Type.Object({ tenants: Type.Array(TenantAnswer) }) },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const visible = await listVisible(platform, principal.tenants);
      return {
        tenants: visible
          .filter((tenant) => principal.allows(tenant.id, 'tenants:read'))
          .map(describeTenant),
      };
    },
  );

  app.post(
    '/api/tenants',
    {
      config: { access: { permission: 'tenants:admin' } },
      schema: {
        tags,
        summary: 'Make a tenant',
        response: { 201: TenantAnswer },
        description:
          'For operators of the installation. Currency and time zone default to EUR and UTC.',
        body: Type.Object(
          { id: Type.String({ minLength: 1, maxLength: 63 }), ...fields },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const { id, ...rest } = request.body;
      const tenant = await platform.tenants.create({ id: tenantId(id), ...toFields(rest) });
      request.tenant = tenant;
      await audit.record(request, principalOf(request), 'tenant.created', { target: tenant.id });
      return reply.code(201).send(describeTenant(tenant));
    },
  );

  app.patch(
    '/api/tenants/:tenant_id',
    {
      config: { access: { permission: 'tenants:admin', tenant: 'path' } },
      schema: {
        tags,
        summary: 'Change a tenant',
        response: { 200: TenantAnswer },
        params: Type.Object({ tenant_id: Type.String() }),
        body: Patch,
      },
    },
    async (request) => {
      const tenant = await platform.tenants.update(tenantOf(request).id, toFields(request.body));
      await audit.record(request, principalOf(request), 'tenant.changed', {
        target: tenant.id,
        detail: { fields: Object.keys(request.body) },
      });
      return describeTenant(tenant);
    },
  );
}

async function listVisible(
  platform: Pick<Platform, 'tenants'>,
  ids: 'all' | readonly Tenant['id'][],
): Promise<readonly Tenant[]> {
  if (ids === 'all') return platform.tenants.list();
  const tenants = await Promise.all(ids.map((id) => platform.tenants.get(id)));
  return tenants.filter((tenant) => tenant !== undefined);
}

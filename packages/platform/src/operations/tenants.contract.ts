import { created, json, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';

export const tenantSchema = record(
  {
    id: Type.String(),
    name: Type.String(),
    time_zone: Type.String({ description: 'IANA zone of its calendar' }),
    currency: Type.String({ description: 'ISO 4217 code of its books' }),
    week_start: oneOf(['monday', 'sunday', 'saturday']),
    locale: Type.String(),
    exchange_rates: Type.Record(Type.String(), Type.String(), {
      description: 'Units of its currency for one of each other currency',
    }),
    demo: Type.Boolean({ description: 'Simulated' }),
    created_at: Type.String(),
  },
  { title: 'Tenant', description: 'A business whose data is kept apart' },
);

const fields = {
  name: optional(Type.String({ minLength: 1, maxLength: 200 })),
  time_zone: optional(Type.String({ maxLength: 100 })),
  currency: optional(Type.String({ maxLength: 3 })),
  week_start: optional(oneOf(['monday', 'sunday', 'saturday'])),
  locale: optional(Type.String({ maxLength: 35 })),
  exchange_rates: optional(Type.Record(Type.String(), Type.String())),
};
const faults = {
  invalid_tenant: 'invalid',
  unknown_time_zone: 'invalid',
} as const;

export const tenantOperations = [
  operation({
    id: 'tenants.list',
    method: 'GET',
    path: '/api/tenants',
    summary: 'List the tenants that the caller may see',
    permission: 'signed_in',
    input: record({}),
    answer: json(record({ tenants: Type.Array(tenantSchema) }, { title: 'TenantList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of mine', input: {} }],
  }),
  operation({
    id: 'tenants.create',
    method: 'POST',
    path: '/api/tenants',
    summary: 'Make a tenant',
    description:
      'For operators of the installation. Currency and time zone default to EUR and UTC.',
    permission: 'tenants:admin',
    input: record({ id: Type.String({ minLength: 1, maxLength: 63 }), ...fields }),
    answer: created(tenantSchema),
    problems: { ...faults, tenant_exists: 'conflict', invalid_tenant_id: 'invalid' },
    repeats: 'once',
    audit: 'tenant.created',
    since: '0.1.0',
    examples: [
      {
        name: 'A shop in Berlin',
        input: { id: 'my-shop', name: 'My Shop', time_zone: 'Europe/Berlin', currency: 'EUR' },
        answer: { id: 'my-shop', currency: 'EUR', week_start: 'monday' },
      },
    ],
  }),
  operation({
    id: 'tenants.update',
    method: 'PATCH',
    path: '/api/tenants/:tenant_id',
    summary: 'Change a tenant',
    permission: 'tenants:admin',
    input: record({ ...ofTenant, ...fields }),
    answer: json(tenantSchema),
    problems: { ...faults, tenant_not_found: 'not_found', currency_in_use: 'conflict' },
    repeats: 'idempotent',
    audit: 'tenant.changed',
    since: '0.1.0',
    examples: [
      {
        name: 'Weeks that start on Sunday',
        input: { tenant_id: 'shop', week_start: 'sunday' },
        answer: { week_start: 'sunday' },
      },
    ],
  }),
] as const;

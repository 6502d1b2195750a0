import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.js';

export const tenants = pgTable('tenants', {
  id: text().primaryKey(),
  name: text().notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text().notNull(),
  weekStart: text('week_start').notNull(),
  locale: text().notNull(),
  exchangeRates: jsonb('exchange_rates').$type<Record<string, string>>().notNull(),
  demo: boolean().notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A tenant's own secrets, wrapped by the master key: one row a purpose. */
export const tenantSecrets = pgTable(
  'tenant_secrets',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    wrapped: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.purpose] })],
);

/** Keys of people, wrapped by the master key. A row without `wrapped` is the mark of an erasure. */
export const personKeys = pgTable(
  'person_keys',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    customerKey: text('customer_key').notNull(),
    wrapped: text(),
    createdAt: instant('created_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.customerKey] })],
);

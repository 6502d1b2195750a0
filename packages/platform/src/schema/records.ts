import {
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.js';
import { tenants } from './tenants.js';

/**
 * What was done by whom. A trigger refuses every change, so nothing refers to other tables and the
 * rows of a removed tenant stay.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    tenantId: text('tenant_id'),
    at: instant().notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    target: text(),
    detail: jsonb().$type<Record<string, unknown>>(),
    requestId: text('request_id'),
  },
  (table) => [index('audit_log_tenant').on(table.tenantId, table.id)],
);

/** Tenants' extensions of event types; every version is kept. */
export const eventSchemas = pgTable(
  'event_schemas',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    version: integer().notNull(),
    schema: jsonb().$type<unknown>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.type, table.version] })],
);

export const metricDefinitions = pgTable(
  'metric_definitions',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    definition: jsonb().$type<unknown>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.name] })],
);

/** Settings of the installation (no tenant) and of tenants. Secret ones are sealed text. */
export const settings = pgTable(
  'settings',
  {
    tenantId: text('tenant_id').references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    value: jsonb().$type<unknown>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [unique('settings_scope').on(table.tenantId, table.name).nullsNotDistinct()],
);

/** Questions in plain words and what they came to: the history of whoever asked, by conversation. */
export const questions = pgTable(
  'questions',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    asker: text().notNull(),
    conversationId: text('conversation_id').notNull(),
    question: text().notNull(),
    /** The question without case, marks and spaces, by which like ones are counted together. */
    likeness: text().notNull(),
    locale: text(),
    outcome: text().$type<'answer' | 'clarify' | 'decline'>().notNull(),
    reason: text(),
    answer: jsonb().$type<Record<string, unknown>>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('questions_asker').on(table.tenantId, table.asker, table.conversationId, table.id),
    index('questions_outcome').on(table.tenantId, table.outcome, table.createdAt),
  ],
);

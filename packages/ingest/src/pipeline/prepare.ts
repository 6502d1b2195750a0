import { createPace, type TenantId } from '@olympus/core';
import type { IncomingBatch } from '../parse/body.js';
import { type Envelope, isRefusal, parseEnvelope, type Refusal } from '../parse/envelope.js';
import { hash53 } from '../parse/hash.js';
import type { IngestLimits } from '../parse/limits.js';
import type { CheckedEvent, Projection } from '../projections/context.js';
import { project } from '../projections/project.js';
import type { EventSchema, SchemaRegistry } from '../schemas/registry.js';
import type { TenantContext } from './tenant-context.js';

/** An event ready for the writer. */
export interface AcceptedEvent {
  readonly kind: 'accepted';
  readonly event: CheckedEvent;
  readonly idHash: number;
  readonly source: string;
  readonly schemaVersion: number;
  readonly projection: Projection;
  /** The event's data as it is stored: pseudonymous, without its personal fields. */
  readonly storedData: Readonly<Record<string, unknown>>;
  /** Fields to be sealed under the person's key; undefined when there are none. */
  readonly personal: Readonly<Record<string, unknown>> | undefined;
}

/** An event that cannot be stored, with the text it came as. */
export interface RefusedEvent {
  readonly kind: 'refused';
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly refusal: Refusal;
  readonly raw: string;
}

export type PreparedEvent = AcceptedEvent | RefusedEvent;

interface PrepareOptions {
  readonly registry: SchemaRegistry;
  readonly limits: IngestLimits;
  readonly receivedAtMs: number;
}

/** Hash by which repeats of an event or parts of a document are looked for. */
export function tenantHash(tenant: TenantId, id: string): number {
  return hash53(`${tenant}\n${id}`);
}

/**
 * Takes each event of a batch as far as it goes without asking anything: parse, validate, project.
 * Many events are taken some at a time.
 */
export async function prepareBatch(
  context: TenantContext,
  batch: IncomingBatch,
  options: PrepareOptions,
): Promise<PreparedEvent[]> {
  const pace = createPace();
  const prepared: PreparedEvent[] = [];
  for (const [index, raw] of batch.events.entries()) {
    prepared.push(prepareOne(context, batch, index, raw, options));
    if (pace.due()) await pace.rest();
  }
  return prepared;
}

function prepareOne(
  context: TenantContext,
  batch: IncomingBatch,
  index: number,
  raw: unknown,
  options: PrepareOptions,
): PreparedEvent {
  const fault = batch.faultOf(index);
  const prepared =
    fault === undefined
      ? prepareEvent(context, raw, index, options)
      : ({ ...fault, step: 'parse' } satisfies Refusal);
  if (!isRefusal(prepared)) return prepared;
  return {
    kind: 'refused',
    id: textField(raw, 'id'),
    type: textField(raw, 'type'),
    refusal: prepared,
    raw: batch.rawOf(index),
  };
}

function prepareEvent(
  context: TenantContext,
  raw: unknown,
  place: number,
  { registry, limits, receivedAtMs }: PrepareOptions,
): AcceptedEvent | Refusal {
  const envelope = parseEnvelope(raw, receivedAtMs, limits);
  if (isRefusal(envelope)) return envelope;
  const tenant = context.tenant.id;
  const schema = registry.find(tenant, envelope.type);
  if (schema === undefined) {
    return {
      code: 'unknown_event_type',
      path: '/type',
      reason: `no schema is declared for events of type ${envelope.type}; declare one and replay`,
      step: 'validate',
    };
  }
  const offence = schema.check(envelope.data);
  if (offence !== undefined) return { code: 'invalid_data', ...offence, step: 'validate' };

  const event = checkedEvent(context, envelope, receivedAtMs, place);
  const projection = project(event, {
    tenant: context.tenant,
    documentHash: (id) => tenantHash(tenant, id),
  });
  if (isRefusal(projection)) return projection;
  return {
    kind: 'accepted',
    event,
    idHash: tenantHash(tenant, envelope.id),
    source: envelope.source,
    schemaVersion: schema.version,
    projection,
    ...splitPersonal(event, schema),
  };
}

function checkedEvent(
  context: TenantContext,
  envelope: Envelope,
  receivedAtMs: number,
  place: number,
): CheckedEvent {
  const { data, subject } = envelope;
  const customerId = textField(data, 'customer_id') ?? subject;
  const anonymousId = textField(data, 'anonymous_id');
  const customerKey = customerId === undefined ? null : context.customerKey(customerId);
  const anonymousKey = anonymousId === undefined ? null : context.anonymousKey(anonymousId);
  return {
    id: envelope.id,
    type: envelope.type,
    occurredAtMs: envelope.occurredAtMs,
    receivedAtMs,
    place,
    customerKey,
    anonymousKey,
    visitorKey: customerKey ?? anonymousKey,
    data,
  };
}

function splitPersonal(
  event: CheckedEvent,
  schema: EventSchema,
): Pick<AcceptedEvent, 'storedData' | 'personal'> {
  const stored: Record<string, unknown> = { ...event.data };
  if ('customer_id' in stored) stored.customer_id = event.customerKey;
  if ('anonymous_id' in stored) stored.anonymous_id = event.anonymousKey;
  if (schema.personalFields.length === 0) return { storedData: stored, personal: undefined };
  const personal: Record<string, unknown> = {};
  for (const field of schema.personalFields) {
    if (!Object.hasOwn(event.data, field)) continue;
    personal[field] = event.data[field];
    delete stored[field];
  }
  // the id itself is kept with the person, so that an owner can read it and erasure removes it
  if (schema.type.startsWith('customer.')) personal.customer_id = event.data.customer_id;
  return Object.keys(personal).length === 0
    ? { storedData: stored, personal: undefined }
    : { storedData: stored, personal };
}

function textField(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const field = (value as Record<string, unknown>)[name];
  return typeof field === 'string' ? field : undefined;
}

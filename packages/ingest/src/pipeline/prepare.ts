import { createPace, type TenantId } from '@olympus/core';
import type { IncomingBatch } from '../parse/body.js';
import { type Envelope, isRefusal, parseEnvelope, type Refusal } from '../parse/envelope.js';
import { hash53 } from '../parse/hash.js';
import type { IngestLimits } from '../parse/limits.js';
import { divide } from '../personal/divide.js';
import { joinParts, type SealedParts } from '../personal/sealed-data.js';
import type { CheckedEvent, Projection } from '../projections/context.js';
import { project } from '../projections/project.js';
import type { EventSchema, SchemaRegistry } from '../schemas/registry.js';
import type { TenantContext } from './tenant-context.js';

type Fields = Readonly<Record<string, unknown>>;

/** An event ready for the writer. */
export interface AcceptedEvent {
  readonly kind: 'accepted';
  readonly event: CheckedEvent;
  /** The event's id as its sender knows it. */
  readonly sentId: string;
  readonly idHash: number;
  readonly source: string;
  readonly schemaVersion: number;
  readonly projection: Projection;
  /** The event's data as it is stored: pseudonymous, and only what is known to be harmless. */
  readonly storedData: Fields;
  /** Fields that are marked as personal; undefined when there are none. */
  readonly personal: Fields | undefined;
  /** What is to be sealed of the event, the personal fields among it; undefined for nothing. */
  readonly secret: Fields | undefined;
  /** Of a document: the text that it came as. */
  readonly raw?: () => string;
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
  if (!isRefusal(prepared)) {
    if (prepared.projection.document === undefined) return prepared;
    return { ...prepared, raw: () => batch.rawOf(index) };
  }
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
      reason: 'no schema is declared for events of this type; declare one and replay',
      step: 'validate',
    };
  }
  const offence = schema.check(envelope.data);
  if (offence !== undefined) return { code: 'invalid_data', ...offence, step: 'validate' };

  const event = checkedEvent(context, envelope, receivedAtMs, place);
  const pseudonymous = event.data;
  const divided = divide(pseudonymous, schema.known, context.hide);
  const storedData = (divided === undefined ? pseudonymous : divided.clear) as CheckedEvent['data'];
  event.data =
    schema.booked === schema.known
      ? storedData
      : bookedData(pseudonymous, schema.booked, context.hide);
  const projection = project(event, {
    tenant: context.tenant,
    documentHash: (id) => tenantHash(tenant, id),
  });
  if (isRefusal(projection)) return projection;
  const source = context.hide(envelope.source);
  const hidden =
    event.id === envelope.id && source === envelope.source
      ? undefined
      : { id: envelope.id, source: envelope.source };
  const keepsId = schema.personalFields.length > 0 && schema.type.startsWith('customer.');
  const isSecret = divided !== undefined || hidden !== undefined || keepsId;
  const parts = isSecret ? secretParts(divided?.rest, envelope.data, schema, keepsId) : undefined;
  return {
    kind: 'accepted',
    event,
    sentId: envelope.id,
    idHash: tenantHash(tenant, event.id),
    source,
    schemaVersion: schema.version,
    projection,
    storedData,
    personal: parts?.personal,
    secret: parts === undefined ? undefined : joinParts(parts, hidden),
  };
}

/** The event under pseudonyms, with its data still whole. */
function checkedEvent(
  context: TenantContext,
  envelope: Envelope,
  receivedAtMs: number,
  place: number,
): { -readonly [Name in keyof CheckedEvent]: CheckedEvent[Name] } {
  const { subject } = envelope;
  const data: Record<string, unknown> = { ...envelope.data };
  const customerId = textField(data, 'customer_id') ?? subject;
  const anonymousId = textField(data, 'anonymous_id');
  const customerKey = customerId === undefined ? null : context.customerKey(customerId);
  const anonymousKey = anonymousId === undefined ? null : context.anonymousKey(anonymousId);
  if ('customer_id' in data) data.customer_id = customerKey;
  if ('anonymous_id' in data) data.anonymous_id = anonymousKey;
  return {
    id: context.hide(envelope.id),
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

function bookedData(
  data: CheckedEvent['data'],
  booked: EventSchema['booked'],
  hide: TenantContext['hide'],
): CheckedEvent['data'] {
  const divided = divide(data, booked, hide);
  return divided === undefined ? data : (divided.clear as CheckedEvent['data']);
}

/**
 * Fields that the schema marks as personal, and all else that is to be sealed.
 * @param keepsId the id itself is kept with the person, so that an owner can read it and erasure removes it
 */
function secretParts(
  sealed: unknown,
  data: Fields,
  schema: EventSchema,
  keepsId: boolean,
): SealedParts {
  const rest: Record<string, unknown> = { ...(sealed as Fields | undefined) };
  const personal: Record<string, unknown> = {};
  for (const field of schema.personalFields) {
    if (!Object.hasOwn(rest, field)) continue;
    personal[field] = data[field];
    delete rest[field];
  }
  if (keepsId) personal.customer_id = data.customer_id;
  return { personal: filled(personal), rest: filled(rest) };
}

const filled = (fields: Fields): Fields | undefined =>
  Object.keys(fields).length === 0 ? undefined : fields;

function textField(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const field = (value as Record<string, unknown>)[name];
  return typeof field === 'string' ? field : undefined;
}

import { Problem, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { SchemaRule } from '../parse/envelope.js';
import { builtInSchemaVersion, eventTypes } from './event-types.js';
import { isPersonal, type Known, knownOfData } from './known.js';
import { compileSchema, type SchemaValidator } from './validator.js';
import { invalidSchema, requireAllowedSchema } from './vocabulary.js';

/** What an event's data is checked with. */
export interface EventSchema {
  readonly type: string;
  readonly version: number;
  readonly json: object;
  /** Whether the tenant declared it, or extended what is built in. */
  readonly declared: boolean;
  /** Top-level fields that the schema marks as personal. */
  readonly personalFields: readonly string[];
  /** What may be stored in clear of the data. */
  readonly known: Known;
  /**
   * What ledgers read of it. More than {@link known} where a tenant marks as personal what the
   * ledgers of a built-in type are made of.
   */
  readonly booked: Known;
  /** @returns undefined when the data fits, else the first offence. Never throws. */
  check(data: unknown): Offence | undefined;
}

interface Offence {
  /** JSON pointer from the event's root. */
  readonly path: string;
  readonly reason: string;
  readonly rule?: SchemaRule;
}

export interface SchemaRegistry {
  /** The schema for an event type, with the tenant's extension; undefined for an unknown type. */
  find(tenant: TenantId, type: string): EventSchema | undefined;
  /** Brings a tenant's extensions into memory; to be awaited before {@link find}. */
  load(tenant: TenantId): Promise<void>;
  /** True when {@link find} can answer for the tenant. */
  isLoaded(tenant: TenantId): boolean;
  list(tenant: TenantId): Promise<readonly EventSchema[]>;
  /**
   * Declares or extends a type for a tenant; a new version each time.
   * @throws Problem `invalid_schema`, `too_many_event_types`
   */
  extend(tenant: TenantId, type: string, schema: unknown): Promise<EventSchema>;
  /** Takes back what a tenant declared of a type. @throws Problem `unknown_event_type` */
  remove(tenant: TenantId, type: string): Promise<void>;
  /** Of one tenant, or of all. */
  forget(tenant?: TenantId): void;
}

const typePattern = /^[a-z0-9_]+(\.[a-z0-9_]+){0,5}$/i;
/** Types that one tenant may declare: with 64 KiB each, all of them are read at once. */
const maxDeclaredTypes = 500;

export function createSchemaRegistry(schemas: Platform['schemas']): SchemaRegistry {
  const builtIn = new Map(
    Object.entries(eventTypes).map(([type, json]) => [type, builtInSchema(type, json)]),
  );
  const byTenant = new Map<TenantId, ReadonlyMap<string, EventSchema>>();

  async function load(tenant: TenantId): Promise<ReadonlyMap<string, EventSchema>> {
    const known = byTenant.get(tenant);
    if (known !== undefined) return known;
    const declared = await schemas.list(tenant);
    const all = new Map(
      declared.map(({ type, version, schema }) => [
        type,
        declaredSchema(type, version, schema, builtIn.get(type)),
      ]),
    );
    byTenant.set(tenant, all);
    return all;
  }

  return {
    find: (tenant, type) => byTenant.get(tenant)?.get(type) ?? builtIn.get(type),
    isLoaded: (tenant) => byTenant.has(tenant),
    async load(tenant) {
      await load(tenant);
    },
    async list(tenant) {
      const own = await load(tenant);
      const all = new Map([...builtIn, ...own]);
      return [...all.values()].sort((a, b) => a.type.localeCompare(b.type));
    },
    async extend(tenant, type, schema) {
      requireTypeName(type);
      requireAllowedSchema(schema);
      const own = await load(tenant);
      if (!own.has(type) && own.size >= maxDeclaredTypes) throw tooManyTypes();
      const version = await schemas.put(tenant, type, schema);
      byTenant.delete(tenant);
      return declaredSchema(type, version, schema, builtIn.get(type));
    },
    async remove(tenant, type) {
      const removed = await schemas.remove(tenant, type);
      byTenant.delete(tenant);
      if (!removed) throw notDeclared(type, builtIn.has(type));
    },
    forget: (tenant) => {
      if (tenant === undefined) byTenant.clear();
      else byTenant.delete(tenant);
    },
  };
}

function builtInSchema(type: string, json: object): EventSchema {
  const known = knownOfData(json);
  return {
    type,
    version: builtInSchemaVersion,
    json,
    declared: false,
    personalFields: personalFieldsOf(json),
    known,
    booked: known,
    check: checkWith(compileSchema(json), known),
  };
}

/**
 * An extension adds to the built-in schema of its type; it can never loosen it. Made ready with the
 * first event of its type: a tenant may have hundreds. What is stored was allowed when it was; what
 * of it cannot be understood today refuses the events of its type, and nothing else.
 */
function declaredSchema(
  type: string,
  version: number,
  schema: unknown,
  base: EventSchema | undefined,
): EventSchema {
  const own = typeof schema === 'object' && schema !== null ? schema : {};
  let compiled: SchemaValidator | undefined;
  const known = knownOfData(base?.json, own);
  const check = checkWith((data) => {
    compiled ??= compileStored(schema);
    return compiled(data);
  }, known);
  return {
    type,
    version,
    json: base === undefined ? own : { allOf: [base.json, own] },
    declared: true,
    personalFields: [...(base?.personalFields ?? []), ...personalFieldsOf(own)],
    known,
    booked: base !== undefined && marksPersonal(own) ? base.known : known,
    check: (data) => base?.check(data) ?? check(data),
  };
}

function compileStored(schema: unknown): SchemaValidator {
  try {
    return compileSchema(schema);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = `cannot be checked: its declared schema is not understood (${why}); declare the type again or remove it`;
    return () => ({ path: '', reason, rule: { keyword: 'schema' } });
  }
}

const checkWith =
  (validate: SchemaValidator, known: Known): EventSchema['check'] =>
  (data) => {
    const failure = validate(data);
    if (failure === undefined) return undefined;
    const { path, reason, rule } = failure;
    return { path: `/data${knownPath(path, known)}`, reason, rule };
  };

/** A pointer as far as the schema knows the names in it: others may tell who somebody is. */
function knownPath(path: string, known: Known): string {
  let at = known;
  let end = 0;
  for (const [segment, name = ''] of path.matchAll(/\/([^/]*)/g)) {
    const next = at.members?.get(name) ?? (/^\d+$/.test(name) ? at.items : undefined);
    if (next === undefined) break;
    at = next;
    end += segment.length;
  }
  return path.slice(0, end);
}

/** Whether a schema marks anything as personal, however deep. */
const marksPersonal = (schema: object) => JSON.stringify(schema).includes('"x-personal":true');

function personalFieldsOf(schema: object): string[] {
  const { properties } = schema as { readonly properties?: unknown };
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties)
    .filter(([, property]) => isPersonal(property))
    .map(([name]) => name);
}

export const isTypeName = (type: string): boolean => type.length <= 120 && typePattern.test(type);

function requireTypeName(type: string): void {
  if (isTypeName(type)) return;
  throw invalidSchema('', `"${type.slice(0, 120)}" is no event type: use words joined by dots`);
}

function tooManyTypes(): Problem {
  return new Problem({
    code: 'too_many_event_types',
    kind: 'conflict',
    message: `At most ${maxDeclaredTypes} event types can be declared`,
    remedy: 'Remove types that no longer come in, or tell events apart by a field.',
  });
}

function notDeclared(type: string, isBuiltIn: boolean): Problem {
  return new Problem({
    code: 'unknown_event_type',
    kind: 'not_found',
    message: isBuiltIn
      ? `${type} is built in, and nothing was added to it`
      : `There is no event type ${type.slice(0, 120)}`,
    remedy: 'schemas.list shows what was declared.',
  });
}

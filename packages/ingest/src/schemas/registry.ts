import { Problem, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { SchemaRule } from '../parse/envelope.js';
import { builtInSchemaVersion, eventTypes } from './event-types.js';

/** What an event's data is checked with. */
export interface EventSchema {
  readonly type: string;
  readonly version: number;
  readonly json: object;
  /** Top-level fields that the schema marks as personal. */
  readonly personalFields: readonly string[];
  /** @returns undefined when the data fits, else the first offence. */
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
  /** Declares or extends a type for a tenant; a new version each time. */
  extend(tenant: TenantId, type: string, schema: unknown): Promise<EventSchema>;
  /** Of one tenant, or of all. */
  forget(tenant?: TenantId): void;
}

const typePattern = /^[a-z0-9_]+(\.[a-z0-9_]+){0,5}$/i;
const maxSchemaBytes = 64 * 1024;

function createAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    discriminator: false,
    validateFormats: true,
  });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv;
}

export function createSchemaRegistry(schemas: Platform['schemas']): SchemaRegistry {
  const builtIn = compileBuiltIn();
  const byTenant = new Map<TenantId, ReadonlyMap<string, EventSchema>>();

  async function load(tenant: TenantId): Promise<ReadonlyMap<string, EventSchema>> {
    const known = byTenant.get(tenant);
    if (known !== undefined) return known;
    const declared = await schemas.list(tenant);
    const compiled = new Map<string, EventSchema>();
    for (const { type, version, schema } of declared) {
      requireExtension(type, schema);
      compiled.set(type, compileExtension(type, version, schema, builtIn.get(type)));
    }
    byTenant.set(tenant, compiled);
    return compiled;
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
      requireExtension(type, schema);
      // compiling first: what cannot be compiled is not kept
      compileExtension(type, 0, schema, builtIn.get(type));
      const version = await schemas.put(tenant, type, schema);
      byTenant.delete(tenant);
      return compileExtension(type, version, schema, builtIn.get(type));
    },
    forget: (tenant) => {
      if (tenant === undefined) byTenant.clear();
      else byTenant.delete(tenant);
    },
  };
}

function compileBuiltIn(): ReadonlyMap<string, EventSchema> {
  const ajv = createAjv();
  const compiled = new Map<string, EventSchema>();
  for (const [type, schema] of Object.entries(eventTypes)) {
    compiled.set(type, toEventSchema(type, builtInSchemaVersion, schema, ajv.compile(schema)));
  }
  return compiled;
}

/** An extension adds to the built-in schema of its type; it can never loosen it. */
function compileExtension(
  type: string,
  version: number,
  schema: object,
  base: EventSchema | undefined,
): EventSchema {
  const json = base === undefined ? schema : { allOf: [base.json, schema] };
  try {
    const compiled = toEventSchema(type, version, json, createAjv().compile(json));
    return {
      ...compiled,
      personalFields: [...(base?.personalFields ?? []), ...personalFieldsOf(schema)],
    };
  } catch (error) {
    throw invalidSchema(error instanceof Error ? error.message : String(error));
  }
}

function toEventSchema(
  type: string,
  version: number,
  json: object,
  validate: ValidateFunction,
): EventSchema {
  return {
    type,
    version,
    json,
    personalFields: personalFieldsOf(json),
    check: (data) => (validate(data) ? undefined : toOffence(validate.errors?.[0])),
  };
}

function personalFieldsOf(schema: object): string[] {
  const properties = (schema as { properties?: Record<string, Record<string, unknown>> })
    .properties;
  return Object.entries(properties ?? {})
    .filter(([, property]) => property['x-personal'] === true)
    .map(([name]) => name);
}

function toOffence(error: ErrorObject | undefined): Offence {
  if (error === undefined) return { path: '/data', reason: 'does not fit its schema' };
  const missing = error.keyword === 'required' ? `/${error.params.missingProperty}` : '';
  return {
    path: `/data${error.instancePath}${missing}`,
    reason: missing === '' ? (error.message ?? 'does not fit its schema') : 'is missing',
    rule: ruleOf(error),
  };
}

function ruleOf({ keyword, params }: ErrorObject): SchemaRule {
  const { limit, type } = params;
  return {
    keyword,
    ...(typeof limit === 'number' ? { limit } : {}),
    ...(typeof type === 'string' ? { type } : {}),
  };
}

function requireExtension(type: string, schema: unknown): asserts schema is object {
  if (!typePattern.test(type) || type.length > 120) {
    throw invalidSchema(`"${type.slice(0, 120)}" is no event type: use words joined by dots`);
  }
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw invalidSchema('a schema is a JSON object');
  }
  const text = JSON.stringify(schema);
  if (text.length > maxSchemaBytes) throw invalidSchema('a schema holds at most 64 KiB');
  // regular expressions of a stranger could stop the server for minutes
  if (/"(pattern|patternProperties|\$ref|\$dynamicRef)"\s*:/.test(text)) {
    throw invalidSchema('"pattern", "patternProperties" and references are not supported');
  }
}

function invalidSchema(why: string): Problem {
  return new Problem({
    code: 'invalid_schema',
    kind: 'invalid',
    message: `The schema cannot be used: ${why}`,
    remedy: 'Send a JSON Schema of the event’s data; mark personal fields with "x-personal": true.',
  });
}

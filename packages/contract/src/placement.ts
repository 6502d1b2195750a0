import { type TProperties, type TSchema, Type } from 'typebox';
import type { Operation } from './operation.js';

/** Where an HTTP request carries the members of an operation's input. */
export interface Placement {
  readonly path: readonly string[];
  readonly query: readonly string[];
  /** Members of the body, or `whole` with the one that is the body. */
  readonly body:
    | { readonly kind: 'none' }
    | { readonly kind: 'members'; readonly names: readonly string[] }
    | { readonly kind: 'whole'; readonly name: string }
    | { readonly kind: 'upload' };
}

/** Decides it from the path, the method and `body`; nothing else does. */
export function placementOf(operation: Operation): Placement {
  const names = Object.keys(operation.input.properties);
  const path = [...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const rest = names.filter((name) => !path.includes(name) && name !== operation.body);
  if (operation.upload !== undefined) return { path, query: rest, body: { kind: 'upload' } };
  const inQuery = operation.method === 'GET' || operation.method === 'DELETE';
  if (operation.body !== undefined) {
    return { path, query: rest, body: { kind: 'whole', name: operation.body } };
  }
  if (inQuery || rest.length === 0) return { path, query: rest, body: { kind: 'none' } };
  return { path, query: [], body: { kind: 'members', names: rest } };
}

/** The schema of some members of an input, closed as the input is. */
export function membersOf(operation: Operation, names: readonly string[]) {
  const { properties, required = [] } = operation.input as {
    readonly properties: TProperties;
    readonly required?: readonly string[];
  };
  // an input that goes as a whole keeps its title
  if (names.length === Object.keys(properties).length) return operation.input;
  const members: Record<string, TSchema> = {};
  for (const name of names) {
    const schema = properties[name];
    if (schema === undefined) continue;
    members[name] = required.includes(name) ? schema : Type.Optional(schema);
  }
  return Type.Object(members, { additionalProperties: false });
}

/** Where the request names its tenant; undefined for operations of the installation. */
export function tenantPlace(
  operation: Operation,
): 'path' | 'query' | 'body' | 'sender' | undefined {
  if (operation.tenant === 'sender') return 'sender';
  if (!('tenant_id' in operation.input.properties)) return undefined;
  const { path, query } = placementOf(operation);
  if (path.includes('tenant_id')) return 'path';
  return query.includes('tenant_id') ? 'query' : 'body';
}

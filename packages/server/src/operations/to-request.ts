import { type Operation, placementOf } from '@olympus/contract';
import type { Input } from './dispatcher.js';

/** A call as the request that carries it. */
export interface OperationRequest {
  readonly method: Operation['method'];
  /** With the query string. */
  readonly path: string;
  /** Sent as JSON; none when undefined. */
  readonly body: unknown;
}

export function toRequest(operation: Operation, input: Input): OperationRequest {
  const { path, query, body } = placementOf(operation);
  const address = path.reduce(
    (address, name) => address.replace(`:${name}`, encodeURIComponent(String(input[name]))),
    operation.path,
  );
  const search = new URLSearchParams(query.flatMap((name) => toPairs(name, input[name])));
  return {
    method: operation.method,
    path: search.size === 0 ? address : `${address}?${search}`,
    body: bodyOf(body, input),
  };
}

function bodyOf(body: ReturnType<typeof placementOf>['body'], input: Input): unknown {
  switch (body.kind) {
    case 'whole':
      return input[body.name];
    case 'members':
      return Object.fromEntries(
        body.names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
      );
    default:
      return undefined;
  }
}

function toPairs(name: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => toPairs(name, item));
  return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
}

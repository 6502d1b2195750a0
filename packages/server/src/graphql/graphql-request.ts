import { beginningOf, excessOf, Problem } from '@olympus/core';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { jsonLimits, tooComplex } from '../http/json-body.js';
import { invalidRequest } from '../http/type-provider.js';

const requestSchema = Type.Object({
  query: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  operationName: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  variables: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
  extensions: Type.Optional(
    Type.Union([
      Type.Object({
        persistedQuery: Type.Optional(
          Type.Object({
            version: Type.Literal(1),
            sha256Hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
          }),
        ),
      }),
      Type.Null(),
    ]),
  ),
});
const validator = Compile(requestSchema);

/** What was asked, as GraphQL over HTTP has it. */
export interface GraphqlRequest {
  readonly query: string | undefined;
  readonly hash: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws Problem `batch_not_offered`, `invalid_request` */
export function parseGraphqlRequest({ method, query, body }: FastifyRequest): GraphqlRequest {
  const given = method === 'GET' ? fromAddress(query as Readonly<Record<string, unknown>>) : body;
  if (Array.isArray(given)) throw noBatches();
  if (!validator.Check(given)) {
    throw invalidRequest(validator.Errors(beginningOf(given))[0], '', 'the request');
  }
  const { query: text, operationName, variables, extensions } = given;
  return {
    query: text ?? undefined,
    hash: extensions?.persistedQuery?.sha256Hash,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  };
}

function fromAddress(query: Readonly<Record<string, unknown>>): unknown {
  return {
    ...query,
    ...parsed(query, 'variables'),
    ...parsed(query, 'extensions'),
  };
}

function parsed(query: Readonly<Record<string, unknown>>, name: string): object {
  const text = query[name];
  if (typeof text !== 'string') return {};
  const excess = excessOf(text, jsonLimits);
  if (excess !== undefined) throw tooComplex(excess, `/${name}`);
  try {
    return { [name]: JSON.parse(text) as unknown };
  } catch (cause) {
    throw new Problem({
      code: 'malformed_json',
      kind: 'invalid',
      message: `${name} is not valid JSON`,
      at: `/${name}`,
      cause,
    });
  }
}

function noBatches(): Problem {
  return new Problem({
    code: 'batch_not_offered',
    kind: 'invalid',
    message: 'Several requests in one are not taken',
    remedy: 'Ask for several fields in one document.',
  });
}

import { isOffered, type Operation } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import type { Logger } from 'pino';
import { abortedWith } from '../http/aborted-with.js';
import { statusOf, toDocument, toProblem } from '../http/problems.js';
import type { EventStreams, StreamedEvent } from '../http/server-sent-events.js';
import type { App } from '../http/type-provider.js';
import type { Dispatcher, Origin } from '../operations/dispatcher.js';
import { type GraphqlRequest, parseGraphqlRequest } from './graphql-request.js';
import { type DocumentLimits, defaultDocumentLimits, requireModestDocument } from './limits.js';
import { fieldName } from './names.js';
import { createPersistedQueries } from './persisted-queries.js';
import { createSchema } from './schema.js';

export interface GraphqlDeps {
  readonly dispatcher: Dispatcher;
  readonly streams: EventStreams;
  readonly log: Logger;
  readonly limits?: DocumentLimits;
}

const path = '/graphql';
const maxTokens = 10_000;
const jsonType = 'application/json; charset=utf-8';
const answerType = 'application/graphql-response+json; charset=utf-8';

/**
 * Operations as fields of GraphQL: queries and mutations over HTTP, subscriptions over server-sent
 * events (graphql-sse, distinct connections).
 */
export function registerGraphql(app: App, deps: GraphqlDeps): void {
  const { dispatcher, streams, log, limits = defaultDocumentLimits } = deps;
  const schema = createSchema(dispatcher);
  const persisted = createPersistedQueries();
  const operations = new Map<string, Operation>(
    dispatcher
      .offered('graphql')
      .filter(({ operation }) => isOffered(operation, 'graphql'))
      .map(({ operation }) => [fieldName(operation), operation]),
  );

  /** @throws Problem, GraphQLError of what is no valid document */
  function documentOf(asked: GraphqlRequest): DocumentNode {
    const text = persisted.find(asked.query, asked.hash);
    if (text === undefined || text === '') throw noQuery();
    const document = parseDocument(text);
    requireModestDocument(document, limits, (field) => operations.get(field));
    const [first] = validate(schema, document, specifiedRules, { maxErrors: 5 });
    if (first !== undefined) throw first;
    return document;
  }

  function formatted(result: ExecutionResult, request: FastifyRequest): FormattedExecutionResult {
    const { errors, ...rest } = result;
    if (errors === undefined) return rest;
    return { ...rest, errors: errors.map((error) => formatError(error, request)) };
  }

  function formatError(error: GraphQLError, request: FastifyRequest) {
    const { originalError } = error;
    // what the document did wrong is for its author; all else is a problem of its own
    const problem =
      originalError === undefined || originalError instanceof GraphQLError
        ? invalidDocument(error)
        : toProblem(originalError);
    if (statusOf(problem) >= 500)
      log.error({ err: error, request_id: request.id }, 'a field failed');
    const { locations, path: at } = error.toJSON();
    return {
      message: problem.message,
      ...(locations === undefined ? {} : { locations }),
      ...(at === undefined ? {} : { path: at }),
      extensions: { code: extensionCode(problem), problem: toDocument(problem, request.id) },
    };
  }

  function refused(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const asGraphql =
      error instanceof GraphQLError
        ? error
        : new GraphQLError(toProblem(error).message, { originalError: toProblem(error) });
    // clients that know persisted queries ask again only after a 200
    const known = error instanceof Problem && error.code === 'persisted_query_not_found';
    const status = error instanceof Problem && !known ? statusOf(error) : 400;
    return send(reply, request, known ? 200 : status, {
      errors: [formatError(asGraphql, request)],
    });
  }

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    let asked: GraphqlRequest;
    let document: DocumentNode;
    try {
      asked = parseGraphqlRequest(request);
      document = documentOf(asked);
      requireSafeMethod(request, document, asked);
    } catch (error) {
      return refused(error, request, reply);
    }
    const { operationName, variables } = asked;
    const run = (signal: AbortSignal) => ({
      schema,
      document,
      variableValues: variables,
      operationName: operationName ?? null,
      contextValue: { request, reply, signal } satisfies Origin,
    });
    const isSubscription = getOperationAST(document, operationName)?.operation === 'subscription';
    if (accepts(request, 'text/event-stream')) {
      return serveEvents(request, reply, isSubscription, run);
    }
    if (isSubscription) return refused(needsStream(), request, reply);
    const result = await execute(run(abortedWith(reply)));
    return send(reply, request, 'data' in result ? 200 : 400, formatted(result, request));
  }

  /** @throws Problem `too_many_streams` */
  async function serveEvents(
    request: FastifyRequest,
    reply: FastifyReply,
    isSubscription: boolean,
    run: (signal: AbortSignal) => Parameters<typeof subscribe>[0],
  ): Promise<FastifyReply> {
    const gone = new AbortController();
    const results = isSubscription
      ? await subscribe(run(gone.signal))
      : await execute(run(abortedWith(reply)));
    if (!(Symbol.asyncIterator in results) && !('data' in results)) {
      return send(reply, request, 400, formatted(results, request));
    }
    async function* events(): AsyncIterable<StreamedEvent> {
      const each = Symbol.asyncIterator in results ? results : [results];
      for await (const result of each) yield { event: 'next', data: formatted(result, request) };
      yield { event: 'complete', data: undefined };
    }
    streams.open(request, reply, (signal) => {
      signal.addEventListener('abort', () => gone.abort(), { once: true });
      return events();
    });
    return reply;
  }

  app.route({
    method: ['GET', 'POST'],
    url: path,
    exposeHeadRoute: false,
    config: { access: { permission: 'signed_in' }, cost: 'light' },
    handler: serve,
  });
}

/** @throws Problem `document_too_large`, GraphQLError of what is no valid document */
function parseDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    // nested until the parser ran out of stack
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

const accepts = ({ headers }: FastifyRequest, type: string): boolean =>
  headers.accept?.includes(type) ?? false;

function send(
  reply: FastifyReply,
  request: FastifyRequest,
  status: number,
  result: FormattedExecutionResult,
): FastifyReply {
  const type = accepts(request, 'application/graphql-response+json') ? answerType : jsonType;
  return reply
    .code(status)
    .header('content-type', type)
    .header('cache-control', 'no-store')
    .send(result);
}

/** What other sites can make a browser fetch must change nothing. */
function requireSafeMethod(
  { method }: FastifyRequest,
  document: DocumentNode,
  { operationName }: GraphqlRequest,
): void {
  if (method !== 'GET') return;
  if (getOperationAST(document, operationName)?.operation !== 'mutation') return;
  throw new Problem({
    code: 'method_not_allowed',
    kind: 'invalid',
    message: 'Mutations are sent with POST',
  });
}

const extensionCode = ({ code }: Problem): string =>
  code === 'persisted_query_not_found' ? 'PERSISTED_QUERY_NOT_FOUND' : code;

function invalidDocument(error: GraphQLError): Problem {
  return new Problem({
    code: 'invalid_document',
    kind: 'invalid',
    message: error.message,
    remedy: 'Introspection tells which fields, arguments and types there are.',
    at: error.path === undefined ? '/query' : `/${error.path.join('/')}`,
  });
}

function tooDeep(): Problem {
  return new Problem({
    code: 'document_too_large',
    kind: 'invalid',
    message: 'The document nests too deeply',
    remedy: 'Ask for less, or in several requests.',
    at: '/query',
  });
}

function noQuery(): Problem {
  return new Problem({
    code: 'no_query',
    kind: 'invalid',
    message: 'The request holds no query',
    remedy: 'Send {"query": "{ … }"} as JSON.',
    at: '/query',
  });
}

function needsStream(): Problem {
  return new Problem({
    code: 'stream_required',
    kind: 'invalid',
    message: 'A subscription is answered as server-sent events',
    remedy: 'Send the header accept: text/event-stream.',
    at: 'accept',
  });
}

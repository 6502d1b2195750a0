import { Readable } from 'node:stream';
import {
  type Download,
  type HttpSide,
  isOffered,
  membersOf,
  type Operation,
  placementOf,
  tenantPlace,
} from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { ImplementedOperation } from '../hall/open-rooms.js';
import type { CheckedCall, OperationRunner } from '../operations/runner.js';
import { abortedWith } from './aborted-with.js';
import { notFound } from './problems.js';
import type { EventStreams, StreamedEvent } from './server-sent-events.js';
import type { App } from './type-provider.js';

export interface OperationRouteDeps {
  readonly runner: OperationRunner;
  readonly streams: EventStreams;
  /** Whether cookies are only sent over TLS. */
  readonly secureCookies: boolean;
}

type Members = Readonly<Record<string, unknown>>;

/** Answers that go out over some time. */
const lasting: ReadonlySet<Operation['answer']['kind']> = new Set(['stream', 'file']);

/** Serves operations at the addresses that they declare. */
export function registerOperations(
  app: App,
  implemented: readonly ImplementedOperation[],
  deps: OperationRouteDeps,
): void {
  for (const one of implemented) {
    if (one.operation.bytes !== undefined) {
      app.register(async (bytes: App) => registerByteOperations(bytes, [one], deps));
    } else if (one.operation.upload === undefined) registerOperation(app, one, deps);
    else {
      app.register(async (uploads: App) => {
        uploads.removeAllContentTypeParsers();
        uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
        registerOperation(uploads, one, deps);
      });
    }
  }
}

/** Operations whose bodies stay bytes. */
export function registerByteOperations(
  app: App,
  implemented: readonly ImplementedOperation[],
  deps: OperationRouteDeps,
): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const one of implemented) registerOperation(app, one, deps);
}

function registerOperation(
  app: App,
  implemented: ImplementedOperation,
  { runner, streams, secureCookies }: OperationRouteDeps,
): void {
  const { operation } = implemented;
  if (!isOffered(operation, 'http')) return;
  const placement = placementOf(operation);
  const tenant = tenantPlace(operation);
  const { body } = placement;
  const maxBytes = operation.bytes?.maxBytes;

  function inputOf(request: FastifyRequest): Members {
    const input = { ...(request.params as Members), ...(request.query as Members) };
    switch (body.kind) {
      case 'members':
        return { ...input, ...(request.body as Members) };
      case 'whole':
        return operation.bytes === undefined ? { ...input, [body.name]: request.body } : input;
      default:
        return input;
    }
  }

  function callOf(request: FastifyRequest, reply: FastifyReply, signal?: AbortSignal): CheckedCall {
    if (tenant !== undefined && request.tenant === null) throw notFound();
    return new HttpCall(operation, inputOf(request), request, reply, secureCookies, signal);
  }

  app.route({
    method: operation.method,
    url: operation.path,
    // a HEAD request would hold a stream open, or use a link up, and say nothing
    exposeHeadRoute: operation.answer.kind !== 'stream' && operation.answer.kind !== 'redirect',
    ...(maxBytes === undefined ? {} : { bodyLimit: maxBytes }),
    config: {
      access: { permission: operation.permission, ...(tenant === undefined ? {} : { tenant }) },
      cost: operation.cost ?? 'light',
      upload: operation.upload !== undefined,
      lasts: operation.upload !== undefined || lasting.has(operation.answer.kind),
    },
    schema: {
      ...(placement.path.length === 0 ? {} : { params: membersOf(operation, placement.path) }),
      querystring: membersOf(operation, placement.query),
      ...bodySchema(implemented),
    },
    handler: async (request, reply) => {
      const { answer } = operation;
      if (answer.kind === 'stream') {
        streams.open(request, reply, (signal) =>
          named(answer.event, runner.follow(implemented, callOf(request, reply, signal))),
        );
        return reply;
      }
      const given = await runner.run(implemented, callOf(request, reply));
      switch (answer.kind) {
        case 'json':
          return reply
            .code(answer.status)
            .header('content-type', 'application/json; charset=utf-8')
            .send(given);
        case 'none':
          return reply.code(204).send();
        case 'redirect':
          return reply.redirect((given as { readonly location: string }).location, 302);
        case 'file':
          return sendFile(reply, given as Download);
      }
    },
  });
}

/** A call over HTTP. What few handlers ask for is made when it is asked for. */
class HttpCall implements CheckedCall {
  note?: CheckedCall['note'];
  readonly caller: CheckedCall['caller'];
  readonly tenant: CheckedCall['tenant'];
  readonly requestId: string;
  readonly #operation: Operation;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  readonly #secureCookies: boolean;
  #signal: AbortSignal | undefined;
  #controller: AbortController | undefined;

  constructor(
    operation: Operation,
    readonly input: Members,
    request: FastifyRequest,
    reply: FastifyReply,
    secureCookies: boolean,
    signal: AbortSignal | undefined,
  ) {
    this.#operation = operation;
    this.#request = request;
    this.#reply = reply;
    this.#secureCookies = secureCookies;
    this.#signal = signal;
    this.caller = request.principal;
    this.tenant = request.tenant?.id;
    this.requestId = request.id;
  }

  get signal(): AbortSignal {
    if (this.#signal === undefined) {
      this.#controller = new AbortController();
      this.#signal = abortedWith(this.#reply, this.#controller);
    }
    return this.#signal;
  }

  expire(): void {
    this.#controller?.abort();
  }

  get http(): HttpSide {
    return httpSide(this.#request, this.#reply, this.#secureCookies);
  }

  get bytes(): CheckedCall['bytes'] {
    const { body, headers } = this.#request;
    return {
      content: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      mediaType: headers['content-type'],
      encoding: headers['content-encoding'],
      header(name) {
        const value = headers[name];
        return Array.isArray(value) ? value[0] : value;
      },
      get headerNames() {
        return Object.keys(headers);
      },
    };
  }

  get upload(): CheckedCall['upload'] {
    const { body, headers } = this.#request;
    const maxBytes = this.#operation.upload?.maxBytes ?? 0;
    return {
      // there is none where a request has neither a body nor a type
      content: bounded((body ?? []) as AsyncIterable<Uint8Array>, maxBytes),
      mediaType: headers['content-type'],
    };
  }
}

function bodySchema({ operation }: ImplementedOperation): { body?: TSchema } {
  const { body } = placementOf(operation);
  if (body.kind === 'members') return { body: membersOf(operation, body.names) };
  if (body.kind !== 'whole' || operation.bytes !== undefined) return {};
  const schema = membersOf(operation, [body.name]).properties[body.name];
  return schema === undefined ? {} : { body: schema };
}

function httpSide(request: FastifyRequest, reply: FastifyReply, secure: boolean): HttpSide {
  return {
    ip: request.ip,
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, { maxAgeSeconds: maxAge }) => {
      reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
    },
    clearCookie: (name) => {
      reply.clearCookie(name, { path: '/' });
    },
    setHeader: (name, value) => {
      reply.header(name, value);
    },
  };
}

function sendFile(reply: FastifyReply, { body, mediaType, name, status = 200 }: Download) {
  reply.code(status).header('content-type', mediaType);
  if (name !== undefined) {
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  }
  const isWhole = typeof body === 'string' || body instanceof Uint8Array;
  return reply.send(isWhole ? body : Readable.from(body));
}

async function* named(
  event: string,
  messages: AsyncIterable<unknown>,
): AsyncIterable<StreamedEvent> {
  for await (const data of messages) yield { event, data };
}

/** @throws Problem `body_too_large` as soon as more has come than is allowed */
async function* bounded(
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new Problem({
        code: 'body_too_large',
        kind: 'too_large',
        message: `The file is larger than ${maxBytes} bytes`,
        remedy: 'Send it in parts.',
      });
    }
    yield chunk;
  }
}

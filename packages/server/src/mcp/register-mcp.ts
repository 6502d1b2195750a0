import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import type { Contract } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { abortedWith } from '../http/aborted-with.js';
import { principalOf } from '../http/access.js';
import { statusOf, toDocument, toProblem } from '../http/problems.js';
import type { App } from '../http/type-provider.js';
import { type Dispatcher, type Input, isOpenTo, type Origin } from '../operations/dispatcher.js';
import { isTool, toolName, toTool, toToolResult } from './tools.js';

export interface McpDeps {
  readonly dispatcher: Dispatcher;
  readonly contracts: readonly Contract[];
  readonly version: string;
  readonly publicUrl: () => string;
  readonly log: Logger;
}

const path = '/mcp';
const maxBytes = 1024 * 1024;
/** Listeners for news of the tools themselves, which never change while the server runs. */
const maxSubscriptions = 100;

/** Operations as tools of the Model Context Protocol, over its streamable HTTP, without sessions. */
export function registerMcp(app: App, deps: McpDeps): void {
  const { dispatcher, contracts, version, publicUrl, log } = deps;
  const tools = new Map(
    dispatcher
      .offered('mcp')
      .filter(({ operation }) => isTool(operation))
      .map((implemented) => [
        toolName(implemented.operation),
        { implemented, tool: toTool(implemented.operation) },
      ]),
  );
  const about = contracts.filter(({ operations }) => operations.some(isTool));
  const instructions = [
    'Olympus: analytics for commerce. tenants_list tells which businesses there are; most tools take one of them as tenant_id.',
    ...about.map((room) => `${room.room}: ${room.about}.`),
  ].join('\n');

  function serverFor(origin: Origin): Server {
    const caller = principalOf(origin.request);
    const server = new Server(
      { name: 'olympus', version },
      { capabilities: { tools: {} }, instructions },
    );
    server.setRequestHandler('tools/list', () => ({
      tools: [...tools.values()].flatMap(({ implemented, tool }) =>
        isOpenTo(caller, implemented.operation) ? [tool] : [],
      ),
    }));
    server.setRequestHandler('tools/call', async ({ params }) => {
      try {
        const found = tools.get(params.name);
        if (found === undefined) throw unknownTool(params.name);
        const { implemented } = found;
        const input: Input = params.arguments ?? {};
        const given = await dispatcher.run(implemented, input, origin);
        return await toToolResult(implemented.operation, given);
      } catch (error) {
        return faultResult(error, origin.request);
      }
    });
    return server;
  }

  function faultResult(error: unknown, request: FastifyRequest) {
    const problem = toProblem(error);
    if (statusOf(problem) >= 500)
      log.error({ err: error, request_id: request.id }, 'a tool failed');
    const text = JSON.stringify(toDocument(problem, request.id));
    return { content: [{ type: 'text' as const, text }], isError: true };
  }

  const origins = new WeakMap<Request, Origin>();
  const handler = createMcpHandler(
    ({ requestInfo }) => {
      const origin = requestInfo === undefined ? undefined : origins.get(requestInfo);
      if (origin === undefined) throw new Error('a call came by no request');
      return serverFor(origin);
    },
    {
      maxSubscriptions,
      onerror: (error) => log.debug({ err: error }, 'an exchange of the tool protocol failed'),
    },
  );
  app.addHook('preClose', () => handler.close());

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    requireKnownOrigin(request.headers.origin, publicUrl());
    const signal = abortedWith(reply);
    const asked = new Request(new URL(path, publicUrl()), {
      method: request.method,
      headers: headersOf(request),
      signal,
      ...(request.method === 'POST' ? { body: JSON.stringify(request.body) } : {}),
    });
    origins.set(asked, { request, reply, signal });
    const response = await handler.fetch(asked, { parsedBody: request.body });
    reply.code(response.status);
    for (const [name, value] of response.headers) reply.header(name, value);
    if (response.body === null) return reply.send();
    return reply.send(Readable.fromWeb(response.body as ReadableStream));
  }

  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: path,
    exposeHeadRoute: false,
    bodyLimit: maxBytes,
    config: { access: { permission: 'signed_in' }, cost: 'light' },
    handler: serve,
  });
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['accept', 'content-type']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith('mcp-') && typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A page of another site must not reach the server through a name that it made point here. */
function requireKnownOrigin(origin: string | undefined, publicUrl: string): void {
  if (origin === undefined) return;
  const named = URL.canParse(origin) ? new URL(origin) : undefined;
  if (named !== undefined && ownMachine.has(named.hostname)) return;
  if (named?.host === new URL(publicUrl).host) return;
  throw new Problem({
    code: 'foreign_origin',
    kind: 'forbidden',
    message: 'Pages of other sites may not call this address',
    remedy: 'Call it from a program, or set OLYMPUS_PUBLIC_URL to the address that people open.',
    at: 'origin',
  });
}

function unknownTool(name: string): Problem {
  return new Problem({
    code: 'unknown_tool',
    kind: 'not_found',
    message: `There is no tool ${name.slice(0, 100)}`,
    remedy: 'tools/list tells which there are.',
  });
}

import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import cookie from '@fastify/cookie';
import { type Contract, type Cost, type Principal, toOpenApi } from '@olympus/contract';
import type { Clock } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import Fastify, {
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Logger as PinoLogger } from 'pino';
import { registerGraphql } from '../graphql/register-graphql.js';
import type { ServerMeter } from '../hall/meter.js';
import type { ImplementedOperation } from '../hall/open-rooms.js';
import { registerMcp } from '../mcp/register-mcp.js';
import { createDispatcher } from '../operations/dispatcher.js';
import { createOperationRunner } from '../operations/runner.js';
import type { Environment } from '../settings.js';
import { createAuthorizer, type RegisteredRoute, requireDeclaredAccess } from './access.js';
import { watchAccess } from './access-watch.js';
import { createAuthenticator } from './authentication.js';
import { registerDocs } from './docs.js';
import { createDrain } from './draining.js';
import { registerJsonBodies } from './json-body.js';
import { registerByteOperations, registerOperations } from './operation-routes.js';
import { framedHeaders, pageHeaders } from './page-headers.js';
import { problemMediaType, statusOf, toDocument, toProblem } from './problems.js';
import { callerKey, createLimiters, defaultRateLimits, type RateLimits } from './rate-limits.js';
import { createEventStreams } from './server-sent-events.js';
import { type App, type TypeBoxProvider, validatorCompiler } from './type-provider.js';
import { registerWeb } from './web.js';

export interface AppDeps {
  readonly platform: Platform;
  readonly contracts: readonly Contract[];
  readonly operations: readonly ImplementedOperation[];
  readonly meter: ServerMeter;
  readonly log: PinoLogger;
  readonly environment: Environment;
  readonly version: string;
  readonly clock: Clock;
  /** Address of the server as people reach it. */
  readonly publicUrl: () => string;
  /** The command line's own token; undefined when there is none. */
  readonly adminToken?: string | undefined;
  /** Sites that may frame the page at a path; undefined: none. */
  readonly framedBy: (path: string) => Promise<readonly string[] | undefined>;
  /** Folder of the built web application. */
  readonly webRoot: string;
  /** Whether answers are held against their declarations; tests do. */
  readonly checksAnswers: boolean;
  readonly rateLimits?: Partial<RateLimits>;
  readonly trustedProxies?: readonly string[];
}

export interface CreatedApp {
  readonly app: App;
  /** Every route with what it asks of its caller. */
  readonly routes: readonly RegisteredRoute[];
  /** Stops accepting connections and lets go of those that are open; before `close`. */
  drain(): Promise<void>;
}

/**
 * The HTTP interface over the rooms below. Registers everything and makes it ready to listen or to
 * be injected into.
 * @throws when a route does not declare its access
 */
export async function createApp(deps: AppDeps): Promise<CreatedApp> {
  const { platform, log, meter, environment, trustedProxies = [] } = deps;
  const limiters = createLimiters({ ...defaultRateLimits, ...deps.rateLimits });

  const server: FastifyServerOptions<Server> = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    // no number in a row: it would tell everybody how much others ask
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 2_000 },
    keepAliveTimeout: 72_000,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply),
    clientErrorHandler: (error, socket) => {
      if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
        socket.destroy();
        return;
      }
      const body = JSON.stringify({
        type: 'urn:olympus:problem:malformed_request',
        title: 'Bad Request',
        status: 400,
        detail: 'The request is not valid HTTP',
        code: 'malformed_request',
        request_id: '',
      });
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    },
  };
  const app: App = Fastify(server).withTypeProvider<TypeBoxProvider>();

  // nothing here takes plain text; without its parser it is refused as unsupported
  app.removeContentTypeParser('text/plain');
  registerJsonBodies(app);
  app.setValidatorCompiler(validatorCompiler);
  // schemas of answers document them; nothing is filtered on the way out
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(answerProblem);
  app.decorateRequest('principal', null);
  app.decorateRequest('tenant', null);
  app.decorateRequest('admissions', null);
  const routes = requireDeclaredAccess(app);

  const authenticator = createAuthenticator({ platform, adminToken: deps.adminToken });
  const authorizer = createAuthorizer(platform);
  const runner = createOperationRunner({
    audit: platform.audit,
    checksAnswers: deps.checksAnswers,
  });
  const dispatcher = createDispatcher({
    operations: deps.operations,
    runner,
    authorizer,
    limiters,
  });
  const streams = createEventStreams(app);
  meter.gauge('live_streams', 'Open live streams', () => streams.count());
  const served = { runner, streams, secureCookies: environment !== 'development' };

  const drain = createDrain(app);
  // while it stops, a connection is let go as soon as its last answer is out
  app.addHook('preClose', (done) => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    sweep.unref();
    app.server.once('close', () => clearInterval(sweep));
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });

  async function identify(
    request: FastifyRequest,
    reply: FastifyReply,
    find: () => Promise<Principal | null>,
  ): Promise<Principal | null> {
    try {
      return await find();
    } catch (error) {
      await limiters.anonymous.consume(callerKey(request), reply);
      throw error;
    }
  }

  await registerDocs(app, toOpenApi(deps.contracts, deps.version));

  // the collector: no cookies, no page headers, nothing that is not needed for each event
  await app.register(async (fast: App) => {
    fast.addHook('onRequest', async (request, reply) => {
      request.principal = await identify(request, reply, () => authenticator.fromHeader(request));
      await authorizer.onRequest(request);
      await limiters.consume('ingest', request, reply);
    });
    fast.addHook('onError', (_request, _reply, error, done) => {
      meter.countRefusal(toProblem(error).code);
      done();
    });
    registerByteOperations(fast, ofCost('ingest'), served);
  });

  await app.register(async (full: App) => {
    await full.register(cookie);
    const headers = Object.entries(pageHeaders(environment));
    full.addHook('onRequest', (_request, reply, done) => {
      for (const [name, value] of headers) reply.raw.setHeader(name, value);
      done();
    });
    watchAccess(full, { authenticator, authorizer, changes: platform.changes, clock: deps.clock });
    full.addHook('onRequest', async (request, reply) => {
      request.principal = await identify(request, reply, () =>
        authenticator.fromHeaderOrCookie(request),
      );
      await limiters.consume(request.routeOptions.config.cost ?? 'light', request, reply);
      if (request.routeOptions.url !== undefined) await authorizer.onRequest(request);
    });
    full.addHook('preValidation', authorizer.preValidation);
    const countSignIn = async (request: FastifyRequest, reply: FastifyReply) => {
      await limiters.signIn.consume(`${request.routeOptions.url}:${request.ip}`, reply);
      const { email } = (request.body ?? {}) as { readonly email?: unknown };
      if (typeof email !== 'string') return;
      await limiters.signIn.consume(`email:${email.trim().toLowerCase()}`, reply);
    };
    full.addHook('preHandler', (request, reply, done) => {
      if (request.routeOptions.config.cost !== 'sign_in') return done();
      countSignIn(request, reply).then(() => done(), done);
    });
    full.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? '(none)';
      const ms = reply.elapsedTime;
      meter.observeRequest(request.method, route, reply.statusCode, ms / 1000);
      // probes come all the time and are counted
      if (request.routeOptions.config.cost !== 'free') {
        // patterns, not addresses: those hold ids and tokens
        log.info(
          {
            request_id: request.id,
            method: request.method,
            route,
            status: reply.statusCode,
            ms: Math.round(ms * 10) / 10,
            caller: request.principal?.kind ?? 'nobody',
          },
          'request',
        );
      }
      done();
    });
    registerOperations(
      full,
      deps.operations.filter(({ operation }) => operation.cost !== 'ingest'),
      served,
    );
    registerMcp(full, {
      dispatcher,
      contracts: deps.contracts,
      version: deps.version,
      publicUrl: deps.publicUrl,
      log,
    });
    registerGraphql(full, { dispatcher, streams, log });
    await registerWeb(full, deps.webRoot, async (path) => {
      const sites = await deps.framedBy(path);
      return sites === undefined ? {} : framedHeaders(Object.fromEntries(headers), sites);
    });
  });

  await app.ready();
  return { app, routes: routes(), drain };

  function ofCost(cost: Cost): readonly ImplementedOperation[] {
    return deps.operations.filter(({ operation }) => operation.cost === cost);
  }

  function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const problem = toProblem(error);
    const status = statusOf(problem);
    if (status >= 500) log.error({ err: error, request_id: request.id }, 'a request failed');
    if (problem.retryAfterSeconds !== undefined) {
      reply.header('retry-after', String(problem.retryAfterSeconds));
    }
    if (status === 401) reply.header('www-authenticate', 'Bearer realm="olympus"');
    return reply
      .code(status)
      .header('content-type', problemMediaType)
      .header('cache-control', 'no-store')
      .serializer((document: unknown) => JSON.stringify(document))
      .send(toDocument(problem, request.id));
  }
}

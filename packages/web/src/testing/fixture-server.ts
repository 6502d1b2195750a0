import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { ModelDescription, Session, SessionTenant } from '@olympus/sdk';
import {
  fixtureAnomalies,
  fixtureBacktest,
  fixtureDetectors,
  fixtureExplanation,
  fixtureInsights,
  fixtureLabel,
  fixtureSaved,
} from './fixture-anomalies.js';
import { fixtureAnswer, fixtureSuggestions } from './fixture-ask.js';
import { fixtureJourneys } from './fixture-journeys.js';
import { type FixtureShop, fixtureDashboard } from './fixture-shop.js';

/**
 * A stand-in for the server, for developing the pages and bringing them into every state. It speaks
 * the same routes with made-up shops; nothing of it is part of the application.
 */
export interface FixtureServer {
  readonly url: string;
  /** Opens a session when visited. */
  readonly signInUrl: string;
  readonly shops: ReadonlyMap<string, FixtureShop>;
  /** As if so many orders had just come in. */
  addOrders(tenantId: string, orders: number): void;
  close(): Promise<void>;
}

export const FIXTURE_USER = { email: 'ada@example.com', password: 'correct horse' };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

/** @param options.webDir the built page @param options.now the clock, for pictures that stay the same */
export async function startFixtureServer(options: {
  readonly webDir: string;
  readonly port?: number;
  readonly now?: () => Date;
}): Promise<FixtureServer> {
  const now = options.now ?? (() => new Date());
  const shops = new Map(makeShops(now).map((shop) => [shop.tenant.id, shop]));
  const streams = new Map<ServerResponse, string>();

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problem(response, 500, 'internal', String(error));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fixture');
    const signedIn = /olympus_session=1/.test(request.headers.cookie ?? '');
    const session: Session = {
      user: signedIn
        ? { id: 'u-1', email: FIXTURE_USER.email, name: 'Ada Byron', password_known: true }
        : null,
      tenants: signedIn ? [...shops.values()].map((shop) => shop.tenant) : [],
      operator: false,
      environment: 'development',
    };
    if (url.pathname === '/sign-in/demo') {
      response.setHeader('set-cookie', 'olympus_session=1; HttpOnly; SameSite=Lax; Path=/');
      return redirect(response, '/');
    }
    if (url.pathname.startsWith('/sign-in/')) return redirect(response, '/?sign_in=expired');
    if (url.pathname === '/api/session') return answerSession(request, response, session);
    const live = /^\/api\/tenants\/([^/]+)\/live$/.exec(url.pathname);
    const dashboard = /^\/api\/analytics\/dashboard\/([^/]+)$/.exec(url.pathname);
    if (signedIn && url.pathname === '/api/analytics/model') return json(response, 200, MODEL);
    if (signedIn && /^\/api\/tenants\/[^/]+\/cohorts$/.test(url.pathname)) {
      return json(response, 200, { cohorts: [] });
    }
    if (signedIn && (await answerQuestions(url, request, response))) return;
    const journeys = signedIn ? await fixtureJourneys(url, request) : undefined;
    if (journeys !== undefined) return json(response, 200, journeys);
    if (signedIn && (await answerAnomalies(url, request, response, shops))) return;
    if (signedIn && request.method === 'POST' && /\/keys$/.test(url.pathname)) {
      return json(response, 201, { id: 'key-1', secret: 'oly_fixture_secret' });
    }
    if (signedIn && /\/dead-letters$/.test(url.pathname)) {
      return json(response, 200, { dead_letters: [] });
    }
    if (!live && !dashboard) {
      if (url.pathname.startsWith('/api/')) return problem(response, 404, 'not_found', 'No route');
      return answerFile(options.webDir, url.pathname, response);
    }
    if (!signedIn) return problem(response, 401, 'unauthenticated', 'Sign in first.');
    const shop = shops.get(decodeURIComponent((live ?? dashboard)?.[1] ?? ''));
    if (!shop) return problem(response, 404, 'not_found', 'There is no such tenant.');
    if (live) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      streams.set(response, shop.tenant.id);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (shop.behaviour === 'broken') {
      return problem(response, 503, 'warehouse_busy', 'The warehouse did not answer in 10 s.');
    }
    if (shop.behaviour === 'forbidden') {
      return problem(response, 403, 'forbidden', 'The role ingest may not read analytics.');
    }
    if (shop.behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, 4_000));
    const { searchParams: search } = url;
    const asked = {
      timeframe: search.get('timeframe'),
      from: search.get('from'),
      to: search.get('to'),
      compare: search.get('compare'),
    };
    json(response, 200, fixtureDashboard(shop, asked, now()));
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    signInUrl: `${url}/sign-in/demo`,
    shops,
    addOrders: (tenantId, orders) => {
      const shop = shops.get(tenantId);
      if (!shop) return;
      shop.extraOrders += orders;
      shop.lastEventMs = now().getTime();
      for (const [stream, watched] of streams) {
        if (watched !== tenantId) continue;
        stream.write(
          `event: changed\ndata: ${JSON.stringify({ ledgers: ['sales'], version: shop.extraOrders, events: orders })}\n\n`,
        );
      }
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answerSession(
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
): Promise<void> {
  if (request.method === 'GET') return json(response, 200, session);
  if (request.headers['x-olympus-csrf'] !== '1') {
    return problem(response, 403, 'csrf', 'The CSRF header is missing.');
  }
  if (request.method === 'DELETE') {
    response.setHeader('set-cookie', 'olympus_session=; Path=/; Max-Age=0');
    response.writeHead(204).end();
    return;
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  const { email, password } = JSON.parse(text) as { email?: string; password?: string };
  if (email !== FIXTURE_USER.email || password !== FIXTURE_USER.password) {
    return problem(response, 401, 'wrong_credentials', 'Email or password is not right.');
  }
  response.setHeader('set-cookie', 'olympus_session=1; HttpOnly; SameSite=Lax; Path=/');
  json(response, 200, {
    ...session,
    user: { id: 'u-1', email, name: 'Ada Byron', password_known: true },
    tenants: makeShops(() => new Date()).map((shop) => shop.tenant),
  });
}

/** What may be filtered by. */
const MODEL: ModelDescription = {
  entities: [],
  measures: [],
  metrics: (
    [
      ['revenue', 'Revenue', 'currency'],
      ['sessions', 'Sessions', 'count'],
    ] as const
  ).map(([name, label, unit]) => ({
    name,
    label,
    description: '',
    formula: '',
    unit,
    polarity: 'up_good',
    additive: true,
    synonyms: { en: [], de: [] },
    dimensions: ['channel', 'product.category', 'customer.country'],
    custom: false,
    part: false,
  })),
  grains: ['day', 'week', 'month'],
  timeframes: ['last_28_days'],
  operators: ['equals', 'not_equals', 'contains'],
  dimensions: (
    [
      ['channel', 'Channel'],
      ['product.category', 'Category'],
      ['customer.country', 'Country'],
    ] as const
  ).map(([name, label]) => ({
    name,
    label,
    description: '',
    type: 'string',
    synonyms: { en: [], de: [] },
    operators: ['equals', 'not_equals', 'contains'],
  })),
};

interface Asked {
  readonly question: string;
  readonly asked_at: string;
  readonly outcome: string;
}
const askedQuestions: Asked[] = [];

/** The routes of the page Ask. @returns whether the request was one of theirs */
async function answerQuestions(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (url.pathname === '/api/analytics/nlp/suggestions') {
    const broken = url.searchParams.get('tenant_id') === 'broken';
    if (broken) problem(response, 503, 'warehouse_busy', 'The warehouse did not answer in 10 s.');
    else json(response, 200, fixtureSuggestions(url.searchParams.get('typed') ?? ''));
    return true;
  }
  if (/^\/api\/tenants\/[^/]+\/conversations$/.test(url.pathname)) {
    const conversations = askedQuestions.map((one, id) => ({
      id: `c-${id}`,
      last_asked_at: one.asked_at,
      questions: [{ id, locale: null, reason: null, interpretation: null, frame: null, ...one }],
    }));
    json(response, 200, { conversations });
    return true;
  }
  if (/^\/api\/tenants\/[^/]+\/unanswered-questions$/.test(url.pathname)) {
    const question = { question: 'what is the weather', count: 2, askers: 1, reason: null };
    const last_asked_at = '2026-11-19T12:00:00.000Z';
    json(response, 200, { questions: [{ ...question, outcome: 'decline', last_asked_at }] });
    return true;
  }
  if (url.pathname !== '/api/analytics/nlp/query') return false;
  let text = '';
  for await (const chunk of request) text += chunk;
  const asked = JSON.parse(text) as Parameters<typeof fixtureAnswer>[0];
  if (asked.question.includes('crash')) {
    problem(response, 503, 'query_timeout', 'The question took longer than 15 s.');
    return true;
  }
  if (asked.question.includes('slowly')) await new Promise((resolve) => setTimeout(resolve, 4_000));
  const answer = fixtureAnswer(asked, 'conversation-1');
  askedQuestions.unshift({
    question: asked.question,
    asked_at: '2026-11-19T12:00:00.000Z',
    outcome: answer.outcome.kind,
  });
  json(response, 200, answer);
  return true;
}

/** The routes of the page Anomalies & drivers, and the morning's brief. */
async function answerAnomalies(
  { pathname }: URL,
  request: IncomingMessage,
  response: ServerResponse,
  shops: ReadonlyMap<string, FixtureShop>,
): Promise<boolean> {
  const insights = /^\/api\/analytics\/insights\/([^/]+)$/.exec(pathname);
  const detectors = /^\/api\/tenants\/[^/]+\/detectors$/.test(pathname);
  if (pathname.startsWith('/api/analytics/holidays/')) {
    const countries = ['AT', 'DE', 'US'];
    json(response, 200, { country: 'DE', chosen: false, countries, year: 2026, holidays: [] });
    return true;
  }
  if (pathname === '/api/analytics/kpis') {
    json(response, 200, {
      kpis: [],
      time_zone: 'Europe/Berlin',
      currency: 'EUR',
      generated_at: '2026-11-20T12:00:00.000Z',
    });
    return true;
  }
  if (!insights && !detectors && !/^\/api\/analytics\/(anomalies|explain)/.test(pathname)) {
    return false;
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  const body = text === '' ? {} : JSON.parse(text);
  if (insights) {
    const full = shops.get(insights[1] ?? '')?.behaviour === 'full';
    json(response, 200, fixtureInsights(!full));
  } else if (detectors) {
    json(response, 200, request.method === 'POST' ? fixtureSaved(body) : fixtureDetectors());
  } else if (pathname.endsWith('/label')) {
    fixtureLabel(body);
    response.writeHead(204).end();
  } else if (pathname.endsWith('/backtest')) json(response, 200, fixtureBacktest());
  else if (body.tenant_id === 'broken') {
    problem(response, 503, 'warehouse_busy', 'The warehouse did not answer in 10 s.');
  } else if (pathname.endsWith('/explain')) json(response, 200, fixtureExplanation());
  else json(response, 200, fixtureAnomalies());
  return true;
}

async function answerFile(webDir: string, path: string, response: ServerResponse): Promise<void> {
  const file = extname(path) ? normalize(path) : '/index.html';
  try {
    const bytes = await readFile(join(webDir, file));
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: code,
      status,
      code,
      detail,
      request_id: 'req-7f3a9c',
    }),
  );
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to }).end();
}

const ownerPermissions: readonly string[] = [
  'analytics:read',
  'model:read',
  'metrics:read',
  'metrics:write',
  'tenants:read',
  'tenants:admin',
  'keys:admin',
  'users:admin',
  'audit:read',
  'events:write',
  'schemas:read',
  'schemas:write',
  'dead_letters:read',
  'dead_letters:write',
  'detectors:write',
];

function makeShops(now: () => Date): FixtureShop[] {
  const tenant = (id: string, name: string, rest: Partial<SessionTenant> = {}): SessionTenant => ({
    id,
    name,
    role: 'owner',
    permissions: ownerPermissions,
    time_zone: 'Europe/London',
    currency: 'GBP',
    locale: 'en-GB',
    week_start: 'monday',
    demo: false,
    ...rest,
  });
  const german = { currency: 'EUR', locale: 'de-DE', time_zone: 'Europe/Berlin' };
  const shop = (of: SessionTenant, behaviour: FixtureShop['behaviour']): FixtureShop => ({
    tenant: of,
    behaviour,
    extraOrders: 0,
    lastEventMs: now().getTime() - 40_000,
  });
  return [
    shop(tenant('harbour', 'Harbour & Pine', { demo: true }), 'full'),
    shop(tenant('kontor', 'Kontor Berlin', german), 'full'),
    shop(tenant('fresh', 'Fresh Start'), 'empty'),
    shop(tenant('retail', 'Online Retail'), 'quiet'),
    shop(tenant('broken', 'Broken Pipe'), 'broken'),
    shop(
      tenant('closed', 'Closed Door', {
        role: 'ingest',
        permissions: ['events:write', 'schemas:read'],
      }),
      'forbidden',
    ),
    shop(tenant('slow', 'Slow Boat'), 'slow'),
    shop(tenant('dawn', 'Early Bird'), 'begun-today'),
  ];
}

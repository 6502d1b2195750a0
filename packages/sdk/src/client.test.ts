import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './client.js';
import type { LiveMessage } from './live.js';
import { ProblemError, parseRetryAfter } from './problem.js';
import { createEventStreamParser } from './server-sent-events.js';

type Handler = Parameters<typeof createServer>[1];

let server: Server | undefined;

async function serve(handler: Handler): Promise<string> {
  server = createServer(handler as never);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function failureOf(promise: Promise<unknown>): Promise<ProblemError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('the request should have failed');
}

describe('client', () => {
  it('throws the server’s problem document as a typed error', async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(429, {
        'content-type': 'application/problem+json',
        'retry-after': '7',
      });
      response.end(
        '{"type":"about:blank","title":"Too many attempts","status":429,"code":"rate_limited","detail":"Wait 7 s.","remedy":"Wait.","request_id":"r-1"}',
      );
    });
    const problem = await failureOf(
      createClient({ baseUrl }).session.signIn({ email: 'a@b.c', password: 'x' }),
    );
    expect(problem).toMatchObject({
      status: 429,
      code: 'rate_limited',
      message: 'Wait 7 s.',
      requestId: 'r-1',
      retryAfterMs: 7000,
    });
  });

  it('gives an answer that is no problem document a code of its own', async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(502, { 'x-request-id': 'proxy-9' });
      response.end('<h1>Bad gateway</h1>');
    });
    const problem = await failureOf(
      createClient({ baseUrl }).analytics.dashboard({ tenant_id: 'shop' }),
    );
    expect(problem).toMatchObject({ status: 502, code: 'http_502', requestId: 'proxy-9' });
  });

  it('asks in plain words and reads what was asked before', async () => {
    const seen: string[] = [];
    const baseUrl = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end('{"conversations":[{"id":"c1"}],"questions":[],"completions":[]}');
    });
    const olympus = createClient({ baseUrl });
    await olympus.ask.question({ tenant_id: 'a/b', question: 'revenue?' });
    await olympus.ask.suggestions({ tenant_id: 'a/b', typed: 'rev & x' });
    expect((await olympus.ask.conversations({ tenant_id: 'a/b' })).conversations).toEqual([
      { id: 'c1' },
    ]);
    expect((await olympus.ask.unanswered({ tenant_id: 'a/b' })).questions).toEqual([]);
    const word = { kind: 'metric', name: 'revenue', language: 'en', phrase: 'dosh' } as const;
    await olympus.ask.keepSynonym({ tenant_id: 'a/b', ...word });
    expect(seen).toEqual([
      'POST /api/analytics/nlp/query',
      'GET /api/analytics/nlp/suggestions?tenant_id=a%2Fb&typed=rev+%26+x',
      'GET /api/tenants/a%2Fb/conversations',
      'GET /api/tenants/a%2Fb/unanswered-questions',
      'POST /api/tenants/a%2Fb/synonyms',
    ]);
  });

  it('says unreachable when there is no server', async () => {
    const problem = await failureOf(createClient({ baseUrl: 'http://127.0.0.1:1' }).session.get());
    expect(problem).toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('sends the CSRF header with a cookie session and the key with a key, never both', async () => {
    const seen: (string | string[] | undefined)[][] = [];
    const baseUrl = await serve((request, response) => {
      seen.push([request.headers['x-olympus-csrf'], request.headers.authorization]);
      response.end('{}');
    });
    const query = { tenant_id: 't', metrics: ['revenue'] };
    await createClient({ baseUrl }).analytics.query(query);
    await createClient({ baseUrl, apiKey: 'oly_x' }).analytics.query(query);
    expect(seen).toEqual([
      ['1', undefined],
      [undefined, 'Bearer oly_x'],
    ]);
  });

  it('retries a busy server with the same event ids', async () => {
    const ids: string[] = [];
    const baseUrl = await serve((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        ids.push((JSON.parse(text) as { id: string }[]).map((event) => event.id).join());
        if (ids.length === 1) {
          response.writeHead(503, { 'retry-after': '0' });
          response.end('{"code":"busy"}');
        } else response.end('{"results":[],"stored":1,"duplicates":0,"dead_lettered":0}');
      });
    });
    const answer = await createClient({ baseUrl, apiKey: 'k' }).events.send({
      type: 'order.created',
      data: {},
    });
    expect(answer.stored).toBe(1);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('does not retry an event that the server refuses', async () => {
    let calls = 0;
    const baseUrl = await serve((_request, response) => {
      calls += 1;
      response.writeHead(400);
      response.end('{"code":"malformed_json"}');
    });
    const problem = await failureOf(createClient({ baseUrl }).events.send({ type: 'x', data: {} }));
    expect(problem.code).toBe('malformed_json');
    expect(calls).toBe(1);
  });

  it('asks for ranges and comparisons by name', async () => {
    const urls: (string | undefined)[] = [];
    const baseUrl = await serve((request, response) => {
      urls.push(request.url);
      response.end('{}');
    });
    const client = createClient({ baseUrl });
    await client.analytics.dashboard({ tenant_id: 'a/b', compare: 'none', timeframe: 'today' });
    await client.analytics.dashboard({ tenant_id: 'a', from: '2026-01-01', to: '2026-02-01' });
    await client.analytics.dashboard({ tenant_id: 'a' });
    expect(urls).toEqual([
      '/api/analytics/dashboard/a%2Fb?compare=none&timeframe=today',
      '/api/analytics/dashboard/a?from=2026-01-01&to=2026-02-01',
      '/api/analytics/dashboard/a',
    ]);
  });
});

describe('live', () => {
  it('yields changes, and after a lost connection says so and opens again', async () => {
    let connections = 0;
    const baseUrl = await serve((_request, response) => {
      connections += 1;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': heartbeat\n\n');
      response.write(
        `event: changed\ndata: {"ledgers":["sales"],"version":${connections},"events":3}\n\n`,
      );
      if (connections === 1) response.end();
    });
    const stop = new AbortController();
    const seen: LiveMessage[] = [];
    for await (const message of createClient({ baseUrl }).analytics.live('shop', {
      signal: stop.signal,
      retryMs: 1,
    })) {
      seen.push(message);
      if (message.kind === 'changed' && message.version === 2) stop.abort();
    }
    expect(seen.map((message) => message.kind)).toEqual([
      'open',
      'changed',
      'lost',
      'open',
      'changed',
    ]);
    expect(seen[1]).toEqual({ kind: 'changed', ledgers: ['sales'], version: 1, events: 3 });
  });

  it('reconnects when the stream falls silent', async () => {
    let connections = 0;
    const baseUrl = await serve((_request, response) => {
      connections += 1;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
    });
    const stop = new AbortController();
    const kinds: string[] = [];
    for await (const message of createClient({ baseUrl }).analytics.live('shop', {
      signal: stop.signal,
      retryMs: 1,
      silenceMs: 40,
    })) {
      kinds.push(message.kind);
      if (kinds.length === 3) stop.abort();
    }
    expect(kinds).toEqual(['open', 'lost', 'open']);
    expect(connections).toBe(2);
  });

  it('gives up when it may not see the tenant', async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(404);
      response.end('{"code":"not_found"}');
    });
    const problem = await failureOf(createClient({ baseUrl }).analytics.live('other').next());
    expect(problem.status).toBe(404);
  });
});

describe('event stream parser', () => {
  it('puts messages together from any pieces, with any line ends', () => {
    const stream = ': hi\r\nevent: a\r\ndata: 1\r\ndata: 2\r\n\r\ndata:3\n\nevent: empty\n\n';
    for (let size = 1; size <= stream.length; size += 1) {
      const parse = createEventStreamParser();
      const messages = [];
      for (let at = 0; at < stream.length; at += size) {
        messages.push(...parse(stream.slice(at, at + size)));
      }
      expect(messages).toEqual([
        { event: 'a', data: '1\n2' },
        { event: 'message', data: '3' },
      ]);
    }
  });
});

describe('Retry-After', () => {
  it('is read as seconds or as a date, and never lies in the past', () => {
    expect(parseRetryAfter('3')).toBe(3000);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 4000)).toBe(6000);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:01 GMT', 4000)).toBe(0);
    expect(parseRetryAfter('soon')).toBeUndefined();
    expect(parseRetryAfter(null)).toBeUndefined();
  });
});

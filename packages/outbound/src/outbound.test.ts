import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLogger } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllowList } from './allow-list.js';
import type { ResolvedAddress } from './destination.js';
import { createOutbound, type OutboundOptions } from './outbound.js';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const seen: Seen[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text: string) => {
    body += text;
  });
  request.on('end', () => {
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body });
    answer(new URL(url ?? '/', 'http://here'), response);
  });
});
let port = 0;

function answer({ pathname, searchParams }: URL, response: ServerResponse): void {
  const status = Number(searchParams.get('status') ?? 302);
  if (pathname === '/to') {
    response.writeHead(status, { location: searchParams.get('at') ?? '/' }).end('moved');
  } else if (pathname === '/around') {
    response.writeHead(302, { location: '/around' }).end();
  } else if (pathname === '/endless') {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  } else if (pathname === '/long') {
    response.writeHead(200, { 'content-length': 5_000_000 }).write('x');
  } else if (pathname === '/silent') {
    // never answers
  } else if (pathname === '/stalls') {
    response.writeHead(200).write('begins');
  } else if (pathname === '/empty') {
    response.writeHead(204).end();
  } else {
    response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] });
    response.end('hello');
  }
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const here: ResolvedAddress = { address: '127.0.0.1', family: 4 };
const elsewhere: ResolvedAddress = { address: '93.184.216.34', family: 4 };

/** A way out that may reach the test's own server under the names *.test. */
const outbound = (options: Partial<OutboundOptions> = {}) =>
  createOutbound({
    log: silentLogger,
    allow: parseAllowList('*.test'),
    resolve: async () => [here],
    ...options,
  });
const guarded = (resolve: OutboundOptions['resolve'] = async () => [here]) =>
  createOutbound({ log: silentLogger, resolve });

describe('an outgoing call', () => {
  it('brings the answer with its status and headers', async () => {
    const answer = await outbound().fetch(`http://shop.test:${port}/page`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.text()).toBe('hello');
    expect(seen.at(-1)?.headers).toMatchObject({
      host: `shop.test:${port}`,
      'user-agent': 'Olympus',
    });
    expect((await outbound().fetch(`http://shop.test:${port}/empty`)).body).toBeNull();
  });

  it('sends method, headers and body, and no host but the address’s', async () => {
    await outbound().fetch(`http://shop.test:${port}/hook`, {
      method: 'POST',
      headers: { 'x-signature': 'abc', host: 'other', 'user-agent': 'Hooks/1' },
      body: JSON.stringify({ ok: true }),
    });
    expect(seen.at(-1)).toMatchObject({
      method: 'POST',
      url: '/hook',
      body: '{"ok":true}',
      headers: {
        'x-signature': 'abc',
        'user-agent': 'Hooks/1',
        host: `shop.test:${port}`,
        'content-length': '11',
      },
    });
  });

  it.each([
    'http://127.0.0.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[64:ff9b::7f00:1]',
    'http://[2002:7f00:1::]',
    'http://169.254.169.254/latest/meta-data',
    'http://100.100.100.200',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://0x7f000001',
    'http://127.1',
    'http://127.0.0.1.',
    'http://①②⑦.⓪.⓪.①',
    'http://0',
    'http://224.0.0.1',
    'http://localhost',
    'http://localhost.',
    'http://shop.example',
  ])('refuses %s', async (url) => {
    const before = seen.length;
    await expect(
      guarded().fetch(`${url}:${port}`.replace(/(\/latest.*)(:\d+)$/, '$2$1')),
    ).rejects.toMatchObject({
      code: 'private_address',
      kind: 'forbidden',
    });
    expect(seen.length).toBe(before);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://shop.test/',
    'http://a:b@shop.test/',
    'http://a@shop.test',
    'nonsense',
    'data:,x',
  ])('does not call %s', async (url) => {
    await expect(outbound().fetch(url)).rejects.toMatchObject({ code: 'address_refused' });
  });

  it('keeps to the protocols it was given', async () => {
    const secure = outbound({ protocols: ['https:'] });
    await expect(secure.fetch(`http://shop.test:${port}/`)).rejects.toMatchObject({
      code: 'address_refused',
    });
  });

  it('refuses a name of which one address is private', async () => {
    await expect(
      guarded(async () => [elsewhere, here]).fetch(`http://two.example:${port}/`),
    ).rejects.toMatchObject({ code: 'private_address' });
  });

  it('connects to the address it checked, whatever the name resolves to later', async () => {
    // a name that lies: good when checked, somewhere inside when asked again
    const answers: ResolvedAddress[] = [here, { address: '10.0.0.1', family: 4 }];
    let asked = 0;
    const { fetch } = createOutbound({
      log: silentLogger,
      allow: parseAllowList('127.0.0.1'),
      resolve: async () => answers.slice(asked++, asked),
    });
    const url = `http://rebind.example:${port}/`;
    expect(await (await fetch(url)).text()).toBe('hello');
    expect(asked).toBe(1);
    await expect(fetch(url)).rejects.toMatchObject({ code: 'private_address' });
  });

  it('connects to the pinned address and not to what the system says', async () => {
    const answer = await outbound().fetch(`http://no-such-name-anywhere.test:${port}/`);
    expect(await answer.text()).toBe('hello');
  });

  it('lets through what the operator allows, by range too', async () => {
    const { fetch } = guardedWith('127.0.0.0/8');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    expect((await fetch(`http://inner.example:${port}/`)).status).toBe(200);
    await expect(fetch('http://10.0.0.1/')).rejects.toMatchObject({ code: 'private_address' });
  });

  it('reaches everything where that is wanted', async () => {
    const { fetch } = createOutbound({ log: silentLogger, allowPrivate: true });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });

  it('says that a host cannot be reached, whether by name or by port', async () => {
    const unknown = outbound({ resolve: async () => Promise.reject(new Error('ENOTFOUND')) });
    const nowhere = outbound({ resolve: async () => [] });
    for (const [{ fetch }, url] of [
      [unknown, 'http://x.test/'],
      [nowhere, 'http://x.test/'],
      [outbound(), 'http://shop.test:1/'],
      [outbound(), `https://shop.test:${port}/`],
    ] as const) {
      await expect(fetch(url)).rejects.toMatchObject({
        code: 'host_unreachable',
        kind: 'unavailable',
      });
    }
  });
});

const guardedWith = (allow: string) =>
  createOutbound({
    log: silentLogger,
    allow: parseAllowList(allow),
    resolve: async () => [here],
  });

describe('redirects', () => {
  const to = (at: string, status = 302) =>
    `http://shop.test:${port}/to?status=${status}&at=${encodeURIComponent(at)}`;

  it('are followed, each checked', async () => {
    const answer = await outbound().fetch(to('/page'));
    expect(await answer.text()).toBe('hello');
    for (const at of [`http://127.0.0.1:${port}/`, `//localhost:${port}/`, 'http://[::1]/']) {
      const before = seen.length;
      await expect(outbound().fetch(to(at))).rejects.toMatchObject({ code: 'private_address' });
      expect(seen.length).toBe(before + 1);
    }
    await expect(outbound().fetch(to('file:///etc/passwd'))).rejects.toMatchObject({
      code: 'address_refused',
    });
  });

  it('end after five', async () => {
    const before = seen.length;
    await expect(outbound().fetch(`http://shop.test:${port}/around`)).rejects.toMatchObject({
      code: 'too_many_redirects',
    });
    expect(seen.length - before).toBe(6);
  });

  it('are left to a caller who wants them so', async () => {
    const answer = await outbound().fetch(to('/page'), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/page']);
    await answer.body?.cancel();
    await expect(outbound().fetch(to('/page'), { redirect: 'error' })).rejects.toMatchObject({
      code: 'too_many_redirects',
    });
  });

  it('keep secrets from other hosts', async () => {
    const headers = { authorization: 'Bearer secret', cookie: 'a=1', 'x-own': 'stays' };
    await outbound().fetch(to('/same'), { headers });
    expect(seen.at(-1)?.headers).toMatchObject({ authorization: 'Bearer secret', cookie: 'a=1' });
    await outbound().fetch(to(`http://other.test:${port}/`), { headers });
    const last = seen.at(-1)?.headers;
    expect(last).toMatchObject({ 'x-own': 'stays', host: `other.test:${port}` });
    expect([last?.authorization, last?.cookie]).toEqual([undefined, undefined]);
  });

  it.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'body'],
    [308, 'POST', 'body'],
  ])('of status %i after a POST send %s', async (status, method, body) => {
    await outbound().fetch(to('/next', status), { method: 'POST', body: 'body' });
    expect(seen.at(-1)).toMatchObject({ url: '/next', method, body });
    expect(seen.at(-1)?.headers['content-type'] === undefined).toBe(method === 'GET');
  });
});

describe('limits', () => {
  it('of size hold for announced and for endless answers', async () => {
    const { fetch } = outbound({ maxBytes: 1_000_000 });
    await expect(fetch(`http://shop.test:${port}/long`)).rejects.toMatchObject({
      code: 'answer_too_large',
    });
    const endless = await fetch(`http://shop.test:${port}/endless`);
    await expect(endless.text()).rejects.toMatchObject({ code: 'answer_too_large' });
  });

  it('of time hold for the head, the body and the name', async () => {
    const quick = { deadlineMs: 100 };
    const { fetch } = outbound(quick);
    const slow = { code: 'host_timeout', kind: 'timeout' };
    await expect(fetch(`http://shop.test:${port}/silent`)).rejects.toMatchObject(slow);
    const hanging = outbound({ ...quick, resolve: () => new Promise(() => {}) });
    await expect(hanging.fetch(`http://shop.test:${port}/`)).rejects.toMatchObject(slow);
    const stalling = async () => {
      const answer = await outbound({ deadlineMs: 1500 }).fetch(`http://shop.test:${port}/stalls`);
      return answer.text();
    };
    await expect(stalling()).rejects.toMatchObject(slow);
  });

  it('leave the caller free to give up', async () => {
    const controller = new AbortController();
    const call = outbound().fetch(`http://shop.test:${port}/silent`, { signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(call).rejects.toThrow('no longer wanted');
  });
});

describe('addresses for calls that are not HTTP', () => {
  const resolveTo = (address: string) => async () => [{ address, family: 4 }];
  const wayOut = (address: string, more: Partial<OutboundOptions> = {}) =>
    createOutbound({ log: silentLogger, resolve: resolveTo(address), ...more });

  it('are those of the host, when all of them are on the internet', async () => {
    const found = await wayOut('93.184.216.34').resolveHost('smtp.example.com');
    expect(found).toEqual([{ address: '93.184.216.34', family: 4 }]);
  });

  it('are refused like those of HTTP, however they are written', async () => {
    const guarded = wayOut('10.1.2.3');
    for (const host of ['smtp.example.com', '127.0.0.1', '::1', '0x7f.1', '2130706433']) {
      await expect(guarded.resolveHost(host), host).rejects.toMatchObject({
        code: 'private_address',
      });
    }
    for (const host of ['', 'a/b', 'user@host', 'host:25', 'a?b', 'a b']) {
      await expect(guarded.resolveHost(host), host).rejects.toMatchObject({
        code: 'address_refused',
      });
    }
  });

  it('may be private where the operator says so', async () => {
    const allowed = wayOut('10.1.2.3', { allow: parseAllowList('smtp.lan') });
    expect(await allowed.resolveHost('smtp.lan')).toHaveLength(1);
    await expect(allowed.resolveHost('other.lan')).rejects.toMatchObject({
      code: 'private_address',
    });
  });
});

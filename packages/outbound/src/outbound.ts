import { type Logger, Problem } from '@olympus/core';
import { type AllowList, nothingAllowed } from './allow-list.js';
import {
  findDestination,
  type Resolve,
  type ResolvedAddress,
  systemResolve,
} from './destination.js';
import { exchange } from './exchange.js';
import { addressRefused, tooManyRedirects, tooSlow } from './faults.js';

export interface OutboundOptions {
  /** Lets calls reach every address, for development. */
  readonly allowPrivate?: boolean;
  /** What else calls may reach: the operator's setting, see `parseAllowList`. */
  readonly allow?: AllowList;
  /** `['http:', 'https:']` by default. */
  readonly protocols?: readonly string[];
  readonly resolve?: Resolve;
  readonly log: Logger;
  /** Milliseconds for all of a call: resolving, redirects, the answer's body. 10,000 by default. */
  readonly deadlineMs?: number;
  /** Bytes of an answer's body at most, 10 MiB by default. */
  readonly maxBytes?: number;
  /** The User-Agent of calls that bring none. */
  readonly userAgent?: string;
}

export interface Outbound {
  /**
   * `fetch` for addresses that people enter. Rejects with Problems: `address_refused`,
   * `private_address`, `host_unreachable`, `host_timeout`, `answer_too_large` (also while the body
   * is read), `too_many_redirects`; with the signal's reason when the caller gives up. Bodies are
   * sent as a whole; nothing is cached, no cookies are kept.
   */
  readonly fetch: typeof fetch;
  /**
   * Addresses of a host for calls that are not HTTP, such as SMTP: checked like those of `fetch`, so
   * that who connects to one of them reaches nothing else. Rejects with Problems: `address_refused`,
   * `private_address`, `host_unreachable`.
   */
  readonly resolveHost: (host: string) => Promise<readonly ResolvedAddress[]>;
}

const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Makes the one way out for calls to addresses that people enter. */
export function createOutbound(options: OutboundOptions): Outbound {
  const { log, resolve = systemResolve, deadlineMs = 10_000 } = options;
  const rules = {
    allowPrivate: options.allowPrivate ?? false,
    allow: options.allow ?? nothingAllowed,
    protocols: options.protocols ?? ['http:', 'https:'],
  };

  async function send(first: URL, init: Prepared): Promise<Response> {
    let url = first;
    let { method, body } = init;
    const headers = new Headers(init.headers);
    for (let hop = 0; ; hop++) {
      const destination = await before(init.signal, findDestination(url, rules, resolve));
      const { signal } = init;
      const maxBytes = options.maxBytes ?? 10 * 1024 * 1024;
      const answer = await exchange(destination, { method, headers, body, signal, maxBytes });
      const location = answer.headers.get('location');
      if (!redirects.has(answer.status) || location === null || init.redirect === 'manual') {
        return answer;
      }
      await answer.body?.cancel();
      if (init.redirect === 'error' || hop === maxRedirects) {
        throw tooManyRedirects(destination.host, init.redirect === 'error' ? 0 : maxRedirects);
      }
      const next = parseAddress(location, url.href);
      if (url.protocol === 'https:' && next.protocol !== 'https:') {
        throw addressRefused(
          `${destination.host} redirects to an address without encryption`,
          'Name the address that it leads to.',
        );
      }
      if (next.origin !== url.origin) {
        for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name);
      }
      const toGet =
        (answer.status === 303 && method !== 'HEAD') ||
        ((answer.status === 301 || answer.status === 302) && method === 'POST');
      if (toGet) {
        method = 'GET';
        body = undefined;
        for (const name of [...headers.keys()]) {
          if (name.startsWith('content-')) headers.delete(name);
        }
      }
      url = next;
    }
  }

  return {
    async resolveHost(host) {
      // names are read as in web addresses, so that `0x7f.1` is the address that it stands for
      const url = parseAddress(`http://${host.includes(':') ? `[${host}]` : host}`);
      if (url.username !== '' || `${url.pathname}${url.search}${url.hash}` !== '/') {
        throw addressRefused('This is no name of a host', 'Write it as smtp.example.com.');
      }
      return (await findDestination(url, { ...rules, protocols: ['http:'] }, resolve)).addresses;
    },
    async fetch(input, init) {
      const url = parseAddress(input instanceof Request ? input.url : String(input));
      const deadline = new AbortController();
      setTimeout(() => deadline.abort(tooSlow(url.hostname, deadlineMs)), deadlineMs).unref();
      try {
        const userAgent = options.userAgent ?? 'Olympus';
        return await send(
          url,
          await prepare(input, init, { deadline: deadline.signal, userAgent }),
        );
      } catch (error) {
        if (error instanceof Problem) {
          log.warn({ code: error.code, host: url.hostname }, 'an outgoing call failed');
        }
        throw error;
      }
    },
  };
}

interface Prepared {
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
  readonly redirect: Request['redirect'];
  readonly signal: AbortSignal;
}

/** Headers that belong to the connection and follow from the address and the body. */
const ofConnection = ['host', 'connection', 'transfer-encoding', 'content-length', 'expect'];

async function prepare(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  { deadline, userAgent }: { readonly deadline: AbortSignal; readonly userAgent: string },
): Promise<Prepared> {
  // the address is checked apart: `Request` would refuse some with errors of its own
  const request = new Request(input instanceof Request ? input : 'http://host.invalid', init);
  const headers = new Headers(request.headers);
  for (const name of ofConnection) headers.delete(name);
  if (!headers.has('user-agent')) headers.set('user-agent', userAgent);
  headers.set('accept-encoding', 'identity');
  return {
    method: request.method,
    headers,
    body: request.body === null ? undefined : new Uint8Array(await request.arrayBuffer()),
    redirect: request.redirect,
    signal: AbortSignal.any([deadline, request.signal]),
  };
}

function parseAddress(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) {
    throw addressRefused('This is no address', 'Write it as https://host/path.');
  }
  return new URL(text, base);
}

/** What the work gives, or the signal's reason if that comes first. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

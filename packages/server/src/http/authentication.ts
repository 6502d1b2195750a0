import { timingSafeEqual } from 'node:crypto';
import { type Principal, systemPrincipal } from '@olympus/contract';
import { Problem } from '@olympus/core';
import { type Platform, sessionCookie } from '@olympus/platform';
import type { FastifyRequest } from 'fastify';
import { badCredentials } from './access.js';

export const csrfHeader = 'x-olympus-csrf';

export interface AuthenticationDeps {
  readonly platform: Pick<Platform, 'keys' | 'tokens' | 'sessions'>;
  /** The local command line's own token; only who can read the data folder knows it. */
  readonly adminToken: string | undefined;
}

/**
 * Finds out who calls: API key (bearer, or basic with the key as user name), JWT, the local
 * command line's token, or the session cookie of a browser.
 * @returns null when no credentials came with the request
 * @throws Problem `unauthenticated` for credentials that are not good, `csrf` for a browser's
 *   changing request that another site may have caused
 */
export function createAuthenticator({ platform, adminToken }: AuthenticationDeps) {
  const admin = adminToken === undefined ? undefined : Buffer.from(adminToken);
  const system = systemPrincipal('command line');

  async function fromBearer(token: string): Promise<Principal> {
    if (token.startsWith('oly_')) {
      return (await platform.keys.resolve(token)) ?? refuse();
    }
    if (admin !== undefined) {
      const given = Buffer.from(token);
      if (given.length === admin.length && timingSafeEqual(given, admin)) return system;
    }
    return (await platform.tokens.verify(token)) ?? refuse();
  }

  async function fromBasic(encoded: string): Promise<Principal> {
    const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':', 1);
    return (await platform.keys.resolve(user)) ?? refuse();
  }

  async function fromHeader(request: FastifyRequest): Promise<Principal | null> {
    const header = request.headers.authorization;
    if (header === undefined) return null;
    const space = header.indexOf(' ');
    const scheme = header.slice(0, space).toLowerCase();
    const credentials = header.slice(space + 1).trim();
    if (scheme === 'bearer') return fromBearer(credentials);
    if (scheme === 'basic') return fromBasic(credentials);
    return refuse();
  }

  async function fromCookie(request: FastifyRequest): Promise<Principal | null> {
    const token = request.cookies[sessionCookie];
    if (token === undefined || token === '') return null;
    const principal = await platform.sessions.resolve(token);
    if (principal === undefined) return null;
    requireSameSite(request);
    return principal;
  }

  return {
    fromHeader,
    /** The header where there is one, else a browser's cookie. */
    fromHeaderOrCookie: async (request: FastifyRequest): Promise<Principal | null> =>
      (await fromHeader(request)) ?? (await fromCookie(request)),
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;

function refuse(): never {
  throw badCredentials();
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A changing request with a cookie must show that a script of our own page sent it. */
export function requireSameSite(request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return;
  const { origin, host } = request.headers;
  const ownOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  const site = request.headers['sec-fetch-site'];
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (request.headers[csrfHeader] !== undefined && ownOrigin && sameSite) return;
  throw new Problem({
    code: 'csrf',
    kind: 'forbidden',
    message: 'A signed-in browser’s changes must come from this server’s own page',
    remedy: `Send the header ${csrfHeader}: 1 from the same origin, or use an API key.`,
  });
}

import {
  createPrincipal,
  type Permission,
  type Principal,
  parseRole,
  type Rights,
} from '@olympus/contract';
import { type Clock, type Logger, Problem, parseTenantId, type TenantId } from '@olympus/core';
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  importSPKI,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { createLruMap } from '../database/cache.js';
import type { Environment } from '../secrets/secret-key.js';
import type { JwtIssuer, JwtKeySource } from './jwt-settings.js';

const maximumLength = 8192;
const clockToleranceSeconds = 5;

/** JSON Web Tokens that other systems issue for this one. */
export interface Tokens {
  /**
   * Who bears this token: claims `tenant_id` (one) or `tenant_ids` (list), and `role` (owner,
   * analyst, viewer, ingest) or `scope` (permissions, space separated); with both, what both allow.
   * @returns undefined for a token that is malformed, expired, of an unknown issuer or without rights
   * @throws Problem token_keys_unavailable when the issuer's key set cannot be fetched
   */
  verify(jwt: string): Promise<Principal | undefined>;
}

type Verify = (jwt: string, options: JWTVerifyOptions) => Promise<JWTPayload>;

export function createTokens(deps: {
  readonly issuers: () => Promise<readonly JwtIssuer[]>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly environment: Environment;
  readonly rights: Rights;
  /** Fetches key sets; the address comes from an administrator. */
  readonly fetch: typeof fetch;
}): Tokens {
  const { clock, log } = deps;
  const verifiers = createLruMap<string, Promise<Verify>>(100);

  const verifierFor = (source: JwtKeySource): Promise<Verify> => {
    const id = JSON.stringify(source);
    const verifier = verifiers.get(id) ?? createVerifier(source, deps);
    verifiers.set(id, verifier);
    return verifier;
  };

  return {
    verify: async (jwt) => {
      if (jwt.length > maximumLength) return undefined;
      const claimed = claimedIssuer(jwt);
      const issuer = (await deps.issuers()).find((one) => one.issuer === claimed);
      if (issuer === undefined) return undefined;
      try {
        const verify = await verifierFor(issuer.key);
        const payload = await verify(jwt, {
          issuer: issuer.issuer,
          audience: issuer.audience,
          requiredClaims: ['exp', 'sub'],
          currentDate: new Date(clock.now()),
          clockTolerance: clockToleranceSeconds,
        });
        return toPrincipal(payload, issuer, deps.rights);
      } catch (error) {
        if (error instanceof errors.JOSEError && !isFetchFault(error)) return undefined;
        log.warn({ err: error, issuer: issuer.issuer }, 'keys of a token issuer are unavailable');
        throw keysUnavailable();
      }
    },
  };
}

/** The algorithms are fixed by where the key comes from, never by the token. */
async function createVerifier(
  source: JwtKeySource,
  deps: { readonly environment: Environment; readonly fetch: typeof fetch },
): Promise<Verify> {
  switch (source.kind) {
    case 'secret': {
      const secret = new TextEncoder().encode(source.secret);
      return async (jwt, options) =>
        (await jwtVerify(jwt, secret, { ...options, algorithms: ['HS256'] })).payload;
    }
    case 'public_key': {
      const key = await importSPKI(source.pem, source.algorithm);
      return async (jwt, options) =>
        (await jwtVerify(jwt, key, { ...options, algorithms: [source.algorithm] })).payload;
    }
    case 'jwks': {
      const url = new URL(source.url);
      if (url.protocol !== 'https:' && deps.environment !== 'development') throw keysUnavailable();
      const keys = createRemoteJWKSet(url, { [customFetch]: deps.fetch });
      return async (jwt, options) =>
        (await jwtVerify(jwt, keys, { ...options, algorithms: ['RS256', 'ES256'] })).payload;
    }
  }
}

/** Read before the signature is checked, only to choose whose key checks it. */
function claimedIssuer(jwt: string): string | undefined {
  try {
    return decodeJwt(jwt).iss;
  } catch {
    return undefined;
  }
}

function toPrincipal(
  payload: JWTPayload,
  issuer: JwtIssuer,
  rights: Rights,
): Principal | undefined {
  const granted = permissionsOf(payload, rights);
  const tenants = tenantsOf(payload);
  if (granted === undefined || granted.size === 0 || tenants.length === 0) return undefined;
  const name = typeof payload.name === 'string' ? payload.name.slice(0, 200) : payload.sub;
  return createPrincipal(
    { kind: 'token', id: `${issuer.issuer}#${payload.sub}`, name: name ?? '' },
    new Map(tenants.map((tenant) => [tenant, granted])),
    ((payload.exp ?? 0) + clockToleranceSeconds) * 1000,
  );
}

function tenantsOf(payload: JWTPayload): readonly TenantId[] {
  const listed = Array.isArray(payload.tenant_ids) ? payload.tenant_ids : [];
  return [payload.tenant_id, ...listed].map(parseTenantId).filter((tenant) => tenant !== undefined);
}

function permissionsOf(payload: JWTPayload, rights: Rights): ReadonlySet<Permission> | undefined {
  const { role, scope } = payload;
  const known = role === undefined ? undefined : parseRole(role);
  if (role !== undefined && known === undefined) return undefined;
  const ofRole = known === undefined ? undefined : rights.ofRole(known);
  if (scope === undefined) return ofRole;
  if (typeof scope !== 'string') return undefined;
  const asked = scope.split(' ').map(rights.parseTenantPermission);
  return new Set(
    asked.filter(
      (permission) => permission !== undefined && (ofRole === undefined || ofRole.has(permission)),
    ),
  ) as ReadonlySet<Permission>;
}

/** jose gives its bare base class for an answer that is no 200 or no JSON. */
function isFetchFault(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === errors.JOSEError.code
  );
}

function keysUnavailable(): Problem {
  return new Problem({
    code: 'token_keys_unavailable',
    kind: 'unavailable',
    message: 'The keys that check this token cannot be fetched.',
    remedy: 'Try again in a moment.',
    retryAfterSeconds: 5,
  });
}

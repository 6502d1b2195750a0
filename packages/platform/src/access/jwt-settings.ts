import { createPublicKey } from 'node:crypto';
import { Problem } from '@olympus/core';
import type { Setting } from '../records/settings.js';

/** One who issues tokens that are accepted here, with the one way their signatures are checked. */
export interface JwtIssuer {
  /** The token's `iss`, exactly. */
  readonly issuer: string;
  /** What the token's `aud` must name. */
  readonly audience: string;
  readonly key: JwtKeySource;
}

export type JwtKeySource =
  /** HS256; at least 32 bytes of UTF-8. */
  | { readonly kind: 'secret'; readonly secret: string }
  /** SPKI in PEM. */
  | {
      readonly kind: 'public_key';
      readonly algorithm: 'RS256' | 'ES256';
      readonly pem: string;
    }
  /** RS256 and ES256 keys of a published set; new ones are fetched as they come into use. */
  | { readonly kind: 'jwks'; readonly url: string };

/** `jwt.issuers` of the installation. Empty or unset: no tokens are accepted. */
export const jwtIssuers: Setting<readonly JwtIssuer[]> = {
  name: 'jwt.issuers',
  secret: true,
  parse: (value) => {
    if (!Array.isArray(value)) throw invalid('', 'Issuers are a list.');
    const issuers = value.map(parseIssuer);
    if (new Set(issuers.map(({ issuer }) => issuer)).size < issuers.length) {
      throw invalid('', 'Each issuer stands once in the list.');
    }
    return issuers;
  },
};

function parseIssuer(value: unknown, index: number): JwtIssuer {
  const at = `/${index}`;
  const { issuer, audience, key } = fieldsOf(value, at);
  if (typeof issuer !== 'string' || issuer === '')
    throw invalid(`${at}/issuer`, 'Name the issuer.');
  if (typeof audience !== 'string' || audience === '') {
    throw invalid(`${at}/audience`, 'Name the audience.');
  }
  return { issuer, audience, key: parseKeySource(key, `${at}/key`) };
}

function parseKeySource(value: unknown, at: string): JwtKeySource {
  const { kind, secret, algorithm, pem, url } = fieldsOf(value, at);
  switch (kind) {
    case 'secret':
      if (typeof secret !== 'string' || Buffer.byteLength(secret) < 32) {
        throw invalid(`${at}/secret`, 'A shared secret has at least 32 bytes (RFC 7518, 3.2).');
      }
      return { kind, secret };
    case 'public_key':
      if (algorithm !== 'RS256' && algorithm !== 'ES256') {
        throw invalid(`${at}/algorithm`, 'The algorithm is RS256 or ES256.');
      }
      if (typeof pem !== 'string' || !fits(pem, algorithm)) {
        throw invalid(`${at}/pem`, `The key is a public key for ${algorithm} in PEM (SPKI).`);
      }
      return { kind, algorithm, pem };
    case 'jwks':
      if (
        typeof url !== 'string' ||
        !URL.canParse(url) ||
        !/^https?:$/.test(new URL(url).protocol)
      ) {
        throw invalid(`${at}/url`, 'The address of the key set is an https URL.');
      }
      return { kind, url };
    default:
      throw invalid(`${at}/kind`, 'The kind of key is secret, public_key or jwks.');
  }
}

/** RSA of at least 2,048 bits for RS256 (RFC 7518, 3.3), curve P-256 for ES256; no private keys. */
function fits(pem: string, algorithm: 'RS256' | 'ES256'): boolean {
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) return false;
  try {
    const { asymmetricKeyType, asymmetricKeyDetails: details } = createPublicKey(pem);
    return algorithm === 'RS256'
      ? asymmetricKeyType === 'rsa' && (details?.modulusLength ?? 0) >= 2048
      : asymmetricKeyType === 'ec' && details?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

function fieldsOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return { ...value };
  throw invalid(at, 'This is an object.');
}

function invalid(at: string, message: string): Problem {
  return new Problem({
    code: 'invalid_jwt_issuers',
    kind: 'invalid',
    message,
    remedy: 'Correct the setting jwt.issuers.',
    at,
  });
}

import { createPrivateKey } from 'node:crypto';
import { createManualClock, silentLogger, tenantId } from '@olympus/core';
import {
  base64url,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { testRights } from '../testing/harness.js';
import { type JwtIssuer, jwtIssuers } from './jwt-settings.js';
import { createTokens, type Tokens } from './tokens.js';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const nowS = nowMs / 1000;
const a = tenantId('a');
const secret = 'a shared secret of 32 bytes or more';
const jwksUrl = 'https://login.example.com/keys';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
type Key = Parameters<SignJWT['sign']>[0];

const claims: JWTPayload = {
  aud: 'olympus',
  sub: 'u1',
  exp: nowS + 60,
  tenant_id: 'a',
  role: 'viewer',
};

function sign(key: Key, header: JWTHeaderParameters, payload: JWTPayload): Promise<string> {
  return new SignJWT({ ...claims, ...payload }).setProtectedHeader(header).sign(key);
}

const hmac = (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
  sign(new TextEncoder().encode(secret), { alg: 'HS256', ...header }, { iss: 'hs', ...payload });

describe('tokens', () => {
  let rsa: Keys;
  let ec: Keys;
  let published: Keys;
  let rsaPem: string;
  let issuers: readonly JwtIssuer[];
  let tokens: Tokens;
  let keySet: () => Promise<Response>;

  beforeAll(async () => {
    [rsa, ec, published] = await Promise.all([
      generateKeyPair('RS256', { extractable: true }),
      generateKeyPair('ES256', { extractable: true }),
      generateKeyPair('ES256', { extractable: true }),
    ]);
    rsaPem = await exportSPKI(rsa.publicKey);
    issuers = jwtIssuers.parse([
      { issuer: 'hs', audience: 'olympus', key: { kind: 'secret', secret } },
      {
        issuer: 'rs',
        audience: 'olympus',
        key: { kind: 'public_key', algorithm: 'RS256', pem: rsaPem },
      },
      {
        issuer: 'es',
        audience: 'olympus',
        key: { kind: 'public_key', algorithm: 'ES256', pem: await exportSPKI(ec.publicKey) },
      },
      { issuer: 'set', audience: 'olympus', key: { kind: 'jwks', url: jwksUrl } },
    ]);
    tokens = tokensOf(issuers);
  });

  function tokensOf(list: readonly JwtIssuer[]): Tokens {
    return createTokens({
      issuers: () => Promise.resolve(list),
      clock: createManualClock(nowMs),
      log: silentLogger,
      environment: 'production',
      rights: testRights,
      fetch: () => keySet(),
    });
  }

  const setOf = async (...pairs: readonly [string, Keys][]) => {
    const keys = await Promise.all(
      pairs.map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid })),
    );
    return () => Promise.resolve(Response.json({ keys }));
  };

  it('accepts HS256, RS256 and ES256 from issuers that use them', async () => {
    const all = [
      await hmac({}),
      await sign(rsa.privateKey, { alg: 'RS256' }, { iss: 'rs' }),
      await sign(ec.privateKey, { alg: 'ES256' }, { iss: 'es', name: 'Ann' }),
    ];
    const principals = await Promise.all(all.map((jwt) => tokens.verify(jwt)));
    expect(principals.map((principal) => principal?.id)).toEqual(['hs#u1', 'rs#u1', 'es#u1']);
    expect(principals[2]).toMatchObject({ kind: 'token', name: 'Ann', tenants: ['a'] });
    expect(principals[0]?.allows(a, 'analytics:read')).toBe(true);
    expect(principals[0]?.allows(a, 'metrics:write')).toBe(false);
    expect(principals[0]?.allows(tenantId('b'), 'analytics:read')).toBe(false);
    expect(principals[0]?.allowsEverywhere('analytics:read')).toBe(false);
  });

  it('refuses tokens without a signature', async () => {
    const part = (value: object) => base64url.encode(JSON.stringify(value));
    for (const alg of ['none', 'None', 'NONE', '', 'nOnE']) {
      for (const iss of ['hs', 'rs', 'set']) {
        const unsigned = `${part({ alg })}.${part({ ...claims, iss })}.`;
        expect(await tokens.verify(unsigned)).toBeUndefined();
      }
    }
    const [header, payload] = (await hmac({})).split('.');
    expect(await tokens.verify(`${header}.${payload}.`)).toBeUndefined();
    expect(await tokens.verify(`${header}.${payload}`)).toBeUndefined();
  });

  it('refuses a public key used as a shared secret, and every other exchange of algorithms', async () => {
    const pem = new TextEncoder().encode(rsaPem);
    for (const material of [pem, new TextEncoder().encode(rsaPem.trim())]) {
      expect(
        await tokens.verify(await sign(material, { alg: 'HS256' }, { iss: 'rs' })),
      ).toBeUndefined();
    }
    for (const iss of ['hs', 'es', 'set']) {
      keySet = await setOf(['k', published]);
      expect(
        await tokens.verify(await sign(rsa.privateKey, { alg: 'RS256' }, { iss })),
      ).toBeUndefined();
    }
    const pss = createPrivateKey(await exportPKCS8(rsa.privateKey));
    expect(await tokens.verify(await sign(pss, { alg: 'PS256' }, { iss: 'rs' }))).toBeUndefined();
    const strong = new TextEncoder().encode(secret.repeat(2));
    expect(
      await tokens.verify(await sign(strong, { alg: 'HS512' }, { iss: 'hs' })),
    ).toBeUndefined();
  });

  it('refuses keys that the token brings along, and survives hostile key ids', async () => {
    keySet = await setOf(['k', published]);
    const mallory = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(mallory.publicKey);
    for (const extra of [
      { jwk },
      { jku: 'https://evil.example.com/keys' },
      { x5u: 'https://evil.example.com/cert' },
      { kid: '../../../../dev/null' },
      { kid: "' or 1=1 --" },
      { kid: 'k' },
      { kid: 'x'.repeat(2000) },
      { kid: '__proto__' },
      { crit: ['unknown'], unknown: true },
    ]) {
      for (const iss of ['es', 'set']) {
        const header = { alg: 'ES256', ...extra } as JWTHeaderParameters;
        const jwt = await new SignJWT({ ...claims, iss })
          .setProtectedHeader(header)
          .sign(mallory.privateKey, { crit: { unknown: true } });
        expect(await tokens.verify(jwt)).toBeUndefined();
      }
    }
  });

  it.each([
    ['an unknown issuer', { iss: 'evil' }],
    ['another audience', { aud: 'elsewhere' }],
    ['no audience', { aud: undefined }],
    ['an expiry in the past', { exp: nowS - 6 }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is no number', { exp: 'never' as never }],
    ['a start in the future', { nbf: nowS + 6 }],
    ['no subject', { sub: undefined }],
    ['no tenant', { tenant_id: undefined }],
    ['a tenant that cannot be one', { tenant_id: '../a' }],
    ['a wildcard for tenants', { tenant_id: '*' }],
    ['no rights', { role: undefined }],
    ['an unknown role', { role: 'root' }],
    ['an unknown role beside a scope', { role: 'root', scope: 'model:read' }],
    ['only rights over the installation', { role: undefined, scope: 'system:admin' }],
    ['scopes that are no text', { scope: ['model:read'] }],
  ])('refuses %s', async (_, payload) => {
    expect(await tokens.verify(await hmac({}))).toBeDefined();
    expect(await tokens.verify(await hmac(payload))).toBeUndefined();
  });

  it('refuses a token with any one character changed', async () => {
    const jwt = await hmac({});
    for (let i = 0; i < jwt.length; i += 3) {
      const changed = `${jwt.slice(0, i)}${jwt[i] === 'A' ? 'B' : 'A'}${jwt.slice(i + 1)}`;
      // the last character of each part has spare bits; a change of those is no change
      if (
        base64url.decode(changed.split('.')[2] ?? '').join() ===
          base64url.decode(jwt.split('.')[2] ?? '').join() &&
        i > jwt.lastIndexOf('.')
      )
        continue;
      expect(await tokens.verify(changed), `character ${i}`).toBeUndefined();
    }
  });

  it('refuses what is no token at all', async () => {
    for (const text of ['', '.', '..', 'a.b.c', 'null', `${'x'.repeat(9000)}`, '{}', 'Bearer x']) {
      expect(await tokens.verify(text)).toBeUndefined();
    }
  });

  it('gives scopes, and with a role only what both allow', async () => {
    const scoped = await tokens.verify(
      await hmac({ role: undefined, scope: 'events:write system:admin x' }),
    );
    expect(scoped?.allows(a, 'events:write')).toBe(true);
    expect(scoped?.allows(a, 'system:admin')).toBe(false);
    const both = await tokens.verify(await hmac({ scope: 'analytics:read keys:admin' }));
    expect(both?.allows(a, 'analytics:read')).toBe(true);
    expect(both?.allows(a, 'keys:admin')).toBe(false);
    expect(both?.allows(a, 'model:read')).toBe(false);
  });

  it('takes several tenants from one token', async () => {
    const principal = await tokens.verify(await hmac({ tenant_ids: ['b', 'c', '../d', 5] }));
    expect(principal?.tenants).toEqual(['a', 'b', 'c']);
  });

  it('follows a published key set as its keys are exchanged', async () => {
    const fresh = tokensOf(issuers);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      keySet = await setOf(['one', published]);
      const old = await sign(published.privateKey, { alg: 'ES256', kid: 'one' }, { iss: 'set' });
      const next = await sign(ec.privateKey, { alg: 'ES256', kid: 'two' }, { iss: 'set' });
      expect(await fresh.verify(old)).toBeDefined();
      expect(await fresh.verify(next)).toBeUndefined();
      keySet = await setOf(['one', published], ['two', ec]);
      vi.setSystemTime(Date.now() + 31_000);
      expect(await fresh.verify(next)).toBeDefined();
      expect(await fresh.verify(old)).toBeDefined();
      keySet = await setOf(['two', ec]);
      vi.setSystemTime(Date.now() + 11 * 60_000);
      expect(await fresh.verify(old)).toBeUndefined();
      expect(await fresh.verify(next)).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks for a key set once for many tokens, also for tokens with unknown keys', async () => {
    const fresh = tokensOf(issuers);
    const answer = await setOf(['one', published]);
    const fetched = vi.fn(answer);
    keySet = fetched;
    const good = await sign(published.privateKey, { alg: 'ES256', kid: 'one' }, { iss: 'set' });
    const bad = await sign(ec.privateKey, { alg: 'ES256', kid: 'none' }, { iss: 'set' });
    await Promise.all([good, bad, good].map((jwt) => fresh.verify(jwt)));
    for (let i = 0; i < 10; i++) await fresh.verify(bad);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('says that keys are unavailable rather than that a token is bad', async () => {
    const jwt = await sign(published.privateKey, { alg: 'ES256', kid: 'one' }, { iss: 'set' });
    for (const failing of [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.resolve(new Response('busy', { status: 503 })),
      () => Promise.resolve(new Response('<html>')),
      () => Promise.resolve(Response.json({ nothing: true })),
    ]) {
      keySet = failing;
      await expect(tokensOf(issuers).verify(jwt)).rejects.toMatchObject({
        code: 'token_keys_unavailable',
        kind: 'unavailable',
      });
    }
    const plain: JwtIssuer = {
      issuer: 'set',
      audience: 'olympus',
      key: { kind: 'jwks', url: 'http://login.example.com/keys' },
    };
    keySet = await setOf(['one', published]);
    await expect(tokensOf([plain]).verify(jwt)).rejects.toMatchObject({
      code: 'token_keys_unavailable',
    });
  });

  it('refuses settings that would be unsafe', async () => {
    const small = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
    const good = { kind: 'public_key', algorithm: 'RS256', pem: await exportSPKI(small.publicKey) };
    const parse = (key: object) => () => jwtIssuers.parse([{ issuer: 'i', audience: 'a', key }]);
    expect(parse(good)).not.toThrow();
    expect(parse({ kind: 'secret', secret: 'short' })).toThrow('32 bytes');
    expect(parse({ ...good, algorithm: 'none' })).toThrow('RS256 or ES256');
    expect(parse({ ...good, algorithm: 'ES256' })).toThrow('public key for ES256');
    expect(parse({ ...good, pem: good.pem.replaceAll('PUBLIC', 'PRIVATE') })).toThrow('public key');
    expect(parse({ kind: 'jwks', url: 'file:///etc/passwd' })).toThrow('https');
    expect(parse({ kind: 'magic' })).toThrow('kind of key');
    expect(() => jwtIssuers.parse([{ issuer: 'i', key: good }])).toThrow('audience');
    const twice = { issuer: 'i', audience: 'a', key: good };
    expect(() => jwtIssuers.parse([twice, twice])).toThrow('once');
  });
});

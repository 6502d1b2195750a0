import type { SettingsReader } from '@olympus/contract';
import type { JwtIssuer } from './access/jwt-settings.js';

/** What the environment decides about the control plane. */
export interface PlatformSettings {
  /** 32 bytes in hexadecimal or base64; when absent, the key is kept in the data folder. */
  readonly secretKey: string | undefined;
  /** A PostgreSQL server; when absent, the control store is in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Whose tokens are accepted. */
  readonly jwt: JwtIssuer | undefined;
}

export function readPlatformSettings(read: SettingsReader): PlatformSettings {
  return {
    secretKey: readSecretKey(read),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    jwt: readJwt(read),
  };
}

const placeholders = ['secret', 'changeme', 'change-me', 'password', 'default', 'olympus', 'test'];

function isPlaceholder(text: string): boolean {
  const lower = text.toLowerCase();
  return placeholders.some((word) => lower.startsWith(word)) || /^(.)\1*$/.test(text);
}

function readSecretKey(read: SettingsReader): string | undefined {
  const name = 'OLYMPUS_SECRET_KEY';
  const remedy = 'Make one with: openssl rand -hex 32';
  const text = read.text(name);
  if (text === undefined) return undefined;
  if (read.environment !== 'development' && isPlaceholder(text)) {
    read.fail(name, 'it is a placeholder, not a secret', remedy);
  } else if (!/^([0-9a-f]{64}|[\w+/-]{43}=?)$/i.test(text)) {
    read.fail(name, 'it is not 32 bytes in hexadecimal or base64', remedy);
  }
  return text;
}

function readJwt(read: SettingsReader): JwtIssuer | undefined {
  const secret = read.text('OLYMPUS_JWT_SECRET');
  const publicKey = read.text('OLYMPUS_JWT_PUBLIC_KEY')?.replaceAll('\\n', '\n');
  const protocols = read.environment === 'development' ? ['https:', 'http:'] : ['https:'];
  const jwksUrl = read.url('OLYMPUS_JWT_JWKS_URL', protocols);
  const issuer = read.text('OLYMPUS_JWT_ISSUER');
  const audience = read.text('OLYMPUS_JWT_AUDIENCE');
  const keys = [secret, publicKey, jwksUrl].filter((key) => key !== undefined);
  if (keys.length === 0) return undefined;
  if (keys.length > 1) {
    read.fail(
      'OLYMPUS_JWT_SECRET',
      'there is more than one way to check tokens',
      'Set one of OLYMPUS_JWT_SECRET, OLYMPUS_JWT_PUBLIC_KEY and OLYMPUS_JWT_JWKS_URL.',
    );
  }
  if (
    secret !== undefined &&
    (secret.length < 32 || (read.environment !== 'development' && isPlaceholder(secret)))
  ) {
    read.fail(
      'OLYMPUS_JWT_SECRET',
      'it is shorter than 32 characters or a placeholder',
      'Make one with: openssl rand -base64 48',
    );
  }
  if (publicKey !== undefined && !publicKey.includes('BEGIN PUBLIC KEY')) {
    read.fail(
      'OLYMPUS_JWT_PUBLIC_KEY',
      'it is not a public key in PEM form',
      'Give the text that starts with -----BEGIN PUBLIC KEY-----.',
    );
  }
  if (issuer === undefined || audience === undefined) {
    const missing = issuer === undefined ? 'OLYMPUS_JWT_ISSUER' : 'OLYMPUS_JWT_AUDIENCE';
    read.fail(missing, 'it is missing while tokens are accepted', 'Set it to what the tokens say.');
    return undefined;
  }
  const algorithm = read.choice('OLYMPUS_JWT_ALGORITHM', ['rs256', 'es256'], 'rs256');
  if (secret !== undefined) return { issuer, audience, key: { kind: 'secret', secret } };
  if (jwksUrl !== undefined) return { issuer, audience, key: { kind: 'jwks', url: jwksUrl } };
  return {
    issuer,
    audience,
    key: {
      kind: 'public_key',
      algorithm: algorithm === 'rs256' ? 'RS256' : 'ES256',
      pem: publicKey ?? '',
    },
  };
}

import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Problem, parseTenantId, type TenantId } from '@olympus/core';
import { parseAllowList } from '@olympus/outbound';
import type { JwtIssuer } from '@olympus/platform';

export type Environment = 'development' | 'staging' | 'production';
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything that the environment may decide. Made once at start; nothing else reads `process.env`. */
export interface Settings {
  readonly environment: Environment;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** 32 bytes in hexadecimal or base64; when absent, the key is kept in the data folder. */
  readonly secretKey: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Tenant of messages from Redis that name none. */
  readonly redisTenant: TenantId | undefined;
  readonly bigQuery: { readonly projectId: string; readonly dataset: string } | undefined;
  readonly openAiApiKey: string | undefined;
  readonly jwt: JwtIssuer | undefined;
  /** Address that people reach the server under, for links. */
  readonly publicUrl: string | undefined;
  /** Addresses or ranges of reverse proxies whose X-Forwarded-For is to be believed. */
  readonly trustedProxies: readonly string[];
  /** What outgoing calls may reach although it is not on the internet. */
  readonly outboundAllow: string;
}

export interface SettingFault {
  readonly name: string;
  readonly fault: string;
  readonly remedy: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables.
 * @throws Problem `invalid_settings` that lists every fault with its remedy
 */
export function readSettings(variables: Variables, workingFolder: string): Settings {
  const faults: SettingFault[] = [];
  const reader = createReader(variables, faults);
  const environment = readEnvironment(reader);
  const settings: Settings = {
    environment,
    host: reader.text('HOST') ?? (environment === 'development' ? '127.0.0.1' : '0.0.0.0'),
    port: reader.integer('PORT', 8001, 0, 65_535),
    dataDir: resolve(workingFolder, reader.text('OLYMPUS_DATA_DIR') ?? '.olympus'),
    demo: reader.flag('OLYMPUS_DEMO', environment === 'development'),
    logLevel: reader.choice(
      'LOG_LEVEL',
      logLevels,
      environment === 'development' ? 'warn' : 'info',
    ),
    secretKey: readSecretKey(reader, environment),
    databaseUrl: reader.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: reader.url('REDIS_URL', ['redis:', 'rediss:']),
    redisTenant: readTenant(reader, 'OLYMPUS_REDIS_TENANT'),
    bigQuery: readBigQuery(reader),
    openAiApiKey: reader.text('OPENAI_API_KEY'),
    jwt: readJwt(reader, environment),
    publicUrl: reader.url('OLYMPUS_PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    trustedProxies: readProxies(reader),
    outboundAllow: readOutboundAllow(reader),
  };
  if (faults.length > 0) throw invalidSettings(faults);
  return settings;
}

function invalidSettings(faults: readonly SettingFault[]): Problem {
  const lines = faults.map(({ name, fault, remedy }) => `  ${name}: ${fault}. ${remedy}`);
  return new Problem({
    code: 'invalid_settings',
    kind: 'invalid',
    message: `${faults.length === 1 ? 'A setting is' : `${faults.length} settings are`} wrong:\n${lines.join('\n')}`,
    at: faults.map(({ name }) => name).join(', '),
  });
}

function createReader(variables: Variables, faults: SettingFault[]) {
  const fail = (name: string, fault: string, remedy: string) => {
    faults.push({ name, fault, remedy });
  };
  const text = (name: string): string | undefined => {
    const value = variables[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  return {
    fail,
    text,
    integer(name: string, fallback: number, least: number, most: number): number {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = Number(value);
      if (Number.isInteger(number) && number >= least && number <= most) return number;
      fail(
        name,
        `"${value}" is no whole number from ${least} to ${most}`,
        `Leave it out for ${fallback}.`,
      );
      return fallback;
    },
    flag(name: string, fallback: boolean): boolean {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return fallback;
      if (['1', 'true', 'yes', 'on'].includes(value)) return true;
      if (['0', 'false', 'no', 'off'].includes(value)) return false;
      fail(name, `"${value}" is neither yes nor no`, 'Use 1 or 0.');
      return fallback;
    },
    choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return fallback;
      const found = choices.find((choice) => choice === value);
      if (found !== undefined) return found;
      fail(name, `"${value}" is unknown`, `Use one of ${choices.join(', ')}.`);
      return fallback;
    },
    url(name: string, protocols: readonly string[]): string | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
      // the value is not repeated: it may hold a password
      fail(
        name,
        'it is not an address of the expected form',
        `Start it with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
      );
      return undefined;
    },
  };
}

type Reader = ReturnType<typeof createReader>;

function readEnvironment(reader: Reader): Environment {
  const own = reader.text('OLYMPUS_ENV');
  if (own !== undefined) {
    return reader.choice('OLYMPUS_ENV', ['development', 'staging', 'production'], 'development');
  }
  // NODE_ENV has values of other tools too (such as test): only ours count
  const node = reader.text('NODE_ENV');
  return node === 'production' || node === 'staging' ? node : 'development';
}

const placeholders = ['secret', 'changeme', 'change-me', 'password', 'default', 'olympus', 'test'];

function isPlaceholder(text: string): boolean {
  const lower = text.toLowerCase();
  return placeholders.some((word) => lower.startsWith(word)) || /^(.)\1*$/.test(text);
}

function readSecretKey(reader: Reader, environment: Environment): string | undefined {
  const name = 'OLYMPUS_SECRET_KEY';
  const remedy = 'Make one with: openssl rand -hex 32';
  const text = reader.text(name);
  if (text === undefined) return undefined;
  if (environment !== 'development' && isPlaceholder(text)) {
    reader.fail(name, 'it is a placeholder, not a secret', remedy);
  } else if (!/^([0-9a-f]{64}|[\w+/-]{43}=?)$/i.test(text)) {
    reader.fail(name, 'it is not 32 bytes in hexadecimal or base64', remedy);
  }
  return text;
}

function readTenant(reader: Reader, name: string): TenantId | undefined {
  const text = reader.text(name);
  const id = parseTenantId(text);
  if (text !== undefined && id === undefined) {
    reader.fail(name, `"${text}" is no tenant id`, 'Use the id that "olympus tenant list" shows.');
  }
  return id;
}

function readProxies(reader: Reader): readonly string[] {
  const name = 'OLYMPUS_TRUSTED_PROXIES';
  const listed = (reader.text(name) ?? '').split(',').map((entry) => entry.trim());
  const proxies = listed.filter((entry) => entry !== '');
  const wrong = proxies.find((entry) => {
    const [address = '', bits] = entry.split('/', 2);
    const named = ['loopback', 'linklocal', 'uniquelocal'].includes(entry);
    return !named && (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits)));
  });
  if (wrong !== undefined) {
    reader.fail(name, `"${wrong}" is no address or range`, 'List them as 10.0.0.0/8, 192.0.2.7.');
  }
  return proxies;
}

function readOutboundAllow(reader: Reader): string {
  const name = 'OLYMPUS_OUTBOUND_ALLOW';
  const text = reader.text(name) ?? '';
  try {
    parseAllowList(text, name);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    reader.fail(name, error.message, error.remedy ?? '');
  }
  return text;
}

function readBigQuery(reader: Reader): Settings['bigQuery'] {
  const projectId = reader.text('BIGQUERY_PROJECT_ID');
  const dataset = reader.text('BIGQUERY_DATASET');
  if (projectId === undefined && dataset === undefined) return undefined;
  if (projectId !== undefined && dataset !== undefined) return { projectId, dataset };
  const missing = projectId === undefined ? 'BIGQUERY_PROJECT_ID' : 'BIGQUERY_DATASET';
  reader.fail(missing, 'it is missing while its twin is set', 'Set both or neither.');
  return undefined;
}

function readJwt(reader: Reader, environment: Environment): JwtIssuer | undefined {
  const secret = reader.text('OLYMPUS_JWT_SECRET');
  const publicKey = reader.text('OLYMPUS_JWT_PUBLIC_KEY')?.replaceAll('\\n', '\n');
  const protocols = environment === 'development' ? ['https:', 'http:'] : ['https:'];
  const jwksUrl = reader.url('OLYMPUS_JWT_JWKS_URL', protocols);
  const issuer = reader.text('OLYMPUS_JWT_ISSUER');
  const audience = reader.text('OLYMPUS_JWT_AUDIENCE');
  const keys = [secret, publicKey, jwksUrl].filter((key) => key !== undefined);
  if (keys.length === 0) return undefined;
  if (keys.length > 1) {
    reader.fail(
      'OLYMPUS_JWT_SECRET',
      'there is more than one way to check tokens',
      'Set one of OLYMPUS_JWT_SECRET, OLYMPUS_JWT_PUBLIC_KEY and OLYMPUS_JWT_JWKS_URL.',
    );
  }
  if (
    secret !== undefined &&
    (secret.length < 32 || (environment !== 'development' && isPlaceholder(secret)))
  ) {
    reader.fail(
      'OLYMPUS_JWT_SECRET',
      'it is shorter than 32 characters or a placeholder',
      'Make one with: openssl rand -base64 48',
    );
  }
  if (publicKey !== undefined && !publicKey.includes('BEGIN PUBLIC KEY')) {
    reader.fail(
      'OLYMPUS_JWT_PUBLIC_KEY',
      'it is not a public key in PEM form',
      'Give the text that starts with -----BEGIN PUBLIC KEY-----.',
    );
  }
  if (issuer === undefined || audience === undefined) {
    const missing = issuer === undefined ? 'OLYMPUS_JWT_ISSUER' : 'OLYMPUS_JWT_AUDIENCE';
    reader.fail(
      missing,
      'it is missing while tokens are accepted',
      'Set it to what the tokens say.',
    );
    return undefined;
  }
  const algorithm = reader.choice('OLYMPUS_JWT_ALGORITHM', ['rs256', 'es256'], 'rs256');
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

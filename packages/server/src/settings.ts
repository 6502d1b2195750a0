import { isIP } from 'node:net';
import { resolve, sep } from 'node:path';
import type { SettingsReader } from '@olympus/contract';
import { Problem } from '@olympus/core';
import { parseAllowList } from '@olympus/outbound';
import { rooms } from './rooms.generated.js';

export type Environment = 'development' | 'staging' | 'production';
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything that the environment may decide. Made once at start; nothing else reads `process.env`. */
export interface Settings {
  readonly environment: Environment;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Folder that backups are written into, each under a name of its own. */
  readonly backupDir: string;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  readonly bigQuery: { readonly projectId: string; readonly dataset: string } | undefined;
  readonly openAiApiKey: string | undefined;
  /** The installation's master key as text; undefined where it lies in the data folder. */
  readonly secretKey: string | undefined;
  /** Address that people reach the server under, for links. */
  readonly publicUrl: string | undefined;
  /** Addresses or ranges of reverse proxies whose X-Forwarded-For is to be believed. */
  readonly trustedProxies: readonly string[];
  /** Redis that carries messages between processes. */
  readonly redisUrl: string | undefined;
  /** What outgoing calls may reach although it is not on the internet. */
  readonly outboundAllow: string;
  /** What each room read for itself, by the room's name. */
  readonly rooms: Readonly<Record<string, unknown>>;
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
  const dataDir = resolve(workingFolder, reader.text('OLYMPUS_DATA_DIR') ?? '.olympus');
  const settings: Settings = {
    environment,
    host: reader.text('HOST') ?? (environment === 'development' ? '127.0.0.1' : '0.0.0.0'),
    port: reader.integer('PORT', 8001, 0, 65_535),
    dataDir,
    backupDir: readBackupDir(reader, workingFolder, dataDir),
    demo: reader.flag('OLYMPUS_DEMO', environment === 'development'),
    logLevel: reader.choice(
      'LOG_LEVEL',
      logLevels,
      environment === 'development' ? 'warn' : 'info',
    ),
    bigQuery: readBigQuery(reader),
    openAiApiKey: reader.text('OPENAI_API_KEY'),
    // the room that seals with it says what is wrong with it
    secretKey: reader.text('OLYMPUS_SECRET_KEY'),
    publicUrl: reader.url('OLYMPUS_PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    trustedProxies: readProxies(reader),
    // the room that takes events from it says what is wrong with it
    redisUrl: reader.text('REDIS_URL'),
    outboundAllow: readOutboundAllow(reader),
    rooms: readRoomSettings({ ...reader, environment }),
  };
  if (faults.length > 0) throw invalidSettings(faults);
  return settings;
}

function readRoomSettings(read: SettingsReader): Settings['rooms'] {
  return Object.fromEntries(
    rooms.map(({ contract, settings }) => [contract.room, settings?.(read)]),
  );
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

function readBackupDir(reader: Reader, workingFolder: string, dataDir: string): string {
  const name = 'OLYMPUS_BACKUP_DIR';
  const given = reader.text(name);
  const folder = given === undefined ? `${dataDir}-backups` : resolve(workingFolder, given);
  if (folder === dataDir || folder.startsWith(dataDir + sep)) {
    reader.fail(name, 'it lies inside the data folder', 'Name a folder beside it.');
  }
  return folder;
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

import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@olympus/core';

export type Environment = 'development' | 'staging' | 'production';

const fileName = 'secret.key';
/** Folder of the control store inside the data folder. */
export const controlStore = 'control';

/**
 * The installation's master key: 32 bytes from OLYMPUS_SECRET_KEY (64 hexadecimal digits or
 * base64), else from `secret.key` in the data folder, which the first start makes from random
 * bytes, readable by its owner only. Whoever loses it loses every sealed value.
 * @throws Problem when the key is malformed or, outside development, weak or readable by others;
 *   `secret_key_missing` where a control store is that was made with one
 */
export async function loadOrCreateSecretKey(
  dataDir: string,
  environment: Environment,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Uint8Array> {
  const given = variables.OLYMPUS_SECRET_KEY;
  if (given !== undefined && given !== '') {
    return acceptSecretKey(parseSecretKey(given, 'OLYMPUS_SECRET_KEY'), environment);
  }
  const path = join(dataDir, fileName);
  let text = await readIfThere(path);
  if (text === undefined) {
    await refuseNewKeyForOldStore(dataDir, path);
    await createKeyFile(dataDir, path);
    text = await readFile(path, 'utf8');
  }
  if (environment !== 'development') await refuseReadableByOthers(path);
  return acceptSecretKey(parseSecretKey(text.trim(), path), environment);
}

/** @throws Problem when the key is not 32 bytes or, outside development, one that can be guessed */
export function acceptSecretKey(key: Uint8Array, environment: Environment): Uint8Array {
  if (key.length !== 32) throw badKey('secret_key_malformed', 'The secret key is not 32 bytes.');
  if (environment !== 'development' && isGuessable(key)) {
    throw badKey('secret_key_weak', 'The secret key is not random: it can be guessed.');
  }
  return key;
}

/**
 * Whether the bytes follow a pattern: few distinct values, a constant step, one block repeated, or
 * printable text (a passphrase). Random bytes do so less than once in 10^12 keys.
 */
function isGuessable(key: Uint8Array): boolean {
  const steps = new Set(key.map((byte, i) => (byte - (key[i - 1] ?? 0)) & 255).subarray(1));
  return (
    new Set(key).size < 16 ||
    steps.size < 8 ||
    key.every((byte) => byte >= 32 && byte < 127) ||
    key.every((byte, i) => i < 16 || byte === key[i - 16])
  );
}

/**
 * @param at  where the text is from, for the message
 * @throws Problem `secret_key_malformed`
 */
export function parseSecretKey(text: string, at: string): Uint8Array {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return new Uint8Array(Buffer.from(text, 'hex'));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return new Uint8Array(Buffer.from(text, 'base64'));
  throw badKey('secret_key_malformed', `${at} does not hold a secret key.`);
}

/** A new key beside an old store would only be told as a wrong one, after it took the old one's place. */
async function refuseNewKeyForOldStore(dataDir: string, path: string): Promise<void> {
  const entries = await readdir(join(dataDir, controlStore)).catch(() => []);
  if (entries.length === 0) return;
  throw new Problem({
    code: 'secret_key_missing',
    kind: 'invalid',
    message: `${path} is missing, and the control store beside it was made with it.`,
    remedy: `Put the key back: ${fileName} from where it is kept, or its text in OLYMPUS_SECRET_KEY.`,
    at: path,
  });
}

function badKey(code: string, message: string): Problem {
  return new Problem({
    code,
    kind: 'invalid',
    message,
    remedy: 'Make one with `openssl rand -hex 32` and keep a copy in a safe place.',
    at: 'OLYMPUS_SECRET_KEY',
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written beside, flushed, then linked into place: never half there, and the first writer wins. */
async function createKeyFile(dataDir: string, path: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(beside, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(beside, { force: true });
  }
  // Windows refuses to flush a folder, and keeps its entries in a journal of its own
  if (process.platform === 'win32') return;
  const folder = await open(dataDir, 'r');
  await folder.sync().finally(() => folder.close());
}

async function refuseReadableByOthers(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return;
  throw new Problem({
    code: 'secret_key_exposed',
    kind: 'invalid',
    message: `${path} can be read by other users of this machine.`,
    remedy: `Run chmod 600 ${path}.`,
    at: path,
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

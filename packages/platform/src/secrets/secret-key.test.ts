import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptSecretKey, loadOrCreateSecretKey } from './secret-key.js';

describe('the master key', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'olympus-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner only, and the same from then on', async () => {
    const dataDir = join(folder, 'data');
    const keys = await Promise.all(
      Array.from({ length: 5 }, () => loadOrCreateSecretKey(dataDir, 'production', {})),
    );
    expect(keys[0]).toHaveLength(32);
    for (const key of keys) expect(key).toEqual(keys[0]);
    expect(await loadOrCreateSecretKey(dataDir, 'production', {})).toEqual(keys[0]);
    const { mode } = await stat(join(dataDir, 'secret.key'));
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['secret.key']);
  });

  it('is not made anew beside a control store that was made with another', async () => {
    await mkdir(join(folder, 'control'));
    await loadOrCreateSecretKey(folder, 'development', {});
    await rm(join(folder, 'secret.key'));
    await writeFile(join(folder, 'control', 'PG_VERSION'), '17');
    await expect(loadOrCreateSecretKey(folder, 'development', {})).rejects.toMatchObject({
      code: 'secret_key_missing',
      at: join(folder, 'secret.key'),
    });
    expect(await readdir(folder)).toEqual(['control']);
  });

  it('comes from OLYMPUS_SECRET_KEY when that is set, in hexadecimal or base64', async () => {
    const key = randomBytes(32);
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      const variables = { OLYMPUS_SECRET_KEY: key.toString(encoding) };
      expect(await loadOrCreateSecretKey(folder, 'production', variables)).toEqual(
        new Uint8Array(key),
      );
    }
    expect(await readdir(folder)).toEqual([]);
    const malformed = loadOrCreateSecretKey(folder, 'development', {
      OLYMPUS_SECRET_KEY: 'changeme',
    });
    await expect(malformed).rejects.toMatchObject({ code: 'secret_key_malformed' });
  });

  it('is refused outside development when it can be guessed', () => {
    const guessable = [
      Buffer.alloc(32),
      Buffer.alloc(32, 0xff),
      Buffer.from(Array.from({ length: 32 }, (_, i) => i)),
      Buffer.from(Array.from({ length: 32 }, (_, i) => (255 - 3 * i) & 255)),
      Buffer.from('0123456789abcdef0123456789abcdef'),
      Buffer.from('an-insecure-development-key-....'),
      Buffer.concat(Array(2).fill(randomBytes(16))),
      Buffer.concat(Array(8).fill(randomBytes(4))),
    ];
    for (const key of guessable) {
      expect(() => acceptSecretKey(key, 'production'), key.toString('hex')).toThrow('guessed');
      expect(() => acceptSecretKey(key, 'staging')).toThrow('guessed');
      expect(acceptSecretKey(key, 'development')).toBe(key);
    }
    for (let i = 0; i < 2000; i++) {
      const key = randomBytes(32);
      expect(acceptSecretKey(key, 'production')).toBe(key);
    }
    expect(() => acceptSecretKey(randomBytes(31), 'development')).toThrow('32 bytes');
  });

  it('is refused when others can read its file, or when the file is damaged', async () => {
    await loadOrCreateSecretKey(folder, 'production', {});
    const path = join(folder, 'secret.key');
    if (process.platform !== 'win32') {
      await chmod(path, 0o644);
      await expect(loadOrCreateSecretKey(folder, 'production', {})).rejects.toMatchObject({
        code: 'secret_key_exposed',
      });
    }
    expect(await loadOrCreateSecretKey(folder, 'development', {})).toHaveLength(32);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, 20));
    await expect(loadOrCreateSecretKey(folder, 'development', {})).rejects.toMatchObject({
      code: 'secret_key_malformed',
    });
  });
});

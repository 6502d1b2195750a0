import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock, dayMs, systemClock, tenantId } from '@olympus/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeObjects } from '../conformance/conformance.js';
import { openFolderObjects } from './folder-objects.js';
import { decodeName, encodeName, keyToPath } from './names.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'olympus-objects-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describeObjects('files in a folder', () => openFolderObjects(join(root, 'shared'), systemClock));

describe('the folder', () => {
  const one = tenantId('one');
  const text = { contentType: 'text/plain' };

  it('has everything after being opened again, and no empty folders', async () => {
    const path = join(root, 'again');
    const first = await openFolderObjects(path, systemClock);
    await first.put(one, 'a/b/c', new Uint8Array([1, 2, 3]), text);
    await first.put(one, 'd/e', new Uint8Array([4]), text);
    await first.delete(one, 'd/e');
    const second = await openFolderObjects(path, systemClock);
    expect(await second.head(one, 'a/b/c')).toMatchObject({ bytes: 3 });
    expect(await readdir(join(path, 'tenants', 'one'))).toEqual(['a~']);
  });

  it('removes what a kill left half-written, a day later, and never shows it', async () => {
    const path = join(root, 'killed');
    const clock = createManualClock(Date.now());
    await openFolderObjects(path, clock);
    const left = join(path, 'uploads', 'left');
    await writeFile(left, 'half a fi');
    await utimes(left, clock.now() / 1000, clock.now() / 1000);
    const soon = await openFolderObjects(path, clock);
    expect((await soon.list(one, '')).objects).toEqual([]);
    expect(await readdir(join(path, 'uploads'))).toEqual(['left']);
    clock.set(clock.now() + dayMs + 1000);
    await openFolderObjects(path, clock);
    expect(await readdir(join(path, 'uploads'))).toEqual([]);
  });

  it('says that a file was cut off by something else', async () => {
    const path = join(root, 'cut');
    const objects = await openFolderObjects(path, systemClock);
    await objects.put(one, 'a', new Uint8Array(100), text);
    await writeFile(join(path, 'tenants', 'one', 'a'), new Uint8Array(50));
    await expect(objects.get(one, 'a')).rejects.toMatchObject({ code: 'objects_unavailable' });
  });

  it('says that it cannot be used', async () => {
    const path = join(root, 'a-file');
    await writeFile(path, '');
    await expect(openFolderObjects(path, systemClock)).rejects.toMatchObject({
      code: 'objects_unavailable',
    });
  });
});

describe('names of files', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,20}$/);

  it('differ in more than case, are no device’s, and lead back', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(decodeName(encodeName(a))).toBe(a);
        expect(encodeName(a)).toBe(encodeName(a).toLowerCase());
        if (a !== b) expect(encodeName(a)).not.toBe(encodeName(b));
      }),
    );
    expect(keyToPath('Con/nul.TXT')).toBe('!!!con~/!!nul.!t!x!t');
    for (const device of ['con', 'NUL.txt', 'Com1', 'lpt9.tar.gz']) {
      expect(encodeName(device)).toMatch(/^!!/);
      expect(decodeName(encodeName(device))).toBe(device);
    }
    expect(decodeName('Thumbs.db')).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { tenantId } from '@olympus/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { installation, type Objects } from '../objects.js';

const one = tenantId('one');
const two = tenantId('two');
const text = { contentType: 'text/plain; charset=utf-8' };
const bytesOf = (content: string) => new TextEncoder().encode(content);
const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function* pieces(...parts: readonly string[]) {
  for (const part of parts) yield bytesOf(part);
}

/** Reasons to leave a case out, by case. */
export interface Skips {
  readonly order?: string;
}

/** The cases that every adapter passes. */
export function describeObjects(
  name: string,
  open: () => Promise<Objects>,
  skips: Skips = {},
): void {
  describe(name, () => {
    let objects: Objects;
    beforeEach(async () => {
      objects = await open();
      for (const scope of [one, two, installation] as const) await objects.deletePrefix(scope, '');
    });
    const read = async (key: string, range?: { start: number; end?: number }) =>
      (await buffer((await objects.get(one, key, range)).content)).toString();
    const keys = async (prefix: string) =>
      (await objects.list(one, prefix)).objects.map(({ key }) => key);

    it('gives back what was put, with its type, length and hash', async () => {
      const stored = await objects.put(one, 'reports/May.pdf', bytesOf('hello'), text);
      const expected = {
        key: 'reports/May.pdf',
        bytes: 5,
        sha256: sha256Of(bytesOf('hello')),
        ...text,
      };
      expect(stored).toMatchObject(expected);
      expect(Math.abs(stored.modifiedMs - Date.now())).toBeLessThan(3_600_000);
      const { info, content } = await objects.get(one, 'reports/May.pdf');
      expect((await buffer(content)).toString()).toBe('hello');
      expect(info).toEqual(stored);
      expect(await objects.head(one, 'reports/May.pdf')).toEqual(stored);
    });

    it('takes streams and empty files', async () => {
      await objects.put(one, 'stream', pieces('a', '', 'bc', 'd'), text);
      expect(await read('stream')).toBe('abcd');
      const empty = await objects.put(one, 'empty', bytesOf(''), text);
      expect([empty.bytes, await read('empty')]).toEqual([0, '']);
    });

    it('stores only what was announced', async () => {
      const good = { ...text, bytes: 4, sha256: sha256Of(bytesOf('abcd')) };
      await objects.put(one, 'a', pieces('ab', 'cd'), good);
      for (const wrong of [
        { ...good, bytes: 3 },
        { ...good, bytes: 5 },
        { ...good, sha256: sha256Of(bytesOf('other')) },
      ]) {
        await expect(objects.put(one, 'b', pieces('ab', 'cd'), wrong)).rejects.toMatchObject({
          code: 'object_damaged',
        });
        await expect(objects.put(one, 'a', pieces('ab', 'xy'), wrong)).rejects.toMatchObject({
          code: 'object_damaged',
        });
      }
      expect([await keys(''), await read('a')]).toEqual([['a'], 'abcd']);
    });

    it('shows nothing of a file that is not there as a whole', async () => {
      const seen: unknown[] = [];
      async function* looking() {
        yield bytesOf('first ');
        seen.push(await keys(''), await objects.head(one, 'slow'));
        yield bytesOf('second');
      }
      await objects.put(one, 'slow', looking(), text);
      expect(seen).toEqual([[], undefined]);
      async function* failing() {
        yield bytesOf('new');
        throw new Error('the sender went away');
      }
      await expect(objects.put(one, 'slow', failing(), text)).rejects.toThrow('went away');
      await expect(objects.put(one, 'never', failing(), text)).rejects.toThrow('went away');
      expect([await keys(''), await read('slow')]).toEqual([['slow'], 'first second']);
    });

    it('replaces a file', async () => {
      await objects.put(one, 'a', bytesOf('old and long'), text);
      await objects.put(one, 'a', bytesOf('{}'), { contentType: 'application/json' });
      expect(await read('a')).toBe('{}');
      expect(await objects.head(one, 'a')).toMatchObject({
        bytes: 2,
        contentType: 'application/json',
      });
    });

    it('reads ranges', async () => {
      await objects.put(one, 'digits', bytesOf('0123456789'), text);
      expect(await read('digits', { start: 0, end: 1 })).toBe('0');
      expect(await read('digits', { start: 2, end: 5 })).toBe('234');
      expect(await read('digits', { start: 7 })).toBe('789');
      expect(await read('digits', { start: 7, end: 100 })).toBe('789');
      const { info, content } = await objects.get(one, 'digits', { start: 2, end: 5 });
      content.destroy();
      expect(info.bytes).toBe(10);
      for (const range of [{ start: 10 }, { start: -1 }, { start: 5, end: 5 }]) {
        await expect(objects.get(one, 'digits', range)).rejects.toMatchObject({
          code: 'range_not_satisfiable',
        });
      }
    });

    it('says that a file is not there', async () => {
      await expect(objects.get(one, 'nothing')).rejects.toMatchObject({
        code: 'object_not_found',
        kind: 'not_found',
      });
      expect(await objects.head(one, 'nothing')).toBeUndefined();
      await objects.delete(one, 'nothing');
    });

    it('keeps tenants and the installation apart', async () => {
      await objects.put(one, 'a', bytesOf('one'), text);
      await objects.put(installation, 'a', bytesOf('all'), text);
      expect(await objects.head(two, 'a')).toBeUndefined();
      expect((await objects.list(two, '')).objects).toEqual([]);
      expect(await objects.deletePrefix(two, '')).toBe(0);
      await objects.delete(two, 'a');
      expect(await read('a')).toBe('one');
      const { content } = await objects.get(installation, 'a');
      expect((await buffer(content)).toString()).toBe('all');
    });

    it('lists by prefix, page by page', async () => {
      const all = ['a', 'a/b', 'a/c', 'a/d/e', 'ab', 'con/nul.txt', 'exports/x'];
      for (const key of [...all].reverse()) await objects.put(one, key, bytesOf(key), text);
      expect(await keys('')).toEqual(all);
      expect(await keys('a')).toEqual(['a', 'a/b', 'a/c', 'a/d/e', 'ab']);
      expect(await keys('a/')).toEqual(['a/b', 'a/c', 'a/d/e']);
      expect(await keys('exp')).toEqual(['exports/x']);
      expect(await keys('none')).toEqual([]);
      const paged: string[] = [];
      let after: string | undefined = '';
      let pages = 0;
      while (after !== undefined) {
        const page = await objects.list(one, '', { after, limit: 3 });
        paged.push(...page.objects.map(({ key }) => key));
        after = page.next;
        pages++;
      }
      expect([paged, pages]).toEqual([all, 3]);
      expect((await objects.list(one, 'a/c')).objects).toMatchObject([{ key: 'a/c', bytes: 3 }]);
    });

    it.skipIf(skips.order !== undefined)('lists in the order of character codes', async () => {
      const all = ['A', 'Z/b', '_', 'a', 'a-b', 'a.b', 'a/b', 'a=b', 'aB', 'ab', 'b'];
      for (const key of [...all].reverse()) await objects.put(one, key, bytesOf(key), text);
      expect(await keys('')).toEqual(all);
    });
    if (skips.order !== undefined) console.warn(`${name}: order not checked: ${skips.order}`);

    it('deletes one, and all below a prefix', async () => {
      for (const key of ['a/b', 'a/c', 'a/d/e', 'ab', 'b']) {
        await objects.put(one, key, bytesOf('x'), text);
      }
      await objects.delete(one, 'a/b');
      expect(await objects.deletePrefix(one, 'a/')).toBe(2);
      expect(await keys('')).toEqual(['ab', 'b']);
      await objects.put(one, 'a', bytesOf('now a file'), text);
      expect(await objects.deletePrefix(one, '')).toBe(3);
      expect(await keys('')).toEqual([]);
    });

    it.each([
      '',
      '/',
      '/etc/passwd',
      'a/',
      'a//b',
      '..',
      '../two/a',
      'a/../../b',
      'a/./b',
      '.hidden',
      'ends.',
      'a\\b',
      'C:\\a',
      'a b',
      'a\u0000b',
      'a\nb',
      'ü',
      'a%2fb',
      'x'.repeat(101),
      `${'x'.repeat(90)}/`.repeat(5).slice(0, -1),
    ])('refuses the key %j', async (key) => {
      const refused = { code: 'invalid_object_key' };
      await expect(objects.put(one, key, bytesOf('x'), text)).rejects.toMatchObject(refused);
      await expect(objects.get(one, key)).rejects.toMatchObject(refused);
      await expect(objects.head(one, key)).rejects.toMatchObject(refused);
      await expect(objects.delete(one, key)).rejects.toMatchObject(refused);
    });

    it.each(['/a', '../', 'a/../', './', 'a//', 'a b', 'a\u0000'])(
      'refuses the prefix %j',
      async (prefix) => {
        const refused = { code: 'invalid_object_key' };
        await expect(objects.list(one, prefix)).rejects.toMatchObject(refused);
        await expect(objects.deletePrefix(one, prefix)).rejects.toMatchObject(refused);
      },
    );

    it('lets the last of many writers of one file win as a whole', async () => {
      const contents = Array.from({ length: 8 }, (_, i) => String(i).repeat(1000 + i));
      await Promise.all(
        contents.map((content) => objects.put(one, 'hot/a', pieces(content), text)),
      );
      expect(contents).toContain(await read('hot/a'));
      expect(await keys('')).toEqual(['hot/a']);
    });
  });
}

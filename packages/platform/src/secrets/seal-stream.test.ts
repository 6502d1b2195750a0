import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openStream, sealStream } from './seal-stream.js';

const key = new Uint8Array(randomBytes(32));

async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const sealed = (content: Uint8Array, size = 1000) =>
  collect(sealStream(key, inPieces(content, size), 'upload a'));
const opened = (content: Uint8Array, size = 777, about = 'upload a', by = key) =>
  collect(openStream(by, inPieces(content, size), about));

it.each([0, 1, 65_535, 65_536, 65_537, 300_000])(
  'opens %s bytes that it sealed',
  async (length) => {
    const content = randomBytes(length);
    for (const size of [500, 70_000, 1_000_000]) {
      expect((await opened(await sealed(content, size), size)).equals(content)).toBe(true);
    }
  },
);

it('shows nothing of what it sealed', async () => {
  const kept = await sealed(Buffer.from('anna@mail.example '.repeat(10_000)));
  expect(kept.includes('anna')).toBe(false);
});

it('refuses what was changed, cut off, put in another order or belongs elsewhere', async () => {
  const kept = await sealed(randomBytes(200_000));
  const piece = 4 + 12 + 65_536 + 16;
  const changed = Buffer.from(kept);
  changed[100] = (changed[100] ?? 0) ^ 1;
  const swapped = Buffer.concat([
    kept.subarray(0, 8),
    kept.subarray(8 + piece, 8 + 2 * piece),
    kept.subarray(8, 8 + piece),
    kept.subarray(8 + 2 * piece),
  ]);
  const cut = kept.subarray(0, 8 + piece);
  for (const wrong of [changed, swapped, cut, kept.subarray(0, -1), Buffer.concat([kept, kept])]) {
    await expect(opened(wrong)).rejects.toMatchObject({ code: 'content_damaged' });
  }
  await expect(opened(kept, 777, 'upload b')).rejects.toMatchObject({ code: 'content_damaged' });
  const other = new Uint8Array(randomBytes(32));
  await expect(opened(kept, 777, 'upload a', other)).rejects.toMatchObject({
    code: 'content_damaged',
  });
});

it('hands out what was kept before content was sealed', async () => {
  for (const text of ['', 'a', 'OLY', 'order,sku\n1,A\n'.repeat(1000)]) {
    expect((await opened(Buffer.from(text), 5)).toString()).toBe(text);
  }
});

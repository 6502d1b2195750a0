import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { systemClock, tenantId } from '@olympus/core';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeObjects } from '../conformance/conformance.js';
import { type ObjectsLocation, parseObjectsUrl } from '../location.js';
import type { Objects } from '../objects.js';
import { openObjects } from '../open.js';

const one = tenantId('one');
const octets = { contentType: 'application/octet-stream' };
const credentials = { AWS_ACCESS_KEY_ID: 'olympus', AWS_SECRET_ACCESS_KEY: 'not a secret' };
let server: FauxqsServer;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  server.createBucket('shop');
});
afterAll(() => server.stop());

const url = (path = 'shop/files') => `s3://${path}?endpoint=http://127.0.0.1:${server.port}`;
const locate = (address = url()): ObjectsLocation =>
  parseObjectsUrl(address, { variables: credentials, dataDir: '/' });
const open = (address?: string): Promise<Objects> => openObjects(locate(address), systemClock);

const skips = { order: 'fauxqs sorts by locale' };

describeObjects('files on S3', () => open(), skips);
describeObjects(
  'files on Google Cloud Storage, by its S3 protocol',
  () => {
    const address = `gs://shop/gcs?endpoint=http://127.0.0.1:${server.port}`;
    const variables = { GS_ACCESS_KEY_ID: 'GOOG1', GS_SECRET_ACCESS_KEY: 'not a secret' };
    return openObjects(parseObjectsUrl(address, { variables, dataDir: '/' }), systemClock);
  },
  skips,
);

describe('a bucket', () => {
  const mebibyte = 1024 * 1024;

  it('keeps files of several parts whole, ranges over their seams too', async () => {
    const objects = await open();
    const content = new Uint8Array(40 * mebibyte + 7);
    for (let i = 0; i < content.length; i += 1013) content[i] = i % 251;
    const sha256 = createHash('sha256').update(content).digest('hex');
    async function* uneven() {
      for (let at = 0, size = 1; at < content.length; at += size, size = (size * 7) % 5_000_011) {
        yield content.subarray(at, at + size);
      }
    }
    const stored = await objects.put(one, 'parts', uneven(), { ...octets, sha256 });
    expect(stored).toMatchObject({ bytes: content.length, sha256 });
    expect(await objects.head(one, 'parts')).toMatchObject({ bytes: content.length, sha256 });
    const hash = createHash('sha256');
    for await (const chunk of (await objects.get(one, 'parts')).content) hash.update(chunk);
    expect(hash.digest('hex')).toBe(sha256);
    const seam = { start: 8 * mebibyte - 2000, end: 8 * mebibyte + 2000 };
    const { content: part } = await objects.get(one, 'parts', seam);
    const chunks: Uint8Array[] = [];
    for await (const chunk of part) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(content.subarray(seam.start, seam.end))).toBe(true);
  });

  it('keeps nothing of several parts that are not what was announced', async () => {
    const objects = await open();
    async function* content() {
      for (let i = 0; i < 20; i++) yield new Uint8Array(mebibyte).fill(i);
    }
    const wrong = { ...octets, sha256: '0'.repeat(64) };
    await expect(objects.put(one, 'wrong/parts', content(), wrong)).rejects.toMatchObject({
      code: 'object_damaged',
    });
    expect((await objects.list(one, 'wrong/')).objects).toEqual([]);
  });

  it('stores a stream that is larger than the memory it may use', async () => {
    const script = fileURLToPath(new URL('../testing/large-upload.ts', import.meta.url));
    const tsx = import.meta.resolve('tsx');
    const child = spawn(
      process.execPath,
      ['--conditions=source', `--import=${tsx}`, script, url(), '320'],
      { env: { ...process.env, ...credentials }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const stored = JSON.parse(await text(child.stdout));
    expect(stored.bytes).toBe(320 * mebibyte);
    expect(stored.sha256).toBe(stored.expected);
    expect(stored.grownMb).toBeLessThan(200);
    const objects = await open();
    expect(await objects.head(one, 'large')).toMatchObject({ bytes: 320 * mebibyte });
    await objects.delete(one, 'large');
  });

  it('says what is wrong with a bucket or a server that is not there', async () => {
    const nobody = await open('s3://shop?endpoint=http://127.0.0.1:1');
    await expect(nobody.head(one, 'a')).rejects.toMatchObject({ code: 'objects_unavailable' });
    const nowhere = await open(url('nothing-here'));
    await expect(nowhere.put(one, 'a', new Uint8Array(1), octets)).rejects.toMatchObject({
      code: 'objects_unavailable',
      cause: { message: expect.stringContaining('NoSuchBucket') },
    });
  });
});

import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { chunksOf } from '../content.js';
import { objectNotFound, rangeNotSatisfiable } from '../faults.js';
import { checkKey, checkPrefix, scopeFolder } from '../keys.js';
import type { ObjectInfo, ObjectPage, ObjectScope, Objects } from '../objects.js';
import type { Bucket } from './bucket.js';
import { upload } from './upload.js';
import { readTags, readText } from './xml.js';

/** Deletions that are under way at once. */
const deletionsAtOnce = 8;

/**
 * Files in a bucket of S3 or of what speaks its protocol. What a kill left of a file of several
 * parts costs storage until the bucket's own rule on incomplete uploads removes it.
 */
export function createS3Objects(bucket: Bucket): Objects {
  const folderOf = (scope: ObjectScope) => bucket.prefix + scopeFolder(scope);
  const at = (scope: ObjectScope, key: string) => folderOf(scope) + checkKey(key);

  async function head(scope: ObjectScope, key: string): Promise<ObjectInfo | undefined> {
    const answer = await bucket.send({ method: 'HEAD', key: at(scope, key), expect: [404] });
    if (answer.status === 404) return undefined;
    return infoOf(key, answer, Number(answer.headers.get('content-length')));
  }

  async function list(
    scope: ObjectScope,
    prefix: string,
    { after = '', limit = 1000 }: { readonly after?: string; readonly limit?: number } = {},
  ): Promise<ObjectPage> {
    const folder = folderOf(scope);
    const answer = await bucket.send({
      method: 'GET',
      query: {
        'list-type': '2',
        prefix: folder + checkPrefix(prefix),
        'max-keys': String(limit),
        ...(after === '' ? {} : { 'start-after': folder + after }),
      },
    });
    const xml = await answer.text();
    const objects = readTags(xml, 'Contents').map((entry) => ({
      key: (readText(entry, 'Key') ?? '').slice(folder.length),
      bytes: Number(readText(entry, 'Size')),
      modifiedMs: Date.parse(readText(entry, 'LastModified') ?? ''),
    }));
    const more = readText(xml, 'IsTruncated') === 'true';
    return { objects, next: more ? objects.at(-1)?.key : undefined };
  }

  async function remove(scope: ObjectScope, key: string): Promise<void> {
    const answer = await bucket.send({ method: 'DELETE', key: at(scope, key), expect: [404] });
    await answer.body?.cancel();
  }

  return {
    async put(scope, key, content, options) {
      const measured = await upload(bucket, at(scope, key), key, chunksOf(content), options);
      const stored = await head(scope, key);
      const { contentType } = options;
      return { key, ...measured, contentType, modifiedMs: stored?.modifiedMs ?? 0 };
    },

    async get(scope, key, range) {
      if (range !== undefined && !(range.start >= 0 && range.start < (range.end ?? Infinity))) {
        throw rangeNotSatisfiable(key);
      }
      const last = range?.end === undefined ? '' : range.end - 1;
      const answer = await bucket.send({
        method: 'GET',
        key: at(scope, key),
        headers: range === undefined ? {} : { range: `bytes=${range.start}-${last}` },
        expect: [404, 416],
      });
      if (answer.status >= 400) {
        await answer.body?.cancel();
        throw answer.status === 404 ? objectNotFound(key) : rangeNotSatisfiable(key);
      }
      const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
      const bytes = Number(whole ?? answer.headers.get('content-length'));
      const info = infoOf(key, answer, bytes);
      const content =
        answer.body === null
          ? Readable.from([])
          : Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
      return { info, content };
    },

    head,
    list,
    delete: remove,

    async deletePrefix(scope, prefix) {
      let deleted = 0;
      for (;;) {
        const { objects, next } = await list(scope, prefix);
        const keys = objects.map(({ key }) => key);
        while (keys.length > 0) {
          const some = keys.splice(0, deletionsAtOnce);
          await Promise.all(some.map((key) => remove(scope, key)));
          deleted += some.length;
        }
        if (next === undefined) return deleted;
      }
    },
  };
}

function infoOf(key: string, { headers }: Response, bytes: number): ObjectInfo {
  return {
    key,
    bytes,
    modifiedMs: Date.parse(headers.get('last-modified') ?? ''),
    contentType: headers.get('content-type') ?? 'application/octet-stream',
    sha256: headers.get('x-amz-meta-sha256') ?? undefined,
  };
}

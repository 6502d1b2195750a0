import { createHash } from 'node:crypto';
import { createMeter, type Measured } from '../content.js';
import { objectsUnavailable } from '../faults.js';
import type { PutOptions } from '../objects.js';
import type { Bucket } from './bucket.js';
import { readText } from './xml.js';

const mebibyte = 1024 * 1024;
/** Parts grow, as a file may have 10,000 of them: 8 MiB for 1,000, then twice as much each 1,000. */
const partBytes = (number: number) => 8 * mebibyte * 2 ** Math.floor((number - 1) / 1000);

/**
 * Stores a file: in one request when it fits a part, else in several parts that become a file only
 * when all are there. Holds one part in memory. When it fails nothing is left.
 */
export async function upload(
  bucket: Bucket,
  key: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<Measured> {
  const meter = createMeter(name, options);
  let parts: Parts | undefined;
  try {
    let number = 1;
    for await (const { bytes, last } of inParts(content, meter.pass)) {
      if (last && parts === undefined) {
        const measured = meter.finish();
        await putWhole(bucket, key, bytes, options.contentType, measured);
        return measured;
      }
      parts ??= await beginParts(bucket, key, options);
      await parts.put(number++, bytes);
    }
    const measured = meter.finish();
    await parts?.complete();
    return measured;
  } catch (error) {
    await parts?.abort();
    throw error;
  }
}

interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
}

/** Full parts, then the rest: at least one part, be it empty. */
async function* inParts(
  content: AsyncIterable<Uint8Array>,
  pass: (chunk: Uint8Array) => void,
): AsyncGenerator<Part> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (last: boolean): Part => {
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.byteLength;
    }
    pieces = [];
    size = 0;
    return { bytes, last };
  };
  for await (const chunk of content) {
    pass(chunk);
    let rest = chunk;
    // a full part is held until more comes: only then it is known not to be the last
    while (size + rest.byteLength > partBytes(number)) {
      const room = partBytes(number) - size;
      pieces.push(rest.subarray(0, room));
      size += room;
      rest = rest.subarray(room);
      yield take(false);
      number++;
    }
    // the caller may use its buffer again
    pieces.push(rest.slice());
    size += rest.byteLength;
  }
  yield take(true);
}

const describe = (contentType: string, sha256: string | undefined) => ({
  'content-type': contentType,
  ...(sha256 === undefined ? {} : { 'x-amz-meta-sha256': sha256.toLowerCase() }),
});

async function putWhole(
  bucket: Bucket,
  key: string,
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  { sha256 }: Measured,
): Promise<void> {
  const headers = { ...describe(contentType, sha256), 'x-amz-content-sha256': sha256 };
  await bucket.send({ method: 'PUT', key, headers, body });
}

interface Parts {
  put(number: number, body: Uint8Array<ArrayBuffer>): Promise<void>;
  complete(): Promise<void>;
  abort(): Promise<void>;
}

async function beginParts(bucket: Bucket, key: string, options: PutOptions): Promise<Parts> {
  const headers = describe(options.contentType, options.sha256);
  const begun = await bucket.send({ method: 'POST', key, query: { uploads: '' }, headers });
  const uploadId = readText(await begun.text(), 'UploadId');
  if (uploadId === undefined) throw objectsUnavailable(key, new Error('no upload id was answered'));
  const tags: string[] = [];
  return {
    async put(number, body) {
      const answer = await bucket.send({
        method: 'PUT',
        key,
        query: { partNumber: String(number), uploadId },
        headers: { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') },
        body,
      });
      await answer.body?.cancel();
      tags.push(
        `<Part><PartNumber>${number}</PartNumber><ETag>${answer.headers.get('etag')}</ETag></Part>`,
      );
    },
    async complete() {
      const body = `<CompleteMultipartUpload>${tags.join('')}</CompleteMultipartUpload>`;
      const query = { uploadId };
      const xml = { 'content-type': 'application/xml' };
      const answer = await bucket.send({ method: 'POST', key, query, headers: xml, body });
      // S3 answers 200 before it knows that it went well
      const text = await answer.text();
      const fault = readText(text, 'Error');
      if (fault !== undefined) throw objectsUnavailable(key, new Error(readText(text, 'Code')));
    },
    async abort() {
      const query = { uploadId };
      await bucket.send({ method: 'DELETE', key, query, expect: [404] }).catch(() => undefined);
    },
  };
}

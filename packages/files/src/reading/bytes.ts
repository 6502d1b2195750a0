import { createReadStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { Problem } from '@olympus/core';

/** Where a file lies, and what people call it: only that is said in problems. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
}

/** Bytes of a file as they lie on disk, and those handed out so far. */
export interface ByteStream extends AsyncIterable<Buffer> {
  /** Bytes of the file, packed as it may be. */
  readonly size: number;
  /** Bytes read from the file so far. */
  readonly position: number;
}

type Packing = 'gzip' | 'zstd' | 'zip' | undefined;

async function packingOf(path: string): Promise<Packing> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead >= 2 && buffer[0] === 0x1f && buffer[1] === 0x8b) return 'gzip';
    if (bytesRead === 4 && buffer.readUInt32LE(0) === 0xfd2fb528) return 'zstd';
    if (bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50) return 'zip';
    return undefined;
  } finally {
    await file.close();
  }
}

export function requireFile({ path, name }: SourceFile): void {
  if (existsSync(path)) return;
  throw new Problem({
    code: 'file_not_found',
    kind: 'not_found',
    message: `There is no file ${name}`,
    at: name,
  });
}

/** No table is packed this well: more than so many bytes out of one, once many have come. */
const largestRatio = 200;
const trustedBytes = 1024 ** 3;

/**
 * The bytes of a file, unpacked: whether it is packed is seen from its first bytes, not its name.
 * @throws Problem `file_not_found`, `unknown_file_format` (packed in a way that cannot be read);
 *   while reading `unreadable_file`
 */
export async function openBytes(file: SourceFile): Promise<ByteStream> {
  requireFile(file);
  const { path, name } = file;
  const packing = await packingOf(path);
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  let position = 0;
  source.on('data', (chunk) => {
    position += chunk.length;
  });
  source.pause();
  const stream = unpack(source, packing, name);
  const { size } = statSync(path);
  return {
    size,
    get position() {
      return position;
    },
    async *[Symbol.asyncIterator]() {
      try {
        let unpacked = 0;
        for await (const chunk of stream) {
          unpacked += (chunk as Buffer).length;
          if (unpacked > trustedBytes && unpacked > size * largestRatio) {
            throw new Error(`it unpacks to more than ${largestRatio} times its size`);
          }
          yield chunk as Buffer;
        }
      } catch (cause) {
        throw unreadable(name, cause);
      } finally {
        source.destroy();
      }
    },
  };
}

function unpack(source: Readable, packing: Packing, name: string): Readable {
  switch (packing) {
    case undefined:
      return source;
    case 'gzip':
      return source.on('error', () => {}).pipe(zlib.createGunzip());
    case 'zstd':
      // Node 22.15 and later
      if ('createZstdDecompress' in zlib) {
        return source.pipe(
          (zlib.createZstdDecompress as () => NodeJS.ReadWriteStream)(),
        ) as unknown as Readable;
      }
      throw packed(name, 'This Node.js cannot unpack zstd; pack it with gzip.');
    case 'zip':
      throw packed(name, 'Unpack it first; a spreadsheet (.xlsx) has to be saved as CSV.');
  }
}

function packed(name: string, remedy: string): Problem {
  return new Problem({
    code: 'unknown_file_format',
    kind: 'unsupported',
    message: `${name} is packed in a way that is not read`,
    remedy,
    at: name,
  });
}

function unreadable(name: string, cause: unknown): unknown {
  if (cause instanceof Problem) return cause;
  return new Problem({
    code: 'unreadable_file',
    kind: 'invalid',
    message: `The file cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: 'Look whether it was transferred whole.',
    at: name,
    cause,
  });
}

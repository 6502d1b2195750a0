import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { Problem } from '@olympus/core';

const unpack = { gzip: promisify(gunzip), deflate: promisify(inflate) };

/** Unpacks a compressed body, giving up as soon as it grows past the limit. */
export async function unpackBody(
  body: Buffer,
  encoding: string,
  maxBytes: number,
): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name !== 'gzip' && name !== 'deflate') {
    throw new Problem({
      code: 'unsupported_encoding',
      kind: 'unsupported',
      message: `The content encoding "${name.slice(0, 40)}" is not understood`,
      remedy: 'Use gzip, deflate or none.',
    });
  }
  try {
    return await unpack[name](body, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Problem({
        code: 'body_too_large',
        kind: 'too_large',
        message: `The body is larger than ${maxBytes} bytes when unpacked`,
        remedy: 'Send it in several requests.',
      });
    }
    throw new Problem({
      code: 'malformed_encoding',
      kind: 'invalid',
      message: `The body is not valid ${name}`,
      cause,
    });
  }
}

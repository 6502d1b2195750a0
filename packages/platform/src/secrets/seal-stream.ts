import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Problem } from '@olympus/core';

/** How sealed content begins; what was kept before content was sealed does not. */
const mark = Buffer.from('OLYSEAL1');
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 4;
const pieceBytes = 1 << 16;

/**
 * Encrypts content piece by piece with AES-256-GCM (NIST SP 800-38D), each under a random nonce and
 * bound to what it belongs to, its place and whether it is the last: pieces cannot be swapped, left
 * out or cut off unnoticed.
 * @param key  32 bytes
 * @param associated  what the content belongs to; opening asks for the same
 */
export async function* sealStream(
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>,
  associated: string,
): AsyncGenerator<Uint8Array> {
  yield mark;
  let place = 0;
  let waiting = Buffer.alloc(0);
  for await (const chunk of content) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length > pieceBytes) {
      yield sealPiece(key, waiting.subarray(0, pieceBytes), aboutPiece(associated, place++, false));
      waiting = waiting.subarray(pieceBytes);
    }
  }
  yield sealPiece(key, waiting, aboutPiece(associated, place, true));
}

/**
 * Content as it was before {@link sealStream}; what was never sealed comes as it is.
 * @throws Problem `content_damaged` where a single bit is not what it was, or the end is missing
 */
export async function* openStream(
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>,
  associated: string,
): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0);
  let isSealed: boolean | undefined;
  let place = 0;
  let isOver = false;
  for await (const chunk of content) {
    waiting = Buffer.concat([waiting, chunk]);
    if (isSealed === undefined) {
      if (waiting.length < mark.length) continue;
      isSealed = waiting.subarray(0, mark.length).equals(mark);
      if (isSealed) waiting = waiting.subarray(mark.length);
    }
    if (!isSealed) {
      yield waiting;
      waiting = Buffer.alloc(0);
      continue;
    }
    while (waiting.length >= headBytes) {
      const end = headBytes + waiting.readUInt32BE(0);
      if (isOver || end > 2 * pieceBytes) throw damaged();
      if (waiting.length < end) break;
      const piece = waiting.subarray(headBytes, end);
      const open = openPiece(key, piece, aboutPiece(associated, place, false));
      const last = open ?? openPiece(key, piece, aboutPiece(associated, place, true));
      if (last === undefined) throw damaged();
      isOver = open === undefined;
      place += 1;
      if (last.length > 0) yield last;
      waiting = waiting.subarray(end);
    }
  }
  if (isSealed === true ? !isOver || waiting.length > 0 : false) throw damaged();
  if (isSealed === undefined && waiting.length > 0) yield waiting;
}

const aboutPiece = (associated: string, place: number, last: boolean) =>
  Buffer.from(`${associated}\n${place}${last ? ' last' : ''}`, 'utf8');

function sealPiece(key: Uint8Array, plain: Uint8Array, associated: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(associated);
  const parts = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  const sealed = Buffer.concat(parts);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(sealed.length, 0);
  return Buffer.concat([head, sealed]);
}

function openPiece(key: Uint8Array, piece: Buffer, associated: Buffer): Buffer | undefined {
  if (piece.length < ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, piece.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(associated);
  decipher.setAuthTag(piece.subarray(-tagBytes));
  try {
    const plain = decipher.update(piece.subarray(ivBytes, -tagBytes));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

const damaged = () =>
  new Problem({
    code: 'content_damaged',
    kind: 'internal',
    message: 'A stored file is not what it was when it was stored',
    remedy: 'Bring it once more.',
  });

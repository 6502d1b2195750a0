import { crc32 } from 'node:zlib';

/** Bytes before a record's payload: its length, its checksum and its commit. */
const headSize = 16;
const alignment = 8;

/** A payload as it lies in a segment; commit 0 is the layout that the others were packed with. */
export interface JournalRecord {
  readonly commitId: number;
  readonly payload: ArrayBuffer;
}

/** What is written in front of a payload; the checksum covers the commit too. */
export function recordHead(commitId: number, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(headSize);
  head.writeUInt32LE(payload.length, 0);
  head.writeDoubleLE(commitId, 8);
  head.writeUInt32LE(checksum(head, payload), 4);
  return head;
}

/** What follows a payload, so that the next record begins at a multiple of eight. */
export const padding = (payload: Uint8Array): Buffer =>
  Buffer.alloc((alignment - (payload.length % alignment)) % alignment);

/**
 * Reads records until the bytes end or stop making sense: a write that a power cut or a kill tore
 * was never acknowledged, so it and what follows does not count.
 * @returns the records, and how many bytes at the end are none
 */
export function readRecords(bytes: Buffer): { records: JournalRecord[]; torn: number } {
  const records: JournalRecord[] = [];
  let at = 0;
  while (at + headSize <= bytes.length) {
    const head = bytes.subarray(at, at + headSize);
    const length = head.readUInt32LE(0);
    const end = at + headSize + length;
    if (end > bytes.length) break;
    const payload = bytes.subarray(at + headSize, end);
    if (head.readUInt32LE(4) !== checksum(head, payload)) break;
    records.push({ commitId: head.readDoubleLE(8), payload: copyOf(payload) });
    at = Math.ceil(end / alignment) * alignment;
  }
  return { records, torn: Math.max(0, bytes.length - at) };
}

function checksum(head: Buffer, payload: Uint8Array): number {
  // nothing at all must not pass for a record: a file may end in zeros after a power cut
  return (crc32(head.subarray(8), crc32(payload)) ^ 0x6f6c_796d) >>> 0;
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  const memory = new ArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}

import { crc32 } from 'node:zlib';

/** Bytes before a record's payload: its length, its checksum and its commit. */
const headSize = 16;
const alignment = 8;

/** A payload as it lies in a segment; commit 0 is the layout that the others were packed with. */
export interface JournalRecord {
  readonly commitId: number;
  readonly payload: ArrayBuffer;
}

/** Bytes that are no record although records follow them, or ought to. */
export interface Damage {
  readonly from: number;
  readonly to: number;
  /** Records of the file that lie before it. */
  readonly after: number;
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
 * Reads all records of a file. Where the bytes stop making sense, the next record is looked for by
 * its checksum: what lies between is damage, and so is a last record that is as long as it says. Other
 * bytes at the end were torn by a power cut or a kill, and never acknowledged.
 * @returns the records, the damage between them, and how many bytes at the end are none
 */
export function readRecords(bytes: Buffer): {
  records: JournalRecord[];
  damage: Damage[];
  torn: number;
} {
  const records: JournalRecord[] = [];
  const damage: Damage[] = [];
  let at = 0;
  while (at + headSize <= bytes.length) {
    const end = endOfRecord(bytes, at);
    if (end === undefined) {
      const next = findRecord(bytes, at + alignment, records.at(-1)?.commitId ?? 0);
      if (next === undefined) {
        if (!fillsFile(bytes, at)) break;
        damage.push({ from: at, to: bytes.length, after: records.length });
        return { records, damage, torn: 0 };
      }
      damage.push({ from: at, to: next, after: records.length });
      at = next;
      continue;
    }
    const payload = copyOf(bytes.subarray(at + headSize, end));
    records.push({ commitId: bytes.readDoubleLE(at + 8), payload });
    at = Math.ceil(end / alignment) * alignment;
  }
  return { records, damage, torn: Math.max(0, bytes.length - at) };
}

/** Where the record that begins here ends; undefined where none begins. */
function endOfRecord(bytes: Buffer, at: number): number | undefined {
  const end = at + headSize + bytes.readUInt32LE(at);
  if (end > bytes.length) return undefined;
  const head = bytes.subarray(at, at + headSize);
  const sum = checksum(head, bytes.subarray(at + headSize, end));
  return head.readUInt32LE(4) === sum ? end : undefined;
}

/** Whether a record that does not sum up is as long as it says: a write that was torn is shorter. */
function fillsFile(bytes: Buffer, at: number): boolean {
  const length = bytes.readUInt32LE(at);
  const end = Math.ceil((at + headSize + length) / alignment) * alignment;
  return length > 0 && end === bytes.length;
}

/** The next record of a later commit; other bytes seldom look like the head of one. */
function findRecord(bytes: Buffer, from: number, lastCommit: number): number | undefined {
  // a hostile or unlucky file must not be summed up from each of its places
  let budget = 8 * bytes.length;
  for (let at = from; at + headSize <= bytes.length && budget > 0; at += alignment) {
    const commitId = bytes.readDoubleLE(at + 8);
    const length = bytes.readUInt32LE(at);
    if (!Number.isSafeInteger(commitId) || commitId <= lastCommit || length === 0) continue;
    if (at + headSize + length > bytes.length) continue;
    budget -= length;
    if (endOfRecord(bytes, at) !== undefined) return at;
  }
  return undefined;
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

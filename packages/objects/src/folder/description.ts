import type { FileHandle } from 'node:fs/promises';

/**
 * What is kept of a file besides its content. It stands behind the content in the same file, as
 * JSON with its length and a mark after it, so that both appear and vanish together.
 */
export interface Description {
  readonly contentType: string;
  readonly sha256: string;
}

const mark = Buffer.from('OLYO');
const tailBytes = 4 + mark.length;

export function packDescription(description: Description): Buffer {
  const json = Buffer.from(JSON.stringify(description));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([json, length, mark]);
}

/** @returns the description and the content's length; undefined for a file that has none */
export async function readDescription(
  file: FileHandle,
): Promise<{ readonly description: Description; readonly bytes: number } | undefined> {
  const { size } = await file.stat();
  if (size < tailBytes) return undefined;
  const tail = await readAt(file, size - tailBytes, tailBytes);
  if (!tail.subarray(4).equals(mark)) return undefined;
  const length = tail.readUInt32LE(0);
  const bytes = size - tailBytes - length;
  if (bytes < 0) return undefined;
  const json: unknown = JSON.parse((await readAt(file, bytes, length)).toString());
  return isDescription(json) ? { description: json, bytes } : undefined;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}

function isDescription(value: unknown): value is Description {
  return (
    typeof value === 'object' &&
    value !== null &&
    'contentType' in value &&
    'sha256' in value &&
    typeof value.contentType === 'string' &&
    typeof value.sha256 === 'string'
  );
}

import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980: files that hold the same are the same. */
const dosDate = 0x21;

/** A ZIP archive (PKWARE APPNOTE 6.3) of a few entries below 4 GB. */
export async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = await deflate(content);
    const file = Buffer.from(name, 'utf8');
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    const common = Buffer.concat([
      words(20, utf8Names, deflated, 0, dosDate),
      sizes,
      words(file.length, 0),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, file]);
    const where = Buffer.alloc(4);
    where.writeUInt32LE(offset);
    directory.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      words(20),
      common,
      words(0, 0, 0, 0, 0),
      where,
      file,
    );
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(central.length, 0);
  end.writeUInt32LE(offset, 4);
  return Buffer.concat([
    ...parts,
    central,
    Buffer.from('PK\x05\x06', 'latin1'),
    words(0, 0, entries.length, entries.length),
    end,
    words(0),
  ]);
}

/** Numbers of two bytes, little end first. */
function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    buffer.writeUInt16LE(value, index * 2);
  });
  return buffer;
}

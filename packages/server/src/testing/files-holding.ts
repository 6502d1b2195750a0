import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A word as it may stand in a file: UTF-8, UTF-16, and in base64 wherever it begins in it. */
export function spellings(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word);
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // without the characters that also hold bits of what stands around the word
    const from = Math.ceil((before * 8) / 6);
    return Buffer.from(text.slice(from, Math.floor(((before + bytes.length) * 8) / 6)));
  });
  return [bytes, Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(), ...inBase64];
}

/** Words that some file of a folder holds, each with the files; packed files are unpacked. */
export function filesHolding(
  folder: string,
  words: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const wanted = words.map((word) => ({ word, forms: spellings(word) }));
  const found: Record<string, string[]> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const isPacked = content[0] === 0x1f && content[1] === 0x8b;
    const bytes = isPacked ? gunzipSync(content) : content;
    for (const { word, forms } of wanted) {
      if (!forms.some((form) => bytes.includes(form))) continue;
      found[word] ??= [];
      found[word].push(relative(folder, path));
    }
  }
  return found;
}

/** What stands behind a token in the files of a folder, wherever it stands: `comment7 (warehouse.duckdb)`. */
export function wordsBehind(folder: string, token: string): readonly string[] {
  const files = filesHolding(folder, [token])[token] ?? [];
  return files.flatMap((file) => {
    const content = readFileSync(join(folder, file));
    const isPacked = content[0] === 0x1f && content[1] === 0x8b;
    const text = (isPacked ? gunzipSync(content) : content).toString('latin1');
    const behind = [...text.matchAll(new RegExp(`${token}(\\w*)`, 'g'))].map(([, word]) => word);
    // in another spelling than UTF-8 it is only known that it is there
    const words = behind.length === 0 ? [''] : new Set(behind);
    return Array.from(words, (word) => `${word} (${file})`);
  });
}

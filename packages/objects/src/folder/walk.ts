import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { present } from './disk.js';
import { decodeName } from './names.js';

/** All keys below a folder that begin with a prefix, in the order of character codes. */
export async function findKeys(folder: string, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  const visit = async (path: string, before: string): Promise<void> => {
    const children = await present(readdir(path, { withFileTypes: true }));
    for (const child of children ?? []) {
      const isFolder = child.isDirectory();
      const name = decodeName(isFolder ? child.name.replace(/~$/, '') : child.name);
      if (name === undefined) continue;
      const key = before + name;
      if (isFolder) {
        const below = `${key}/`;
        if (below.startsWith(prefix) || prefix.startsWith(below)) {
          await visit(join(path, child.name), below);
        }
      } else if (key.startsWith(prefix)) keys.push(key);
    }
  };
  await visit(folder, '');
  return keys.sort((a, b) => (a < b ? -1 : 1));
}

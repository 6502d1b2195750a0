import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { openPglite, type PgliteInstance } from './pglite-instance.js';

const folder = new URL('../../../../node_modules/.cache/olympus/', import.meta.url);

/**
 * An empty PGlite in memory. The first one of a checkout leaves a template beside the packages,
 * from which all others start in a quarter of the time: test files open one each.
 */
export async function openMemoryPglite(): Promise<PgliteInstance> {
  const file = new URL(`pglite-${await pgliteVersion()}.tar`, folder);
  const template = await readFile(file).catch(() => undefined);
  if (template !== undefined) {
    const pglite = await openPglite({ dump: template }).catch(() => undefined);
    if (pglite !== undefined) return pglite;
  }
  const pglite = await openPglite({});
  await keepTemplate(file, await pglite.dump('none'));
  return pglite;
}

/** Where nothing can be written, every start is a first one. */
async function keepTemplate(file: URL, template: Uint8Array): Promise<void> {
  const beside = new URL(`${file.href}.${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(beside, template);
    await rename(beside, file);
  } catch {
    // the template only saves time
  }
}

async function pgliteVersion(): Promise<string> {
  const entry = pathToFileURL(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const manifest: { readonly version?: string } = JSON.parse(
    await readFile(new URL('../package.json', entry), 'utf8'),
  );
  return manifest.version ?? 'unknown';
}

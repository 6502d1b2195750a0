import type { PersonalData } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { openBytes } from '../reading/bytes.js';
import type { Uploads } from './uploads.js';

/** Files in which a person is named: found by their id as text, and removed as a whole. */
export function uploadsOfPeople(uploads: Uploads): PersonalData {
  async function naming(tenant: TenantId, customerId: string): Promise<string[]> {
    const found: string[] = [];
    for (const { id } of await uploads.list(tenant)) {
      const names = await uploads.withFiles(tenant, [id], ([path = '']) => holds(path, customerId));
      if (names) found.push(id);
    }
    return found;
  }

  return {
    store: 'files.uploads',
    what: 'Files uploaded for import, as they came',
    where: 'Folder or bucket of objects, under uploads/',
    kept: 'Until they expire, three days unless set otherwise',
    form: 'clear',
    async find({ tenant, customerId }) {
      const ids = await naming(tenant, customerId);
      return { count: ids.length, content: ids.map((id) => ({ upload: id })) };
    },
    async erase({ tenant, customerId }) {
      const ids = await naming(tenant, customerId);
      for (const id of ids) await uploads.remove(tenant, id);
      return { count: ids.length };
    },
  };
}

/** In UTF-8, Latin 1 or UTF-16; upper and lower case are alike. */
async function holds(path: string, text: string): Promise<boolean> {
  const needle = text.toLowerCase();
  let rest = '';
  for await (const chunk of await openBytes(path)) {
    const part = rest + chunk.toString('latin1').replaceAll('\u0000', '').toLowerCase();
    if (part.includes(needle) || part.includes(Buffer.from(needle).toString('latin1'))) return true;
    rest = part.slice(-1024);
  }
  return false;
}

import type { CustomerData } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { type Database, scrubDatabase } from '@olympus/platform';
import { openBytes } from '../reading/bytes.js';
import type { RejectedRows } from './rejected-rows.js';
import type { Uploads } from './uploads.js';

/** Files in which a person is named: found by their id as text, and removed as a whole. */
export function uploadsOfPeople(uploads: Uploads): CustomerData {
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
    about: 'customer',
    what: 'Files uploaded for import, as they came',
    where: 'Folder or bucket of objects, under uploads/',
    kept: 'Until they expire, three days unless set otherwise',
    form: 'sealed',
    tables: ['control:file_uploads'],
    async find({ tenant, customerId }) {
      const ids = await naming(tenant, customerId);
      return { counts: { files: ids.length }, content: ids.map((id) => ({ upload: id })) };
    },
    async erase({ tenant, customerId }) {
      const ids = await naming(tenant, customerId);
      for (const id of ids) await uploads.remove(tenant, id);
      return { files: ids.length };
    },
  };
}

/** Rows that imports rejected, as they came: a file that names the person goes as a whole. */
export function rejectedRowsOfPeople(database: Database, rejected: RejectedRows): CustomerData {
  async function naming(tenant: TenantId, customerId: string): Promise<string[]> {
    const imports = await database.execute('select id from file_imports where tenant_id = $1', [
      tenant,
    ]);
    const found: string[] = [];
    for (const [id] of imports) {
      const content = await rejected.read(tenant, String(id));
      if (content !== undefined && (await contains(content, customerId))) found.push(String(id));
    }
    return found;
  }

  return {
    store: 'files.rejected_rows',
    about: 'customer',
    what: 'Rows of imported files that were rejected, and why',
    where: 'Folder or bucket of objects, under rejected/, and the control store',
    kept: 'As long as the import is listed',
    form: 'sealed',
    tables: ['control:file_imports', 'control:file_rejections'],
    async find({ tenant, customerId }) {
      const ids = await naming(tenant, customerId);
      return { counts: { files: ids.length }, content: ids.map((id) => ({ import: id })) };
    },
    async erase({ tenant, customerId }) {
      const ids = await naming(tenant, customerId);
      for (const id of ids) {
        await database.execute(
          `update file_rejections set reason = 'Removed with the data of a person' where import_id = $1`,
          [id],
        );
        await rejected.remove(tenant, id);
      }
      return { files: ids.length };
    },
    scrub: { name: 'platform.control_store', run: () => scrubDatabase(database) },
  };
}

/** In UTF-8, Latin 1 or UTF-16; upper and lower case are alike. */
async function holds(path: string, text: string): Promise<boolean> {
  return contains(await openBytes({ path, name: path }), text);
}

async function contains(content: AsyncIterable<Uint8Array>, text: string): Promise<boolean> {
  const needle = text.toLowerCase();
  const inBytes = Buffer.from(needle).toString('latin1');
  let rest = '';
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const part = rest + bytes.toString('latin1').replaceAll('\u0000', '').toLowerCase();
    if (part.includes(needle) || part.includes(inBytes)) return true;
    rest = part.slice(-1024);
  }
  return false;
}

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineRoom } from '@olympus/contract';
import ingestRoom from '@olympus/ingest/room';
import { openObjects } from '@olympus/objects';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createImportStore } from './imports/import-store.js';
import { createImports } from './imports/imports.js';
import { uploadsOfPeople } from './imports/personal-data.js';
import { createRejectedRows } from './imports/rejected-rows.js';
import { createUploads } from './imports/uploads.js';
import { importHandlers } from './operations/imports.js';
import { uploadHandlers } from './operations/uploads.js';
import { type FilesSettings, readFilesSettings } from './settings.js';

const sweepEveryMs = 3_600_000;

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  settings: readFilesSettings,
  async open(hall, settings: FilesSettings) {
    const { clock, log, dataDir, serves } = hall;
    const [platform, ingest] = await Promise.all([hall.use(platformRoom), hall.use(ingestRoom)]);
    const { database, tenants } = platform;
    const objects = await openObjects({ kind: 'folder', path: join(dataDir, 'objects') }, clock);
    const workFolder = join(dataDir, 'import-work');
    if (serves) await rm(workFolder, { recursive: true, force: true });
    const newId = () => randomBytes(12).toString('base64url');
    const uploads = createUploads({
      objects,
      database,
      clock,
      newId,
      workFolder,
      maxBytes: settings.maxUploadBytes,
      keepMs: settings.keepUploadsMs,
    });
    const imports = createImports({
      store: createImportStore(database, clock),
      uploads,
      ingest,
      rejectedRows: createRejectedRows(objects),
      zoneOf: async (tenant) => (await tenants.get(tenant))?.timeZone ?? 'UTC',
      newId,
      log,
    });
    let sweeping: NodeJS.Timeout | undefined;
    const sweep = () => {
      uploads.sweep().catch((error: unknown) => {
        log.warn({ err: error }, 'expired uploads could not be removed');
      });
    };
    return {
      service: { imports, uploads },
      handlers: {
        ...uploadHandlers({ uploads, tenants, clock }),
        ...importHandlers({ imports, uploads, ingest, tenants }),
      },
      personalData: [uploadsOfPeople(uploads)],
      async started() {
        if (!serves) return;
        await imports.resume();
        sweep();
        sweeping = setInterval(sweep, sweepEveryMs);
        sweeping.unref();
      },
      async close() {
        clearInterval(sweeping);
        await imports.close();
      },
    };
  },
});

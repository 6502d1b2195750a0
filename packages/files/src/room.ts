import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineRoom } from '@olympus/contract';
import ingestRoom from '@olympus/ingest/room';
import { defineJob, defineSchedule } from '@olympus/jobs';
import jobsRoom from '@olympus/jobs/room';
import objectsRoom from '@olympus/objects/room';
import platformRoom from '@olympus/platform/room';
import { Type } from 'typebox';
import contract from './contract.js';
import { createImportQueue, importJobs } from './imports/import-jobs.js';
import { createImportStore } from './imports/import-store.js';
import { createImports, type Imports } from './imports/imports.js';
import { rejectedRowsOfPeople, uploadsOfPeople } from './imports/personal-data.js';
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
    const [platform, { objects }, jobs, ingest] = await Promise.all([
      hall.use(platformRoom),
      hall.use(objectsRoom),
      hall.use(jobsRoom),
      hall.use(ingestRoom),
    ]);
    const { database, tenants, people } = platform;
    const workFolder = join(dataDir, 'import-work');
    if (serves) await rm(workFolder, { recursive: true, force: true });
    const newId = () => randomBytes(12).toString('base64url');
    const uploads = createUploads({
      objects,
      database,
      clock,
      tenantKey: people.tenantKey,
      newId,
      workFolder,
      maxBytes: settings.maxUploadBytes,
      keepMs: settings.keepUploadsMs,
    });
    const rejectedRows = createRejectedRows(objects, people.tenantKey);
    const kinds = importJobs(() => imports);
    jobs.register(kinds.import, kinds.undo);
    const imports: Imports = createImports({
      queue: createImportQueue(jobs, kinds),
      store: createImportStore(database, clock),
      uploads,
      ingest,
      rejectedRows,
      zoneOf: async (tenant) => (await tenants.get(tenant))?.timeZone ?? 'UTC',
      newId,
      log,
    });
    const sweep = defineJob({
      kind: 'files.sweep_uploads',
      input: Type.Object({}),
      visibleToTenant: false,
      run: async () => ({ removed: await uploads.sweep() }),
    });
    jobs.register(sweep);
    jobs.declare(
      defineSchedule({
        id: sweep.kind,
        job: sweep,
        input: {},
        recurrence: { everyMs: sweepEveryMs },
      }),
    );
    return {
      service: { imports, uploads },
      handlers: {
        ...uploadHandlers({ uploads, tenants, clock }),
        ...importHandlers({ imports, uploads, ingest, tenants }),
      },
      personalData: [uploadsOfPeople(uploads), rejectedRowsOfPeople(database, rejectedRows)],
      async started() {
        if (serves) await imports.resume();
      },
    };
  },
});

import { defineRoom, type PersonalData } from '@olympus/contract';
import ingestRoom from '@olympus/ingest/room';
import jobsRoom from '@olympus/jobs/room';
import platformRoom from '@olympus/platform/room';
import warehouseRoom from '@olympus/warehouse/room';
import contract from './contract.js';
import { createEraseJob } from './erasure/erase-job.js';
import { createErasures } from './erasure/erasures.js';
import { createExportJob } from './export/export-job.js';
import { createExports } from './export/exports.js';
import { peopleHandlers } from './operations/people.js';
import { identify } from './people/identify.js';
import { createSeals } from './people/seals.js';

export const privacyMigrations = new URL('../migrations/', import.meta.url);

export default defineRoom({
  contract,
  migrations: privacyMigrations,
  async open(hall) {
    const { clock, changes } = hall;
    const [warehouse, platform, jobs, ingest] = await Promise.all([
      hall.use(warehouseRoom),
      hall.use(platformRoom),
      hall.use(jobsRoom),
      hall.use(ingestRoom),
    ]);
    const seals = createSeals(platform.pseudonyms);
    const erasures = createErasures({ platform, seals, clock });
    const exports = createExports({ platform, clock });
    const stores = () => hall.personalData();
    const eraseJob = createEraseJob({
      erasures,
      stores,
      platform,
      changes,
      version: (tenant) => warehouse.version(tenant),
      clock,
    });
    const exportJob = createExportJob(exports, stores);
    jobs.register(eraseJob, exportJob);
    const { customerKey } = ingest;
    const deps = { people: platform.people, warehouse, customerKey };
    return {
      service: undefined,
      handlers: peopleHandlers({
        platform,
        jobs,
        seals,
        erasures,
        exports,
        eraseJob,
        exportJob,
        stores,
        identify: (tenant, customerId) => identify(deps, tenant, customerId),
      }),
      personalData: [
        exports.asPersonalData('the control store', seals.personOf),
        receiptsOfErasures,
      ],
    };
  },
});

const receiptsOfErasures: PersonalData = {
  store: 'privacy.erasures',
  about: 'derived',
  what: 'Receipts of erasures, which name nobody; and, sealed and only while one is under way, whom it is about',
  where: 'the control store',
  kept: 'Until the tenant is removed',
  form: 'pseudonym',
  tables: ['control:erasures'],
  goes: 'The request goes as the erasure ends; the receipt stays, as the proof of it',
};

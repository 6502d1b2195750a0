import { defineRoom } from '@olympus/contract';
import contract from './contract.js';
import { type DuckDbWarehouse, journalFolder, openDuckDbWarehouse } from './duckdb/warehouse.js';
import { ledgersAsPersonalData } from './personal-data.js';
import { warehouseFile } from './warehouse-file.js';

/** Between when and when events were received that may be missing, and what to do about it. */
function missingOf(journal: Awaited<ReturnType<DuckDbWarehouse['damage']>>['journal']) {
  if (journal.length === 0) return {};
  const froms = journal.map(({ from }) => from);
  const tos = journal.map(({ to }) => to);
  return {
    damaged_files: journal.length,
    missing_from: froms.includes(null) ? null : (froms.toSorted()[0] ?? null),
    missing_to: tos.includes(null) ? null : (tos.toSorted().at(-1) ?? null),
    remedy:
      'Send the events of that time again: those that are there already are not stored twice. Then remove the folder "damaged" of the journal.',
  };
}

export default defineRoom({
  contract,
  async open({ dataDir, log, meter }) {
    const warehouse = await openDuckDbWarehouse({ path: warehouseFile(dataDir), log });
    meter.gauge(
      'warehouse_backlog_bytes',
      'Acknowledged commits in the journal that are not loaded into the tables yet',
      () => warehouse.backlogBytes,
    );
    return {
      service: warehouse,
      handlers: {},
      health: [
        {
          name: 'warehouse',
          essential: true,
          async check() {
            await warehouse.ping();
            const { dialect, backlogBytes } = warehouse;
            const { database, journal } = await warehouse.damage();
            const isWhole = database === null && journal.length === 0;
            return {
              status: isWhole ? 'ok' : 'degraded',
              detail: {
                dialect,
                backlog_bytes: backlogBytes,
                ...(database === null ? {} : { damaged_database: database }),
                ...missingOf(journal),
              },
            };
          },
        },
      ],
      personalData: [
        ledgersAsPersonalData(
          warehouse,
          `${warehouseFile(dataDir)} and the journal beside it (${journalFolder(warehouseFile(dataDir))})`,
        ),
      ],
      close: () => warehouse.close(),
    };
  },
});

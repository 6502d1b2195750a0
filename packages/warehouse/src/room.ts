import { defineRoom } from '@olympus/contract';
import contract from './contract.js';
import { journalFolder, openDuckDbWarehouse } from './duckdb/warehouse.js';
import { ledgersAsPersonalData } from './personal-data.js';
import { warehouseFile } from './warehouse-file.js';

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
            return { status: 'ok', detail: { dialect, backlog_bytes: backlogBytes } };
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

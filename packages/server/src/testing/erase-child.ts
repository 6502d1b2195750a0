import { systemClock, tenantId } from '@olympus/core';
import platformRoom from '@olympus/platform/room';
import warehouseRoom from '@olympus/warehouse/room';
import pino from 'pino';
import { openOlympus } from '../server.js';
import { readSettings } from '../settings.js';
import { eventsOfEveryType } from './event-of-every-type.js';

/**
 * Stores events about a person in the folder of its first argument and begins to erase them. It
 * says so when their rows are gone and the files are about to be cleared, and never ends by itself.
 */
const [folder = '', customer = ''] = process.argv.slice(2);
const olympus = await openOlympus({
  settings: readSettings(
    { PORT: '0', OLYMPUS_DATA_DIR: folder, OLYMPUS_DEMO: '0', LOG_LEVEL: 'silent' },
    folder,
  ),
  clock: systemClock,
  log: pino({ level: 'silent' }),
  serves: true,
});
const url = (await olympus.listen()).replace('localhost', '127.0.0.1');
await olympus.service(platformRoom).tenants.create({ id: tenantId('one') });
const warehouse = olympus.service(warehouseRoom);
const scrub = warehouse.scrub.bind(warehouse);
Object.assign(warehouse, {
  async scrub() {
    process.stdout.write('clearing\n');
    await scrub();
    await new Promise(() => {});
  },
});
const post = async (path: string, body: unknown) => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${olympus.lock.token}`,
      'olympus-tenant': 'one',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
};
await post(
  '/api/events',
  eventsOfEveryType(customer, 'A').map(({ event }) => event),
);
await post(`/api/tenants/one/people/${customer}/erasure`, {});
process.stdout.write('asked\n');

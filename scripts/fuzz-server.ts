// A server on a new folder for scripts/fuzz.sh, with a tenant `shop` that has some orders. Answers
// and problems are held against their declarations: a difference is a 500.
import { writeFileSync } from 'node:fs';
import { orderEvent, startTestServer } from '../packages/server/src/testing/test-server.js';

const [announceTo = ''] = process.argv.slice(2);
const server = await startTestServer();
await server.platform.tenants.create({ id: 'shop', timeZone: 'Europe/Berlin' });
const wrong = Array.from({ length: 3 }, () => orderEvent({ data: { order_id: 'X' } }));
await fetch(`${server.url}/api/events`, {
  method: 'POST',
  headers: { authorization: `Bearer ${server.adminToken}`, 'olympus-tenant': 'shop' },
  body: JSON.stringify([...Array.from({ length: 20 }, () => orderEvent()), ...wrong]),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
writeFileSync(announceTo, `${server.url} ${server.adminToken}\n`);

// Kills the server with SIGKILL at random moments under load and compares what it acknowledged
// with what it kept. `npm run bench:crash -- --rounds 200`
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom, silentLogger, tenantId } from '@olympus/core';
import { openDuckDbWarehouse } from '@olympus/warehouse';
import { createServerUnderTest, createTenantWithKey } from './server-process.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const rounds = Number(values.rounds);
const random = createRandom(Number(values.seed));
const clients = 6;

/** What the client side knows of each event it sent. */
const acknowledged = new Set<string>();
const sent = new Set<string>();
let unanswered: object[][] = [];
let nextId = 0;

function makeEvent(): object {
  const n = nextId++;
  const time = new Date(Date.UTC(2026, 8, 1) + n * 1000).toISOString();
  const id = `event-${n}`;
  if (n % 5 === 4) {
    const data = { customer_id: `customer-${n}`, email: `c${n}@example.com`, country: 'Germany' };
    return { specversion: '1.0', id, source: 'crash', type: 'customer.created', time, data };
  }
  const items = [{ product_id: `p${n % 50}`, quantity: 1 + (n % 3), unit_price: '9.99' }];
  const data = { order_id: `order-${n}`, currency: 'EUR', customer_id: `customer-${n}`, items };
  return { specversion: '1.0', id, source: 'crash', type: 'order.created', time, data };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const idOf = (event: object) => (event as { id: string }).id;

async function send(url: string, key: string, batch: object[]): Promise<void> {
  for (const event of batch) sent.add(idOf(event));
  try {
    const response = await fetch(`${url}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(batch.length === 1 ? batch[0] : batch),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    const { results } = JSON.parse(text) as { results: { id: string; outcome: string }[] };
    for (const { id, outcome } of results) {
      if (outcome === 'deadLettered') throw new Error(`an event was refused: ${text}`);
      acknowledged.add(id);
    }
  } catch {
    unanswered.push(batch);
  }
}

interface Kept {
  readonly events: readonly string[];
  readonly orders: readonly string[];
}

/** Opened as the server would: what was only in the journal is loaded first. */
async function readKept(dataDir: string): Promise<Kept> {
  const path = join(dataDir, 'warehouse.duckdb');
  const warehouse = await openDuckDbWarehouse({ path, log: silentLogger });
  const column = async (text: string) =>
    (await warehouse.query(tenantId('crash'), { text, parameters: [] })).rows.map(([value]) =>
      String(value),
    );
  const kept = {
    events: await column('SELECT event_id FROM events'),
    orders: await column("SELECT order_id || '/' || line_id FROM sales"),
  };
  await warehouse.close();
  return kept;
}

function check({ events, orders }: Kept): string[] {
  const stored = new Set(events);
  const faults: string[] = [];
  const lost = [...acknowledged].filter((id) => !stored.has(id));
  if (lost.length > 0)
    faults.push(`${lost.length} acknowledged events are lost: ${lost.slice(0, 5)}`);
  if (stored.size !== events.length)
    faults.push(`${events.length - stored.size} events are doubled`);
  const alien = events.filter((id) => !sent.has(id));
  if (alien.length > 0) faults.push(`${alien.length} events were never sent`);
  if (new Set(orders).size !== orders.length) faults.push('order lines are doubled');
  const expected = events.filter((id) => Number(id.slice('event-'.length)) % 5 !== 4).length;
  if (orders.length !== expected) faults.push(`${orders.length} lines for ${expected} orders`);
  return faults;
}

const server = await createServerUnderTest();
const key = await createTenantWithKey(server, 'crash');
const startedMs = Date.now();
let faults: string[] = [];
for (let round = 1; round <= rounds && faults.length === 0; round++) {
  await server.start();
  let over = false;
  const retries = unanswered;
  unanswered = [];
  const load = Array.from({ length: clients }, async () => {
    while (!over) {
      const size = random.integer(3) === 0 ? 1 : 1 + random.integer(200);
      await send(server.url, key, retries.pop() ?? Array.from({ length: size }, makeEvent));
    }
  });
  const before = acknowledged.size;
  const loadedMs = Date.now();
  while (acknowledged.size === before && Date.now() - loadedMs < 20_000) await pause(5);
  await pause(random.integer(1000));
  over = true;
  await server.kill();
  await Promise.all(load);
  unanswered.push(...retries);
  const kept = await readKept(server.dataDir);
  faults = check(kept);
  console.log(
    `round ${round}/${rounds}: ${acknowledged.size} acknowledged, ${kept.events.length} kept, ${unanswered.flat().length} unanswered, ${faults.length === 0 ? 'nothing lost, nothing doubled' : faults.join('; ')}`,
  );
}

// everything unanswered is sent once more: then exactly everything must be there
await server.start();
for (const batch of unanswered.splice(0)) await send(server.url, key, batch);
await server.stop();
const kept = await readKept(server.dataDir);
faults.push(...check(kept));
if (kept.events.length !== sent.size) faults.push(`${sent.size} sent, ${kept.events.length} kept`);
await server.destroy();
if (faults.length > 0) {
  console.error(`FAILED: ${faults.join('; ')}`);
  process.exit(1);
}
console.log(
  `${rounds} kills in ${Math.round((Date.now() - startedMs) / 1000)} s: ${sent.size} events sent, each kept exactly once`,
);

// `npm run smoke:old -- CHECKOUT`: starts an older checkout, installed and built, on a new data
// folder with the demo and a shop of its own, kills it, starts this build on that folder and compares
// what both answer to the same questions. Then an order of before is changed and given back.
// Needs `npm run build`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [older = ''] = process.argv.slice(2);
if (older === '') throw new Error('name the folder of an older checkout');
const folder = mkdtempSync(join(tmpdir(), 'olympus-old-'));
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts a checkout's server on the folder and waits until it is ready. */
async function start(checkout) {
  const port = await freePort();
  const child = spawn('node', [join(checkout, 'packages/server/bin/olympus.mjs'), 'serve'], {
    cwd: checkout,
    env: { ...process.env, OLYMPUS_DATA_DIR: folder, OLYMPUS_DEMO: '1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 600) throw new Error(`it did not start:\n${printed}`);
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) break;
    await wait(500);
  }
  const { token } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
  const call = async (method, path, body, tenant) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(tenant === undefined ? {} : { 'olympus-tenant': tenant }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const end = async (signal) => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  };
  return { call, end };
}

const event = (id, type, time, data) => ({
  specversion: '1.0',
  id,
  source: 'smoke',
  type,
  time,
  data,
});

/** Orders of three products over two months, some changed, given back or cancelled, with customers. */
function ownEvents() {
  const events = [];
  for (let n = 0; n < 400; n++) {
    const day = String(1 + (n % 28)).padStart(2, '0');
    const time = `2026-0${5 + (n % 2)}-${day}T10:${String(n % 60).padStart(2, '0')}:00Z`;
    const order = {
      order_id: `O${n}`,
      customer_id: `C${n % 50}`,
      currency: 'EUR',
      channel: n % 3 === 0 ? 'web' : 'store',
      shipping: n % 4,
      items: [
        { product_id: `P${n % 3}`, quantity: 1 + (n % 2), unit_price: 10 + (n % 7) },
        { product_id: 'P9', quantity: 1, unit_price: 4.5, discount: n % 5 === 0 ? 0.5 : 0 },
      ],
    };
    events.push(event(`c${n}`, 'order.created', time, order));
    const later = time.replace('T10', 'T15');
    if (n % 10 === 1) {
      const items = [{ product_id: `P${n % 3}`, quantity: 3, unit_price: 9 }];
      events.push(event(`u${n}`, 'order.updated', later, { ...order, items }));
    }
    if (n % 10 === 2) {
      const data = { refund_id: `R${n}`, order_id: `O${n}`, currency: 'EUR', amount: 5 };
      events.push(event(`r${n}`, 'order.refunded', later, data));
    }
    if (n % 10 === 3) events.push(event(`x${n}`, 'order.cancelled', later, { order_id: `O${n}` }));
  }
  for (let p = 0; p < 10; p++) {
    const data = { product_id: `P${p}`, name: `Product ${p}`, category: p < 2 ? 'one' : 'two' };
    events.push(event(`p${p}`, 'product.updated', '2026-05-01T00:00:00Z', data));
  }
  return events;
}

const questions = [
  { metrics: ['revenue', 'orders', 'units', 'refunds', 'tax', 'shipping'], grain: 'month' },
  { metrics: ['revenue', 'units'], dimensions: ['product.category'] },
  { metrics: ['revenue', 'orders'], dimensions: ['channel'] },
  { metrics: ['customers', 'new_customers', 'cancellations'] },
];
const time = { from: '2026-01-01T00:00:00Z', to: '2026-11-01T00:00:00Z' };

/** Older builds told of lines of whole orders as of a product without a category, also of nothing. */
const isEmpty = (row) =>
  row['product.category'] === null && Object.values(row).every((value) => !Number(value));

async function answers({ call }, tenants) {
  const told = {};
  for (const tenant of tenants) {
    for (const question of questions) {
      const { rows } = await call('POST', '/api/analytics/query', {
        tenant_id: tenant,
        time,
        ...question,
      });
      const sorted = rows
        .filter((row) => !isEmpty(row))
        .map((row) => JSON.stringify(row))
        .sort();
      told[`${tenant} ${JSON.stringify(question)}`] = sorted;
    }
  }
  return told;
}

const idsOf = ({ tenants }) => tenants.map(({ id }) => id).sort();

try {
  const before = await start(resolve(older));
  await before.call('POST', '/api/tenants', { id: 'own', name: 'Own', time_zone: 'Europe/Berlin' });
  const sent = await before.call('POST', '/api/events', ownEvents(), 'own');
  // the demo is filled in the background
  for (let last = ''; ; ) {
    const now = JSON.stringify(
      await answers(before, idsOf(await before.call('GET', '/api/tenants'))),
    );
    if (now === last) break;
    last = now;
    await wait(10_000);
  }
  const tenants = idsOf(await before.call('GET', '/api/tenants'));
  const expected = await answers(before, tenants);
  await before.end('SIGKILL');

  const after = await start(here);
  const given = await answers(after, tenants);
  let differences = 0;
  for (const [question, rows] of Object.entries(expected)) {
    if (JSON.stringify(given[question]) === JSON.stringify(rows)) continue;
    differences += 1;
    console.log(`${question}\n  before ${rows.join(' ')}\n  now    ${given[question]?.join(' ')}`);
  }
  const again = await after.call('POST', '/api/events', ownEvents(), 'own');
  const net = async () => {
    const question = { tenant_id: 'own', metrics: ['revenue'], time };
    return Number((await after.call('POST', '/api/analytics/query', question)).rows[0].revenue);
  };
  const whole = await net();
  // of 2 × 14 and 4.5, nothing is left
  const cancelled = event('later', 'order.cancelled', '2026-07-20T10:00:00Z', { order_id: 'O389' });
  await after.call('POST', '/api/events', [cancelled], 'own');
  const less = whole - (await net());
  await after.end('SIGTERM');
  console.log(
    `${tenants.join(', ')}: ${Object.keys(expected).length} questions, ${differences} answered otherwise; ` +
      `${sent.stored} events sent, ${again.duplicates} known again; an order cancelled takes ${less.toFixed(2)}`,
  );
  const isWhole =
    differences === 0 && again.duplicates === sent.stored && less.toFixed(2) === '32.50';
  process.exitCode = isWhole ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

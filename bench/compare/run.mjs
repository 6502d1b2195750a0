// Two checkouts side by side: `npm run bench:compare -- ../other` starts the built server of this one
// and of another (its commit before a change, say), each on a simulated shop of its own, and asks both
// in turn: the same query again and again, the dashboard, and single events. Prints requests per second
// and the 99th percentile as medians over the rounds, and the ratios of this one to the other.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const [other] = positionals;
if (other === undefined) throw new Error('name the folder of the other checkout, which is built');
const rounds = Number(values.rounds);
const roundMs = Number(values.seconds) * 1000;
const connections = 16;

async function start(name, checkout, port) {
  const dataDir = mkdtempSync(join(tmpdir(), `olympus-compare-${name}-`));
  const bin = join(resolve(checkout), 'packages/server/bin/olympus.mjs');
  const env = { ...process.env, OLYMPUS_DATA_DIR: dataDir, PORT: String(port), OLYMPUS_DEMO: '1' };
  const server = spawn(process.execPath, [bin, 'serve'], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) break;
    await sleep(300);
  }
  const scopes = 'analytics:read,model:read,events:write';
  const made = execFileSync(
    process.execPath,
    [bin, 'key', 'create', '--tenant', 'demo', '--name', 'compare', '--scopes', scopes, '--json'],
    { env, encoding: 'utf8' },
  );
  const { secret } = JSON.parse(made);
  const stop = async () => {
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { name, pool: new Pool(url, { connections }), secret, stop, figures: {}, serial: 0 };
}

const query = {
  method: 'POST',
  path: '/api/analytics/query',
  body: JSON.stringify({
    tenant_id: 'demo',
    metrics: ['revenue', 'orders'],
    dimensions: ['channel'],
    time: { timeframe: 'last_30_days' },
  }),
};
const loads = {
  'a query, cached': () => query,
  'the dashboard': () => ({ method: 'GET', path: '/api/analytics/dashboard/demo' }),
  'an event': (side) => ({
    method: 'POST',
    path: '/api/events',
    body: JSON.stringify({
      id: `compare-${side.serial++}`,
      type: 'page.viewed',
      data: { session_id: 's', anonymous_id: 'a', url: 'https://shop.example/p' },
    }),
  }),
};

async function round(side, make) {
  const headers = { authorization: `Bearer ${side.secret}`, 'content-type': 'application/json' };
  const took = [];
  const endMs = performance.now() + roundMs;
  const one = async () => {
    while (performance.now() < endMs) {
      const startedMs = performance.now();
      const { statusCode, body } = await side.pool.request({ ...make(side), headers });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${side.name}: ${statusCode} ${text.slice(0, 300)}`);
      took.push(performance.now() - startedMs);
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - startedMs) / 1000;
  took.sort((a, b) => a - b);
  return { rate: took.length / seconds, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const sides = [await start('this', '.', 8391), await start('other', other, 8392)];
try {
  for (const [what, make] of Object.entries(loads)) {
    for (const side of sides) await round(side, make);
    const results = new Map(sides.map((side) => [side.name, []]));
    for (let at = 0; at < rounds; at++) {
      const order = at % 2 === 0 ? sides : [...sides].reverse();
      for (const side of order) results.get(side.name)?.push(await round(side, make));
    }
    const [here, there] = sides.map(({ name }) => ({
      rate: median((results.get(name) ?? []).map(({ rate }) => rate)),
      p99: median((results.get(name) ?? []).map(({ p99 }) => p99)),
    }));
    console.log(
      `${what}: ${here.rate.toFixed(0)}/s against ${there.rate.toFixed(0)}/s, ratio ${(here.rate / there.rate).toFixed(3)}; p99 ${here.p99.toFixed(1)} against ${there.p99.toFixed(1)} ms`,
    );
  }
} finally {
  for (const side of sides) await side.stop();
}

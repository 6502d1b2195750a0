// The least a durable collector can do, as a reference in the same run: HTTP, one writer, one
// table, group commit to DuckDB. Nothing is checked, recognised, booked or made pseudonymous.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Fastify from 'fastify';

const folder = await mkdtemp(join(tmpdir(), 'olympus-floor-'));
const instance = await DuckDBInstance.create(join(folder, 'floor.duckdb'), { threads: '2' });
const connection = await instance.connect();
await connection.run(
  'CREATE TABLE events (id VARCHAR, type VARCHAR, source VARCHAR, time TIMESTAMP, data JSON)',
);
const insert = await connection.prepare(
  `INSERT INTO events SELECT unnest(from_json($1, '[{"id":"VARCHAR","type":"VARCHAR","source":"VARCHAR","time":"TIMESTAMP","data":"JSON"}]'), recursive := true)`,
);

interface Waiting {
  readonly text: string;
  readonly done: () => void;
}

let queue: Waiting[] = [];
let running = false;

async function run(): Promise<void> {
  running = true;
  while (queue.length > 0) {
    const lot = queue;
    queue = [];
    insert.bindVarchar(1, `[${lot.map(({ text }) => text).join(',')}]`);
    await insert.run();
    for (const { done } of lot) done();
  }
  running = false;
}

const app = Fastify({ bodyLimit: 10 * 1024 * 1024 });
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
app.post('/api/events', (request) => {
  const body = String(request.body);
  JSON.parse(body);
  const text = body.startsWith('[') ? body.slice(1, -1) : body;
  return new Promise((resolve) => {
    queue.push({ text, done: () => resolve({ ok: true }) });
    if (!running) void run();
  });
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
process.once('SIGTERM', () => process.exit(0));

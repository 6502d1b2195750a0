// Prints for how long a request holds up everybody else: `npm run bench:holds`, or
// `npm run bench:holds -- colons` for those whose name has the word. Needs `npm run build`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerUnderTest, createTenantWithKey } from '../spine/server-process.js';
import {
  collectorBodies,
  type HostileRequest,
  otherBodies,
  references,
  schemaBodies,
} from './bodies.js';
import { type HostileFile, hostileFiles, mapping } from './files.js';

/** No request may hold the loop for longer. */
const goalMs = 50;
const tickMs = 5;
const scopes = [
  'events:write',
  'analytics:read',
  'model:read',
  'metrics:read',
  'metrics:write',
  'schemas:read',
  'schemas:write',
  'dead_letters:read',
  'dead_letters:write',
  'tenants:read',
  'imports:read',
  'imports:write',
].join(',');

const word = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'olympus-holds-'));
const holdsFile = join(folder, 'longest');
const server = await createServerUnderTest({
  HOLDS_FILE: holdsFile,
  NODE_OPTIONS: `--import=${new URL('./probe.mjs', import.meta.url).href}`,
});
await server.start();
const key = await createTenantWithKey(server, 'holds', scopes);

async function send(request: Omit<HostileRequest, 'name' | 'before'>): Promise<string> {
  const { method = 'POST', path, body, headers } = request;
  try {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const text = await response.text();
    const code = /"code":"([a-z_]+)"/.exec(text)?.[1] ?? '';
    return `${response.status} ${code}`.trim();
  } catch {
    return 'no answer';
  }
}

/**
 * Longest time that the server's main thread worked without coming back to its loop, since the last
 * call, in milliseconds of processor time.
 */
async function longestHold(): Promise<number> {
  rmSync(holdsFile, { force: true });
  process.kill(server.pid, 'SIGUSR2');
  for (let waits = 0; waits < 400; waits++) {
    await wait(tickMs);
    const text = existsSync(holdsFile) ? readFileSync(holdsFile, 'utf8') : '';
    if (text !== '') return Number(text);
  }
  throw new Error('the server does not tell its holds');
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The shortest of three: what is measured is the request, not what the collector of garbage has left. */
async function measure(request: HostileRequest): Promise<{ heldMs: number; answer: string }> {
  for (const earlier of request.before ?? []) {
    const refusal = await send(earlier);
    if (refusal !== '200') console.log(`  (what has to come before it is refused: ${refusal})`);
  }
  let heldMs = Number.POSITIVE_INFINITY;
  let answer = '';
  for (let round = 0; round < 3 && heldMs > goalMs / 2; round++) {
    await longestHold();
    answer = await send(request);
    if (answer === 'no answer') break;
    await wait(5 * tickMs);
    heldMs = Math.min(heldMs, await longestHold());
  }
  return { heldMs, answer };
}

interface ImportState {
  readonly id: string;
  readonly state: string;
  readonly counts: { readonly rejected_rows: number };
}

/** Uploads a file and imports it to its end. */
async function importFile({ file, content }: HostileFile): Promise<ImportState> {
  const call = async (path: string, init: RequestInit = {}, type = 'application/json') => {
    const response = await fetch(`${server.url}/api/tenants/holds${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${key}`,
        ...(init.body === undefined ? {} : { 'content-type': type }),
      },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const body = { method: 'POST', body: content };
  const upload = (await call(`/uploads?name=${file}`, body, 'application/octet-stream')) as {
    id: string;
  };
  const request = JSON.stringify({ uploads: [upload.id], mapping });
  let entry = (await call('/imports', { method: 'POST', body: request })) as ImportState;
  while (entry.state === 'waiting' || entry.state === 'running') {
    await wait(500);
    entry = (await call(`/imports/${entry.id}`)) as ImportState;
  }
  return entry;
}

let over = 0;
try {
  console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
  const sections = { references, collectorBodies, schemaBodies, otherBodies };
  for (const [section, requests] of Object.entries(sections)) {
    console.log(`\n== ${section}`);
    for (const request of requests.filter(({ name }) => name.includes(word))) {
      const { heldMs, answer } = await measure(request);
      if (answer === 'no answer') {
        console.log(`${request.name.padEnd(60)} no answer: the server is gone or stuck`);
        await server.kill();
        await server.start();
        over += 1;
        continue;
      }
      if (heldMs > goalMs) over += 1;
      const mark = heldMs > goalMs ? '  over' : '';
      console.log(
        `${request.name.padEnd(60)} ${heldMs.toFixed(0).padStart(6)} ms  ${answer}${mark}`,
      );
    }
  }
  console.log('\n== files');
  for (const file of hostileFiles.filter(({ name }) => name.includes(word))) {
    await longestHold();
    const { state, counts } = await importFile(file);
    const heldMs = await longestHold();
    if (heldMs > goalMs) over += 1;
    const answer = `${state}, ${counts.rejected_rows.toLocaleString('en')} rejected`;
    const mark = heldMs > goalMs ? '  over' : '';
    console.log(`${file.name.padEnd(60)} ${heldMs.toFixed(0).padStart(6)} ms  ${answer}${mark}`);
  }
  console.log(`\n${over} requests hold the loop for more than ${goalMs} ms`);
} finally {
  await server.destroy();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = over === 0 ? 0 : 1;

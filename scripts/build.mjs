import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const stamps = join(root, 'node_modules', '.olympus');

/** Names, sizes and times of all files that an output is made from, as one hash. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (!/\.test\.tsx?$/.test(name)) visit(join(path, name));
      }
      return;
    }
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex');
}

function run(label, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${label} could not be built:\n${output}`));
    });
  });
}

/** Packs text files beside themselves, for browsers that understand it (nearly all). */
function pack(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|html|svg|json)$/.test(name)) continue;
    const path = join(folder, name);
    const content = readFileSync(path);
    if (content.length < 1024) continue;
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(content));
  }
}

async function step({ label, inputs, output, args, cwd, after }) {
  const stamp = join(stamps, `built-${label}`);
  const now = fingerprint([...inputs, 'package-lock.json']);
  const fresh = existsSync(join(root, output)) && existsSync(stamp);
  if (fresh && readFileSync(stamp, 'utf8') === now) return;
  const startedMs = performance.now();
  console.log(`Building the ${label} …`);
  await run(label, args, cwd);
  after?.();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  console.log(`Built the ${label} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'web');

/** Builds the server's packages, if they are older than their sources. */
export function ensureServerBuilt() {
  return step({
    label: 'server',
    inputs: [
      'tsconfig.base.json',
      ...packages.flatMap((name) => [
        `packages/${name}/src`,
        `packages/${name}/package.json`,
        `packages/${name}/tsconfig.json`,
      ]),
    ],
    output: 'packages/server/dist/cli/main.js',
    args: [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      '-b',
      'packages/server',
      'packages/sdk',
    ],
    cwd: root,
  });
}

function ensurePageBuilt() {
  return step({
    label: 'web page',
    inputs: [
      'packages/web/src',
      // pages that live with their room
      ...packages.map((name) => `packages/${name}/web`),
      'packages/web/public',
      'packages/web/index.html',
      'packages/web/package.json',
      'packages/web/vite.config.ts',
      'packages/sdk/src',
    ],
    output: 'packages/web/dist/index.html',
    args: [viteBinary(), 'build', '--logLevel', 'error'],
    cwd: join(root, 'packages', 'web'),
    after: () => pack(join(root, 'packages', 'web', 'dist')),
  });
}

/** Builds what is older than its sources: the server's packages, and the web page beside them. */
export async function ensureBuilt() {
  await Promise.all([ensureServerBuilt(), ensurePageBuilt()]);
}

function viteBinary() {
  const places = ['packages/web/node_modules/vite/bin/vite.js', 'node_modules/vite/bin/vite.js'];
  const found = places.map((place) => join(root, place)).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error('vite is not installed; remove node_modules and try again');
  return found;
}

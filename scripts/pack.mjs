// `npm run pack`: the whole product as one package, olympus-<version>.tgz, for machines without this
// repository: `npx ./olympus-<version>.tgz` starts it in an empty folder. The rooms travel inside
// it, built; what they depend on comes from the registry, in the versions that the rooms pin.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, npm, root } from './install.mjs';

const server = '@olympus/server';
/** Beside the server; what it is made of is inside its built page. */
const web = '@olympus/web';
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** The rooms that the package needs, by name: folder and manifest of each. */
function neededRooms() {
  const all = new Map(
    readdirSync(join(root, 'packages'))
      .map((name) => join(root, 'packages', name))
      .filter((folder) => existsSync(join(folder, 'package.json')))
      .map((folder) => ({ folder, manifest: readJson(join(folder, 'package.json')) }))
      .map((room) => [room.manifest.name, room]),
  );
  const needed = new Map();
  const add = (name) => {
    const room = all.get(name);
    if (room === undefined || needed.has(name)) return;
    needed.set(name, room);
    for (const other of Object.keys(room.manifest.dependencies ?? {})) add(other);
  };
  add(server);
  const page = all.get(web);
  return needed.set(web, { ...page, manifest: { ...page.manifest, dependencies: {} } });
}

/** Dependencies that are no rooms: one version of each, as the rooms pin it. */
function foreignDependencies(rooms) {
  const versions = {};
  for (const [name, { manifest }] of rooms) {
    for (const [other, version] of Object.entries(manifest.dependencies ?? {})) {
      if (rooms.has(other)) continue;
      if ((versions[other] ?? version) !== version) {
        throw new Error(`${name} pins ${other}@${version}, another room ${versions[other]}`);
      }
      versions[other] = version;
    }
  }
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Types, source maps and the compiler's notes are for those who build. */
const runs = (path) => !/\.(d\.ts|map|tsbuildinfo)$/.test(path);

function copyRoom({ folder, manifest }, target) {
  // what a room depends on is the package's to bring: where npm puts it beside a bundled room that
  // asks for it, as in a global installation, it takes it for bundled, and leaves its folder empty
  const { dependencies: _, devDependencies: __, scripts: ___, files: ____, ...kept } = manifest;
  const binaries = Object.values(manifest.bin ?? {});
  for (const part of ['dist', ...(manifest.files ?? []), ...binaries]) {
    cpSync(join(folder, part), join(target, part), { recursive: true, filter: runs });
  }
  writeJson(join(target, 'package.json'), kept);
}

const launcher = `#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { launch, refuseOldNode } from './launch.mjs';

refuseOldNode();
const olympus = new URL('../node_modules/@olympus/server/bin/olympus.mjs', import.meta.url);
const [, , ...args] = process.argv;
launch(fileURLToPath(olympus), args.length === 0 ? ['serve'] : args);
`;

/**
 * Builds and packs.
 * @returns the path of the package
 */
export async function pack(destination = root) {
  ensureInstalled();
  await ensureBuilt();
  const stage = mkdtempSync(join(tmpdir(), 'olympus-pack-'));
  try {
    const rooms = neededRooms();
    for (const [name, room] of rooms) copyRoom(room, join(stage, 'node_modules', name));
    const { name, version, description, license, engines, type } = readJson(
      join(root, 'package.json'),
    );
    writeJson(join(stage, 'package.json'), {
      ...{ name, version, description, license, type, engines },
      bin: { olympus: 'bin/olympus.mjs' },
      dependencies: {
        ...Object.fromEntries([...rooms].map(([room, { manifest }]) => [room, manifest.version])),
        ...foreignDependencies(rooms),
      },
      bundleDependencies: [...rooms.keys()],
    });
    mkdirSync(join(stage, 'bin'));
    writeFileSync(join(stage, 'bin', 'olympus.mjs'), launcher, { mode: 0o755 });
    cpSync(join(root, 'scripts', 'launch.mjs'), join(stage, 'bin', 'launch.mjs'));
    for (const text of ['LICENSE', 'README.md']) cpSync(join(root, text), join(stage, text));
    const options = ['--pack-destination', destination, '--loglevel=error', '--silent'];
    if (npm(['pack', ...options], { cwd: stage }) !== 0) throw new Error('npm could not pack');
    return join(destination, `${name}-${version}.tgz`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = await pack();
  console.log(`Packed. Copy it anywhere with Node and run:  npx ${file}`);
}

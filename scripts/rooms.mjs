import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The table of rooms, from which everything below is made. */
export function readRooms() {
  return JSON.parse(readFileSync(join(root, 'rooms.json'), 'utf8')).rooms;
}

function mayImport(rooms, index) {
  const { imports } = rooms[index];
  return imports ?? rooms.slice(0, index).map(({ name }) => name);
}

/** The linter's rule for one room: what it must not import. */
function directionRule(rooms, index) {
  const { name } = rooms[index];
  const allowed = new Set(mayImport(rooms, index));
  const names = rooms.map((room) => room.name).filter((other) => other !== name);
  const forbidden = names
    .filter((other) => !allowed.has(other))
    .map((other) => `@olympus/${other}`);
  const inside = ['@olympus/*/src/**', '@olympus/*/dist/**', '../../../*/src/**'];
  const group = [...forbidden, ...forbidden.map((other) => `${other}/*`), ...inside];
  const message = `A room imports only rooms above it, through their index (ARCHITECTURE.md): ${name} may not import this.`;
  const options = { patterns: [{ group, message }] };
  return {
    includes: [`packages/${name}/src/**`],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
  };
}

/** Pages that live in their room's folder speak to the server as everything in the page does. */
function pageRule(rooms) {
  const forbidden = rooms.map(({ name }) => name).filter((name) => !['sdk', 'web'].includes(name));
  const group = forbidden.flatMap((name) => [`@olympus/${name}`, `@olympus/${name}/*`]);
  const message = 'A page imports only @olympus/sdk and @olympus/web/kit.';
  const options = { patterns: [{ group, message }] };
  return {
    includes: ['packages/*/web/**'],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
  };
}

const print = (value) => `${JSON.stringify(value, null, 2)}\n`;

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function isRoomFolder({ name }) {
  return existsSync(join(root, 'packages', name, 'package.json'));
}

/** Rooms whose build a room's build waits for. */
function references(rooms, index) {
  const room = rooms[index];
  const { dependencies = {} } = readJson(`packages/${room.name}/package.json`);
  return rooms
    .filter(({ name, serves }) =>
      room.name === 'server'
        ? serves || `@olympus/${name}` in dependencies
        : name !== room.name && `@olympus/${name}` in dependencies,
    )
    .map(({ name }) => ({ path: `../${name}` }));
}

function serverRooms(rooms) {
  const serving = rooms.filter(({ serves }) => serves);
  return [
    '// Made from rooms.json by scripts/rooms.mjs.',
    "import type { PluggedRoom } from '@olympus/contract';",
    ...serving.map(({ name }) => `import ${name} from '@olympus/${name}/room';`),
    '',
    '/** The rooms that plug in, in the order of rooms.json. */',
    `export const rooms: readonly PluggedRoom[] = [${serving.map(({ name }) => name).join(', ')}];`,
    '',
  ].join('\n');
}

function contractsOf(rooms) {
  const serving = rooms.filter(({ serves }) => serves);
  return [
    '// Made from rooms.json by scripts/rooms.mjs.',
    "import type { Contract } from '@olympus/contract';",
    ...serving.map(({ name }) => `import ${name} from '@olympus/${name}/contract';`),
    "import system from './system/contract.js';",
    '',
    `const declared = [${[...serving.map(({ name }) => name), 'system'].join(', ')}] as const;`,
    '',
    '/** What the rooms offer, in the order of rooms.json. */',
    'export const contracts: readonly Contract[] = declared;',
    '',
    '/** Any operation of theirs, with its types. */',
    "export type DeclaredOperation = (typeof declared)[number]['operations'][number];",
    '',
  ].join('\n');
}

/** Every file that follows from rooms.json, by path, as it should be. */
export function derivedFiles() {
  const rooms = readRooms().filter(isRoomFolder);
  const biome = readJson('biome.json');
  biome.overrides = [
    ...biome.overrides.filter(
      ({ linter }) => linter?.rules?.style?.noRestrictedImports === undefined,
    ),
    ...rooms.map((_, index) => directionRule(rooms, index)),
    pageRule(rooms),
  ];
  const tsconfig = readJson('tsconfig.json');
  tsconfig.references = rooms.map(({ name }) => ({ path: `packages/${name}` }));
  const files = {
    'biome.json': print(biome),
    'tsconfig.json': print(tsconfig),
    'packages/server/src/rooms.generated.ts': serverRooms(rooms),
    'packages/server/src/contracts.generated.ts': contractsOf(rooms),
  };
  for (const [index, { name }] of rooms.entries()) {
    const path = `packages/${name}/tsconfig.json`;
    files[path] = print({ ...readJson(path), references: references(rooms, index) });
  }
  return files;
}

/** @returns paths of the files that are not as rooms.json says */
export function staleRoomFiles() {
  return Object.entries(derivedFiles()).flatMap(([path, content]) => {
    const full = join(root, path);
    const normal = (text) => (path.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text);
    const same = existsSync(full) && normal(readFileSync(full, 'utf8')) === normal(content);
    return same ? [] : [path];
  });
}

export function writeRoomFiles() {
  const stale = staleRoomFiles();
  const files = derivedFiles();
  for (const path of stale) writeFileSync(join(root, path), files[path]);
  return stale;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const stale = staleRoomFiles();
    if (stale.length > 0) {
      console.error(`Not as rooms.json says: ${stale.join(', ')}. Run: npm run rooms`);
      process.exit(1);
    }
  } else {
    for (const path of writeRoomFiles()) console.log(`wrote ${path}`);
  }
}

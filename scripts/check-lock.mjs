// Whether the lock file carries the binaries of every system that Olympus is installed on, so that
// `npm ci` takes it everywhere. `--write` asks the registry for what is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, root } from './install.mjs';

/** Systems that Olympus is installed on. Of Linux, packages that tell C libraries apart need both. */
const systems = ['linux', 'darwin', 'win32'].flatMap((os) =>
  ['x64', 'arm64'].map((cpu) => ({ os, cpu })),
);

/** Where the package `name`, wanted by the one at `from`, stands in the lock; undefined when missing. */
function find(packages, from, name) {
  for (let folder = from; ; ) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
    const outer = folder.lastIndexOf('/node_modules/');
    folder = outer === -1 ? '' : folder.slice(0, outer);
  }
}

const takes = (list, value) => list === undefined || list.includes(value);

/** Systems for which none of a package's binaries is meant, such as `win32 arm64`. */
function uncovered(binaries) {
  const tellsLibc = binaries.some(({ libc }) => libc !== undefined);
  const places = systems.flatMap(({ os, cpu }) =>
    os === 'linux' && tellsLibc
      ? ['glibc', 'musl'].map((libc) => ({ os, cpu, libc }))
      : [{ os, cpu }],
  );
  return places
    .filter(
      ({ os, cpu, libc }) =>
        !binaries.some(
          (binary) =>
            takes(binary.os, os) &&
            takes(binary.cpu, cpu) &&
            (libc === undefined || takes(binary.libc, libc)),
        ),
    )
    .map((place) => Object.values(place).join(' '));
}

/** Packages that the lock says are optional for another, and does not carry. */
function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => find(packages, owner, name) === undefined)
      .map(([name, version]) => ({ owner, name, version })),
  );
}

/**
 * What keeps a lock file from being installed everywhere, one sentence each; empty when nothing does.
 * @param lock  the parsed package-lock.json
 */
export function lockFaults({ packages }) {
  const faults = missingOptionals(packages).map(
    ({ owner, name, version }) => `${name}@${version}, a part of ${owner}, is not in the lock file`,
  );
  for (const [owner, { optionalDependencies = {} }] of Object.entries(packages)) {
    const binaries = Object.keys(optionalDependencies)
      .map((name) => packages[find(packages, owner, name)])
      .filter((entry) => entry?.os !== undefined && entry.cpu !== undefined);
    // one or two are an extra for one system, not what the package consists of
    if (binaries.length < 3) continue;
    for (const system of uncovered(binaries)) faults.push(`${owner} has no binary for ${system}`);
  }
  for (const [place, { resolved, link, inBundle, integrity, version }] of Object.entries(
    packages,
  )) {
    if (!place.includes('node_modules/') || link || inBundle) continue;
    if (resolved !== undefined) faults.push(`${place} names the registry it came from`);
    if (integrity === undefined) faults.push(`${place}@${version} has no checksum`);
  }
  return faults;
}

/** Takes out what lacks a binary, with all that need it: npm then asks for it anew, as it is pinned. */
function forgetIncomplete(lock) {
  const { packages } = lock;
  const forgotten = new Set();
  const forget = (place) => {
    if (!place.includes('node_modules/') || forgotten.has(place)) return;
    forgotten.add(place);
    for (const [other, entry] of Object.entries(packages)) {
      const needs = { ...entry.dependencies, ...entry.optionalDependencies };
      if (Object.keys(needs).some((name) => find(packages, other, name) === place)) forget(other);
    }
    for (const name of Object.keys(packages[place].optionalDependencies ?? {})) {
      const binary = find(packages, place, name);
      if (binary !== undefined) forgotten.add(binary);
    }
  };
  for (const { owner } of missingOptionals(packages)) forget(owner);
  for (const place of forgotten) delete packages[place];
}

const path = join(root, 'package-lock.json');
const readLock = () => JSON.parse(readFileSync(path, 'utf8'));

function complete() {
  const lock = readLock();
  forgetIncomplete(lock);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  const status = npm(['install', '--package-lock-only', '--ignore-scripts', '--loglevel=error']);
  if (status !== 0) process.exit(status);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--write')) complete();
  const faults = lockFaults(readLock());
  if (faults.length > 0) {
    console.error(
      [
        'package-lock.json cannot be installed everywhere:',
        ...faults.map((fault) => `  ${fault}`),
        'Run `npm run lock`, which asks the registry for what is missing. Where a package publishes no',
        'binary for a system, take another version or another package.',
      ].join('\n'),
    );
    process.exit(1);
  }
}

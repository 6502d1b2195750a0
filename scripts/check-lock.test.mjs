import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFaults } from './check-lock.mjs';
import { root } from './install.mjs';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const without = (...places) => ({
  packages: Object.fromEntries(
    Object.entries(lock.packages).filter(([place]) => !places.includes(place)),
  ),
});
const changed = (place, change) => ({
  packages: { ...lock.packages, [place]: { ...lock.packages[place], ...change } },
});
const duckdb = 'node_modules/@duckdb/node-bindings';

describe('the lock file', () => {
  it('carries the binaries of every system', () => {
    expect(lockFaults(lock)).toEqual([]);
  });

  it('is refused when it leaves out the binary of one system', () => {
    expect(lockFaults(without(`${duckdb}-darwin-arm64`)).join('\n')).toMatch(
      /node-bindings-darwin-arm64@.* is not in the lock file\n.* has no binary for darwin arm64/,
    );
  });

  it('is refused when a package publishes nothing for one system', () => {
    const { '@duckdb/node-bindings-linux-arm64-musl': _, ...others } =
      lock.packages[duckdb].optionalDependencies;
    expect(lockFaults(changed(duckdb, { optionalDependencies: others }))).toEqual([
      `${duckdb} has no binary for linux arm64 musl`,
    ]);
  });

  it('is refused when it names a registry or lacks a checksum', () => {
    const resolved = 'https://registry.example/duckdb.tgz';
    expect(lockFaults(changed(duckdb, { resolved }))).toHaveLength(1);
    expect(lockFaults(changed(duckdb, { integrity: undefined }))).toHaveLength(1);
  });
});

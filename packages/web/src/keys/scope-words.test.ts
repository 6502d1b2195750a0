import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isScopeText } from './scope-words.js';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** Permissions that rooms declare in their contracts. */
function permissionsDeclared(): readonly string[] {
  return readdirSync(packages).flatMap((room) => {
    try {
      const text = readFileSync(join(packages, room, 'src/contract.ts'), 'utf8');
      return [...text.matchAll(/'([a-z_]+:[a-z_]+)': \{/g)].map(([, name = '']) => name);
    } catch {
      return [];
    }
  });
}

test('every permission has words', () => {
  const names = permissionsDeclared();
  expect(names.length).toBeGreaterThan(25);
  expect(names.filter((name) => !isScopeText(`scope.${name}`))).toEqual([]);
});

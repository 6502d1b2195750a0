import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isKnownAction } from './action-texts.js';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** Actions that rooms keep in the log: those of operations, and those that are recorded by hand. */
function actionsKept(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const room of readdirSync(packages)) {
    const source = join(packages, room, 'src');
    let files: readonly string[] = [];
    try {
      files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    } catch {
      continue;
    }
    for (const file of files) {
      if (!file.endsWith('.ts') || file.includes('test') || room === 'web') continue;
      const text = readFileSync(join(source, file), 'utf8');
      const isDeclaration = file.endsWith('.contract.ts') || file.endsWith('contract.ts');
      const pattern = isDeclaration ? /audit: '([a-z_.]+)'/g : /action: '([a-z_]+\.[a-z_]+)'/g;
      if (!isDeclaration && !text.includes('audit.record(')) continue;
      for (const [, action = ''] of text.matchAll(pattern)) found.add(action);
    }
  }
  return found;
}

test('every action that the log keeps has words', () => {
  const actions = [...actionsKept()];
  expect(actions.length).toBeGreaterThan(50);
  expect(actions.filter((action) => !isKnownAction(action))).toEqual([]);
});

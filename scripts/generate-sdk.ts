import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toClientModule } from '@olympus/contract';
import { contracts } from '../packages/server/src/contracts.generated.js';

const target = fileURLToPath(new URL('../packages/sdk/src/generated.ts', import.meta.url));
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));

/** The client's module as it follows from the contracts, formatted like everything else. */
export function generateClient(): string {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [biome, 'format', '--stdin-file-path', target],
    { input: toClientModule(contracts), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const generated = generateClient();
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== generated) {
    console.error('packages/sdk/src/generated.ts is not what the contracts say. Run: npm run sdk');
    process.exit(1);
  }
} else {
  writeFileSync(target, generated);
}

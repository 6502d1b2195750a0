import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toClientModule } from '@olympus/contract';
import { contracts } from '../packages/server/src/contracts.generated.js';

const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
const pathOf = (path: string) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

/** Code that clients run as the server does, copied word by word: the client imports no room. */
const copied = ['bucket.ts', 'assign.ts'].map((file) => ({
  path: `sdk/src/assignment/${file}`,
  text: `// Copied from packages/experiments/src/assignment/${file} by \`npm run sdk\`.\n${readFileSync(
    pathOf(`experiments/src/assignment/${file}`),
    'utf8',
  )}`,
}));

/** The client's modules as they follow from the rooms, formatted like everything else. */
const modules = [{ path: 'sdk/src/generated.ts', text: toClientModule(contracts) }, ...copied].map(
  ({ path, text }) => {
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      [biome, 'format', '--stdin-file-path', pathOf(path)],
      { input: text, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return { path, text: stdout };
  },
);

for (const { path, text } of modules) {
  if (!process.argv.includes('--check')) writeFileSync(pathOf(path), text);
  else if (readFileSync(pathOf(path), 'utf8') !== text) {
    console.error(`packages/${path} is not what the rooms say. Run: npm run sdk`);
    process.exit(1);
  }
}

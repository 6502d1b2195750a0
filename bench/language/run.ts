import { readdirSync } from 'node:fs';

/**
 * Runs the language benchmarks: all sections beside this file that export `run`, or those named.
 * `npx tsx --conditions=source bench/language/run.ts [questions] [times] …`; `SHOW=dev` prints the
 * failures of the tuning half.
 */
const here = new URL('./', import.meta.url);
const helpers = new Set(['run', 'expected', 'notation']);
const sections = readdirSync(here)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !helpers.has(name));
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : sections) {
  const section: { run?: () => Promise<void> } = await import(new URL(`${name}.ts`, here).href);
  if (section.run === undefined) continue;
  console.log(`\n## ${name}`);
  await section.run();
}

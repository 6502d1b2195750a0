import { readdirSync } from 'node:fs';

/** Runs the sections of a folder that the command line names, or all: each module that exports `run`. */
export async function runSections(here: URL): Promise<void> {
  const sections = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !['run.ts', 'shared.ts'].includes(file))
    .map((file) => file.slice(0, -3))
    .sort();
  const wanted = process.argv.slice(2);
  for (const name of wanted.filter((section) => !sections.includes(section))) {
    console.error(`There is no section "${name}"; there are: ${sections.join(', ')}`);
    process.exitCode = 1;
  }
  for (const name of wanted.length > 0 ? sections.filter((s) => wanted.includes(s)) : sections) {
    console.log(`\n== ${name}`);
    const section: { run?: () => Promise<void> } = await import(new URL(`${name}.ts`, here).href);
    if (section.run === undefined) console.log('  (exports no run)');
    else await section.run();
  }
}

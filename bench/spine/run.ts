// Prints what the spine does: `npm run bench`, or `npm run bench -- ingest query start`.
import { cpus } from 'node:os';

const sections = ['start', 'ingest', 'query'] as const;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(sections as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}; there are ${sections.join(', ')}.`);
  process.exit(64);
}
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
for (const section of sections) {
  if (asked.length > 0 && !asked.includes(section)) continue;
  console.log(`\n== ${section}`);
  const { run } = (await import(`./${section}.js`)) as { run(): Promise<void> };
  await run();
}

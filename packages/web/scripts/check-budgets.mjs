// Measures what a visitor downloads, from the build's manifest, and fails above the budgets.
// Run after `npm run build -w @olympus/web`, or name the folder of another build.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const dist = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

/** The chunks that loading these entries loads, lazy imports apart. */
function closure(names) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const next of manifest[name]?.imports ?? []) visit(next);
  };
  for (const name of names) visit(name);
  return seen;
}

const sizeOf = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const scripts = (names) => [...new Set([...names].map((name) => manifest[name].file))];
const styles = (names) => [...new Set([...names].flatMap((name) => manifest[name].css ?? []))];
const total = (files) => files.reduce((sum, file) => sum + sizeOf(file), 0);

const find = (ending) => {
  const name = Object.keys(manifest).find((key) => key.endsWith(ending));
  if (!name) throw new Error(`${ending} is not an entry of the build's manifest`);
  return name;
};

const signIn = closure(['index.html']);
const overview = closure(['index.html', find('app/app.tsx'), find('overview/overview-page.tsx')]);

const rows = [
  ['sign-in, scripts', total(scripts(signIn)), 125],
  // 210 for the shell and the overview before charts, 5 for the charts that it draws, and 8 for what
  // every page and operation adds to the shell: its name, its place and how it is called
  ['shell and overview with charts, scripts', total(scripts(overview)), 223],
  ['styles', total(styles(overview)), 25],
];

let over = 0;
for (const [what, bytes, limitKb] of rows) {
  const kb = bytes / KB;
  if (kb > limitKb) over += 1;
  const verdict = kb > limitKb ? 'OVER' : 'ok';
  console.log(`${what.padEnd(44)} ${kb.toFixed(1).padStart(6)} kB gz  of ${limitKb}  ${verdict}`);
}
process.exitCode = over > 0 ? 1 : 0;

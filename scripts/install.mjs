import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.olympus', 'lock-hash');

/** Runs npm in a folder and resolves to its exit status; 127 where there is no npm. */
export function npm(args, { cwd = root, env = process.env, stdio = 'inherit' } = {}) {
  // on Windows npm is a script, which only a shell can run
  const shell = process.platform === 'win32';
  return spawnSync('npm', args, { cwd, env, stdio, shell }).status ?? 127;
}

/**
 * Installs the packages when they are missing or the lock file is another than the one they were
 * installed from. Plain Node, since it runs before anything is installed.
 */
export function ensureInstalled() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing packages (once for each change of the lock file) …');
  const status = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error(whatToDo(status));
    process.exit(status);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

const whatToDo = (status) =>
  status === 127
    ? 'npm was not found. It comes with Node: install Node 24 from https://nodejs.org and try again.'
    : [
        '',
        'The packages could not be installed; npm says why above. Most often:',
        '  no network, or a proxy that npm does not know: see `npm config get proxy`;',
        '  package.json was changed without the lock file: run `npm install`, then try again;',
        '  files in node_modules belong to another user or are in use: remove node_modules.',
      ].join('\n');

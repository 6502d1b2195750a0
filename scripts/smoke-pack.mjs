// `npm run smoke:pack`: packs the product and runs it with one command in an empty folder, as on a
// machine without this repository: the demo comes up, its dashboard answers, it stops when told. Then
// installs it for all folders, where npm lays packages out in another way, and runs a command.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { npm } from './install.mjs';
import { pack } from './pack.mjs';
import { demoRevenue, probe } from './probe.mjs';

const folder = mkdtempSync(join(tmpdir(), 'olympus-smoke-'));
try {
  const file = basename(await pack(folder));
  // npx keeps what it unpacks: here it does so in this folder, with the downloads that npm has already
  const shell = process.platform === 'win32';
  const known = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8', shell }).trim();
  const cache = join(folder, 'npm-cache');
  for (const path of [cache, join(known, '_cacache')]) mkdirSync(path, { recursive: true });
  symlinkSync(join(known, '_cacache'), join(cache, '_cacache'), 'junction');
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const seconds = await probe(
    {
      command: 'npx',
      args: ['--yes', '--prefer-offline', `../${file}`],
      cwd: empty,
      env: { npm_config_cache: cache, CI: '', OLYMPUS_DATA_DIR: '' },
    },
    async (url, printed) => {
      console.log(`demo revenue, all time: ${await demoRevenue(url, printed)}`);
    },
  );
  const prefix = join(folder, 'global');
  const global = ['--global', '--prefix', prefix, '--prefer-offline', '--loglevel=error'];
  if (npm(['install', ...global, join(folder, file)], { stdio: 'ignore' }) !== 0) {
    throw new Error('npm could not install it globally');
  }
  const command = join(prefix, shell ? '' : 'bin', 'olympus');
  const listed = execFileSync(command, ['tenant', 'list', '--json'], {
    cwd: empty,
    encoding: 'utf8',
    shell,
  });
  if (!listed.includes('"demo"')) throw new Error(`the command line did not answer: ${listed}`);
  console.log(`${file}: ready in an empty folder after ${seconds.toFixed(0)} s, and stopped`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

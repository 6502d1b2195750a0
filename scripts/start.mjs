// `npm start`: installs and builds what is missing or stale, then serves. Plain Node, since it runs
// before anything is installed. Arguments go to `olympus serve`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, root } from './install.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Olympus needs Node 20.20 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

ensureInstalled();
try {
  await ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const nodeOptions = ['--max-semi-space-size=32'];
const olympus = join(root, 'packages', 'server', 'bin', 'olympus.mjs');
// the same settings as in its first line, which not every system reads
const server = spawn(
  process.execPath,
  [...nodeOptions, olympus, 'serve', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    // the data folder lies where `npm start` was typed, not in the package
    cwd: process.env.INIT_CWD ?? process.cwd(),
    // databases work in libuv's threads, whose number is read once when a process begins
    env: { UV_THREADPOOL_SIZE: '16', ...process.env },
  },
);
// the server decides when it is done; it takes a signal that reaches both of us for one
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));

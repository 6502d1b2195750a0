// How a server is started by `npm start` here, and by `olympus` where it was installed as a package.
// Plain Node, since it runs before anything is installed or built.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Ends the process with a sentence where this Node is older than package.json asks for. */
export function refuseOldNode() {
  const [lowest] = engines.node.match(/\d+\.\d+/);
  const parts = (version) => version.split('.').map(Number);
  const [major, minor] = parts(process.versions.node);
  const [lowestMajor, lowestMinor] = parts(lowest);
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return;
  console.error(
    `Olympus needs Node ${lowest} or newer, best Node 24; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/**
 * Runs the command line `olympus` as a process of its own, and ends as it ends.
 * @param olympus  path of its entry
 */
export function launch(olympus, args, { cwd = process.cwd() } = {}) {
  // the same settings as in its entry's first line, which not every system reads
  const child = spawn(process.execPath, ['--max-semi-space-size=32', olympus, ...args], {
    stdio: 'inherit',
    cwd,
    // databases work in libuv's threads, whose number is read once when a process begins
    env: { UV_THREADPOOL_SIZE: '16', ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // the child decides when it is done, and takes a signal that reaches both of us for one;
      // on Windows the console tells it by itself, and to pass a signal on would be to end it
      if (process.platform !== 'win32') child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

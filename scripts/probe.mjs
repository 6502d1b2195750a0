// Starts a server as a user would, looks at it from outside, and stops it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** Patience with a machine that is slow and busy. */
const startMs = 240_000;
const stopMs = 40_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Runs a command that serves, until it is ready and `look` has seen it. Fails when it does not come
 * up, when it does not stop on SIGTERM, or when `look` fails.
 * @param look  given the address, and all that the server printed so far
 * @returns seconds until it was ready
 */
export async function probe({ command, args, cwd, env }, look) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedMs = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npx',
    // a group of its own: between npm and the server stand processes that pass no signal on
    detached: process.platform !== 'win32',
  });
  let printed = '';
  const keep = (text) => {
    printed += text;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let ended = false;
  const end = new Promise((resolve) => {
    const settle = () => {
      ended = true;
      resolve();
    };
    child.once('exit', settle);
    child.once('error', (error) => {
      keep(error.message);
      settle();
    });
  });
  const signal = (name) => {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  };
  try {
    // it answers before it has said where
    while (!(await answers(`${url}/readyz`)) || !announced.test(printed)) {
      if (ended || performance.now() - startedMs > startMs) throw new Error('it did not come up');
      await pause();
    }
    const seconds = (performance.now() - startedMs) / 1000;
    await look(url, printed);
    signal('SIGTERM');
    const stoppedMs = performance.now();
    while (!ended || (await answers(`${url}/livez`))) {
      if (performance.now() - stoppedMs > stopMs) throw new Error('it did not stop');
      await pause();
    }
    return seconds;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}: ${error.message}\n${printed}`);
  } finally {
    try {
      signal('SIGKILL');
    } catch {
      // it is gone, as it should be
    }
    await end;
  }
}

/** The last line that a server prints at its start. */
const announced = /Ctrl\+C stops it\./;

async function answers(url) {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Signs in by the printed link, as a browser would, and reads the demo's dashboard.
 * @returns revenue of all time
 */
export async function demoRevenue(url, printed) {
  const [link] = printed.match(/http:\/\/\S+\/sign-in\/\S+/) ?? [];
  if (link === undefined) throw new Error('no sign-in link was printed');
  const signIn = await fetch(link, { redirect: 'manual' });
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const page = await fetch(new URL(signIn.headers.get('location') ?? '/', url), {
    headers: { cookie },
  });
  if (!(await page.text()).includes('<div id="root"')) throw new Error('the page is not served');
  const answer = await fetch(`${url}/api/analytics/dashboard/demo?timeframe=all_time`, {
    headers: { cookie },
  });
  if (!answer.ok) throw new Error(`the dashboard answered ${answer.status}`);
  const { tiles } = await answer.json();
  const revenue = tiles.find(({ metric }) => metric === 'revenue')?.value;
  if (!(revenue > 100_000)) throw new Error(`the demo shows a revenue of ${revenue}`);
  return revenue;
}

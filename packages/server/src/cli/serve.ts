import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problem, systemClock } from '@olympus/core';
import type { Demo } from '@olympus/demo';
import demoRoom from '@olympus/demo/room';
import platformRoom from '@olympus/platform/room';
import { warehouseFile } from '@olympus/warehouse';
import { createLog } from '../log.js';
import { type Olympus, openOlympus, version } from '../server.js';
import type { Settings } from '../settings.js';
import { fillWithProgress } from './fill-with-progress.js';
import { endOfLifeNotice } from './node-release.js';
import type { Terminal } from './terminal.js';

const linkMinutes = 60;
/** After this a stop no longer waits for anything. */
const drainMs = 30_000;

/** Serves until told to stop. Resolves when everything is stored and closed. */
export async function serve(settings: Settings, terminal: Terminal): Promise<void> {
  const startedMs = performance.now();
  const log = createLog(settings);
  if (settings.demo && !existsSync(warehouseFile(settings.dataDir))) await fillInOwnProcess();
  const olympus = await openOlympus({ settings, clock: systemClock, log, serves: true });
  try {
    await ensureOperator(olympus);
    const demo = olympus.service(demoRoom);
    if (settings.demo) await fillNewDemo(demo, terminal);
    const url = await olympus.listen();
    if (settings.demo) demo.live();
    const link =
      settings.environment === 'development' ? await signInLink(olympus, url) : undefined;
    announce(terminal, { url, link, settings, tookMs: performance.now() - startedMs });
  } catch (error) {
    await olympus.close();
    throw error;
  }
  await untilStopped(terminal);
  olympus.lock.announceStop();
  const timer = setTimeout(() => {
    log.error({}, 'could not stop in time');
    process.exit(1);
  }, drainMs);
  timer.unref();
  await olympus.drain();
  await olympus.close();
  clearTimeout(timer);
}

/** Somebody has to be the first: an operator without a password, who signs in by links. */
async function ensureOperator(olympus: Olympus): Promise<void> {
  const platform = olympus.service(platformRoom);
  const users = await platform.users.all();
  if (users.some((user) => user.operator)) return;
  await platform.users.create({
    email: 'owner@olympus.local',
    name: 'Owner',
    operator: true,
  });
}

async function signInLink(olympus: Olympus, url: string): Promise<string | undefined> {
  const platform = olympus.service(platformRoom);
  const operator = (await platform.users.all()).find((user) => user.operator);
  if (operator === undefined) return undefined;
  const ttlMs = linkMinutes * 60_000;
  const token = await platform.links.create({ userId: operator.id, ttlMs });
  return `${url}/sign-in/${token}`;
}

/** Fills the demo of a new data folder in a process whose memory ends with it. */
async function fillInOwnProcess(): Promise<void> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const entry = fileURLToPath(new URL(`./fill-process.${extension}`, import.meta.url));
  const child = fork(entry, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code === 0) return;
  throw new Problem({
    code: 'demo_not_filled',
    kind: 'internal',
    message: 'The demo could not be filled; the reason is above',
    remedy: 'Mend it and start again, or start without the demo: OLYMPUS_DEMO=0.',
  });
}

/** A first fill that was interrupted is gone on with; later gaps are filled while serving. */
async function fillNewDemo(demo: Demo, terminal: Terminal): Promise<void> {
  if (await demo.isFilled(demo.first)) return;
  await fillWithProgress(demo, terminal);
}

function announce(
  terminal: Terminal,
  facts: {
    readonly url: string;
    readonly link: string | undefined;
    readonly settings: Settings;
    readonly tookMs: number;
  },
): void {
  const { url, link, settings } = facts;
  const seconds = (facts.tookMs / 1000).toFixed(1);
  const notice = endOfLifeNotice(process.versions.node, systemClock.now());
  if (terminal.json) {
    terminal.printJson({ url, sign_in: link, data_dir: settings.dataDir, version });
    return;
  }
  const lines = [
    '',
    `Olympus ${version} is running: ${url}  (${settings.environment}, up in ${seconds} s)`,
    ...(link === undefined ? [] : [`Sign in once:  ${link}`]),
    `Data folder:   ${settings.dataDir}`,
    `API reference: ${url}/docs`,
    ...(notice === undefined ? [] : ['', notice]),
    '',
    'Ctrl+C stops it.',
  ];
  terminal.print(lines.join('\n'));
}

/** A terminal's Ctrl+C and a service manager may reach the server twice, directly and through npm. */
const sameSignalMs = 2_000;

/** Resolves at the first SIGTERM or SIGINT; a later one ends the process at once. */
function untilStopped(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    let askedMs: number | undefined;
    const stop = (signal: NodeJS.Signals) => {
      const nowMs = performance.now();
      if (askedMs !== undefined) {
        if (nowMs - askedMs > sameSignalMs) process.exit(signal === 'SIGINT' ? 130 : 143);
        return;
      }
      askedMs = nowMs;
      terminal.note('Stopping: answering what was asked and storing what was accepted …');
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

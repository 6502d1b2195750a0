import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { type FixtureServer, startFixtureServer } from './fixture-server.js';

const CHROMIUM = process.env.OLYMPUS_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const hasChromium = existsSync(CHROMIUM);

/** What is tested: a server with a shop to look at, and for the fixture the means to change it. */
export interface Target {
  readonly url: string;
  readonly signInUrl: string;
  /** Undefined for a real server. */
  readonly fixture: FixtureServer | undefined;
  /** The folder of the build that the fixture serves. */
  readonly webDir: string | undefined;
  close(): Promise<void>;
}

/**
 * The server named by OLYMPUS_TEST_URL and OLYMPUS_TEST_SIGN_IN (a one-time link), or else the page
 * as it is in the source, before the fixture server. With OLYMPUS_TEST_KEY (a
 * key of the shop that may send events) a real order is sent too; OLYMPUS_TEST_CURRENCY is its
 * currency.
 */
export async function startTarget(): Promise<Target> {
  const { OLYMPUS_TEST_URL: url, OLYMPUS_TEST_SIGN_IN: signInUrl } = process.env;
  if (url && signInUrl)
    return { url, signInUrl, fixture: undefined, webDir: undefined, close: async () => {} };
  const webDir = inject('pageOfParts');
  const fixture = await startFixtureServer({ webDir });
  return {
    url: fixture.url,
    signInUrl: fixture.signInUrl,
    fixture,
    webDir,
    close: () => fixture.close(),
  };
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
}

export type Session = NonNullable<BrowserContextOptions['storageState']>;

/** Follows the sign-in link, which works once, and keeps the cookie for all later pages. */
export async function signIn(browser: Browser, target: Target): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(target.signInUrl);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
}

/** A page, and what went wrong on it. */
export interface Watched {
  readonly page: Page;
  /** Errors of the console and of scripts. */
  readonly faults: string[];
  /** Sum of the unexpected layout shifts so far. */
  layoutShift(): Promise<number>;
}

declare global {
  interface Window {
    layoutShiftSum: number;
  }
}

/** Opens a page of its own context and starts watching it. */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.addInitScript(() => {
    window.layoutShiftSum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { hadRecentInput: boolean; value: number };
        if (!shift.hadRecentInput) window.layoutShiftSum += shift.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { page, faults, layoutShift: () => page.evaluate(() => window.layoutShiftSum) };
}

/** Waits until the figures and the chart are there. */
export async function waitForFigures(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 3, name: 'Revenue', exact: true }).waitFor();
  await page.locator('.chart-frame svg text').first().waitFor();
}

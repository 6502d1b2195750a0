import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage, type Session } from './testing/browser.js';
import { type RealServer, startRealServer } from './testing/real-server.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ colorScheme, width })),
);
const WAIT = { timeout: 120_000 };

describe.skipIf(!hasChromium)('Alerts in a browser', () => {
  let server: RealServer;
  let browser: Browser;
  let session: Session;
  let detail = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startRealServer(['Kontor', '--timezone', 'Europe/Berlin', '--currency', 'EUR']),
      launchChromium(),
    ]);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.signInUrl);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor(WAIT);
    session = await context.storageState();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (
    path: string,
    look: { colorScheme?: 'light' | 'dark'; width?: number } = {},
  ) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      storageState: session,
      locale: 'en-GB',
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
    });
    watched.page.setDefaultTimeout(20_000);
    await watched.page.goto(server.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();
  const violations = async (page: Page) => {
    const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  };

  /** An order of 40 € a day for 30 days, and one now. */
  async function sell(page: Page): Promise<void> {
    const nowMs = Date.now();
    const events = Array.from({ length: 31 }, (_, n) => ({
      specversion: '1.0',
      id: `order-${n}`,
      source: 'test',
      type: 'order.created',
      time: new Date(nowMs - n * 86_400_000).toISOString(),
      data: {
        order_id: `O-${n}`,
        currency: 'EUR',
        items: [{ product_id: 'P1', quantity: 1, unit_price: 40 }],
      },
    }));
    const status = await page.evaluate(async (body) => {
      const made = await fetch('/api/tenants/kontor/keys', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-olympus-csrf': '1' },
        body: JSON.stringify({ name: 'shop', scopes: ['events:write'] }),
      });
      const { secret } = (await made.json()) as { readonly secret: string };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
      return (await fetch('/api/events', { method: 'POST', headers, body })).status;
    }, JSON.stringify(events));
    expect(status).toBe(200);
  }

  it('goes from an empty page to a firing that somebody looks after', {
    timeout: 300_000,
  }, async () => {
    const { page, faults } = await open('/alerts');
    await page.getByRole('heading', { name: 'Nobody is watching yet' }).waitFor();
    await page.getByText('Revenue far below the usual').waitFor();
    expect(await violations(page)).toEqual([]);
    await sell(page);
    await page.getByRole('link', { name: 'Start from nothing' }).click();
    await page.getByRole('heading', { level: 1, name: 'Set up an alert' }).waitFor();
    await page.goto(`${server.url}/alerts/new?m=revenue`);
    await page.getByLabel('Tell me when it').selectOption('threshold');
    await page.getByText('Above').click();
    await page.getByLabel('Level', { exact: true }).fill('30');
    await page.getByText('Tell me when Revenue in one day is above €30.00').waitFor();
    // every finished day was above: one firing that goes on
    await page.getByText('Would have fired once in 90 days.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Level', { exact: true }).fill('50');
    await page.getByText('Would not have fired in 90 days.').waitFor();
    await page.getByLabel('Level', { exact: true }).fill('30');
    await page.getByRole('button', { name: 'Save the alert' }).click();
    await page.getByRole('heading', { level: 2, name: 'History' }).waitFor();
    await page.getByText('€40.00 in the day, above €30.00').waitFor();
    detail = new URL(page.url()).pathname;
    await page.getByRole('textbox', { name: 'Note' }).fill('A good week');
    await page.getByRole('button', { name: 'I look after it' }).click();
    await page.getByText('A good week', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Silence' }).click();
    await page.getByRole('menuitem', { name: 'For an hour' }).click();
    await page.getByText('Nobody is told until', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'End the silence' }).click();
    await page.getByRole('button', { name: 'Silence' }).waitFor();
    await page.getByRole('button', { name: 'Open this view' }).click();
    await page.getByRole('heading', { level: 1, name: 'Explore' }).waitFor();
    expect(new URL(page.url()).searchParams.get('x')).toBe('revenue');
    await page.getByRole('link', { name: 'Alert me', exact: false }).click();
    await page.getByRole('heading', { level: 1, name: 'Set up an alert' }).waitFor();
    expect(new URL(page.url()).searchParams.get('m')).toBe('revenue');
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(LOOKS)('can be read by everybody: %o', { timeout: 180_000 }, async (look) => {
    for (const [path, heading] of [
      ['/alerts', 'Alerts'],
      [detail, 'Tell me when Revenue'],
      ['/alerts/new?template=no_orders', 'Set up an alert'],
    ] as const) {
      const { page, faults } = await open(path, look);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText('Tell me when', { exact: false }).first().waitFor();
      await page.waitForTimeout(1_500);
      await page.evaluate(() => {
        for (const more of document.querySelectorAll('main details')) {
          (more as HTMLDetailsElement).open = true;
        }
      });
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      expect(faults).toEqual([]);
      await close(page);
    }
  });

  it('speaks German', { timeout: 120_000 }, async () => {
    const { page } = await open('/alerts');
    await page.evaluate(() => localStorage.setItem('olympus.language', 'de'));
    await page.reload();
    await page.getByText('Sag mir, wenn', { exact: false }).first().waitFor();
    await close(page);
  });

  it('says so when there is no such alert', { timeout: 120_000 }, async () => {
    const { page } = await open('/alerts/none');
    await page.getByText('There is no such alert.', { exact: false }).waitFor();
    await close(page);
  });
});

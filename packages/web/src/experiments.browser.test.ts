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

describe.skipIf(!hasChromium)('Experiments in a browser', () => {
  let server: RealServer;
  let browser: Browser;
  let session: Session;

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
    watched.page.setDefaultTimeout(60_000);
    await watched.page.goto(server.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();
  const violations = async (page: Page) => {
    const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  };

  /** 300 visitors an arm see the experiment; a tenth of the one and a third of the other order. */
  async function expose(page: Page): Promise<void> {
    const nowMs = Date.now();
    const events = Array.from({ length: 600 }, (_, n) => {
      const arm = n % 2 === 0 ? 'control' : 'treatment';
      const orders = n % (arm === 'control' ? 20 : 3) === (arm === 'control' ? 0 : 1);
      const event = (type: string, data: object, ms: number) => ({
        specversion: '1.0',
        id: `${type}-${n}`,
        source: 'test',
        type,
        time: new Date(nowMs + ms).toISOString(),
        data,
      });
      const items = [{ product_id: 'P1', quantity: 1, unit_price: 20 }];
      const customer_id = `C-${n}`;
      return [
        event('experiment.exposed', { experiment_id: 'green', variant: arm, customer_id }, 0),
        ...(orders
          ? [event('order.created', { order_id: `O-${n}`, customer_id, currency: 'EUR', items }, 1)]
          : []),
      ];
    }).flat();
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

  it('goes from an empty page to a decision', { timeout: 300_000 }, async () => {
    const { page, faults } = await open('/experiments');
    await page.getByRole('heading', { name: /Find out what works/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'New experiment' }).click();
    await page.getByText('nothing can be reckoned', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByText('Give it a name.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Green');
    expect(await page.getByLabel('Key', { exact: true }).inputValue()).toBe('green');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Green' }).waitFor();
    await page.getByText('This is a draft.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start' }).click();
    await page.getByText('Nobody was shown an arm yet.', { exact: false }).waitFor();
    await expose(page);
    await page.reload();
    await page.getByRole('heading', { level: 2, name: /treatment is better/ }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Decide' }).click();
    expect(await page.getByRole('radio', { name: 'treatment' }).isChecked()).toBe(true);
    await page.getByLabel('Why').fill('It sells more.');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await page.getByText('It sells more.').waitFor();
    await page.getByRole('button', { name: 'Archive' }).waitFor();
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(LOOKS)('can be read by everybody: %o', { timeout: 120_000 }, async (look) => {
    const { page, faults } = await open('/experiments/green', look);
    await page.getByRole('heading', { level: 2, name: /treatment is better/ }).waitFor();
    await page.getByText('The statistics').first().click();
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('finds what was decided', { timeout: 120_000 }, async () => {
    const { page } = await open('/experiments?state=archived&q=sells');
    await page.getByRole('link', { name: 'Green' }).waitFor();
    await close(page);
  });
});

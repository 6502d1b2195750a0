import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage, type Session } from './testing/browser.js';
import { LOOKS, violations } from './testing/looks.js';
import { type RealServer, startRealServer } from './testing/real-server.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

const WAIT = { timeout: 120_000 };
const DAY_MS = 86_400_000;

describe.skipIf(!hasChromium)('KPIs and goals in a browser', () => {
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
    await sell(page);
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Two orders a day for a hundred days, up to now. */
  async function sell(page: Page): Promise<void> {
    const events = Array.from({ length: 200 }, (_, index) => {
      const time = new Date(Date.now() - Math.floor(index / 2) * DAY_MS - 60_000).toISOString();
      const items = [{ product_id: 'P1', quantity: 1 + (index % 3), unit_price: 20 }];
      const data = { order_id: `O-${index}`, currency: 'EUR', items };
      return {
        specversion: '1.0',
        id: `e-${index}`,
        source: 'test',
        type: 'order.created',
        time,
        data,
      };
    });
    const status = await page.evaluate(async (body) => {
      const made = await fetch('/api/tenants/kontor/keys', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-olympus-csrf': '1' },
        body: JSON.stringify({ name: 'till', scopes: ['events:write'] }),
      });
      const { secret } = (await made.json()) as { readonly secret: string };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
      return (await fetch('/api/events', { method: 'POST', headers, body })).status;
    }, JSON.stringify(events));
    expect(status).toBe(200);
  }

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
    await watched.page.goto(server.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();

  it('proposes KPIs that suit the data, which one press takes over', async () => {
    const { page, faults } = await open('/kpis');
    await page.getByRole('button', { name: /^Use th/ }).waitFor(WAIT);
    expect(await page.getByRole('checkbox', { name: 'Revenue each month' }).isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Use th/ }).click();
    await page.getByRole('heading', { level: 3, name: 'Revenue each month' }).waitFor(WAIT);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('makes one in three picks, with a suggested target, and says where a form is wrong', async () => {
    const { page, faults } = await open('/kpis');
    await page.getByRole('button', { name: 'New KPI' }).click();
    const dialog = page.getByRole('dialog', { name: 'New KPI' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Choose a metric.').waitFor();
    await dialog.getByRole('combobox', { name: 'Metric' }).fill('orders');
    await dialog.getByRole('option', { name: 'Orders', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Period' }).selectOption('week');
    await dialog.getByRole('button', { name: /^Suggested:/ }).click();
    expect(await dialog.getByRole('spinbutton').inputValue()).toBe('14.5');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 3, name: 'Orders', exact: true }).waitFor(WAIT);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('shows the way to the target, then and today, and benchmarks; and removes one', async () => {
    const { page, faults } = await open('/kpis');
    await page
      .getByRole('link')
      .filter({ has: page.getByRole('heading', { name: 'Orders', exact: true }) })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor(WAIT);
    await page.locator('.chart-frame svg text').first().waitFor(WAIT);
    for (const name of ['How it stands', 'Then and today', 'Beside others']) {
      expect(await page.getByRole('heading', { level: 2, name }).count(), name).toBe(1);
    }
    await page.getByRole('switch', { name: /Take part/ }).click();
    await page.locator('[role=switch][aria-checked=true]').waitFor(WAIT);
    await page.getByText('This business does not take part.').waitFor({ ...WAIT, state: 'hidden' });
    await page.getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { level: 1, name: 'KPIs & goals' }).waitFor(WAIT);
    await page.getByRole('heading', { level: 3, name: 'Revenue each month' }).waitFor(WAIT);
    expect(await page.getByRole('heading', { level: 3, name: 'Orders', exact: true }).count()).toBe(
      0,
    );
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(LOOKS)('is accessible in $colorScheme at $width', async (look) => {
    const { page, faults } = await open('/kpis', look);
    await page.getByRole('heading', { level: 3, name: 'Revenue each month' }).waitFor(WAIT);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('link')
      .filter({ has: page.getByRole('heading', { level: 3 }) })
      .first()
      .click();
    await page.locator('.chart-frame svg text').first().waitFor(WAIT);
    expect(await violations(page)).toEqual([]);
    const overflows = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(overflows).toBe(false);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('is reached by keys, and as a table', async () => {
    const { page } = await open('/');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor(WAIT);
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: 'KPIs & goals' }).waitFor(WAIT);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('grid', { name: 'KPIs' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await close(page);
  });
});

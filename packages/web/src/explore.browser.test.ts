import { createClient } from '@olympus/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage, type Session } from './testing/browser.js';
import { LOOKS, violations } from './testing/looks.js';
import { type RealServer, startRealServer } from './testing/real-server.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

const WAIT = { timeout: 120_000 };
const CHANNELS = ['web', 'app', 'store'] as const;

/** Orders of the last days: 2 a day, on each channel in turn, of 10, 11, 12 … euros. */
function orders() {
  const noon = new Date();
  noon.setUTCHours(10, 30, 0, 0);
  return Array.from({ length: 40 }, (_, index) => {
    const day = noon.getTime() - (1 + Math.floor(index / 2)) * 86_400_000;
    return {
      type: 'order.created',
      id: `explore-${index}`,
      time: new Date(day + (index % 2) * 3_600_000).toISOString(),
      subject: `customer-${index % 7}`,
      data: {
        order_id: `E-${index}`,
        currency: 'EUR',
        channel: CHANNELS[index % 3] ?? 'web',
        items: [{ product_id: `p-${index % 5}`, quantity: 1, unit_price: `${10 + index}.00` }],
      },
    };
  });
}

describe.skipIf(!hasChromium)('exploring in a browser', () => {
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
    const secret = await page.evaluate(async () => {
      const json = { 'content-type': 'application/json', 'x-olympus-csrf': '1' };
      const { tenants } = await (await fetch('/api/session')).json();
      const made = await fetch(`/api/tenants/${tenants[0].id}/keys`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ name: 'Till', scopes: ['events:write'] }),
      });
      return (await made.json()).secret as string;
    });
    await context.close();
    const client = createClient({ baseUrl: server.url, apiKey: secret });
    expect((await client.events.send(orders())).stored).toBe(40);
  }, 240_000);
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  type Look = { colorScheme?: 'light' | 'dark'; width?: number; locale?: string };
  const open = async (path: string, look: Look = {}) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      storageState: session,
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      locale: look.locale ?? 'en-GB',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
    });
    watched.page.setDefaultTimeout(60_000);
    await watched.page.goto(server.url + path);
    return watched;
  };
  const tableOf = (page: Page, name: string) => page.getByRole('grid', { name });
  const search = (page: Page) => new URL(page.url()).searchParams;

  it('builds a chart piece by piece, and the address brings it back', async () => {
    const { page, faults } = await open('/explore');
    await page.getByRole('button', { name: 'Add metric' }).click();
    await page.getByRole('combobox', { name: 'Metric' }).fill('reven');
    await page.getByRole('option', { name: 'Revenue', exact: true }).click();
    await page.locator('svg[data-chart]').waitFor();
    await page.getByRole('button', { name: 'Add breakdown' }).click();
    await page.getByRole('combobox', { name: 'Dimension' }).fill('chann');
    await page.getByRole('option', { name: 'Channel', exact: true }).click();
    await tableOf(page, 'Revenue by channel').waitFor();
    await page.getByRole('button', { name: /^Chart: / }).click();
    await page.getByRole('menuitemradio', { name: 'Stacked area' }).click();
    await page.getByRole('button', { name: 'Values' }).click();
    await page.getByRole('menuitemradio', { name: 'Running total' }).click();
    await expect.poll(() => search(page).get('p')).toBe('cumulative');
    const kept = [...search(page)].filter(([key]) => key !== 'tenant');
    expect(kept).toEqual([
      ['x', 'revenue'],
      ['b', 'channel'],
      ['as', 'area'],
      ['p', 'cumulative'],
    ]);
    const before = await tableOf(page, 'Revenue by channel').textContent();
    await page.reload();
    await tableOf(page, 'Revenue by channel').waitFor();
    await expect.poll(() => tableOf(page, 'Revenue by channel').textContent()).toBe(before);
    expect(faults).toEqual([]);
  });

  it('lists the orders behind a figure, whose sum is the figure', async () => {
    const { page, faults } = await open('/explore?x=revenue&b=channel');
    const row = tableOf(page, 'Revenue by channel').getByRole('row').filter({ hasText: 'Web' });
    await row.waitFor();
    await row.click();
    await page.getByRole('menuitem', { name: 'See what is behind it' }).click();
    const drawer = page.getByRole('dialog', { name: 'Behind Revenue' });
    // orders 0, 3, 6 … 39 of 10, 13, 16 … 49 euros
    await drawer.getByText('14 listed; together they make €413.00.').waitFor();
    await drawer.getByRole('rowheader', { name: 'E-39' }).waitFor();
    expect(search(page).get('d')).toContain('rows:revenue');
    await page.reload();
    await drawer.getByText('14 listed; together they make €413.00.').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('goes on from a mark by keys: filter, break down', async () => {
    const { page } = await open('/explore?x=revenue&b=channel&as=bar');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /^Filter to / }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => slider.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Product name' }).press('Enter');
    await expect.poll(() => search(page).get('b')).toBe('product.name');
    expect(search(page).get('f')).toMatch(/^channel:equals:/);
  });

  it('takes a formula, and says what is wrong with one', async () => {
    const { page } = await open('/explore');
    await page.getByRole('button', { name: 'Add metric' }).click();
    await page.getByRole('textbox', { name: 'Or a formula' }).fill('revenue / orders');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Revenue ÷ Orders', exact: true }).waitFor();
    await page.goto(`${server.url}/explore?x=%3Drevenu+/+orders`);
    await page.getByText('The figures could not be computed').waitFor();
  });

  it('shows hours by weekdays as a grid', async () => {
    const { page, faults } = await open('/explore?x=orders&b=time.weekday&b=time.hour');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Monday, 00: /);
    expect(faults).toEqual([]);
  });

  it('is reached from the overview with what is looked at', async () => {
    const { page } = await open('/?r=last_90_days');
    await page.getByRole('link', { name: 'Open in Explore: By channel' }).click();
    await tableOf(page, 'Revenue by channel').waitFor();
    expect(search(page).get('r')).toBe('last_90_days');
    expect([search(page).get('x'), search(page).get('b')]).toEqual(['revenue', 'channel']);
  });

  it('begins with examples that have something to show', async () => {
    const { page, faults } = await open('/explore');
    await page.evaluate(() => localStorage.setItem('olympus.language', 'de'));
    await page.reload();
    await page.getByRole('heading', { name: 'Womit anfangen' }).waitFor();
    // nobody visited this shop online
    await page.getByRole('link', { name: /^Umsatz je Besuch/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Umsatz nach Kanal im Verlauf/ }).click();
    await tableOf(page, 'Umsatz nach Kanal').waitFor();
    expect(faults).toEqual([]);
  });

  describe.each(LOOKS)('has no violations ($colorScheme, $width px)', (look) => {
    it.each([
      ['/explore', 'main ul a'],
      ['/explore?x=revenue&b=channel', 'svg[data-chart]'],
      ['/explore?x=orders&b=time.weekday&b=time.hour', 'svg[data-chart]'],
      ['/explore?x=revenue&b=product.id&as=bar&n=3', 'svg[data-chart]'],
      ['/explore?x=revenue&b=channel&b=time.weekday&as=table', 'main table'],
      ['/explore?x=revenue&x=orders&as=number', 'main table'],
      ['/explore?x=revenue&d=rows:revenue%3B', '[role=dialog] td'],
    ])('on %s', async (path, there) => {
      const { page, faults } = await open(path, look);
      await page.locator(there).first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
    });

    it('with the menu of a mark open', async () => {
      const { page } = await open('/explore?x=revenue&b=channel', look);
      await page.getByRole('slider').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem').first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
});

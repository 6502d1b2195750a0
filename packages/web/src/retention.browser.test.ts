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
const YEAR = '?r=2026-01-01..2026-07-01';

/** Orders of twelve customers over half a year: every second one comes back each month. */
const orders = Array.from({ length: 12 }, (_, customer) =>
  Array.from({ length: customer % 2 === 0 ? 5 : 1 }, (__, turn) => {
    const month = 1 + (customer % 2) + turn;
    return {
      specversion: '1.0',
      source: 'test',
      id: `e-${customer}-${turn}`,
      type: 'order.created',
      time: `2026-0${month}-1${turn}T10:00:00Z`,
      data: {
        order_id: `O-${customer}-${turn}`,
        customer_id: `C-${customer}`,
        currency: 'EUR',
        items: ['tea', 'pot', 'cup'].map((product_id) => ({
          product_id,
          quantity: 1,
          unit_price: 10,
        })),
      },
    };
  }),
).flat();

describe.skipIf(!hasChromium)('retention and cohorts in a browser', () => {
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
    const stored = await page.evaluate(async (events) => {
      const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
        fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-olympus-csrf': '1', ...headers },
          body: JSON.stringify(body),
        });
      const scopes = ['events:write'];
      const made = await post('/api/tenants/kontor/keys', { name: 'Till', scopes });
      const { secret }: { secret: string } = await made.json();
      const response = await post('/api/events', events, { authorization: `Bearer ${secret}` });
      return { status: response.status, text: await response.text() };
    }, orders);
    expect(stored.status, stored.text).toBe(200);
    expect(stored.text).not.toContain('deadLettered');
    session = await context.storageState();
    await context.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (
    path: string,
    look: { colorScheme?: 'light' | 'dark'; width?: number; language?: string } = {},
  ) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      storageState: session,
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
    });
    const { language } = look;
    if (language !== undefined) {
      await watched.page.addInitScript((chosen) => {
        localStorage.setItem('olympus.language', chosen);
      }, language);
    }
    watched.page.setDefaultTimeout(WAIT.timeout);
    await watched.page.goto(server.url + path);
    return watched;
  };

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

  it('says in both languages why customers’ value ahead is not projected', async () => {
    const { page, faults } = await open(`/retention${YEAR}&show=value`);
    await heading(page, 'Value ahead, per customer').waitFor();
    // of two cohorts the younger has been as far as two have been
    await page.getByText('No cohort in this range has periods ahead', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/retention${YEAR}&show=value&cohorts=recurring`);
    await page.getByText('Only for first times', { exact: false }).waitFor();
    expect(faults).toEqual([]);
    const german = await open(`/retention${YEAR}&show=value`, { language: 'de', width: 390 });
    await heading(german.page, 'Künftiger Wert je Kunde').waitFor();
    await german.page.getByText('Keine Kohorte dieses Zeitraums', { exact: false }).waitFor();
  });

  it('shows cohorts, as a table too, and keeps what was chosen in the address', async () => {
    const { page, faults } = await open(`/retention${YEAR}`);
    await heading(page, 'Share who came back').waitFor();
    await page.getByLabel('Show').first().selectOption('customers');
    await heading(page, 'Customers who came back').waitFor();
    expect(page.url()).toContain('show=customers');
    await page.getByRole('button', { name: 'Table' }).first().click();
    const january = page.getByRole('row').filter({ hasText: 'January 2026' });
    await january.waitFor();
    // six began in January and came back in each of the next four months, in which the data end
    const cells = (await january.getByRole('cell').allTextContents()).map((text) => text.trim());
    expect(cells.filter((text) => text === '6')).toHaveLength(4);
    expect(cells).toContain('6, so far');
    await page.reload();
    await heading(page, 'Customers who came back').waitFor();
    expect(faults).toEqual([]);
  });

  it('has a tab for each question', async () => {
    const { page, faults } = await open(`/retention${YEAR}`);
    for (const [tab, shown] of [
      ['Lifecycle', 'People by period'],
      ['Stickiness', 'Days active in a month'],
      ['Repeat orders', 'Days between orders'],
      ['Bought together', 'Bought together'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await heading(page, shown).waitFor();
    }
    await page.getByRole('row').filter({ hasText: 'tea' }).first().click();
    await page.getByRole('heading', { level: 2, name: /What goes with/ }).waitFor();
    expect(page.url()).toContain('focus=');
    expect(faults).toEqual([]);
  });

  it('saves a cohort with its size as it is written, and filters by it', async () => {
    const { page, faults } = await open('/cohorts');
    await page.getByRole('button', { name: 'New cohort' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Came often');
    await page.getByLabel('At least times').fill('3');
    await page.getByLabel('When').selectOption('ever');
    await page.getByText('customers, 50.0% of 12').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The cohort “Came often” is saved.').first().waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: 'Came often' })
      .filter({ hasText: '6' })
      .waitFor();

    await page.goto(`${server.url}/retention${YEAR}`);
    await heading(page, 'Share who came back').waitFor();
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: 'Dimension' }).fill('Cohort');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Cohort', exact: true }).selectOption('Came often');
    await page.getByRole('button', { name: 'Add a filter' }).last().click();
    await page.getByText('Cohort is Came often').first().waitFor();
    expect(decodeURIComponent(page.url())).toContain('customer.cohort:equals:came-often');
    expect(faults).toEqual([]);
  });

  it.each(LOOKS)('is usable by everybody: $colorScheme, $width wide', async (look) => {
    for (const [path, shown] of [
      [`/retention${YEAR}`, 'The latest cohorts over time'],
      [`/retention${YEAR}&tab=lifecycle`, 'People by period'],
      [`/retention${YEAR}&tab=repeats`, 'Second orders, by the month of the first'],
      [`/retention${YEAR}&tab=baskets`, 'Bought together'],
      ['/cohorts?d=cohort:~new', 'New cohort'],
    ] as const) {
      const { page, faults } = await open(path, look);
      await heading(page, shown).waitFor();
      expect(await violations(page), path).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(look.width);
      expect(faults, path).toEqual([]);
      await page.context().close();
    }
  });

  it('speaks German', async () => {
    const { page } = await open(`/retention${YEAR}`, { language: 'de' });
    await heading(page, 'Anteil der Wiederkehrer').waitFor();
    await page.getByRole('tab', { name: 'Zusammen gekauft' }).click();
    await heading(page, 'Zusammen gekauft').waitFor();
  });
});

import { readFileSync } from 'node:fs';
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
const SHOP = 'kontor';
const CUSTOMERS = 60;

/** Customer n ordered n times if n is small, each time for 10 × n, the last time 3 × n days ago. */
function events(nowMs: number): readonly object[] {
  const daysAgo = (days: number) => new Date(nowMs - days * 86_400_000 - 3_600_000).toISOString();
  return Array.from({ length: CUSTOMERS }, (_, index) => index + 1).flatMap((n) => [
    {
      specversion: '1.0',
      id: `customer-${n}`,
      source: 'test',
      type: 'customer.created',
      time: daysAgo(400),
      data: {
        customer_id: `C-${n}`,
        name: `Person Number${n}`,
        email: `person${n}@example.com`,
        city: n % 2 === 0 ? 'Bremen' : 'Graz',
        country: n % 2 === 0 ? 'DE' : 'AT',
      },
    },
    ...Array.from({ length: Math.min(n, 6) }, (__, place) => ({
      specversion: '1.0',
      id: `order-${n}-${place}`,
      source: 'test',
      type: 'order.created',
      time: daysAgo(3 * n + 30 * place),
      data: {
        order_id: `O-${n}-${place}`,
        customer_id: `C-${n}`,
        currency: 'EUR',
        items: [{ product_id: 'P1', quantity: 1, unit_price: 10 * n }],
      },
    })),
  ]);
}

describe.skipIf(!hasChromium)('customers in a browser', () => {
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
    const headers = { 'x-olympus-csrf': '1', origin: server.url };
    const made = await context.request.post(`${server.url}/api/tenants/${SHOP}/keys`, {
      headers,
      data: { name: 'test', scopes: ['events:write'] },
    });
    const { secret }: { readonly secret: string } = await made.json();
    const sent = await context.request.post(`${server.url}/api/events`, {
      headers: { authorization: `Bearer ${secret}`, 'olympus-tenant': SHOP },
      data: events(Date.now()),
    });
    expect(sent.status()).toBe(200);
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

  type Look = { colorScheme?: 'light' | 'dark'; width?: number };
  const open = async (path: string, look: Look = {}) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      storageState: session,
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
      acceptDownloads: true,
    });
    watched.page.setDefaultTimeout(WAIT.timeout);
    await watched.page.goto(server.url + path);
    return watched;
  };
  const rows = (page: Page) => page.getByRole('grid', { name: 'Customers' }).locator('tbody tr');
  const openBest = async (page: Page) => {
    await rows(page).first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  };

  it('are listed page by page, searched, narrowed and sorted, all of it in the address', async () => {
    const { page, faults } = await open('/customers');
    await page.getByText(`${CUSTOMERS} customers ·`).waitFor();
    expect(await rows(page).count()).toBe(50);
    // the sixtieth ordered six times for 600
    expect(await rows(page).first().textContent()).toContain('€3,600');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => rows(page).count()).toBe(10);

    await page.getByRole('searchbox', { name: 'Search' }).fill('C-7');
    await page.getByText('1 customer ·').waitFor();
    expect(await rows(page).first().textContent()).toContain('€420');
    await page.getByRole('searchbox', { name: 'Search' }).fill('graz');
    await page.getByText('30 customers ·').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
    await page.getByText(`${CUSTOMERS} customers ·`).waitFor();

    await page.getByRole('button', { name: 'Threshold' }).click();
    await page.getByRole('textbox', { name: 'Value' }).fill('3000');
    await page.getByRole('button', { name: 'Add a threshold' }).click();
    await page.getByText('10 customers ·').waitFor();
    await page.getByRole('button', { name: 'Revenue', exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('-revenue');
    await expect.poll(() => rows(page).first().textContent()).toContain('€3,060');
    await page.reload();
    await page.getByText('10 customers ·').waitFor();
    expect(await rows(page).first().textContent()).toContain('€3,060');
    await page.getByRole('button', { name: /^Remove Revenue over/ }).click();
    await page.getByText(`${CUSTOMERS} customers ·`).waitFor();
    expect(faults).toEqual([]);
  });

  it('come as a file with all pages; names only after being told that it is kept', async () => {
    const { page } = await open('/customers');
    await page.getByText(`${CUSTOMERS} customers ·`).waitFor();
    const save = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return readFileSync(await file.path(), 'utf8');
    };
    const plain = await save('CSV');
    expect(plain.trim().split('\r\n')).toHaveLength(CUSTOMERS + 1);
    expect(plain).not.toContain('Person');
    await page.getByRole('button', { name: 'CSV with personal data…' }).click();
    await page.getByText(/audit log keeps that you took it/).waitFor();
    expect(await save('Save the file')).toContain('person7@example.com');
  });

  it('show one customer with what happened, and who it is only when asked', async () => {
    const { page, faults } = await open('/customers');
    await openBest(page);
    await page.getByText('€3,600.00').first().waitFor();
    await page.getByRole('heading', { name: 'Where they stand' }).waitFor();
    expect(await page.getByText('Person Number60').count()).toBe(0);
    await page.getByText(/Looking is kept in the audit log/).waitFor();
    await page.getByRole('button', { name: 'Show personal data' }).click();
    await page.getByText('Person Number60').waitFor();
    await page.getByRole('button', { name: 'Hide' }).click();
    await expect.poll(() => page.getByText('Person Number60').count()).toBe(0);
    const kinds = page.getByRole('group', { name: 'What is shown' });
    await kinds.getByRole('button', { name: 'Refunds' }).click();
    await page.getByText('Nothing of these kinds happened.').waitFor();
    await kinds.getByRole('button', { name: 'All' }).click();
    await page.getByText('Order O-60-0').waitFor();
    expect(faults).toEqual([]);

    await page.goto(`${server.url}/customers/c_nobody`);
    await page.getByRole('heading', { name: 'Nobody is known under this key' }).waitFor();
  });

  it('stand in segments that lead to their customers, and move between days', async () => {
    const { page, faults } = await open('/customers?tab=segments');
    await page.getByRole('heading', { name: 'Recency by value' }).waitFor();
    await page.getByRole('heading', { name: 'Movement between segments' }).waitFor();
    await page.getByText(/stayed in their segment/).waitFor();
    const card = page.getByRole('article', { name: 'At risk' });
    const told = await card.getByRole('link').textContent();
    const count = Number(/\d+/.exec(told ?? '')?.[0]);
    await card.getByRole('link').click();
    await page.getByText(`${count} customer`).first().waitFor();
    await page.getByText('RFM segment is At risk').waitFor();

    await page.goBack();
    await page.getByRole('combobox', { name: 'Segments by' }).selectOption('spend');
    await page.getByRole('article', { name: 'VIP, active' }).waitFor();
    expect(faults).toEqual([]);
  });

  it.each(LOOKS)('have no accessibility violations ($colorScheme, $width px)', async (look) => {
    const { page, faults } = await open('/customers', look);
    await page.getByText(`${CUSTOMERS} customers ·`).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Threshold' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await openBest(page);
    await page.locator('svg[data-chart]').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/customers?tab=segments`);
    await page.getByText(/stayed in their segment/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('never scroll sideways at 320 px', async () => {
    for (const path of ['/customers', '/customers?tab=segments']) {
      const { page } = await open(path, { width: 320 });
      await page
        .getByText(/\d+ customers /)
        .first()
        .waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
  });
});

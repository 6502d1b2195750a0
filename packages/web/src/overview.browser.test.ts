import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createClient } from '@olympus/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  hasChromium,
  launchChromium,
  openPage,
  type Session,
  signIn,
  startTarget,
  type Target,
  waitForFigures,
} from './testing/browser.js';
import { FIXTURE_USER } from './testing/fixture-server.js';
import { LOOKS, violations } from './testing/looks.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

describe.skipIf(!hasChromium)('the overview in a browser', () => {
  let target: Target;
  let browser: Browser;
  let session: Session;

  beforeAll(async () => {
    [target, browser] = await Promise.all([startTarget(), launchChromium()]);
    session = await signIn(browser, target);
  });
  afterAll(async () => {
    await browser?.close();
    await target?.close();
  });

  const open = async (
    path = '/',
    look: { colorScheme?: 'light' | 'dark'; width?: number } = {},
    signedIn = true,
  ) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      ...(signedIn ? { storageState: session } : {}),
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
    });
    await watched.page.goto(target.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();

  const tileValue = (page: Page, name: string) =>
    page
      .getByRole('link')
      .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
      .locator('data');

  it('shows twelve figures, a chart and five breakdowns, without faults or jumps', async () => {
    const { page, faults, layoutShift } = await open();
    await waitForFigures(page);
    expect(await page.locator('main data').count()).toBe(12);
    expect(await page.locator('main table').count()).toBe(5);
    expect(await tileValue(page, 'Revenue').textContent()).toMatch(/\d/);
    expect(await layoutShift()).toBeLessThan(0.05);
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(['today', 'yesterday', 'this_week', 'year_to_date', 'last_12_months', 'all_time'])(
    'draws %s without faults',
    async (timeframe) => {
      const { page, faults } = await open(`/?r=${timeframe}&c=same_period_last_year`);
      await waitForFigures(page);
      await page.getByRole('slider').focus();
      await page.keyboard.press('End');
      expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/\d: /);
      expect(faults).toEqual([]);
      await close(page);
    },
  );

  it.each(LOOKS)('has no accessibility violations ($colorScheme, $width px)', async (look) => {
    const { page, faults } = await open('/', look);
    await waitForFigures(page);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(LOOKS)('opens layers without violations ($colorScheme, $width px)', async (look) => {
    const { page } = await open('/', look);
    await waitForFigures(page);
    const phone = look.width < 600;
    await page.getByRole('button', { name: phone ? /· vs/ : /^Period:/ }).click();
    await page.getByText('Custom dates').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('region', { name: /, table$/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await close(page);
  });

  it('never scrolls sideways at 320 px', async () => {
    const { page } = await open('/', { width: 320 });
    await waitForFigures(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await close(page);
  });

  it('changes the period from the menu, keeps it in the address, and survives a reload', async () => {
    const { page } = await open();
    await waitForFigures(page);
    const before = await tileValue(page, 'Orders').textContent();
    await page.getByRole('button', { name: /^Period:/ }).click();
    await page.getByRole('button', { name: 'Last 90 days' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('r')).toBe('last_90_days');
    await expect.poll(() => tileValue(page, 'Orders').textContent()).not.toBe(before);
    const after = await tileValue(page, 'Orders').textContent();
    await page.reload();
    await waitForFigures(page);
    expect(await tileValue(page, 'Orders').textContent()).toBe(after);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('r')).not.toBe('last_90_days');
    await close(page);
  });

  it('takes custom dates, and refuses them the wrong way round', async () => {
    const { page } = await open();
    await waitForFigures(page);
    await page.getByRole('button', { name: /^Period:/ }).click();
    await page.getByLabel('First day').fill('2026-03-10');
    await page.getByLabel('Last day').fill('2026-03-01');
    await page.getByRole('button', { name: 'Apply dates' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('after the last day');
    await page.getByLabel('First day').fill('2026-03-01');
    await page.getByLabel('Last day').fill('2026-03-31');
    await page.getByRole('button', { name: 'Apply dates' }).click();
    await expect
      .poll(() => new URL(page.url()).searchParams.get('r'))
      .toBe('2026-03-01..2026-04-01');
    await page.getByRole('button', { name: 'Previous period', exact: true }).click();
    await expect
      .poll(() => new URL(page.url()).searchParams.get('r'))
      .toBe('2026-02-01..2026-03-01');
    await close(page);
  });

  it('shows a figure in the chart when its tile is chosen, and any metric from the menu', async () => {
    const { page } = await open();
    await waitForFigures(page);
    const heading = page.getByRole('heading', { level: 2, name: /over time/ });
    await page.getByRole('heading', { level: 3, name: 'Orders', exact: true }).click();
    await expect.poll(() => heading.textContent()).toContain('Orders');
    await heading.getByRole('button').click();
    await page.getByRole('menuitemradio', { name: 'Sessions' }).click();
    await expect.poll(() => heading.textContent()).toContain('Sessions');
    expect(new URL(page.url()).searchParams.get('m')).toBe('sessions');
    await close(page);
  });

  it('reads the chart by keyboard, and says the same as the table', async () => {
    const { page } = await open('/?r=2026-03-01..2026-04-01&m=orders');
    await waitForFigures(page);
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const spoken = (await slider.getAttribute('aria-valuetext')) ?? '';
    await page.keyboard.press('t');
    const row = page.getByRole('region', { name: 'Orders, table' }).getByRole('row').nth(2);
    const [when, value] = [
      await row.getByRole('rowheader').textContent(),
      await row.getByRole('cell').first().textContent(),
    ];
    expect(spoken.startsWith(`${when}: ${value}`)).toBe(true);
    expect(new URL(page.url()).searchParams.get('v')).toBe('table');
    await close(page);
  });

  it('works without a mouse: skip link, palette, shortcuts, and focus that returns', async () => {
    const { page } = await open();
    await waitForFigures(page);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
    await page.keyboard.press('x');
    await expect.poll(() => new URL(page.url()).searchParams.get('c')).toBe('none');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('last 7');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('r')).toBe('last_7_days');
    const period = page.getByRole('button', { name: /^Period:/ });
    await period.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('First day').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => period.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('switch', { name: /Single-key shortcuts/ }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.waitForTimeout(200);
    expect(new URL(page.url()).searchParams.get('c')).toBe('none');
    await close(page);
  });

  it('keeps the theme that was chosen, from the first paint on', async () => {
    const { page } = await open();
    await waitForFigures(page);
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('dark');
    await page.reload({ waitUntil: 'commit' });
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined);
    expect(await theme()).toBe('dark');
    await close(page);
  });

  it('shows the same figures in every browser time zone', async () => {
    const seen = new Set<string>();
    for (const timezoneId of ['Pacific/Auckland', 'UTC', 'America/Los_Angeles']) {
      const { page } = await openPage(browser, { storageState: session, timezoneId });
      await page.goto(`${target.url}/?r=2026-03-01..2026-04-01&v=table`);
      const table = page.getByRole('region', { name: /, table$/ });
      await table.waitFor();
      seen.add((await table.textContent()) ?? '');
      await close(page);
    }
    expect(seen.size).toBe(1);
  });

  it('says so when the address asks for what does not exist', async () => {
    const { page } = await open('/?r=yesteryear&m=nonsense&whatever=1');
    await waitForFigures(page);
    expect(await page.getByText('“yesteryear”').count()).toBe(1);
    await close(page);
  });

  it.skipIf(!process.env.OLYMPUS_TEST_KEY)('shows an order that a program sends', async () => {
    const { page } = await open('/?r=today');
    await waitForFigures(page);
    const units = tileValue(page, 'Units');
    const number = async () => Number((await units.getAttribute('value')) ?? 0);
    await page.getByRole('button', { name: /^(Live|Data through)/ }).waitFor();
    await page.waitForTimeout(1_000);
    const before = await number();
    const client = createClient({
      baseUrl: target.url,
      apiKey: process.env.OLYMPUS_TEST_KEY ?? '',
    });
    const answer = await client.events.send({
      type: 'order.created',
      data: {
        order_id: `browser-${Date.now()}`,
        currency: process.env.OLYMPUS_TEST_CURRENCY ?? 'EUR',
        items: [{ product_id: 'browser-test', quantity: 1000, unit_price: '1.00' }],
      },
    });
    expect(answer.stored).toBe(1);
    await expect.poll(number, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + 1000);
    await close(page);
  });

  describe.skipIf(process.env.OLYMPUS_TEST_URL)('with the fixture', () => {
    it('stays within what a visitor may have to download', () => {
      const script = fileURLToPath(new URL('../scripts/check-budgets.mjs', import.meta.url));
      const { status, stdout } = spawnSync(process.execPath, [script, target.webDir ?? '']);
      expect(stdout.toString()).not.toContain('OVER');
      expect(status).toBe(0);
    });

    it('refreshes by itself when events arrive, and not while paused', async () => {
      const { page, faults } = await open('/?tenant=harbour');
      await waitForFigures(page);
      await page.getByRole('button', { name: /^Live/ }).waitFor();
      const orders = tileValue(page, 'Orders');
      const before = await orders.textContent();
      target.fixture?.addOrders('harbour', 500);
      await expect.poll(() => orders.textContent(), { timeout: 60_000 }).not.toBe(before);
      await page.getByRole('button', { name: 'Pause live updates' }).click();
      const paused = await orders.textContent();
      target.fixture?.addOrders('harbour', 500);
      await page.waitForTimeout(4_000);
      expect(await orders.textContent()).toBe(paused);
      expect(faults).toEqual([]);
      await close(page);
    });

    it('switches shops, and never shows one shop’s figures under another’s name', async () => {
      const { page } = await open('/?tenant=harbour');
      await waitForFigures(page);
      await page.getByRole('button', { name: /^Shop:/ }).click();
      await page.getByRole('menuitemradio', { name: /Slow Boat/ }).click();
      await page.getByRole('button', { name: /^Shop: Slow Boat/ }).waitFor();
      expect(await page.locator('main data').count()).toBe(0);
      await page.getByRole('button', { name: /^Shop:/ }).click();
      await page.getByRole('menuitemradio', { name: /Kontor Berlin/ }).click();
      await waitForFigures(page);
      expect(await tileValue(page, 'Revenue').textContent()).toContain('€');
      expect(new URL(page.url()).searchParams.get('tenant')).toBe('kontor');
      await close(page);
    });

    it.each([1440, 390])('keeps its shape when slow figures arrive (%i px)', async (width) => {
      const { page, layoutShift } = await open('/?tenant=slow', { width });
      await page.waitForTimeout(1_000);
      await waitForFigures(page);
      await page.waitForTimeout(500);
      expect(await layoutShift()).toBeLessThan(0.05);
      await close(page);
    });

    it('keeps the old figures on screen while another period loads', async () => {
      const { page } = await open('/?tenant=slow');
      await waitForFigures(page);
      await page.keyboard.press('[');
      await page.waitForTimeout(300);
      expect(await page.locator('main data').count()).toBe(12);
      expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
      await close(page);
    });

    it.each([
      ['fresh', 'Listening for the first event', []],
      ['retail', 'Nothing happened between these dates', []],
      ['broken', 'The figures could not be loaded', ['503']],
      ['closed', 'You cannot look at', ['403']],
      ['nobody', 'You cannot look at', []],
    ] as const)('explains itself for the shop “%s”: %s', async (tenant, text, expected) => {
      for (const look of LOOKS.filter(
        ({ colorScheme, width }) => (colorScheme === 'dark') === width < 600,
      )) {
        const { page, faults } = await open(`/?tenant=${tenant}`, look);
        await page.getByText(text).first().waitFor();
        expect(await violations(page)).toEqual([]);
        const surprises = faults.filter((fault) => !expected.some((code) => fault.includes(code)));
        expect(surprises).toEqual([]);
        await close(page);
      }
    });

    it('turns the listening panel into a dashboard, and gives a command to copy', async () => {
      const { page } = await open('/?tenant=fresh');
      await page.getByText('Listening for the first event').waitFor();
      await page.getByRole('button', { name: 'Make a key' }).click();
      await page.getByText('the only time that the secret is shown').waitFor();
      expect(await page.locator('pre').first().textContent()).toContain(`${target.url}/api/events`);
      expect(await page.locator('pre').first().textContent()).toContain('oly_fixture_secret');
      const shop = target.fixture?.shops.get('fresh');
      if (!shop) throw new Error('no shop');
      const { behaviour } = shop;
      shop.behaviour = 'full';
      target.fixture?.addOrders('fresh', 1);
      await waitForFigures(page);
      shop.behaviour = behaviour;
      await close(page);
    });

    it('offers the request’s id and another try after a fault', async () => {
      const { page } = await open('/?tenant=broken');
      await page.getByText('req-7f3a9c').waitFor();
      const shop = target.fixture?.shops.get('broken');
      if (!shop) throw new Error('no shop');
      const { behaviour } = shop;
      shop.behaviour = 'full';
      await page.getByRole('button', { name: 'Try again' }).click();
      await waitForFigures(page);
      shop.behaviour = behaviour;
      await close(page);
    });

    it.each(LOOKS)('signs in with a password ($colorScheme, $width px)', async (look) => {
      const { page } = await open('/?sign_in=expired&r=last_7_days', look, false);
      await page.getByText('used or expired').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Email').fill(FIXTURE_USER.email);
      await page.getByLabel('Password', { exact: true }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText('Email or password is not right.').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Password', { exact: true }).fill(FIXTURE_USER.password);
      await page.keyboard.press('Enter');
      await waitForFigures(page);
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toEqual({ r: 'last_7_days' });
      await close(page);
    });

    it('signs out to the sign-in page', async () => {
      const { page } = await open('/');
      await waitForFigures(page);
      await page.getByRole('button', { name: /^Account/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sign in to Olympus' }).waitFor();
      await close(page);
    });
  });
});

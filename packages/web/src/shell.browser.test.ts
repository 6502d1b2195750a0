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
import { LOOKS, violations } from './testing/looks.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

// It needs shops in certain states and a page of all parts, which only the fixture has.
describe.skipIf(!hasChromium || process.env.OLYMPUS_TEST_URL)('the shell in a browser', () => {
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
    look: { colorScheme?: 'light' | 'dark'; width?: number; locale?: string } = {},
    signedIn = true,
  ) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      ...(signedIn ? { storageState: session } : {}),
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      locale: look.locale ?? 'en-GB',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
    });
    await watched.page.goto(target.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();
  const search = (page: Page) => new URL(page.url()).searchParams;
  const overflow = (page: Page) =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

  it('moves the focus back when a layer closes that has no button of its own', async () => {
    const { page } = await open();
    await waitForFigures(page);
    const period = page.getByRole('button', { name: /^Period:/ });
    const account = page.getByRole('button', { name: /^Account/ });
    const focused = (one: typeof period) =>
      expect.poll(() => one.evaluate((element) => element === document.activeElement)).toBe(true);
    await period.focus();
    for (const [key, name] of [
      ['?', 'Keyboard shortcuts'],
      ['Control+k', 'Search or jump'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      await page.keyboard.press('Escape');
      await focused(period);
    }
    await account.click();
    await page.getByRole('menuitem', { name: 'Preferences…' }).click();
    await page.getByRole('dialog', { name: 'Preferences' }).waitFor();
    await page.keyboard.press('Escape');
    await focused(account);
    await close(page);
  });

  it('lists only the pages that a person may open', async () => {
    const { page } = await open('/?tenant=closed');
    await page.getByText('You cannot look at').first().waitFor();
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    const shown = await links.allTextContents();
    expect(shown).toContain('Parts');
    expect(shown).not.toContain('Overview');
    expect(shown).not.toContain('Ask');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('overview');
    expect(await page.getByRole('option', { name: /^Overview/ }).count()).toBe(0);
    await close(page);
  });

  it('keeps the scope from page to page, and each page’s own state to itself', async () => {
    const { page } = await open('/?r=last_7_days&m=orders&v=table&utm_source=mail');
    await page.getByRole('region', { name: 'Orders, table' }).waitFor();
    await page.keyboard.press('x');
    await expect.poll(() => search(page).get('c')).toBe('none');
    expect(search(page).get('utm_source')).toBe('mail');
    expect(search(page).get('m')).toBe('orders');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await heading(page, 'Ask').waitFor();
    expect(Object.fromEntries(search(page))).toEqual({
      r: 'last_7_days',
      c: 'none',
      utm_source: 'mail',
    });
    await page.goBack();
    await page.getByRole('region', { name: 'Orders, table' }).waitFor();
    expect(search(page).get('v')).toBe('table');
    await page.goForward();
    await heading(page, 'Ask').waitFor();
    await close(page);
  });

  it('narrows the navigation to 56 px, and remembers it', async () => {
    const { page } = await open();
    await waitForFigures(page);
    const width = () =>
      page
        .getByRole('complementary')
        .first()
        .evaluate((bar) => bar.clientWidth);
    await page.getByRole('button', { name: 'Narrow navigation' }).click();
    expect(await width()).toBeLessThanOrEqual(56);
    await page.reload();
    await waitForFigures(page);
    expect(await width()).toBeLessThanOrEqual(56);
    expect(await page.getByRole('link', { name: 'Overview' }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await close(page);
  });

  it('speaks the language that was chosen, else the shop’s, else the browser’s', async () => {
    const german = await open('/?tenant=kontor');
    await heading(german.page, 'Übersicht').waitFor();
    await waitForFigures(german.page);
    expect(await german.page.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(await german.page.locator('main data').first().textContent()).toMatch(/\d\.\d{3}\s€/);
    expect(await german.page.title()).toBe('Übersicht · Kontor Berlin');
    await german.page.getByRole('button', { name: /^Konto/ }).click();
    await german.page.getByRole('menuitem', { name: /^Persönliche/ }).click();
    await german.page.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
    await german.page.getByRole('dialog', { name: 'Preferences' }).waitFor();
    expect(await violations(german.page)).toEqual([]);
    await german.page.keyboard.press('Escape');
    await german.page.reload();
    await heading(german.page, 'Overview').waitFor();
    await close(german.page);

    const signedOut = await open('/', { locale: 'de-DE' }, false);
    await heading(signedOut.page, 'Bei Olympus anmelden').waitFor();
    expect(await violations(signedOut.page)).toEqual([]);
    await close(signedOut.page);
  });

  it.each(LOOKS)('is without violations in German ($colorScheme, $width px)', async (look) => {
    const { page, faults } = await open('/?tenant=kontor', look);
    await waitForFigures(page);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Suchen oder springen' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(LOOKS)('can be mirrored ($colorScheme, $width px)', async (look) => {
    const { page } = await open('/?dir=rtl', look);
    await waitForFigures(page);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    if (look.width > 600) {
      const bar = await page.getByRole('complementary').first().boundingBox();
      expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(look.width);
      const [first, second] = await page.locator('main ul li').all();
      const [start, next] = [await first?.boundingBox(), await second?.boundingBox()];
      expect(start?.x ?? 0).toBeGreaterThan(next?.x ?? 0);
    } else {
      await page.getByRole('button', { name: 'Open navigation' }).click();
      const drawer = await page.getByRole('dialog', { name: 'Navigation' }).boundingBox();
      expect((drawer?.x ?? 0) + (drawer?.width ?? 0)).toBeCloseTo(look.width, 0);
    }
    await close(page);
  });

  it('shows today to a shop whose data began today, and what was asked for when asked', async () => {
    const { page } = await open('/?tenant=dawn');
    await waitForFigures(page);
    await page.getByText('The newest data is from today.').waitFor();
    expect(await page.getByRole('button', { name: 'Period: Today' }).count()).toBe(1);
    expect(search(page).get('r')).toBeNull();
    await page.goto(`${target.url}/?tenant=dawn&r=last_28_days`);
    await page.getByRole('button', { name: 'Period: Last 28 days' }).waitFor();
    expect(await page.getByText('The newest data is from today.').count()).toBe(0);
    await close(page);
  });

  it('remembers the period that was chosen for a shop, for this shop', async () => {
    const { page } = await open('/?tenant=harbour');
    await waitForFigures(page);
    await page.getByRole('button', { name: /^Period:/ }).click();
    await page.getByRole('button', { name: 'Last 7 days' }).click();
    await expect.poll(() => search(page).get('r')).toBe('last_7_days');
    await page.goto(`${target.url}/?tenant=harbour`);
    await page.getByRole('button', { name: 'Period: Last 7 days' }).waitFor();
    await page.goto(`${target.url}/?tenant=dawn`);
    await page.getByRole('button', { name: 'Period: Today' }).waitFor();
    await close(page);
  });

  it('refreshes what is open after the stream of another shop was followed', async () => {
    const { page } = await open('/?tenant=dawn');
    await waitForFigures(page);
    await page.getByRole('button', { name: /^Shop:/ }).click();
    await page.getByRole('menuitemradio', { name: /Harbour/ }).click();
    await page.getByRole('button', { name: /^Shop: Harbour/ }).waitFor();
    await waitForFigures(page);
    const orders = page
      .getByRole('link')
      .filter({ has: page.getByRole('heading', { level: 3, name: 'Orders', exact: true }) })
      .locator('data');
    const before = await orders.textContent();
    await expect
      .poll(
        async () => {
          target.fixture?.addOrders('harbour', 300);
          return orders.textContent();
        },
        { timeout: 15_000 },
      )
      .not.toBe(before);
    await close(page);
  });

  describe('its parts', () => {
    it.each(LOOKS)('have no violations ($colorScheme, $width px)', async (look) => {
      const { page, faults } = await open('/parts?f=channel:equals:web,app', look);
      await page.getByRole('tab', { name: 'Fields' }).waitFor();
      await page.getByText('Channel is web, app').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: 'Delete…' }).click();
      await page.getByRole('alertdialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: /^States/ }).click();
      await page.getByRole('progressbar').first().waitFor();
      await page.getByRole('button', { name: 'Show notice' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(search(page).get('tab')).toBe('states');
      expect(faults).toEqual([]);
      await close(page);
    });

    it.each(LOOKS)('open a drawer from its address ($colorScheme, $width px)', async (look) => {
      const { page } = await open('/parts?d=user:ada', look);
      const drawer = page.getByRole('dialog', { name: 'ada' });
      await drawer.waitFor();
      expect(await violations(page)).toEqual([]);
      expect((await drawer.boundingBox())?.width).toBe(Math.min(440, look.width));
      await page.keyboard.press('Escape');
      await expect.poll(() => search(page).get('d')).toBeNull();
      await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('content');
      const opener = page.getByRole('button', { name: 'Open drawer' });
      await opener.focus();
      await page.keyboard.press('Enter');
      await drawer.waitFor();
      expect(await drawer.evaluate((one) => one.contains(document.activeElement))).toBe(true);
      expect(search(page).get('d')).toBe('user:ada');
      await page.keyboard.press('Escape');
      await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.goBack();
      await drawer.waitFor();
      await close(page);
    });

    it('ask for a word before what cannot be undone', async () => {
      const { page } = await open('/parts');
      await page.getByRole('button', { name: 'Delete…' }).click();
      const deed = page.getByRole('button', { name: 'Delete the shop' });
      expect(await page.locator(':focus').textContent()).toBe('Cancel');
      expect(await deed.isDisabled()).toBe(true);
      await page.getByLabel('Type “harbour” to confirm').fill('harbour');
      await deed.click();
      await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
      await close(page);
    });

    it('take a filter by keyboard, and keep it in the address', async () => {
      const { page } = await open('/parts');
      await page.getByRole('tab', { name: 'Fields' }).waitFor();
      await page.keyboard.press('f');
      const dimension = page.getByRole('combobox', { name: 'Dimension' });
      await dimension.waitFor();
      await page.getByRole('button', { name: 'Add a filter' }).last().click();
      await page.getByText('Give at least one value.').waitFor();
      expect(await violations(page)).toEqual([]);
      await dimension.fill('coun');
      await page.getByRole('option', { name: 'Country' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      expect(await dimension.inputValue()).toBe('Country');
      await page.getByRole('textbox', { name: 'Values' }).fill('DE, FR');
      await page.keyboard.press('Enter');
      await page.getByText('Country is DE, FR').waitFor();
      expect(search(page).get('f')).toBe('customer.country:equals:DE,FR');
      await page.getByRole('button', { name: 'Remove Country is DE, FR' }).click();
      await expect.poll(() => search(page).get('f')).toBeNull();
      await close(page);
    });

    it('say what is wrong beside the field', async () => {
      const { page } = await open('/parts');
      const name = page.getByRole('textbox', { name: /^Name/ });
      await name.fill('x');
      await page.getByText('A name has two letters at least.').waitFor();
      expect(await name.getAttribute('aria-invalid')).toBe('true');
      const described = (await name.getAttribute('aria-describedby')) ?? '';
      const texts = await Promise.all(
        described.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()),
      );
      expect(texts).toEqual(['As it shall be shown.', 'A name has two letters at least.']);
      await close(page);
    });

    it('set the period and the step on a phone in one sheet', async () => {
      const { page } = await open('/parts', { width: 390 });
      await page.getByRole('button', { name: /· vs/ }).click();
      await page.getByRole('combobox', { name: 'Step' }).selectOption('Weekly');
      await page.getByRole('button', { name: 'Last 90 days' }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Show: Last 90 days' }).click();
      await expect.poll(() => search(page).get('g')).toBe('week');
      expect(search(page).get('r')).toBe('last_90_days');
      await close(page);
    });
  });
});

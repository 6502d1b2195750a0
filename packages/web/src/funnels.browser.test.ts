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
} from './testing/browser.js';
import { LOOKS, violations } from './testing/looks.js';

if (!hasChromium && process.env.CI) throw new Error('Chromium is not installed');

describe.skipIf(!hasChromium)('funnels and paths in a browser', () => {
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
    path: string,
    look: { colorScheme?: 'light' | 'dark'; width?: number } = {},
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
    await watched.page.goto(target.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();
  const step = (page: Page, number: number) =>
    page.getByRole('combobox', { name: `Step ${number}`, exact: true });
  const stepsIn = (page: Page) => new URL(page.url()).searchParams.getAll('s');

  it('shows the way to an order before anything is chosen', async () => {
    const { page, faults } = await open('/funnels');
    await page.getByRole('heading', { name: 'From step to step' }).waitFor();
    expect(await step(page, 4).inputValue()).toBe('Order placed');
    expect(await page.getByText('3.7%').first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('keeps what is built in the address, by pointer and by keys', async () => {
    const { page, faults } = await open('/funnels');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await step(page, 5).fill('wish');
    await page.getByRole('option', { name: /wish\.made/ }).click();
    await expect.poll(() => stepsIn(page).at(-1)).toBe('wish.made');
    await page.getByRole('button', { name: /^Move step 5/ }).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => stepsIn(page)[3]).toBe('wish.made');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Move step 4',
    );
    await page.getByRole('button', { name: 'More for step 4' }).click();
    await page.getByRole('menuitem', { name: 'Name and filters' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Wished');
    await page.getByRole('switch', { name: /Optional/ }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => stepsIn(page)[3]).toBe('wish.made~l=Wished~o=1');
    await page.getByRole('combobox', { name: 'Order', exact: true }).selectOption('strict');
    await page.reload();
    await page.getByText('4. Wished').first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Order', exact: true }).inputValue()).toBe(
      'strict',
    );
    expect(faults).toEqual([]);
    await close(page);
  });

  it('opens who took a step and who left before it', async () => {
    const { page, faults } = await open('/funnels');
    await page.getByRole('row', { name: /2\. Product seen/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Product seen' });
    await drawer.getByText('c_ann').waitFor();
    await drawer.getByRole('tab', { name: /Left before/ }).click();
    await drawer.getByText('may still').waitFor();
    expect(new URL(page.url()).searchParams.get('d')).toBe('step:2:dropped');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close(page);
  });

  it('says that nobody took the first step, and which act nobody ever did', async () => {
    const { page } = await open('/funnels?s=wish.made&s=order.placed');
    await page.getByRole('heading', { name: 'Nobody took the first step' }).waitFor();
    expect(await page.getByText('Nobody ever did “wish.made” (step 1).').isVisible()).toBe(true);
    await close(page);
  });

  it('tells what goes along with converting without calling it a cause', async () => {
    const { page } = await open('/funnels?tab=factors');
    await page.getByText('Also did: wish.made').first().waitFor();
    expect(await page.getByText(/it need not be the cause/).isVisible()).toBe(true);
    await close(page);
  });

  it('follows a path on from the end of a band', async () => {
    const { page, faults } = await open('/paths');
    await page.getByRole('heading', { name: 'Visits by path' }).waitFor();
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => new URL(page.url()).searchParams.get('a'))
      .toBe('page.viewed~f=session.path:equals:/cart');
    expect(faults).toEqual([]);
    await close(page);
  });

  const places = [
    '/funnels?b=1:channel',
    '/funnels?tab=factors',
    '/funnels?d=step:2:dropped',
    '/paths',
  ];
  it.each(LOOKS)(
    'have no accessibility violations ($colorScheme, $width px)',
    async (look) => {
      for (const place of places) {
        const { page, faults } = await open(place, look);
        await page
          .locator('main table, main svg[data-chart], [role=dialog] table')
          .first()
          .waitFor();
        expect([place, await violations(page)]).toEqual([place, []]);
        expect(faults).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        await close(page);
      }
    },
    60_000,
  );
});

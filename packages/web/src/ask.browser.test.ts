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

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

describe.skipIf(!hasChromium)('the page Ask in a browser', () => {
  let target: Target;
  let browser: Browser;
  let session: Session;
  const onFixture = () => target.fixture !== undefined;

  beforeAll(async () => {
    [target, browser] = await Promise.all([startTarget(), launchChromium()]);
    session = await signIn(browser, target);
  });
  afterAll(async () => {
    await browser?.close();
    await target?.close();
  });

  const open = async (
    path = '/ask',
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
  const field = (page: Page) => page.getByRole('combobox', { name: /^Ask a/ });
  const reading = (page: Page) => page.getByText('Read as:').first();

  it('is one key away, asks, and says how the question was read', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { level: 1, name: 'Ask' }).waitFor();
    await expect.poll(() => page.locator(':focus').getAttribute('role')).toBe('combobox');
    await page.keyboard.type('revenue last month');
    await page.keyboard.press('Enter');
    await reading(page).waitFor();
    expect(await page.locator('main data').first().textContent()).toMatch(/\d/);
    expect(await page.locator('mark').allTextContents()).toEqual(['revenue', 'last month']);
    expect(new URL(page.url()).searchParams.get('q')).toBe('revenue last month');
    await page.reload();
    await reading(page).waitFor();
    expect(faults).toEqual([]);
    await close(page);
  });

  it.each(LOOKS)('begins with questions to choose from ($colorScheme, $width px)', async (look) => {
    const { page, faults } = await open('/ask', look);
    const examples = page.getByRole('region', { name: /in plain words$/ }).getByRole('button');
    await examples.first().waitFor();
    expect(await violations(page)).toEqual([]);
    await examples.first().click();
    await reading(page).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('never scrolls sideways at 320 px', async () => {
    for (const question of ['revenue by country last month', 'why did revenue change last week?']) {
      const { page } = await open(`/ask?q=${encodeURIComponent(question)}`, { width: 320 });
      await reading(page).waitFor();
      await page.waitForTimeout(300);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await close(page);
    }
  });

  it.each([
    'why did revenue change last week?',
    'forecast revenue for the next 7 days',
    'unusual days in revenue in the last 90 days',
    'revenue per day last month compared with the previous period',
    'revenue by country per week last month',
    'what is the weather',
  ])('shows without violations: %s', async (question) => {
    for (const look of LOOKS) {
      const { page, faults } = await open(`/ask?q=${encodeURIComponent(question)}`, look);
      await page.getByRole('heading', { level: 2, name: question }).waitFor();
      await page
        .getByText(/Read as:|do not know/)
        .first()
        .waitFor();
      await page.waitForTimeout(300);
      expect(await violations(page)).toEqual([]);
      const table = page.getByRole('button', { name: 'Table' });
      if ((await table.count()) > 0) {
        await table.click();
        await page
          .getByRole('region', { name: /, table$/ })
          .first()
          .waitFor();
        expect(await violations(page)).toEqual([]);
      }
      expect(faults).toEqual([]);
      await close(page);
    }
  });

  it('reads a chart with its range by keyboard', async () => {
    const { page } = await open('/ask?q=forecast%20revenue%20for%20the%20next%207%20days');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/forecast, between .* and /);
    await close(page);
  });

  it('completes words by keyboard and pointer, and closes on Escape', async () => {
    const { page } = await open();
    await field(page).fill('revenue by cou');
    const option = page.getByRole('option', { name: /^Country/ });
    await option.first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => option.count()).toBe(0);
    await field(page).fill('revenue by coun');
    await option.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('revenue by Country ');
    await field(page).fill('reve');
    await page
      .getByRole('option', { name: /^Revenue/ })
      .first()
      .click();
    expect(await field(page).inputValue()).toMatch(/^Revenue/);
    await close(page);
  });

  it('takes a part away, follows up, and begins anew', async () => {
    const { page } = await open('/ask?q=revenue%20last%20month');
    await page.getByRole('button', { name: 'Without last month' }).click();
    await expect.poll(() => reading(page).locator('..').textContent()).toContain('all time');
    await field(page).fill('by country');
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: /, table$/ })
      .first()
      .waitFor();
    expect(await page.getByRole('heading', { level: 2, name: 'revenue last month' }).count()).toBe(
      1,
    );
    await page.getByRole('button', { name: 'New conversation' }).click();
    await expect.poll(() => page.getByText('Read as:').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('q')).toBeNull();
    await page.getByText('Not answered, by anyone').click();
    await page
      .getByText(/once, |times, |Every question was answered/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    const again = page.getByRole('complementary', { name: 'Your questions' }).getByRole('button');
    await again.first().click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await close(page);
  });

  describe('with the fixture', () => {
    it('asks back with buttons, and answers the one that is chosen', async ({ skip }) => {
      if (!onFixture()) skip();
      for (const look of LOOKS) {
        const { page } = await open('/ask?q=sales%20in%20Berlin', look);
        const option = page.getByRole('button', { name: 'Revenue, City = Berlin' });
        await option.waitFor();
        expect(await violations(page)).toEqual([]);
        await option.click();
        await reading(page).waitFor();
        expect(await option.count()).toBe(0);
        await close(page);
      }
    });

    it('keeps what was asked after a fault, with its request’s id', async ({ skip }) => {
      if (!onFixture()) skip();
      const { page } = await open('/ask?q=crash%20revenue');
      await page.getByText('req-7f3a9c').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
      await close(page);
    });

    it('lets a question go for the next one, and can ask it again', async ({ skip }) => {
      if (!onFixture()) skip();
      const { page, faults } = await open('/ask?q=slowly%20revenue');
      await page.getByRole('heading', { level: 2, name: 'slowly revenue' }).waitFor();
      await field(page).fill('revenue last month');
      await page.keyboard.press('Enter');
      await reading(page).waitFor();
      await page.getByRole('button', { name: 'Ask again' }).waitFor();
      expect(faults).toEqual([]);
      await close(page);
    });

    it('says so when this shop cannot be asked, or is not there', async ({ skip }) => {
      if (!onFixture()) skip();
      const broken = await open('/ask?tenant=broken');
      await broken.page.getByText('Questions cannot be asked right now').waitFor();
      expect(await violations(broken.page)).toEqual([]);
      await close(broken.page);
      const nobody = await open('/ask?tenant=nobody');
      await nobody.page.getByText('You cannot look at').waitFor();
      await close(nobody.page);
    });
  });
});

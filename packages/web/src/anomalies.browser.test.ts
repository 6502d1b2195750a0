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

describe.skipIf(!hasChromium)('the page Anomalies & drivers in a browser', () => {
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
    path = '/anomalies',
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
  const list = (page: Page) => page.getByRole('region', { name: /stand out$|^Nothing unusual$/ });

  it.each(LOOKS)(
    'has no violations, nor has its drawer ($colorScheme, $width px)',
    async (look) => {
      const { page, faults } = await open('/anomalies', look);
      await list(page).waitFor();
      await page.locator('.chart-frame svg text').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await list(page).getByRole('button').nth(1).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('tab', { name: 'Channel' }).waitFor();
      await drawer.locator('svg[data-chart] text').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close(page);
    },
  );

  it.each(LOOKS)('shows drivers without violations ($colorScheme, $width px)', async (look) => {
    const { page, faults } = await open('/anomalies?view=drivers', look);
    await page.locator('svg[data-chart] text').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'By formula' }).click();
    await page.getByText('Shapley values').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('numbers what stands out in the chart as in the list', async () => {
    const { page } = await open();
    await list(page).waitFor();
    if (target.fixture) {
      const entries = await list(page).locator('ol').getByRole('button').allTextContents();
      expect(entries).toHaveLength(3);
      expect(entries[1]?.startsWith('2')).toBe(true);
      expect(entries[2]?.startsWith('1')).toBe(true);
    }
    await close(page);
  });

  it('leads to the figures in which something else stands out', async () => {
    const { page } = await open();
    if (!target.fixture) return close(page);
    const elsewhere = page.getByRole('region', { name: 'Other figures' });
    await elsewhere.getByRole('button', { name: /^Sessions/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('m')).toBe('sessions');
    await elsewhere.getByRole('button', { name: /^Revenue/ }).waitFor();
    expect(await elsewhere.getByRole('button', { name: /^Sessions/ }).count()).toBe(0);
    await close(page);
  });

  it('keeps the drawer in the address, learns what was expected, and takes it back', async () => {
    const { page } = await open();
    if (!target.fixture) return close(page);
    await list(page).getByRole('button').nth(1).click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    expect(new URL(page.url()).searchParams.get('d')).toBe('anomaly:outlier~2026-10-30');
    await page.reload();
    await drawer.getByRole('button', { name: 'Expected' }).click();
    await expect
      .poll(() => drawer.getByRole('button', { name: 'Expected' }).getAttribute('aria-pressed'))
      .toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '2 things stand out' }).waitFor();
    await page.getByText('1 expected').click();
    await list(page).locator('details button').click();
    await drawer.getByRole('button', { name: 'Expected' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '3 things stand out' }).waitFor();
    await close(page);
  });

  it('has drivers whose waterfall ends where the table adds up to', async () => {
    const { page } = await open('/anomalies?view=drivers');
    if (!target.fixture) return close(page);
    const steps = page.locator('svg[data-chart] g');
    await steps.first().waitFor();
    const texts = await steps.allTextContents();
    expect(texts).toHaveLength(2 + 3 + 1);
    const amounts = texts.map((text) =>
      Number(
        (/[+−]?£[\d,.]+|−£[\d,.]+/.exec(text)?.[0] ?? '').replace(/[£,+]/g, '').replace('−', '-'),
      ),
    );
    const [start = 0, ...rest] = amounts;
    const end = rest.pop();
    expect(start + rest.reduce((sum, amount) => sum + amount, 0)).toBe(end);
    await close(page);
  });

  it('shows what a detector would have marked before it is saved', async () => {
    const { page } = await open();
    if (!target.fixture) return close(page);
    await page.getByRole('button', { name: 'Detectors' }).click();
    await page.getByRole('menuitem', { name: 'Save detector' }).click();
    await page.getByText('It would have marked 3.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Name' }).fill('Night watch');
    await page.getByRole('button', { name: 'Save detector' }).click();
    await page.getByRole('button', { name: 'Night watch' }).waitFor();
    await close(page);
  });

  it('says why where the server does not answer', async () => {
    const { page } = await open('/anomalies?tenant=broken');
    if (target.fixture) {
      await page.getByRole('alert').waitFor();
    }
    await close(page);
  });

  it('opens the morning’s brief from its line without moving what is below before', async () => {
    const { page, layoutShift } = await open('/');
    if (!target.fixture) return close(page);
    const brief = page.getByRole('region', { name: 'Morning brief' });
    await brief.getByRole('button').waitFor();
    expect(await layoutShift()).toBeLessThan(0.05);
    await brief.getByRole('button').click();
    await brief.getByRole('link', { name: 'See what drove it' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await brief.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Anomalies & drivers' }).waitFor();
    await close(page);
  });
});

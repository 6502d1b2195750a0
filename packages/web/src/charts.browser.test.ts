import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage } from './testing/browser.js';
import { type Gallery, startGallery } from './testing/gallery/serve.js';
import { violations } from './testing/looks.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

const SECTIONS = [
  'lines',
  'edges',
  'bars',
  'stacks',
  'bands',
  'grids',
  'flows',
  'points',
  'tables',
];
const LOOKS = SECTIONS.flatMap((section) => [
  { section, theme: 'light', width: 1440 },
  { section, theme: 'dark', width: 390 },
]);

describe.skipIf(!hasChromium)('charts and tables in a browser', () => {
  let gallery: Gallery;
  let browser: Browser;

  beforeAll(async () => {
    [gallery, browser] = await Promise.all([startGallery(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  const open = async (
    only: string,
    look: { theme?: string; width?: number; dir?: string } = {},
    options: BrowserContextOptions = {},
  ) => {
    const { theme = 'light', width = 1440, dir = 'ltr' } = look;
    const watched = await openPage(browser, {
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    await watched.page.goto(`${gallery.url}/?theme=${theme}&dir=${dir}&only=${only}`);
    await watched.page.getByRole('heading', { level: 2 }).first().waitFor();
    return watched;
  };
  const close = (page: Page) => page.context().close();
  const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

  it.each(LOOKS)(
    'draws $section without faults or violations ($theme, $width px)',
    async ({ section, ...look }) => {
      const { page, faults } = await open(section, look);
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close(page);
    },
  );

  it.each(['ltr', 'rtl'])('never scrolls sideways at 320 px (%s)', async (dir) => {
    for (const section of SECTIONS) {
      const { page, faults } = await open(section, { width: 320, dir });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, section).toBe(0);
      expect(faults, section).toEqual([]);
      await close(page);
    }
  });

  it.each(['lines', 'edges', 'bars', 'stacks', 'bands', 'grids', 'flows', 'points'])(
    'shows every chart of the section “%s” as a table too, without violations',
    async (section) => {
      const { page, faults } = await open(section);
      const switches = page.getByRole('button', { name: 'Table', exact: true });
      const count = await switches.count();
      for (let index = 0; index < count; index += 1) await switches.nth(index).click();
      expect(await page.getByRole('region', { name: /, table$/ }).count()).toBe(count);
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close(page);
    },
  );

  it('reads charts together at one bucket, the card in the one that is pointed at', async () => {
    const { page } = await open('lines');
    const first = card(page, 'Revenue with comparison, running day');
    await first.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await first.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
      /^Sat, 24 Oct 2026: €[\d,.]+, (up|down) [\d.]+%, (better|worse), from €/,
    );
    // Those whose dates hold that day; the weekly one has no such bucket.
    expect(await page.locator('line[data-cursor]').count()).toBeGreaterThan(4);
    expect(await page.locator('.chart-frame .shadow-overlay').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('line[data-cursor]').count()).toBe(0);
    await close(page);
  });

  it('pins the card by a press, and lets go by Escape', async () => {
    const { page } = await open('lines');
    const chart = card(page, 'Four channels').locator('.chart-frame');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) throw new Error('no chart');
    await page.mouse.move(box.x + 200, box.y + 100);
    await page.mouse.click(box.x + 200, box.y + 100);
    const tip = chart.locator('.shadow-overlay');
    const said = await tip.textContent();
    await page.mouse.move(box.x + 260, box.y + 60);
    expect(await tip.textContent()).toBe(said);
    await page.keyboard.press('Escape');
    await expect.poll(() => tip.count()).toBe(0);
    await close(page);
  });

  it('hides and isolates series by keyboard, and says in the same order what is left', async () => {
    const { page } = await open('lines');
    const chart = card(page, 'Four channels');
    const marketplace = chart.getByRole('button', { name: 'Marketplace', exact: true });
    const value = () => chart.getByRole('slider').getAttribute('aria-valuetext');
    expect(await value()).toMatch(/: Web shop €.*; Marketplace €.*; Retail stores/);
    await marketplace.focus();
    await page.keyboard.press('Space');
    expect(await marketplace.getAttribute('aria-pressed')).toBe('false');
    expect(await value()).not.toContain('Marketplace');
    await page.keyboard.press('Shift+Enter');
    expect(await chart.locator('[aria-pressed="true"]').count()).toBe(2);
    expect(await value()).toMatch(/^\w+, \d+ Nov 2026: €[\d,.]+$/);
    await close(page);
  });

  it('moves through a grid of values by arrows in both directions', async () => {
    const { page } = await open('grids');
    const slider = card(page, 'Cohorts').getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await slider.getAttribute('aria-valuetext')).toBe('Jan 2026, 1: 39.6%');
    await close(page);
  });

  it.each([
    ['svg', /\.svg$/],
    ['png', /\.png$/],
  ] as const)('gives a chart away as %s with its dates, zone and currency', async (kind, name) => {
    const { page, faults } = await open('lines', {}, { acceptDownloads: true });
    const chart = card(page, 'Four channels');
    await chart.getByRole('button', { name: /^Download/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind === 'svg' ? /SVG/ : /PNG/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(name);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
    const bytes = Buffer.concat(chunks);
    if (kind === 'svg') {
      const text = bytes.toString('utf8');
      for (const part of ['Revenue by channel', '19 Nov 2026', 'Europe/Berlin', 'EUR', 'Wholesale'])
        expect(text).toContain(part);
      expect(text).not.toContain('var(');
    } else {
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(bytes.length).toBeGreaterThan(10_000);
    }
    expect(faults).toEqual([]);
    await close(page);
  });

  describe('the table', () => {
    it('draws a few of ten thousand rows, and goes to any of them by key', async () => {
      const { page } = await open('tables');
      const grid = page.getByRole('grid', { name: 'Orders' });
      expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
      expect(await grid.getByRole('row').count()).toBeLessThan(60);
      await grid.getByRole('button', { name: 'Order' }).focus();
      await page.keyboard.press('ArrowDown');
      expect(await focusedText(page)).toBe('#100000');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => focusedText(page)).toBe('#109999');
      await page.keyboard.press('PageUp');
      await expect.poll(() => focusedText(page)).not.toBe('#109999');
      expect(await focusedText(page)).toMatch(/^#1099/);
      await close(page);
    });

    it('keeps one tab stop, and opens and selects rows by key', async () => {
      const { page } = await open('tables');
      const grid = page.getByRole('grid', { name: 'Orders' });
      expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
      await grid.getByRole('rowheader', { name: '#100002' }).click();
      await page.getByText('Opened #100002').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('Opened #100003').waitFor();
      await page.keyboard.press('Space');
      await page.getByText('1 selected').waitFor();
      expect(await page.getByRole('button', { name: 'Tag 1' }).count()).toBe(1);
      expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
      await close(page);
    });

    it('sorts by click and key: numbers by size, what is missing last', async () => {
      const { page } = await open('tables');
      const grid = page.getByRole('grid', { name: 'Orders' });
      const values = async () => {
        const cells = grid.locator('tbody tr[aria-rowindex] td:nth-of-type(5)');
        return (await cells.allTextContents()).slice(0, 12);
      };
      const heading = grid.getByRole('button', { name: 'Value' });
      const sorted = () =>
        grid.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort');
      await heading.click();
      expect(await sorted()).toBe('descending');
      const high = (await values()).map((text) => Number(text.replaceAll(/[€,]/g, '')));
      expect([...high].sort((a, b) => b - a)).toEqual(high);
      await heading.focus();
      await page.keyboard.press('Enter');
      expect(await sorted()).toBe('ascending');
      const low = (await values()).map((text) => Number(text.replaceAll(/[€,]/g, '')));
      expect([...low].sort((a, b) => a - b)).toEqual(low);
      expect(low.some(Number.isNaN)).toBe(false);
      await page.keyboard.press('Control+End');
      await expect
        .poll(() => grid.locator('tr[aria-rowindex="10001"] td:nth-of-type(5)').textContent())
        .toBe('—');
      await close(page);
    });

    it('keeps the columns as they were chosen', async () => {
      const { page } = await open('tables');
      const headings = () =>
        page.getByRole('grid', { name: 'Orders' }).getByRole('columnheader').allTextContents();
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('checkbox', { name: 'Country' }).uncheck();
      await page.getByRole('checkbox', { name: 'Note' }).check();
      await page.getByRole('button', { name: 'Move Value earlier' }).click();
      await page.getByRole('button', { name: 'Move Value earlier' }).click();
      await page.keyboard.press('Escape');
      const wanted = ['', 'Order', 'Customer', 'Value', 'Items', 'Change', 'Last 12 weeks', 'Note'];
      expect(await headings()).toEqual(wanted);
      await page.reload();
      await page.getByRole('grid', { name: 'Orders' }).waitFor();
      expect(await headings()).toEqual(wanted);
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('button', { name: 'As they were' }).click();
      expect(await headings()).toContain('Country');
      await close(page);
    });

    it('copies rows, and writes a file in which no cell is a formula', async () => {
      const { page } = await open(
        'tables',
        {},
        { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true },
      );
      const few = card(page, 'To read, with more to load');
      await few.getByRole('button', { name: 'Copy' }).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.replaceAll('\r', '').split('\n')).toHaveLength(7);
      expect(copied).toContain('\t\'=HYPERLINK("x")\t');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        few.getByRole('button', { name: 'CSV' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('few-orders.csv');
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
      expect(Buffer.concat(chunks).toString('utf8')).toContain('"\'=HYPERLINK(""x"")"');
      await close(page);
    });

    it('keeps the first column in sight on a phone', async () => {
      const { page } = await open('tables', { width: 390 });
      const region = page.getByRole('region', { name: 'Orders, table', exact: true });
      await region.evaluate((element) => element.scrollTo(400, 200));
      const [frame, cell] = await Promise.all([
        region.boundingBox(),
        region.getByRole('rowheader', { name: '#100010' }).boundingBox(),
      ]);
      expect(cell?.x ?? 0).toBeGreaterThanOrEqual(frame?.x ?? 1);
      expect(cell?.x ?? 999).toBeLessThan((frame?.x ?? 0) + 60);
      const heading = await region.getByRole('columnheader', { name: 'Order' }).boundingBox();
      expect(Math.abs((heading?.y ?? 0) - (frame?.y ?? 0))).toBeLessThan(2);
      await close(page);
    });
  });

  it('tells series apart without colours of its own', async () => {
    const { page } = await open('stacks', {}, { forcedColors: 'active' });
    const chart = card(page, 'Four channels').first();
    expect(await chart.locator('rect[fill^="url("]').count()).toBeGreaterThan(40);
    await close(page);
  });
});

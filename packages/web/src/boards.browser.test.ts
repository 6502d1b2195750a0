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

/** Orders of the last twenty days: in two channels, some more each day. */
function ordersUntil(nowMs: number) {
  return Array.from({ length: 40 }, (_, index) => ({
    specversion: '1.0',
    id: `o-${index}`,
    source: 'test',
    type: 'order.created',
    time: new Date(nowMs - (2 + (index % 20)) * 86_400_000).toISOString(),
    data: {
      order_id: `O-${index}`,
      customer_id: `C-${index % 9}`,
      currency: 'EUR',
      channel: index % 3 === 0 ? 'web' : 'store',
      items: [{ product_id: `P${index % 4}`, quantity: 1 + (index % 3), unit_price: 10 }],
    },
  }));
}

describe.skipIf(!hasChromium)('dashboards in a browser', () => {
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
      const { tenants } = await (await fetch('/api/session')).json();
      const post = (path: string, headers: object, body: unknown) =>
        fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-olympus-csrf': '1', ...headers },
          body: JSON.stringify(body),
        });
      const keys = `/api/tenants/${tenants[0].id}/keys`;
      const made = await post(keys, {}, { name: 'till', scopes: ['events:write'] });
      const { secret } = await made.json();
      return (await post('/api/events', { authorization: `Bearer ${secret}` }, events)).status;
    }, ordersUntil(Date.now()));
    expect(stored).toBe(200);
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

  type Look = { colorScheme?: 'light' | 'dark'; width?: number; stranger?: boolean };
  const open = async (
    path: string,
    { colorScheme = 'light', width = 1440, stranger }: Look = {},
  ) => {
    const watched = await openPage(browser, {
      ...(stranger ? {} : { storageState: session }),
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    watched.page.setDefaultTimeout(WAIT.timeout);
    await watched.page.goto(server.url + path);
    return watched;
  };
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const expectAccessible = async (page: Page, what: string) => {
    expect([what, await violations(page)]).toEqual([what, []]);
  };
  /** Titles of the tiles in the order of the page's elements. */
  const titles = (page: Page) => page.locator('[data-tile] h2').allInnerTexts();

  const makeBoard = async (page: Page, name: string) => {
    await button(page, 'New dashboard').first().click();
    await page.getByLabel('Name').fill(name);
    await button(page, 'Make the dashboard').click();
    await page.getByText('An empty page. Add a first tile.').waitFor();
  };
  const addTile = async (page: Page, kind: string, metric: string) => {
    await button(page, 'Add a tile').first().click();
    await page.getByRole('radio', { name: kind, exact: true }).check({ force: true });
    const field = page.getByRole('combobox', { name: 'What is counted' });
    await field.fill(metric);
    await field.press('Enter');
  };
  const put = (page: Page) => button(page, 'Put it on the dashboard').click();
  const finish = async (page: Page) => {
    await button(page, 'Done').click();
    await button(page, 'Edit').waitFor();
  };

  it('are built from nothing, arranged by keyboard, and stay so', async () => {
    const { page, faults } = await open('/dashboards');
    await page.getByText('No dashboards yet').waitFor();
    await makeBoard(page, 'Weekly round');
    await addTile(page, 'Figure', 'Revenue');
    await put(page);
    await addTile(page, 'Line', 'Orders');
    await put(page);
    await addTile(page, 'Bars', 'Revenue');
    const dimension = page.getByRole('combobox', { name: 'Broken down by' });
    await dimension.fill('Channel');
    await dimension.press('Enter');
    await put(page);
    await page.getByRole('heading', { level: 2, name: 'Revenue by Channel' }).waitFor();
    await page.locator('[data-tile] svg[data-chart]').nth(1).waitFor();
    expect(await titles(page)).toEqual(['Revenue', 'Orders', 'Revenue by Channel']);

    const bar = page.getByRole('toolbar', { name: 'Arrange Revenue by Channel' });
    const up = bar.getByRole('button', { name: 'Move up' });
    await up.focus();
    await up.press('Enter');
    await expect.poll(() => titles(page)).not.toEqual(['Revenue', 'Orders', 'Revenue by Channel']);
    // the button keeps the focus although its tile is elsewhere among the elements
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Move up');
    await bar.getByRole('button', { name: 'Wider' }).press('Enter');
    await page.getByText(/Revenue by Channel: column \d+, row \d+, 5 wide/).waitFor();
    const arranged = await titles(page);
    await finish(page);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Weekly round' }).waitFor();
    await expect.poll(() => titles(page)).toEqual(arranged);
    expect(faults).toEqual([]);
  });

  const openBoard = async (look: Look = {}) => {
    const watched = await open('/dashboards', look);
    const link = watched.page.locator('main').getByRole('link', { name: 'Weekly round' });
    await link.click();
    await watched.page.getByRole('heading', { level: 1, name: 'Weekly round' }).waitFor();
    await watched.page.locator('[data-tile] svg[data-chart]').first().waitFor();
    return watched;
  };

  it('are moved by pointer, undone, and not left unsaved by mistake', async () => {
    const { page } = await openBoard();
    const before = await titles(page);
    await button(page, 'Edit').click();
    const handle = page.getByTitle('Move Orders by dragging');
    const box = await handle.boundingBox();
    if (!box) throw new Error('the handle is on the page');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 8, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => button(page, 'Undo').isEnabled()).toBe(true);
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
    await button(page, 'Cancel').last().click();
    await button(page, 'Undo').click();
    await expect.poll(() => titles(page)).toEqual(before);
    await expect.poll(() => button(page, 'Save').isEnabled()).toBe(false);
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  it('tell two people who change one of them, and lose neither change', async () => {
    const [one, two] = [await openBoard(), await openBoard()];
    for (const [{ page }, name] of [
      [one, 'Weekly round, A'],
      [two, 'Weekly round, B'],
    ] as const) {
      await button(page, 'Edit').click();
      await page.getByLabel('Name of the dashboard').fill(name);
    }
    await button(one.page, 'Save').click();
    await one.page.getByText('Saved.').first().waitFor();
    await button(two.page, 'Save').click();
    await two.page.getByRole('dialog', { name: 'Somebody else saved meanwhile' }).waitFor();
    await button(two.page, 'Save mine over it').click();
    await two.page.getByText('Saved.').first().waitFor();
    await two.page.getByLabel('Name of the dashboard').fill('Weekly round');
    await finish(two.page);
    await button(two.page, 'More').click();
    await two.page.getByRole('menuitem', { name: 'Versions…' }).click();
    await two.page.getByText('Weekly round, A').waitFor();
  });

  it('are shown to anybody by a link, until that is taken back', async () => {
    const { page } = await openBoard();
    await button(page, 'Share').click();
    await page.getByLabel('For whom').fill('The bank');
    await button(page, 'Make a link').click();
    const url = await page.locator('code', { hasText: '/shared/' }).textContent();
    const path = new URL(url ?? '').pathname;
    const visitor = await open(path, { stranger: true });
    await visitor.page.getByRole('heading', { level: 1, name: 'Weekly round' }).waitFor();
    await visitor.page.locator('[data-tile] svg[data-chart]').first().waitFor();
    expect(await visitor.page.getByRole('link').count()).toBe(0);
    expect(await visitor.page.getByRole('navigation').count()).toBe(0);
    for (const look of LOOKS) {
      const shared = await open(path, { ...look, stranger: true });
      await shared.page.locator('[data-tile] svg[data-chart]').first().waitFor();
      await expectAccessible(shared.page, `shared ${look.colorScheme} ${look.width}`);
      await shared.page.context().close();
    }
    await button(page, 'Take back the link for The bank').click();
    await page.getByText('No links so far.').waitFor();
    await visitor.page.reload();
    await visitor.page
      .getByRole('heading', { name: 'This link no longer leads anywhere' })
      .first()
      .waitFor();
    expect(await visitor.page.locator('[data-tile]').count()).toBe(0);
  });

  it('give a tile’s rows as a file', async () => {
    const { page } = await openBoard();
    await button(page, 'Actions for Revenue by Channel').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('revenue-by-channel.csv');
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^Channel,Revenue\r\nstore,/);
  });

  it('take what another page shows', async () => {
    const { page } = await open('/');
    await button(page, 'Save to a dashboard').click();
    await page.getByLabel('Title of the tile').fill('From the overview');
    await button(page, 'Save').click();
    await page.getByRole('link', { name: 'Open the dashboard' }).click();
    await page.getByRole('heading', { level: 2, name: 'From the overview' }).waitFor();
  });

  it('take an exploration that was begun with nothing, in six clicks', async () => {
    const { page } = await open('/explore');
    let clicks = 0;
    const click = async (role: 'button' | 'option', name: string) => {
      clicks += 1;
      await page.getByRole(role, { name, exact: true }).click();
    };
    await click('button', 'Add metric');
    await page.getByRole('combobox', { name: 'Metric' }).fill('reven');
    await click('option', 'Revenue');
    await click('button', 'Add breakdown');
    await page.getByRole('combobox', { name: 'Dimension' }).fill('chann');
    await click('option', 'Channel');
    await click('button', 'Save to a dashboard');
    await click('button', 'Save');
    await page.getByRole('link', { name: 'Open the dashboard' }).click();
    await page.getByRole('heading', { level: 2, name: 'Revenue · Channel' }).waitFor();
    const tile = page.locator('[data-tile]').filter({ hasText: 'Revenue · Channel' });
    await tile.getByRole('button', { name: 'Store' }).waitFor();
    expect(clicks).toBeLessThan(10);
  });

  it('take a funnel from an empty page in less than ten clicks, and lead back to it', async () => {
    const { page, faults } = await open('/funnels');
    let clicks = 0;
    const click = async (role: 'button' | 'option', name: string) => {
      clicks += 1;
      await page.getByRole(role, { name, exact: true }).first().click();
    };
    await click('button', 'Save to a dashboard');
    await click('button', 'Save');
    clicks += 1;
    await page.getByRole('link', { name: 'Open the dashboard' }).click();
    const tile = page.locator('[data-tile]').filter({ hasText: '→' });
    await tile.getByRole('heading', { level: 2 }).waitFor();
    await tile.locator('svg[data-chart], p').first().waitFor();
    expect(clicks).toBeLessThan(10);
    await tile.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Open in Funnels' }).click();
    await page.getByRole('heading', { level: 1, name: 'Funnels' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('take every view of retention, drawn as on its page', async () => {
    const { page, faults } = await open('/retention?r=last_28_days');
    for (const tab of ['Lifecycle', 'Repeat orders'] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await button(page, 'Save to a dashboard').click();
      await page.getByLabel('Title of the tile').fill(`Saved ${tab}`);
      await button(page, 'Save').click();
      await button(page, 'Stay here').click();
    }
    await page.getByRole('tab', { name: 'Retention' }).click();
    await button(page, 'Save to a dashboard').click();
    await page.getByRole('radio', { name: 'Curves' }).check({ force: true });
    await page.getByLabel('Title of the tile').fill('Saved curves');
    await button(page, 'Save').click();
    await page.getByRole('link', { name: 'Open the dashboard' }).click();
    for (const title of ['Saved Lifecycle', 'Saved Repeat orders', 'Saved curves']) {
      const tile = page.locator('[data-tile]').filter({ hasText: title });
      await tile.locator('svg[data-chart]').first().waitFor();
    }
    expect(faults).toEqual([]);
  });

  it('are shown in a frame, in the look that the site around it has, and lead nowhere', async () => {
    const { page } = await openBoard();
    await button(page, 'Share').click();
    await page.getByRole('tab', { name: 'Embed' }).click();
    await page.getByLabel('Where it is shown').fill('Portal');
    await page.getByLabel('Sites that may show it').fill('example.com');
    await button(page, 'Make it').click();
    await page.getByText('A site is written like https://example.com').waitFor();
    await page.getByLabel('Sites that may show it').fill('https://example.com');
    await button(page, 'Make it').click();
    await page.getByLabel('Look').selectOption('dark');
    const snippet = (await page.locator('pre').textContent()) ?? '';
    expect(snippet).toContain('<iframe');
    expect(snippet).toContain('?theme=dark"');
    const path = /\/embed\/[\w-]+/.exec(snippet)?.[0] ?? '';
    for (const look of LOOKS) {
      const at = `${path}?theme=${look.colorScheme}&lang=de`;
      const framed = await open(at, { ...look, colorScheme: 'light', stranger: true });
      await framed.page.locator('[data-tile] svg[data-chart]').first().waitFor();
      const root = framed.page.locator('html');
      await expect.poll(() => root.getAttribute('data-theme')).toBe(look.colorScheme);
      await expect.poll(() => root.getAttribute('lang')).toBe('de');
      expect(await framed.page.getByRole('link').count()).toBe(0);
      expect(await framed.page.getByRole('navigation').count()).toBe(0);
      await expectAccessible(framed.page, `embedded ${look.colorScheme} ${look.width}`);
      await framed.page.context().close();
    }
    await button(page, 'Take back the embedding in Portal').click();
    await page.getByText('Nowhere so far.').waitFor();
  });

  it('are talked about, until it is settled', async () => {
    const { page } = await openBoard();
    await button(page, 'Comments').click();
    await page.getByLabel('Your comment').fill('Why did Tuesday fall?');
    await button(page, 'Comment').click();
    await page.getByRole('listitem').getByText('Why did Tuesday fall?').waitFor();
    await expectAccessible(page, 'comments');
    await button(page, 'Settle').click();
    await page.getByText('One is settled').click();
    await button(page, 'Open again').click();
    await button(page, 'Remove').click();
    await page.getByText('Nothing was said yet.').waitFor();
  });

  it('leave explorations that are no tiles yet by name', async () => {
    const { page } = await open('/explore?x=revenue&b=channel');
    await page.locator('svg[data-chart]').first().waitFor();
    await button(page, 'Saved').click();
    await page.getByLabel('Save this one as').fill('Channels');
    await button(page, 'Save').click();
    await page.getByRole('link', { name: 'Channels' }).waitFor();
    await button(page, 'Make “Channels” a favourite').click();
    await button(page, '“Channels” is a favourite; make it none').waitFor();
    await expectAccessible(page, 'saved explorations');
    await button(page, 'Rename “Channels”').click();
    await page.getByLabel('New name').fill('By channel');
    await button(page, 'Rename').click();
    await page.getByRole('link', { name: 'By channel' }).waitFor();
    const other = await open('/explore');
    await button(other.page, 'Saved').click();
    await other.page.getByRole('link', { name: 'By channel' }).click();
    await expect
      .poll(() => other.page.evaluate(() => new URLSearchParams(location.search).get('b')))
      .toBe('channel');
    await button(page, 'Remove “By channel”').click();
    await page.getByText('Nothing saved yet.').waitFor();
  });

  it('show the orders of a distribution’s column', async () => {
    const { page } = await open('/explore?x=revenue&as=histogram');
    await page.locator('svg[data-chart]').first().waitFor();
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const rows = page.getByRole('dialog').getByRole('row');
    await rows.nth(1).waitFor();
    await expectAccessible(page, 'orders of a column');
  });

  it('draw what was noted for a day', async () => {
    const { page } = await openBoard();
    await button(page, 'More').click();
    await page.getByRole('menuitem', { name: 'Annotations…' }).click();
    const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Day', { exact: true }).fill(day);
    await page.getByLabel('What happened').fill('Prices raised');
    await button(page, 'Add').click();
    await page.getByRole('listitem').getByText('Prices raised').first().waitFor();
    await page.keyboard.press('Escape');
    await page
      .locator('[data-tile] svg[data-chart] text', { hasText: /^Prices/ })
      .first()
      .waitFor();
  });

  it('are accessible in light and dark, on a desk and on a phone', async () => {
    for (const look of LOOKS) {
      const name = `${look.colorScheme} ${look.width}`;
      const { page, faults } = await open('/dashboards', look);
      await page.locator('main').getByRole('link', { name: 'Weekly round' }).waitFor();
      await expectAccessible(page, `list ${name}`);
      await button(page, 'New dashboard').click();
      await expectAccessible(page, `new ${name}`);
      await page.keyboard.press('Escape');
      await page.locator('main').getByRole('link', { name: 'Weekly round' }).click();
      await page.locator('[data-tile] svg[data-chart]').first().waitFor();
      await expectAccessible(page, `board ${name}`);
      await button(page, 'Edit').click();
      await button(page, 'Add a tile').waitFor();
      await page.locator('[data-tile] svg[data-chart]').first().waitFor();
      await expectAccessible(page, `editor ${name}`);
      await addTile(page, 'Heat grid', 'Revenue');
      await expectAccessible(page, `tile ${name}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(look.width);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });
});

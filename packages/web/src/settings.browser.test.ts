import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage, type Session } from './testing/browser.js';
import { LOOKS, violations } from './testing/looks.js';
import { type RealServer, startRealServer } from './testing/real-server.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

/** A folder for pictures of every page in every look; none are taken without it. */
const PICTURES = process.env.OLYMPUS_TEST_PICTURES;

/** One server from its first start on: each test goes on where the one before it left off. */
describe.skipIf(!hasChromium)('an owner without the command line', () => {
  let server: RealServer;
  let browser: Browser;
  let session: Session;
  let secret = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startRealServer(), launchChromium()]);
    const { page } = await openPage(browser, { locale: 'en-GB' });
    await page.goto(server.signInUrl);
    await page.getByRole('heading', { level: 1, name: 'Welcome to Olympus' }).waitFor();
    session = await page.context().storageState();
    await close(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (
    path: string,
    look: { colorScheme?: 'light' | 'dark'; width?: number; locale?: string } = {},
  ) => {
    const width = look.width ?? 1440;
    const watched = await openPage(browser, {
      storageState: session,
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look.colorScheme ?? 'light',
      locale: look.locale ?? 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
      hasTouch: width < 600,
      isMobile: width < 600,
    });
    await watched.page.goto(server.url + path);
    return watched;
  };
  const close = (page: Page) => page.context().close();
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const picture = async (page: Page, name: string) => {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  /** Looks at something in every look: no violation, nothing sideways, and a picture. */
  const inEveryLook = async (
    path: string,
    name: string,
    ready: (page: Page) => Promise<unknown>,
  ) => {
    for (const look of LOOKS) {
      const { page, faults } = await open(path, look);
      await ready(page);
      await page.waitForTimeout(250);
      await picture(page, `${name}-${look.colorScheme}-${look.width}`);
      expect(await violations(page), `${name} ${JSON.stringify(look)}`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} ${look.width}`).toBe(0);
      expect(faults).toEqual([]);
      await close(page);
    }
  };
  const send = (event: object, key = secret) =>
    fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/cloudevents+json',
      },
      body: JSON.stringify(event),
    });
  const order = (id: string, quantity: unknown) => ({
    specversion: '1.0',
    id,
    source: 'till-1',
    type: 'order.created',
    time: new Date().toISOString(),
    data: {
      order_id: id,
      currency: 'GBP',
      items: [{ product_id: 'mug', quantity, unit_price: '12.50' }],
    },
  });
  const row = (page: Page, name: string | RegExp) =>
    page.getByRole('row').filter({ hasText: name }).first();
  const shownSecret = async (within: Locator) =>
    ((await within.locator('code.select-all').textContent()) ?? '').trim();

  it('sees a first run that any device can read', async () => {
    await inEveryLook('/', 'first-run', (page) => heading(page, 'Welcome to Olympus'));
  });

  it('makes a shop, and is asked what is missing', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('button', { name: 'Make the shop' }).click();
    await page.getByText('Give the shop a name.').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour & Pine');
    expect(await page.getByRole('textbox', { name: 'Id', exact: true }).inputValue()).toBe(
      'harbour-pine',
    );
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe(
      'Europe/London',
    );
    expect(await page.getByRole('combobox', { name: 'Currency' }).inputValue()).toContain('GBP');
    await page.getByRole('button', { name: 'Make the shop' }).click();
    await page.getByText('Listening for the first event of Harbour & Pine').waitFor();
    expect(faults).toEqual([]);
    await close(page);
    await inEveryLook('/', 'empty', (page) => page.getByText('Listening for').waitFor());
  });

  it('makes the first key by a button, sees what is rejected, and then the first event', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByText('the only time that the secret is shown').waitFor();
    secret = await shownSecret(page.getByRole('main'));
    expect(secret.length).toBeGreaterThan(20);
    for (const way of ['Node', 'Segment', 'Till (HTTP)', 'curl']) {
      await page.getByRole('tab', { name: way }).click();
      expect(await page.locator('pre').first().textContent()).toContain(secret);
    }
    expect(await violations(page)).toEqual([]);
    await picture(page, 'empty-with-key');
    const [, body = ''] =
      /-d '([^']*)'$/.exec((await page.locator('pre').first().textContent()) ?? '') ?? [];
    await send(order('bad-1', 'many'));
    await page.getByText(/An event arrived and could not be stored/).waitFor({ timeout: 60_000 });
    expect((await send(JSON.parse(body) as object)).status).toBe(200);
    await page.getByRole('main').getByText('The first event is here.').waitFor({ timeout: 60_000 });
    await picture(page, 'first-event');
    expect(faults).toEqual([]);
    await close(page);
  });

  it('makes a key for a purpose, replaces it, and revokes it', async () => {
    const { page, faults } = await open('/settings/keys');
    await heading(page, 'API keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    await dialog.getByText('Give the key a name.').waitFor();
    await dialog.getByRole('radio', { name: /Something else/ }).check();
    await dialog.getByText('Choose at least one thing').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'key-form');
    await dialog.getByRole('radio', { name: /^Send events/ }).check();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Till 1');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    await dialog.getByText('the only time that the secret is shown').waitFor();
    const first = await shownSecret(dialog);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'key-made');
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect((await send(order('till-1', 1), first)).status).toBe(200);

    await row(page, 'Till 1').getByRole('gridcell').last().click();
    const drawer = page.getByRole('dialog', { name: 'Till 1' });
    await drawer.getByRole('button', { name: 'Replace…' }).click();
    const replace = page.getByRole('dialog', { name: /Replace the key/ });
    await replace
      .getByLabel('The old secret works for')
      .selectOption('No longer: it stops at once');
    await replace.getByRole('button', { name: 'Make a new secret' }).click();
    const made = page.getByRole('dialog', { name: /is made/ });
    const second = await shownSecret(made);
    await made.getByRole('button', { name: 'Done' }).click();
    expect((await send(order('till-2', 1), first)).status).toBe(401);
    expect((await send(order('till-2', 1), second)).status).toBe(200);
    await page.keyboard.press('Escape');

    await page
      .getByRole('row')
      .filter({ hasText: 'Till 1' })
      .filter({ hasText: 'Active' })
      .getByRole('gridcell')
      .last()
      .click();
    await page
      .getByRole('dialog', { name: 'Till 1' })
      .getByRole('button', { name: 'Revoke…' })
      .click();
    const confirm = page.getByRole('alertdialog');
    expect(await page.locator(':focus').textContent()).toBe('Cancel');
    await confirm.getByRole('button', { name: 'Revoke the key' }).click();
    await page.getByText('The key “Till 1” is revoked.').first().waitFor();
    expect((await send(order('till-3', 1), second)).status).toBe(401);
    expect(faults).toEqual([]);
    await close(page);
  });

  it('invites people, who choose their password themselves; changes a role, and removes', async () => {
    const { page, faults } = await open('/settings/people');
    await page.getByText('Only operators so far').waitFor();
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog.getByText('Give an email address.').waitFor();
    await dialog.getByRole('textbox', { name: 'Email' }).fill('grace@example.com');
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Grace Hopper');
    await dialog.getByRole('radio', { name: /^Analyst/ }).check();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'person-form');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByRole('dialog', { name: 'Pass this link to Grace Hopper' }).waitFor();
    const link = new URL(await shownSecret(dialog));
    expect(link.pathname).toBe('/join');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'person-invited');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByText(/grace@example.com · Analyst · invited by/).waitFor();
    await inEveryLook('/settings/people?tenant=harbour-pine', 'people-invited', (shown) =>
      shown.getByText('Invited', { exact: true }).waitFor(),
    );
    await readInvitation(link.hash);

    const { page: hers } = await openPage(browser, { locale: 'en-GB' });
    await hers.goto(`${server.url}/join${link.hash}`);
    await heading(hers, 'Join Harbour & Pine');
    await hers.getByLabel('Choose a password').fill('short');
    await hers.getByRole('button', { name: 'Join Harbour & Pine' }).click();
    await hers.getByText(/A password has 12 to 256 characters/).waitFor();
    await picture(hers, 'join-refused');
    await hers.getByLabel('Choose a password').fill('nanoseconds are pieces of wire');
    await hers.getByRole('button', { name: 'Join Harbour & Pine' }).click();
    await heading(hers, 'Overview');
    await hers.goto(`${server.url}/settings/keys`);
    await hers.getByText('You cannot look at “API keys”').waitFor();
    expect(await violations(hers)).toEqual([]);
    await hers.goto(`${server.url}/data/dead-letters`);
    await heading(hers, 'Dead letters');
    await row(hers, /quantity|items/).waitFor();
    expect(await hers.getByRole('button', { name: /again/ }).count()).toBe(0);

    await page.reload();
    await row(page, 'Grace Hopper').getByRole('gridcell').last().click();
    const drawer = page.getByRole('dialog', { name: 'Grace Hopper' });
    await drawer.getByRole('button', { name: 'Make a sign-in link' }).click();
    expect(await shownSecret(drawer)).toContain('/sign-in/');
    await picture(page, 'person');
    await drawer.getByRole('radio', { name: /^Viewer/ }).click();
    await page.getByText('Grace Hopper is Viewer now.').first().waitFor();
    await drawer.getByRole('button', { name: 'Close' }).click();
    await row(page, 'Grace Hopper').getByText('Viewer').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Grace Hopper').getByText('Analyst').waitFor();
    await row(page, 'Grace Hopper').getByRole('gridcell').last().click();
    await drawer.getByRole('button', { name: 'Remove…' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Remove Grace Hopper' })
      .click();
    await page.getByText('Grace Hopper is removed.').first().waitFor();

    // she has an account now: signed in, she accepts with it
    const again = await page.evaluate(async () => {
      const response = await fetch('/api/tenants/harbour-pine/invitations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-olympus-csrf': '1' },
        body: JSON.stringify({ email: 'grace@example.com', role: 'analyst' }),
      });
      return ((await response.json()) as { token: string }).token;
    });
    await hers.goto(`${server.url}/join#${again}`);
    await hers.reload();
    await hers.getByText('You are signed in as grace@example.com.').waitFor();
    await picture(hers, 'join-known');
    await hers.getByRole('button', { name: 'Join Harbour & Pine' }).click();
    await heading(hers, 'Overview');
    await close(hers);
    await page.reload();
    await row(page, 'Grace Hopper').getByText('Analyst').waitFor();
    expect(faults).toEqual([]);
    await close(page);
  });

  /** The invitation as whoever opens its link sees it, in every look and language. */
  async function readInvitation(hash: string): Promise<void> {
    for (const look of LOOKS) {
      for (const locale of ['en-GB', 'de-DE']) {
        const { page } = await openPage(browser, {
          viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
          colorScheme: look.colorScheme,
          locale,
          reducedMotion: 'reduce',
        });
        await page.addInitScript(
          (language) => {
            localStorage.setItem('olympus.language', language);
          },
          locale.slice(0, 2),
        );
        await page.goto(`${server.url}/join${hash}`);
        await page.getByRole('heading', { level: 1, name: /Harbour & Pine/ }).waitFor();
        await picture(page, `join-${locale}-${look.colorScheme}-${look.width}`);
        expect(await violations(page)).toEqual([]);
        await page.getByText(/I have an account|Ich habe ein Konto/).click();
        await page
          .getByRole('radio')
          .nth(1)
          .and(page.locator(':checked'))
          .waitFor({ state: 'attached' });
        await picture(page, `join-account-${locale}-${look.colorScheme}-${look.width}`);
        await close(page);
      }
    }
  }

  it('says that an invitation is over', async () => {
    const { page } = await openPage(browser, { locale: 'en-GB' });
    await page.goto(`${server.url}/join#used-up`);
    await heading(page, 'This invitation is over');
    await picture(page, 'join-over');
    await close(page);
  });

  it('changes one’s own password', async () => {
    const { page } = await open('/settings/people');
    await heading(page, 'People');
    await page.getByRole('button', { name: 'Account' }).first().click();
    await page.getByRole('menuitem', { name: /Preferences/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Preferences' });
    await dialog.getByLabel('New password').fill('short');
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await dialog.getByText(/A password has 12 to 256 characters/).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('New password').fill('an owner’s own long sentence');
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await page.getByText('Your password is changed.').first().waitFor();
    await dialog.getByLabel('Current password').waitFor();
    await picture(page, 'preferences-password');
    // the other sessions have ended with it
    session = await page.context().storageState();
    await close(page);
  });

  it('cannot lock a shop’s last owner out', async () => {
    const { page } = await open('/settings/people');
    await row(page, 'Grace Hopper').getByRole('gridcell').last().click();
    const drawer = page.getByRole('dialog', { name: 'Grace Hopper' });
    await drawer.getByRole('radio', { name: /^Owner/ }).click();
    await drawer.getByText('The only owner').waitFor();
    expect(await drawer.getByRole('button', { name: 'Remove…' }).isDisabled()).toBe(true);
    expect(await drawer.getByRole('radio', { name: /^Viewer/ }).isDisabled()).toBe(true);
    await close(page);
  });

  it('corrects a dead letter and sends it again, sends all, and discards', async () => {
    await send(order('bad-2', -1.5));
    await send({ ...order('bad-3', 1), type: 'table.reserved', data: { guests: 2 } });
    await send({ ...order('bad-4', 1), type: 'table.reserved', data: { guests: 3 } });
    const { page, faults } = await open('/data/dead-letters');
    await heading(page, 'Dead letters');
    await page.getByRole('group', { name: 'By reason' }).getByRole('button').nth(2).waitFor();
    await row(page, '/data/items/0/quantity').getByRole('gridcell').last().click();
    const drawer = page.getByRole('dialog', { name: 'order.created' });
    await drawer.getByRole('button', { name: 'Correct…' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'dead-letter');
    await drawer.getByRole('button', { name: 'Correct…' }).click();
    const field = drawer.getByLabel('The event as it should have been');
    const text = await field.inputValue();
    await field.fill(text.replace('"quantity"', 'quantity'));
    await drawer.getByRole('button', { name: 'Save and send again' }).click();
    await drawer.getByText(/This is no JSON: look at line \d+/).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'dead-letter-editing');
    await field.fill(text.replace(/"quantity": (-1.5|"many")/, '"quantity": 3'));
    await drawer.getByRole('button', { name: 'Save and send again' }).click();
    await page.getByText('The event is stored now.').first().waitFor();
    await drawer.getByRole('button', { name: 'Close' }).click();

    const chip = page
      .getByRole('group', { name: 'By reason' })
      .getByRole('button', { name: /type/ });
    await chip.click();
    await expect.poll(() => new URL(page.url()).searchParams.get('code')).toMatch(/type/);
    await page.getByRole('button', { name: 'Send all 2 again' }).click();
    await page.getByText('still fail').first().waitFor();
    await page.getByRole('checkbox', { name: /all/i }).check();
    await page.getByRole('button', { name: 'Discard…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard 2 events' }).click();
    await page.getByText('2 events are discarded.').first().waitFor();
    await page.getByRole('tab', { name: 'Discarded' }).click();
    await row(page, 'table.reserved').waitFor();
    expect(faults).toEqual([]);
    await close(page);
  });

  it('declares an event type, told what is wrong with its schema where it is written', async () => {
    const { page, faults } = await open('/data/schemas');
    await page.getByRole('button', { name: 'Declare a type' }).click();
    const dialog = page.getByRole('dialog');
    const schema = dialog.getByLabel('JSON Schema of the event’s data');
    await dialog.getByLabel('Name of the type').fill('table.reserved');
    await schema.fill('{ "properties": { "guests": { "type": "number of people" } } }');
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click();
    await dialog.getByText(/The schema cannot be used/).waitFor();
    expect(await schema.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'declare-type');
    await schema.fill(
      '{ "required": ["guests"], "properties": { "guests": { "type": "integer" } } }',
    );
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'table.reserved' });
    await drawer.getByText('guests', { exact: true }).waitFor();
    await picture(page, 'event-type');
    expect(
      (await send({ ...order('t-1', 1), type: 'table.reserved', data: { guests: 2 } })).status,
    ).toBe(200);
    expect(faults.filter((fault) => !fault.includes('400') && !fault.includes('422'))).toEqual([]);
    await close(page);
  });

  it('changes the shop’s settings, undoes it, and finds it all in the audit log', async () => {
    const { page, faults } = await open('/settings/shop');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('');
    await page.getByText('Give the shop a name.').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour');
    await page.getByLabel('Weeks begin on').selectOption('Sunday');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The settings are saved.').first().waitFor();
    await page.getByText('Harbour', { exact: true }).filter({ visible: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Name', exact: true }).inputValue())
      .toBe('Harbour & Pine');
    const rates = page.getByRole('region', { name: 'Exchange rates' });
    await rates.getByRole('button', { name: 'Add' }).click();
    await rates.getByText('Choose a currency.').waitFor();
    await rates.getByText('Give a number above 0, such as 0.92.').waitFor();
    expect(await violations(page)).toEqual([]);
    await rates.getByRole('combobox', { name: 'Currency' }).fill('USD');
    await page.getByRole('option', { name: /^USD/ }).click();
    await rates.getByRole('textbox', { name: 'One unit in GBP' }).fill('0,92');
    await rates.getByRole('button', { name: 'Add' }).click();
    await rates.getByText('1 USD = 0.92 GBP').waitFor();
    await picture(page, 'shop-rates');
    await rates.getByRole('button', { name: 'Remove the rate of USD' }).click();
    await rates.getByText('1 USD = 0.92 GBP').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Make a shop' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour Pine');
    await dialog.getByRole('button', { name: 'Make the shop' }).click();
    await expect
      .poll(() =>
        dialog.getByRole('textbox', { name: 'Id', exact: true }).getAttribute('aria-invalid'),
      )
      .toBe('true');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Id', exact: true }).fill('second');
    await dialog.getByRole('button', { name: 'Make the shop' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('tenant')).toBe('second');
    await page.goto(`${server.url}/settings/audit?tenant=harbour-pine`);
    await row(page, 'API key revoked').getByRole('gridcell').last().click();
    await page.getByRole('dialog', { name: 'API key revoked' }).waitFor();
    await picture(page, 'audit-entry');
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
    await close(page);
  });

  it.each([
    ['/settings/keys', 'API keys', 'Till 1'],
    ['/settings/people', 'People', 'Grace Hopper'],
    ['/settings/shop', 'Shop', 'Shops on this server'],
    ['/data/schemas', 'Event types', 'table.reserved'],
    ['/data/dead-letters', 'Dead letters', 'Open'],
    ['/data/jobs', 'Jobs', 'Schedules'],
    ['/data/jobs?view=schedules', 'Jobs', 'Schedules'],
    ['/settings/audit', 'Audit log', 'API key created'],
    ['/settings/health', 'System health', 'Everything works'],
  ])('can read %s on any device', async (path, title, text) => {
    const at = `${path}${path.includes('?') ? '&' : '?'}tenant=harbour-pine`;
    await inEveryLook(at, path.replace(/\W+/g, '-').slice(1), async (page) => {
      await heading(page, title);
      await page.getByRole('main').getByText(text).filter({ visible: true }).first().waitFor();
    });
  });

  it('reads the same in German', async () => {
    for (const [path, title] of [
      ['/settings/keys', 'API-Schlüssel'],
      ['/data/dead-letters', 'Unzustellbares'],
      ['/settings/health', 'Systemzustand'],
    ] as const) {
      const { page } = await open(`${path}?tenant=harbour-pine`, { locale: 'de-DE' });
      await page.evaluate(() => localStorage.setItem('olympus.language', 'de'));
      await page.reload();
      await heading(page, title);
      await close(page);
    }
  });
});

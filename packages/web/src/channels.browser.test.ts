import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage, type Session } from './testing/browser.js';
import { LOOKS, violations } from './testing/looks.js';
import { type RealServer, startRealServer } from './testing/real-server.js';

if (!hasChromium) {
  if (process.env.CI) throw new Error('Chromium is not installed');
  console.warn('Skipped: Chromium is not installed (OLYMPUS_CHROMIUM names another path).');
}

/** Each test goes on where the one before it left off. */
describe.skipIf(!hasChromium)('an owner who wants to hear of things', () => {
  let server: RealServer;
  let browser: Browser;
  let session: Session;
  let receiver: Server;
  let status = 204;
  const posted: string[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => posted.push(chunk.toString()));
      request.on('end', () => response.writeHead(status).end('so it is'));
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    [server, browser] = await Promise.all([startRealServer(['shop']), launchChromium()]);
    const { page } = await openPage(browser, { locale: 'en-GB' });
    await page.goto(server.signInUrl);
    await page.getByRole('link', { name: 'Inbox' }).first().waitFor();
    session = await page.context().storageState();
    await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    receiver?.close();
  });

  const open = async (path: string, colorScheme: 'light' | 'dark' = 'light', width = 1440) => {
    const watched = await openPage(browser, {
      storageState: session,
      viewport: { width, height: 900 },
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await watched.page.goto(server.url + path);
    return watched;
  };
  const inEveryLook = async (path: string, ready: (page: Page) => Promise<unknown>) => {
    for (const { colorScheme, width } of LOOKS) {
      const { page, faults } = await open(path, colorScheme, width);
      await ready(page);
      expect(await violations(page), `${path} ${colorScheme} ${width}`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} ${width}`).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  };

  it('finds an inbox that says what will be there, and ways beyond it', async () => {
    await inEveryLook('/inbox', (page) => page.getByText('Nothing here yet').waitFor());
    await inEveryLook('/settings/channels', (page) => page.getByText('No channels yet').waitFor());
  });

  it('chooses how to be told', async () => {
    const { page, faults } = await open('/inbox');
    await page.getByRole('button', { name: 'How I am told' }).click();
    await page.getByLabel('Counted beside the bell').selectOption('critical');
    await page.getByText('has not named a mail server').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'How I am told' }).click();
    const field = page.getByLabel('Counted beside the bell');
    await expect.poll(() => field.inputValue()).toBe('critical');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('sets a webhook up, is shown its secret once, and sees the true outcome of tests', async () => {
    const { page } = await open('/settings/channels');
    await page.getByRole('button', { name: 'Add a channel' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Webhook', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Add the channel' }).click();
    await dialog.getByText('Give the channel a name.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Our system');
    await dialog.getByRole('textbox', { name: 'Address of the webhook' }).fill('nonsense');
    await dialog.getByRole('button', { name: 'Add the channel' }).click();
    await dialog.getByText('This is no address').first().waitFor();
    const { port } = receiver.address() as AddressInfo;
    const field = dialog.getByRole('textbox', { name: 'Address of the webhook' });
    await field.fill(`http://127.0.0.1:${port}/secret-path`);
    await dialog.getByRole('button', { name: 'Add the channel' }).click();
    await dialog.getByText('signs with this secret').waitFor();
    const secret = (await dialog.locator('code.select-all').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Our system').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Send a test' }).click();
    await drawer.getByText('Accepted: HTTP 204').waitFor();
    expect(posted.join('')).toContain('"type":"test"');
    status = 500;
    await drawer.getByRole('button', { name: 'Send a test' }).click();
    await drawer.getByText('HTTP 500: so it is').waitFor();
    const shown = await page.content();
    expect(shown).not.toContain('secret-path');
    expect(shown).not.toContain(secret);
    await page.context().close();
    await inEveryLook('/settings/channels', (one) => one.getByText('Our system').waitFor());
  });

  it('removes it again', async () => {
    const { page } = await open('/settings/channels');
    await page.getByText('Our system').first().click();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('button', { name: 'Remove the channel' }).click();
    await page.getByText('No channels yet').waitFor();
    await page.context().close();
  });
});

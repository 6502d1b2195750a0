import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { noticeOf, openDelivery } from './testing/harness.js';
import { startReceiver } from './testing/receiver.js';

it('sends what the documented code verifies, and that code refuses everything else', async () => {
  const text = await readFile(new URL('../../../docs/delivery.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'olympus-documented-'));
  await writeFile(join(folder, 'verify.mjs'), code);
  const { verify } = await import(pathToFileURL(join(folder, 'verify.mjs')).href);
  const receiver = await startReceiver();
  const at = await openDelivery();
  try {
    const tenant = await at.newTenant('shop');
    const made = { tenant_id: tenant, name: 'Hook', kind: 'webhook', url: receiver.url };
    const { channel, secret } = await at.call('channels.create', made);
    await at.delivery.send(tenant, noticeOf({ title: 'Größe “M” fehlt' }), {
      channels: [channel.id],
    });
    await at.settled();
    const { headers, body } = receiver.requests[0] ?? { headers: {}, body: '' };
    expect(verify(secret, headers, body)).toMatchObject({
      id: headers['webhook-id'],
      message: { type: 'notice', data: { title: 'Größe “M” fehlt' } },
    });
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const late = Date.now() / 1000 + 600;
    expect(() => verify(other, headers, body)).toThrow('not from Olympus');
    expect(() => verify(secret, headers, `${body} `)).toThrow('not from Olympus');
    expect(() => verify(secret, { ...headers, 'webhook-id': 'x' }, body)).toThrow('not from');
    expect(() => verify(secret, headers, body, late)).toThrow('too old');
    // what the documentation shows has the members that messages have
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
    const membersOf = (json: string) => {
      const { data, ...rest } = JSON.parse(json);
      return [Object.keys(rest), Object.keys(data), Object.keys(data.notices[0])];
    };
    expect(membersOf(shown)).toEqual(membersOf(body));
  } finally {
    await at.close();
    await receiver.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../../testing/test-server.js';
import { runCommandLine } from '../program.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.key('one', 'events:write')}` },
    body: JSON.stringify(orderEvent({ time: '2026-05-05T10:00:00Z' })),
  });
});
afterAll(() => server.close());

async function olympus(...args: string[]) {
  const written = { out: '', err: '' };
  const code = await runCommandLine(
    args,
    { OLYMPUS_DATA_DIR: server.folder, LOG_LEVEL: 'silent' },
    {
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
    },
  );
  return { code, ...written };
}

describe('olympus ask', () => {
  it('tells how the question was read, the figures, and what they say', async () => {
    const { code, out, err } = await olympus('ask', 'revenue in May 2026', '--tenant', 'one');
    expect(code).toBe(0);
    expect(out).toMatch(/^Revenue, May 2026 \(2026-05-01 – 2026-05-31\)\n/);
    expect(out).toMatch(/Revenue\n─+\n +19\.90\n/);
    expect(out).toContain('€19.90');
    expect(err).toMatch(/--conversation [0-9a-f-]{36}/);
  });

  it('writes amounts with the decimals of their currency', async () => {
    for (const [currency, written] of [
      ['KWD', '1.250'],
      ['JPY', '1,250'],
    ] as const) {
      const id = currency.toLowerCase();
      await server.platform.tenants.create({ id, currency });
      const unit_price = currency === 'KWD' ? 1.25 : 1250;
      const data = {
        order_id: 'o',
        currency,
        items: [{ product_id: 'p', quantity: 1, unit_price }],
      };
      await fetch(`${server.url}/api/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await server.key(id, 'events:write')}` },
        body: JSON.stringify(orderEvent({ data })),
      });
      const asked = await olympus('ask', 'revenue in May 2026', '--tenant', id);
      expect(asked.out).toMatch(new RegExp(`Revenue\\n─+\\n +${written}\\n`));
      const queried = await olympus('query', '--tenant', id, '--metrics', 'revenue');
      expect(queried.out).toMatch(new RegExp(` ${written}\\n`));
    }
  });

  it('goes on with a conversation, and is one JSON value when asked to be', async () => {
    const first = await olympus('ask', 'revenue in May 2026', '--tenant', 'one', '--json');
    const { conversation_id } = JSON.parse(first.out);
    const { out } = await olympus(
      'ask',
      'orders instead',
      '--tenant',
      'one',
      '--conversation',
      conversation_id,
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({
      frame: { metrics: ['orders'], time: { from: '2026-05-01' } },
      data: { tables: [{ rows: [{ orders: 1 }] }] },
    });
  });

  it('numbers what a question may mean, and takes the number', async () => {
    const unclear = await olympus('ask', 'revenue on 03/04/2026', '--tenant', 'one');
    expect(unclear.out).toMatch(/\n {2}1\. Revenue.*\n {2}2\. Revenue/);
    const args = ['ask', 'revenue on 03/04/2026', '--tenant', 'one', '--choose', '2', '--json'];
    expect(JSON.parse((await olympus(...args)).out)).toMatchObject({ outcome: { kind: 'answer' } });
  });

  it('says what it does not know, and fails only where there is a fault', async () => {
    const declined = await olympus('ask', 'the weather', '--tenant', 'one');
    expect(declined.code).toBe(0);
    expect(declined.out).toContain('“weather”');
    expect(declined.out).toContain('You can ask:');
    expect((await olympus('ask', 'revenue', '--tenant', 'none')).code).not.toBe(0);
  });
});

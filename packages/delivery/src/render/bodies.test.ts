import { expect, it } from 'vitest';
import type { Message } from './message.js';
import { slackBody } from './slack-body.js';
import { teamsBody } from './teams-body.js';

const notice = (title: string, severity: 'info' | 'critical' = 'info') => ({
  id: 1,
  thread: 'a',
  severity,
  title,
  lines: ['Fell by <40 %> & more, *really*'],
  facts: [{ label: 'Orders', value: '12' }],
  path: '/x',
  at: '2026-03-01T12:00:00.000Z',
  url: 'https://olympus.example/x?tenant=shop',
});
const message = (titles: readonly string[], total = titles.length): Message => ({
  id: 'msg_1',
  tenant: { id: 'shop', name: 'Shop & Co', locale: 'de-DE', timeZone: 'Europe/Berlin' },
  notices: titles.map((title) => notice(title, 'critical')),
  total,
  severity: 'critical',
  thread: 'a',
  inboxUrl: 'https://olympus.example/inbox?tenant=shop',
  recipient: undefined,
  unsubscribeUrl: undefined,
  test: false,
});

it('keeps what people wrote from meaning something to Slack, within its limits', () => {
  const text = JSON.stringify(slackBody(message(['Umsatz <!channel> fiel'])));
  expect(text).not.toContain('<!channel>"}');
  expect(text).toContain('Fell by &lt;40 %&gt; &amp; more');
  expect(text).toContain('Kritisch');
  expect(text).toContain('01.03.2026, 13:00');
  const many = slackBody(
    message(
      Array.from({ length: 20 }, () => 'x'.repeat(200)),
      1_234,
    ),
  );
  expect(many.blocks.length).toBeLessThanOrEqual(50);
  for (const block of many.blocks) {
    const inner = (block as { text?: { text: string } }).text?.text ?? '';
    expect(inner.length).toBeLessThanOrEqual(3_000);
  }
  expect(JSON.stringify(many)).toContain('und 1.214 weitere Meldungen');
  const [header] = many.blocks as readonly { text: { text: string } }[];
  expect(header?.text.text).toBe('1.234 Meldungen');
});

it('makes a card that Teams takes, with its Markdown escaped', () => {
  const { type, attachments } = teamsBody(message(['[click](https://evil.example)']));
  const [card] = attachments;
  expect([type, card?.contentType, card?.content.version]).toEqual([
    'message',
    'application/vnd.microsoft.card.adaptive',
    '1.4',
  ]);
  const text = JSON.stringify(card?.content.body);
  expect(text).toContain(JSON.stringify('\\[click\\](https://evil.example)').slice(1, -1));
  expect(text).toContain(JSON.stringify('\\*really\\*').slice(1, -1));
  expect(card?.content.actions).toEqual([
    {
      type: 'Action.OpenUrl',
      title: 'In Olympus öffnen',
      url: 'https://olympus.example/x?tenant=shop',
    },
  ]);
  const digest = teamsBody(
    message(
      Array.from({ length: 20 }, () => 'x'.repeat(200)),
      1_234,
    ),
  );
  const single = message(['x'.repeat(200)]);
  const longest = teamsBody({
    ...single,
    notices: single.notices.map((one) => ({
      ...one,
      lines: Array.from({ length: 20 }, () => 'ß'.repeat(2_000)),
      facts: Array.from({ length: 30 }, () => ({ label: 'l'.repeat(100), value: 'ß'.repeat(500) })),
    })),
  });
  // Teams takes messages up to 28 KB
  for (const body of [digest, longest]) {
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(28_000);
  }
});

import type { Severity } from '../notice.js';
import type { Message } from './message.js';
import { countOf, headlineOf, momentOf, unnamedOf, wordsOf } from './words.js';

const signs: Readonly<Record<Severity, string>> = {
  info: ':large_blue_circle:',
  warning: ':warning:',
  critical: ':red_circle:',
};

/** The only three signs that mean something in Slack's text. */
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
const section = (text: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(text, 2_900) },
});

/** A message as Block Kit, with plain text for notifications and screen readers. */
export function slackBody(message: Message) {
  const words = wordsOf(message.tenant.locale);
  const headline = headlineOf(message);
  return {
    text: `${words.severity[message.severity]}: ${escaped(headline)}`,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(headline, 150), emoji: false } },
      ...(message.total > 1 ? digestBlocks(message) : noticeBlocks(message)),
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: `${signs[message.severity]} ${words.severity[message.severity]} · ${escaped(message.tenant.name)} · ${momentOf(message, message.notices.at(-1)?.at ?? '')}`,
          },
        ],
      },
    ],
  };
}

function noticeBlocks(message: Message) {
  const words = wordsOf(message.tenant.locale);
  const [notice] = message.notices;
  if (notice === undefined) return [];
  const fields = notice.facts.slice(0, 10).map(({ label, value }) => ({
    type: 'mrkdwn',
    text: `*${escaped(label)}*\n${escaped(value)}`,
  }));
  return [
    ...(notice.lines.length > 0 ? [section(notice.lines.map(escaped).join('\n\n'))] : []),
    ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
    button(words.open, notice.url),
  ];
}

function digestBlocks(message: Message) {
  const words = wordsOf(message.tenant.locale);
  const unnamed = unnamedOf(message);
  const named = message.notices.map(
    ({ severity, title, url }) => `${signs[severity]} <${url}|${escaped(cut(title, 100))}>`,
  );
  return [
    section(words.digestLine),
    ...chunksOf(named, 8).map((part) => section(part.join('\n'))),
    ...(unnamed > 0 ? [section(words.more(countOf(message, unnamed)))] : []),
    button(words.openInbox, message.inboxUrl),
  ];
}

const button = (text: string, url: string) => ({
  type: 'actions',
  elements: [{ type: 'button', style: 'primary', text: { type: 'plain_text', text }, url }],
});

function chunksOf<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}

import type { Severity } from '../notice.js';
import type { Message } from './message.js';
import { countOf, headlineOf, momentOf, unnamedOf, wordsOf } from './words.js';

const colors: Readonly<Record<Severity, string>> = {
  info: 'accent',
  warning: 'warning',
  critical: 'attention',
};

/** Teams takes messages up to 28 KB: of a longer notice this much is shown, and the page has the rest. */
const shown = { lines: 8, line: 800, facts: 12, value: 200 } as const;
const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** Cards read a little Markdown. */
const escaped = (text: string) => text.replace(/[\\*_[\]`#]/g, '\\$&');

const textBlock = (text: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'TextBlock',
  text: escaped(text),
  wrap: true,
  ...more,
});

/** A message as an adaptive card (version 1.4) in the envelope that workflows of Teams take. */
export function teamsBody(message: Message) {
  const words = wordsOf(message.tenant.locale);
  const { severity, total, notices, tenant } = message;
  const [notice] = notices;
  const url = total > 1 ? message.inboxUrl : (notice?.url ?? message.inboxUrl);
  const head = `${words.severity[severity]} · ${tenant.name} · ${momentOf(message, notices.at(-1)?.at ?? '')}`;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    lang: tenant.locale,
    msteams: { width: 'Full' },
    body: [
      textBlock(head, { size: 'small', color: colors[severity], weight: 'bolder' }),
      textBlock(headlineOf(message), { size: 'large', weight: 'bolder', style: 'heading' }),
      ...(total > 1 ? digest(message) : notice === undefined ? [] : body(notice)),
    ],
    actions: [{ type: 'Action.OpenUrl', title: total > 1 ? words.openInbox : words.open, url }],
  };
  return {
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content },
    ],
  };
}

function body({ lines, facts }: Message['notices'][number]) {
  const set = facts.slice(0, shown.facts).map(({ label, value }) => ({
    title: escaped(label),
    value: escaped(cut(value, shown.value)),
  }));
  return [
    ...lines.slice(0, shown.lines).map((line) => textBlock(cut(line, shown.line))),
    ...(set.length > 0 ? [{ type: 'FactSet', facts: set }] : []),
  ];
}

function digest(message: Message) {
  const words = wordsOf(message.tenant.locale);
  const unnamed = unnamedOf(message);
  return [
    textBlock(words.digestLine),
    ...message.notices.map(({ title, url, severity }) => ({
      ...textBlock('', { color: colors[severity], spacing: 'small' }),
      text: `[${escaped(title)}](${url})`,
    })),
    ...(unnamed > 0 ? [textBlock(words.more(countOf(message, unnamed)))] : []),
  ];
}

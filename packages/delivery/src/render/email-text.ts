import type { Message } from './message.js';
import { countOf, headlineOf, momentOf, unnamedOf, wordsOf } from './words.js';

/** The message as plain text, for programs and people that prefer it. */
export function emailText(message: Message): string {
  const words = wordsOf(message.tenant.locale);
  const unnamed = unnamedOf(message);
  const parts = message.notices.flatMap((notice) => [
    `${words.severity[notice.severity]} · ${momentOf(message, notice.at)}\n${notice.title}`,
    ...(message.total > 1 ? [] : notice.lines),
    ...(message.total > 1 || notice.facts.length === 0
      ? []
      : [notice.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')]),
    ...(message.total > 1 ? [notice.url] : [`${words.open}: ${notice.url}`]),
  ]);
  return [
    ...(message.total > 1 ? [headlineOf(message), words.digestLine] : []),
    ...parts,
    ...(unnamed > 0 ? [words.more(countOf(message, unnamed))] : []),
    ...(message.total > 1 ? [`${words.openInbox}: ${message.inboxUrl}`] : []),
    '--',
    words.footer(message.tenant.name),
    ...(message.unsubscribeUrl === undefined
      ? []
      : [`${words.unsubscribe}: ${message.unsubscribeUrl}`]),
  ].join('\n\n');
}

import { deliveryLimits } from './limits.js';
import { invalidNotice } from './problems.js';

/** How much a message matters to its reader; rising. */
export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** What rooms say to people; each way there gives it its own form. */
export interface Notice {
  /** What it is about, the duplicates key: one message per recipient and cause (`alert:ab12:firing:3`). */
  readonly cause: string;
  /** Notices of one thread belong together (digests, threads of email), such as `alert:ab12`. */
  readonly thread: string;
  readonly severity: Severity;
  /** Plain text, at most 200 characters. */
  readonly title: string;
  /** Plain paragraphs: why, since when, how much. */
  readonly lines: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Path inside Olympus that opens that very view, such as `/alerts/ab12`. */
  readonly path: string;
  readonly at: Date;
}

/** @throws Problem `invalid_notice` with the place */
export function checkNotice(notice: Notice): void {
  const { title, line, lines, label, value, facts, cause, path } = deliveryLimits;
  requireText(notice.cause, cause, '/cause');
  requireText(notice.thread, cause, '/thread');
  requireText(notice.title, title, '/title');
  if (!severities.includes(notice.severity)) {
    throw invalidNotice(`"${String(notice.severity)}" is no severity`, '/severity');
  }
  if (notice.lines.length > lines) throw invalidNotice(`More than ${lines} paragraphs`, '/lines');
  if (notice.facts.length > facts) throw invalidNotice(`More than ${facts} facts`, '/facts');
  notice.lines.forEach((text, index) => {
    requireText(text, line, `/lines/${index}`);
  });
  notice.facts.forEach((fact, index) => {
    requireText(fact.label, label, `/facts/${index}/label`);
    requireText(fact.value, value, `/facts/${index}/value`);
  });
  // an address on another host would make the message a way out of Olympus
  if (!/^\/(?![/\\])[^\s\\]*$/.test(notice.path) || notice.path.length > path) {
    throw invalidNotice('It is no path inside Olympus, such as /alerts/ab12', '/path');
  }
  if (Number.isNaN(notice.at.getTime())) throw invalidNotice('It is no moment', '/at');
}

function requireText(text: string, most: number, at: string): void {
  if (text.trim() === '') throw invalidNotice('It is empty', at);
  if (text.length > most) throw invalidNotice(`It is longer than ${most} characters`, at);
}

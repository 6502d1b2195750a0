import { oneOf, text } from '../address/page-search.js';

export const SPANS = ['any', 'day', 'week', 'month', 'quarter'] as const;
type Span = (typeof SPANS)[number];

/** What the page keeps in the address: which entries are listed. */
export const auditSearch = { actor: text(), action: text(), span: oneOf(SPANS, 'any') };

export interface AuditFilter {
  readonly actor: string | undefined;
  readonly action: string | undefined;
  readonly span: Span;
}

const DAYS: Readonly<Record<Exclude<Span, 'any'>, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
};
const DAY_MS = 86_400_000;

export const isNarrowed = ({ actor, action, span }: AuditFilter): boolean =>
  actor !== undefined || action !== undefined || span !== 'any';

/** The part of a request for entries that the filter asks. */
export function askedOf({ actor, action, span }: AuditFilter, nowMs: number) {
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { action }),
    ...(span === 'any' ? {} : { from: new Date(nowMs - DAYS[span] * DAY_MS).toISOString() }),
  };
}

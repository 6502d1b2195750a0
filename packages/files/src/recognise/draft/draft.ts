import type { ColumnField, Field, Mapping, Time } from '../../mapping/mapping.js';
import { type Note, note } from '../../notes/notes.js';
import type { Assignments } from '../assign.js';
import type { Layout } from '../layouts.js';
import type { PriceEvidence } from '../price-check.js';
import type { FileProfile } from '../profile.js';
import type { Role } from '../roles.js';

/** What is known of the shop that a file is for. */
export interface RecogniseHints {
  /** The shop's currency, ISO 4217. */
  readonly currency: string;
  /** The shop's time zone. */
  readonly zone: string;
  /** The moment that stands for rows without a date. */
  readonly now: string;
  /** Who sent it, part of the events' ids; the system's name when left out. */
  readonly source?: string | undefined;
  readonly channel?: string | undefined;
}

/** A question about a column that has to be there. */
export type MissingColumn = Note & { readonly role: Role };

export interface Drafted {
  /** Undefined while something is missing. */
  readonly mapping: Mapping | undefined;
  /** What has to be there and was not found. */
  readonly missing: readonly MissingColumn[];
  readonly warnings: readonly Note[];
}

/** What the parts of a draft share. */
export interface Draft {
  readonly profile: FileProfile;
  readonly assigned: Assignments;
  readonly layout: Layout | undefined;
  readonly hints: RecogniseHints;
  readonly prices: PriceEvidence;
  readonly warnings: Note[];
  readonly missing: MissingColumn[];
}
/** An object without the members that are undefined. */
export function present<T extends Record<string, unknown>>(members: T) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export function need(draft: Draft, role: Role): string {
  const column = draft.assigned.get(role)?.column;
  if (column !== undefined) return column;
  draft.missing.push({ ...note('column_needed', { role }), role });
  return '';
}

/** A field of a role, with the other columns that a layout knows for it. */
export function field(
  { assigned }: Draft,
  role: Role,
  extra: Partial<ColumnField> = {},
): ColumnField | undefined {
  const found = assigned.get(role);
  if (found === undefined) return undefined;
  const { column, alternatives = [] } = found;
  return { column, ...(alternatives.length === 0 ? {} : { or: [...alternatives] }), ...extra };
}

export const number = (draft: Draft, role: Role, extra: Partial<ColumnField> = {}) =>
  field(draft, role, { number: true, ...extra });

/** When something happened; the moment of the import where a file about things has no dates. */
export function timeOf(draft: Draft, role: Role = 'ordered_at', optional = false): Time {
  const found = draft.assigned.get(role);
  if (found === undefined && optional) return { constant: draft.hints.now };
  const column = need(draft, role);
  const { layout, assigned, profile } = draft;
  const values = profile.columns.find(({ name }) => name === column)?.examples ?? [];
  const clock = assigned.get('clock')?.column;
  const dayOnly = !values.some((value) => value.includes(':'));
  const zone = assigned.get('zone')?.column;
  return {
    column,
    ...(found?.alternatives === undefined || found.alternatives.length === 0
      ? {}
      : { or: [...found.alternatives] }),
    ...(clock !== undefined && dayOnly ? { clock } : {}),
    ...(zone === undefined ? {} : { zone_column: zone }),
    ...(layout?.dateOrder === undefined ? {} : { order: layout.dateOrder }),
  };
}

export function later(time: Time, seconds: number): Time {
  return 'constant' in time ? time : { ...time, plus_seconds: seconds };
}

/** The currency's column; else what amounts say themselves; else the shop's own, with a word about it. */
export function currencyOf(draft: Draft): Field {
  const own = field(draft, 'currency', { upper: true, default: draft.hints.currency });
  if (own !== undefined) return own;
  const { hints, warnings, profile } = draft;
  const marks = profile.columns.flatMap(({ name, numbers }) =>
    Array.from(numbers.marks.values(), ({ of, example }) => ({ column: name, of, example })),
  );
  const [first] = marks;
  const shared = first?.of.filter((code) => marks.every(({ of }) => of.includes(code))) ?? [];
  const told = shared.includes(hints.currency) ? hints.currency : shared[0];
  if (told === undefined) {
    warnings.push(note('currency_assumed', { currency: hints.currency }));
  } else if (told !== hints.currency && first !== undefined) {
    const { column, example } = first;
    warnings.push(note('currency_from_amounts', { column, example, currency: told }));
  }
  return { constant: told ?? hints.currency };
}

/** Who bought: the id the shop gave, or else the e-mail address. */
export function customerOf(draft: Draft): ColumnField | undefined {
  const email = draft.assigned.get('email')?.column;
  const id = field(draft, 'customer_id', { values: { '0': '', Guest: '', guest: '' } });
  if (id !== undefined) {
    const others = [...(id.or ?? []), ...[email ?? []].flat()];
    return others.length === 0 ? id : { ...id, or: others };
  }
  if (email !== undefined) return { column: email, lower: true };
  draft.warnings.push(note('customers_unknown'));
  return undefined;
}

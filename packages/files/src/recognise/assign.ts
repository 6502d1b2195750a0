import { type Note, note } from '../notes/notes.js';
import type { valueNotes } from '../notes/recognition.js';
import { headerWords, normaliseHeader } from './header-words.js';
import type { Layout } from './layouts.js';
import type { ColumnProfile, FileProfile } from './profile.js';
import { type Role, roles } from './roles.js';

/** What a column was taken for, and why. */
export interface Assignment {
  readonly column: string;
  readonly role: Role;
  /** 0–1. */
  readonly confidence: number;
  readonly reasons: readonly Note[];
  /** Columns that stand in where it is empty. */
  readonly alternatives?: readonly string[];
  /** False where a person should look. */
  readonly sure: boolean;
}

export type Assignments = ReadonlyMap<Role, Assignment>;

const sureFrom = 0.75;

/** Roles by the layout of a known system; what it does not name stays open. */
export function assignByLayout(layout: Layout, { columns }: FileProfile): Assignments {
  const byHeader = new Map(columns.map((column) => [column.header, column]));
  const assigned = new Map<Role, Assignment>();
  for (const role of roles) {
    const names = layout.roles[role] ?? [];
    const present = names.flatMap((name) => byHeader.get(normaliseHeader(name)) ?? []);
    const column = present.find(({ filled }) => filled > 0) ?? present[0];
    if (column === undefined) continue;
    assigned.set(role, {
      column: column.name,
      role,
      confidence: 0.98,
      alternatives: present.filter((other) => other !== column).map(({ name }) => name),
      reasons: [note('named_so_in_layout', { layout: layout.title })],
      sure: true,
    });
  }
  return assigned;
}

interface Candidate {
  readonly column: ColumnProfile;
  readonly role: Role;
  readonly score: number;
  readonly reasons: readonly Note[];
}

/** Roles by header words and the shapes of values: best matches first, each column and role once. */
export function assignByWords({ columns }: FileProfile): Assignments {
  const candidates = columns.flatMap((column) =>
    roles.flatMap((role): Candidate[] => {
      const word = wordScore(column.header, role);
      const shape = shapeScore(column, role);
      const score = word.score * shape.factor + (word.score === 0 ? shape.alone : 0);
      if (score < 0.35) return [];
      return [{ column, role, score, reasons: [...word.reasons, ...shape.reasons] }];
    }),
  );
  candidates.sort((a, b) => b.score - a.score);
  const assigned = new Map<Role, Assignment>();
  const taken = new Set<string>();
  for (const { column, role, score, reasons } of candidates) {
    if (assigned.has(role) || taken.has(column.name)) continue;
    const rival = candidates.find(
      (other) =>
        other.role === role &&
        other.column !== column &&
        !taken.has(other.column.name) &&
        score - other.score < 0.1,
    );
    taken.add(column.name);
    assigned.set(role, {
      column: column.name,
      role,
      confidence: Math.round(Math.min(score, 1) * 100) / 100,
      reasons:
        rival === undefined
          ? reasons
          : [...reasons, note('other_column_possible', { column: rival.column.name })],
      sure: score >= sureFrom && rival === undefined,
    });
  }
  return assigned;
}

function wordScore(header: string, role: Role): { score: number; reasons: readonly Note[] } {
  const words = headerWords[role];
  if (words.includes(header)) {
    // an earlier word says it more plainly: "order id" before "receipt"
    const place = words.indexOf(header) / words.length;
    return { score: 1 - place * 0.04, reasons: [note('name_says_so')] };
  }
  const held = words
    .filter((word) => word.length > 3 && ` ${header} `.includes(` ${word} `))
    .sort((a, b) => b.length - a.length)[0];
  if (held === undefined) return { score: 0, reasons: [] };
  const share = held.length / header.length;
  return { score: 0.45 + 0.35 * share, reasons: [note('name_holds_word', { example: held })] };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

interface ShapeScore {
  /** Multiplies what the name says. */
  readonly factor: number;
  /** Counts when the name says nothing. */
  readonly alone: number;
  readonly reasons: readonly Note[];
}

const fits = (factor: number, ...reasons: (keyof typeof valueNotes)[]): ShapeScore => ({
  factor,
  alone: 0,
  reasons: reasons.map((reason) => note(reason)),
});

/** How well the values of a column go with a role. */
function shapeScore(column: ColumnProfile, role: Role): ShapeScore {
  const { filled, numbers, dates, emails, currencies, countries, clocks, integers, decimals } =
    column;
  if (filled === 0) return fits(0.5, 'empty_in_sample');
  const numeric = share(numbers.numbers, filled);
  switch (role) {
    case 'ordered_at':
    case 'cancelled_at':
    case 'refunded_at': {
      const dated = share(dates.dates, filled);
      if (dated < 0.8) return fits(0.1, 'values_no_dates');
      const alone =
        role === 'ordered_at' && integers < filled * 0.5 && decimals < filled * 0.5 ? 0.5 : 0;
      return { factor: 1, alone, reasons: [note('values_dates')] };
    }
    case 'clock':
      return share(clocks, filled) > 0.8 ? fits(1.02, 'values_times_of_day') : fits(0);
    case 'email': {
      const mails = share(emails, filled);
      return mails > 0.8 ? { factor: 1, alone: 0.8, reasons: [note('values_emails')] } : fits(0.1);
    }
    case 'currency':
      return share(currencies, filled) > 0.8
        ? { factor: 1, alone: 0.75, reasons: [note('values_currencies')] }
        : fits(0.1);
    case 'country':
      return share(countries, filled) > 0.6
        ? { factor: 1, alone: 0.6, reasons: [note('values_countries')] }
        : fits(0.75);
    case 'quantity':
      if (numeric < 0.5) return fits(0.1, 'values_no_numbers');
      if (numeric < 0.9) return fits(0.85, 'values_mostly_numbers');
      return integers >= filled * 0.8 ? fits(1, 'values_whole_numbers') : fits(0.8);
    case 'on_hand':
    case 'reorder_point':
      return numeric < 0.9 ? fits(0.1, 'values_no_numbers') : fits(1, 'values_numbers');
    case 'unit_price':
    case 'line_total':
    case 'line_discount':
    case 'line_tax':
    case 'line_shipping':
    case 'unit_cost':
    case 'order_subtotal':
    case 'order_total':
    case 'order_discount':
    case 'shipping':
    case 'order_tax':
    case 'refund_amount':
    case 'amount':
    case 'fee':
      if (numeric < 0.5) return fits(0.1, 'values_no_amounts');
      if (numeric < 0.9) return fits(0.85, 'values_mostly_amounts');
      return decimals > 0 || column.signs.size > 0 ? fits(1, 'values_amounts') : fits(0.9);
    case 'order_id':
    case 'product_id':
    case 'payment_id':
    case 'refund_id': {
      if (share(decimals, filled) > 0.5 || share(emails, filled) > 0.5) return fits(0.2);
      const dated = share(dates.dates - integers, filled);
      if (dated > 0.8) return fits(0.1);
      if (column.distinct === 1 && filled > 20) return fits(0.4, 'values_all_same');
      return role === 'order_id' && (column.repeats > 0 || filled < column.rows)
        ? fits(1, 'values_repeat_below')
        : fits(1);
    }
    case 'status':
    case 'payment_status':
    case 'event_kind':
      return column.distinct > 40 ? fits(0.4, 'values_too_different') : fits(1);
    case 'product_name':
    case 'customer_name':
      return numeric > 0.8 || share(dates.dates, filled) > 0.8 ? fits(0.2) : fits(1);
    default:
      return fits(1);
  }
}

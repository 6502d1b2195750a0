import { createHash } from 'node:crypto';
import { type Catalogue, columnsOfRule, type Field, type Mapping, type Rule } from './mapping.js';
import type { RejectedLine, Row } from './table.js';

/** A CloudEvent made from rows. Values that do not fit are left in it: the collector says what is wrong. */
export interface ImportedEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Read = (row: Row) => string | number | boolean | undefined;

const plainNumber = /^[+-]?\d{1,12}(?:\.\d{1,3})?$/;
const decimalText = /^[+-]?\d{1,12}(?:\.\d{1,12})?$/;

/** A field as a function of a row. */
export function compileField(field: Field, columns: readonly string[]): Read {
  if ('constant' in field) return () => field.constant;
  const index = columns.indexOf(field.column);
  const { strip_prefix: prefix = '', strip_suffix: suffix = '', values } = field;
  return (row) => {
    let text = row[index]?.trim() ?? '';
    if (prefix !== '' && text.startsWith(prefix)) text = text.slice(prefix.length);
    if (suffix !== '' && text.endsWith(suffix)) text = text.slice(0, -suffix.length);
    if (values !== undefined) text = values[text] ?? text;
    if (text === '') return undefined;
    return field.number === true ? toNumber(text, field.negate === true) : text;
  };
}

/** A number where a double says exactly the same, else decimal text. */
function toNumber(text: string, negate: boolean): string | number {
  if (plainNumber.test(text)) {
    const value = Number(text);
    return negate && value !== 0 ? -value : value;
  }
  if (!decimalText.test(text) || !negate) return text;
  return text.startsWith('-') ? text.slice(1) : `-${text.replace('+', '')}`;
}

function compileFields(
  fields: Readonly<Record<string, Field>>,
  columns: readonly string[],
): (row: Row) => Record<string, unknown> {
  const compiled = Object.entries(fields).map(
    ([name, field]) => [name, compileField(field, columns)] as const,
  );
  return (row) => {
    const data: Record<string, unknown> = {};
    for (const [name, read] of compiled) {
      const value = read(row);
      if (value !== undefined) data[name] = value;
    }
    return data;
  };
}

/**
 * The id says what the event was made from: importing the same rows again gives the same ids, and
 * a group whose rows changed gives another, which the books take as its new version.
 */
function eventId(source: string, type: string, key: string, content: string): string {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return `${source}/${type}/${key.slice(0, 120)}/${digest}`;
}

/** Puts the rows of a rule together to events. Rows of a group must come one after another. */
export interface EventBuilder {
  add(row: Row): void;
  /** Events that are complete; with `all`, also the one that might have gone on. */
  take(all: boolean): ImportedEvent[];
  /** Rows in the events that were taken. */
  readonly rowsTaken: number;
}

export function createEventBuilder(mapping: Mapping, rule: Rule): EventBuilder {
  const columns = columnsOfRule(rule);
  const keyIndex = rule.group_by === undefined ? -1 : columns.indexOf(rule.group_by);
  const timeIndex = columns.length;
  const dataOf = compileFields(rule.data, columns);
  const itemOf = rule.items === undefined ? undefined : compileFields(rule.items, columns);
  const subjectOf = rule.subject === undefined ? undefined : compileField(rule.subject, columns);
  let ready: ImportedEvent[] = [];
  let group: Row[] = [];
  let groupKey: string | null | undefined;
  let serial = 0;
  let rowsTaken = 0;

  function finish(): void {
    const [first] = group;
    if (first === undefined) return;
    const data = dataOf(first);
    if (itemOf !== undefined) data.items = group.map(itemOf);
    const time = first[timeIndex] ?? '';
    const subject = subjectOf?.(first);
    const content = JSON.stringify([time, data]);
    serial += 1;
    ready.push({
      specversion: '1.0',
      id: eventId(mapping.source, rule.type, groupKey ?? `row ${serial}`, content),
      source: mapping.source,
      type: rule.type,
      time,
      ...(subject === undefined ? {} : { subject: String(subject) }),
      data,
    });
    rowsTaken += group.length;
    group = [];
  }

  return {
    add(row) {
      const key = keyIndex < 0 ? undefined : (row[keyIndex] ?? null);
      // rows without a key belong to nothing: each is an event of its own, which will be refused
      if (keyIndex < 0 || key === null || key !== groupKey) finish();
      groupKey = key;
      group.push(row);
    },
    take(all) {
      if (all) finish();
      const events = ready;
      ready = [];
      return events;
    },
    get rowsTaken() {
      return rowsTaken;
    },
  };
}

/** Events of a catalogue's rows: key, chosen texts, instant. */
export function catalogueEvents(
  mapping: Mapping,
  catalogue: Catalogue,
  rows: readonly Row[],
): ImportedEvent[] {
  const names = Object.keys(catalogue.most_frequent);
  const keyOnly = compileFields(catalogue.data, [catalogue.key]);
  return rows.flatMap((row): ImportedEvent[] => {
    const data = keyOnly(row);
    for (const [index, name] of names.entries()) {
      const text = row[index + 1];
      if (text !== null && text !== undefined) data[name] = text;
    }
    // what is never named has nothing to tell
    if (names.some((name) => data[name] === undefined)) return [];
    const time = row.at(-1) ?? '';
    const key = row[0] ?? '';
    return [
      {
        specversion: '1.0',
        id: eventId(mapping.source, catalogue.type, key, JSON.stringify([time, data])),
        source: mapping.source,
        type: catalogue.type,
        time,
        data,
      },
    ];
  });
}

/** A line that is no row, as an event that will be kept as a dead letter. */
export function rejectedEvent(mapping: Mapping, line: RejectedLine, nowMs: number): ImportedEvent {
  const [rule] = mapping.events;
  const type = rule?.type ?? 'import.row';
  return {
    specversion: '1.0',
    id: eventId(
      mapping.source,
      'rejected',
      `${line.line}`,
      `${line.file}\0${line.line}\0${line.text}`,
    ),
    source: mapping.source,
    type,
    time: new Date(nowMs).toISOString(),
    data: { rejected_line: line.text, line: line.line, rejected_because: line.reason },
  };
}

import { createHash } from 'node:crypto';
import type { RejectedLine } from '../reading/rows.js';
import type { Row, StagedRow } from '../staging/rows.js';
import type { Staging } from '../staging/staging.js';
import { calculate } from '../values/decimals.js';
import type { ClockChanges } from '../values/instants.js';
import { parseNumber } from '../values/numbers.js';
import { createCurrencyCheck } from './amounts.js';
import { type Cells, compileCondition } from './condition.js';
import type { Conventions } from './conventions.js';
import { compileField, type FieldContext, type FieldValue, toNumber } from './fields.js';
import {
  type Catalogue,
  columnsOfCatalogue,
  columnsOfRule,
  type Field,
  type Mapping,
  type Rule,
} from './mapping.js';
import { compileTime } from './times.js';

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

/** An event and the rows it was made from. */
export interface MadeEvent {
  readonly event: ImportedEvent;
  readonly file: number;
  readonly lines: readonly number[];
  /** The entry of the mapping that made it; undefined for a catalogue's. */
  readonly rule?: Rule;
  /** What the file itself says that the event comes to, as decimal text. */
  readonly expected?: string;
}

/** What events are made with. */
export interface EventContext {
  readonly mapping: Mapping;
  readonly conventions: Conventions;
  /** Zone of times without one. */
  readonly zone: string;
  readonly changes: ClockChanges;
  /** What stands as the events' source; the mapping's own when left out. Never part of ids. */
  readonly source?: string;
}

function fieldContext(
  columns: readonly string[],
  instantOf: (column: string) => (cells: Cells) => string,
  { conventions }: EventContext,
): FieldContext {
  const times = new Map<string, (cells: Cells) => string>();
  return {
    indexOf: (column) => columns.indexOf(column),
    signOf: conventions.signOf,
    instantOf(cells, column) {
      const read = times.get(column) ?? instantOf(column);
      times.set(column, read);
      return read(cells);
    },
  };
}

function compileFields(
  fields: Readonly<Record<string, Field>>,
  context: FieldContext,
): (row: Row) => Record<string, unknown> {
  const compiled = Object.entries(fields).map(
    ([name, field]) => [name, compileField(field, context)] as const,
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
  add(row: StagedRow): void;
  /** Events that are complete; with `all`, also the one that might have gone on. */
  take(all: boolean): MadeEvent[];
  /** Rows in the events that were taken. */
  readonly rowsTaken: number;
}

export function createEventBuilder(rule: Rule, context: EventContext): EventBuilder {
  const { mapping, source = mapping.source } = context;
  const columns = columnsOfRule(rule);
  const indexOf = (column: string) => columns.indexOf(column);
  const timing = { ...context.conventions, indexOf, zone: context.zone, changes: context.changes };
  const fields = fieldContext(
    columns,
    (column) => compileTime({ ...rule.time, column, or: [] }, timing),
    context,
  );
  const keyIndex = rule.group_by === undefined ? -1 : indexOf(rule.group_by);
  const timeOf = compileTime(rule.time, timing);
  const dataOf = compileFields(rule.data, fields);
  const sums = Object.entries(rule.data)
    .filter(([, field]) => 'column' in field && field.sum === true)
    .map(([name, field]) => ({ name, read: compileField(field, fields) }));
  const itemOf = rule.items === undefined ? undefined : compileFields(rule.items, fields);
  const isItem =
    rule.item_when === undefined ? () => true : compileCondition(rule.item_when, indexOf);
  const heedCurrencies = createCurrencyCheck(rule, indexOf, context.conventions.isMarked);
  const expectedAt = rule.expect === undefined ? -1 : indexOf(rule.expect.column);
  const expectedSign = context.conventions.signOf(rule.expect?.column ?? '');
  const subjectOf = rule.subject === undefined ? undefined : compileField(rule.subject, fields);
  let ready: MadeEvent[] = [];
  let group: StagedRow[] = [];
  let groupKey: string | null | undefined;
  let rowsTaken = 0;

  function finish(): void {
    const [first] = group;
    if (first === undefined) return;
    const whole = firstValues(group);
    const data = dataOf(whole);
    if (group.length > 1) {
      for (const { name, read } of sums) {
        const sum = sumOf(group.map(({ cells }) => read(cells)));
        if (sum !== undefined) data[name] = sum;
      }
    }
    const rows = group.map(({ cells }) => cells);
    const itemRows = itemOf === undefined ? [] : rows.filter(isItem);
    const items = itemOf === undefined ? [] : itemRows.map(itemOf);
    if (itemOf !== undefined) data.items = items;
    heedCurrencies?.({ data, whole, rows, itemRows, items });
    const time = timeOf(whole);
    const subject = subjectOf?.(whole);
    const content = JSON.stringify([time, data]);
    const expected = parseNumber(whole[expectedAt]?.trim() ?? '', expectedSign);
    ready.push({
      ...(expected === undefined ? {} : { expected }),
      event: {
        specversion: '1.0',
        id: eventId(mapping.source, rule.type, groupKey ?? `row ${first.occurrence}`, content),
        source,
        type: rule.type,
        time,
        ...(subject === undefined ? {} : { subject: String(subject) }),
        data,
      },
      rule,
      file: first.file,
      lines: group.map(({ line }) => line),
    });
    rowsTaken += group.length;
    group = [];
  }

  return {
    add(row) {
      const key = keyIndex < 0 ? undefined : (row.cells[keyIndex] ?? null);
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

/** Of each cell the first of the group that holds something. */
function firstValues(group: readonly StagedRow[]): Row {
  const [first] = group;
  if (first === undefined || group.length === 1 || !first.cells.includes(null)) {
    return first?.cells ?? [];
  }
  return first.cells.map(
    (cell, index) =>
      cell ?? group.find(({ cells }) => (cells[index] ?? null) !== null)?.cells[index] ?? null,
  );
}

/** Undefined when nothing is there; the first text that is no number when there is one. */
function sumOf(values: readonly FieldValue[]): string | number | undefined {
  let sum: string | undefined;
  for (const value of values) {
    if (value === undefined) continue;
    const next = calculate(sum ?? '0', 'plus', String(value));
    if (next === undefined) return String(value);
    sum = next;
  }
  return sum === undefined ? undefined : toNumber(sum);
}

/** Events of a catalogue: for each key the texts most of its rows have, at its first time. */
export async function catalogueEvents(
  staging: Staging,
  catalogue: Catalogue,
  context: EventContext,
): Promise<ImportedEvent[]> {
  const { mapping, source = mapping.source } = context;
  const columns = columnsOfCatalogue(catalogue);
  const indexOf = (column: string) => columns.indexOf(column);
  const timing = {
    ...context.conventions,
    indexOf,
    zone: context.zone,
    changes: { skipped: 0, twice: 0 },
  };
  const timeOf = compileTime(catalogue.time, timing);
  const keys = [catalogue.key, ...(catalogue.or ?? [])].map(indexOf);
  const dataOf = compileFields(
    catalogue.data,
    fieldContext(columns, () => timeOf, context),
  );
  const texts = await staging.mostFrequent(catalogue);
  const byKey = new Map<string, { time: string; row: Row }>();
  for await (const rows of staging.readCatalogue(catalogue)) {
    for (const row of rows) {
      const key = keys.map((index) => row[index]?.trim() ?? '').find((text) => text !== '');
      if (key === undefined) continue;
      const time = timeOf(row);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { time, row });
      else if (time < known.time) known.time = time;
    }
  }
  const names = Object.keys(catalogue.most_frequent);
  return [...byKey].flatMap(([key, { time, row }]): ImportedEvent[] => {
    const data = dataOf(row);
    for (const [index, name] of names.entries()) {
      const text = texts.get(key)?.[index];
      if (text !== null && text !== undefined) data[name] = text;
    }
    // what is never named has nothing to tell
    if (names.some((name) => data[name] === undefined)) return [];
    const id = eventId(mapping.source, catalogue.type, key, JSON.stringify([time, data]));
    return [{ specversion: '1.0', id, source, type: catalogue.type, time, data }];
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
    data: { rejected_line: line.text, line: line.line, rejected_because: line.reason.message },
  };
}

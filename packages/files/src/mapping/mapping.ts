import { beginningOf, isTimeZone, Problem } from '@olympus/core';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { compileTimeFormat } from '../values/time-format.js';
import { Condition, columnsOfCondition } from './condition.js';
import { closed, Text } from './shapes.js';

const Names = Type.Array(Text, { minItems: 1, maxItems: 20 });
const Decimal = Type.Union([Type.Literal('point'), Type.Literal('comma')]);
const Order = Type.Union([Type.Literal('dmy'), Type.Literal('mdy')]);

/** Where a value comes from. Text is trimmed; an empty cell is no value. */
const Field = Type.Union([
  Type.Object({ constant: Type.Union([Type.String(), Type.Number(), Type.Boolean()]) }, closed),
  Type.Object(
    {
      column: Text,
      /** Columns that are tried in turn where the first is empty. */
      or: Type.Optional(Names),
      /** What stands where all are empty. */
      default: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
      /** Read as a decimal number; what is none stays text, and the collector refuses it. */
      number: Type.Optional(Type.Boolean()),
      /** The sign before the decimals; found from the whole column when left out. */
      decimal: Type.Optional(Decimal),
      /** The number with the opposite sign. */
      negate: Type.Optional(Type.Boolean()),
      /** The number without its sign. */
      absolute: Type.Optional(Type.Boolean()),
      /** Columns whose numbers are added, taken off, multiplied by and divided by, in this order. */
      plus: Type.Optional(Names),
      minus: Type.Optional(Names),
      times: Type.Optional(Text),
      divided_by: Type.Optional(Text),
      /** In `data`: the sum over the rows of the group, each of which bears its part. */
      sum: Type.Optional(Type.Boolean()),
      /** Read as a time, as the entry's own. */
      time: Type.Optional(Type.Boolean()),
      strip_prefix: Type.Optional(Text),
      strip_suffix: Type.Optional(Text),
      add_prefix: Type.Optional(Text),
      add_suffix: Type.Optional(Text),
      upper: Type.Optional(Type.Boolean()),
      lower: Type.Optional(Type.Boolean()),
      /** Values replaced by others; one that is not listed stays. */
      values: Type.Optional(Type.Record(Type.String(), Type.String())),
    },
    closed,
  ),
]);
export type Field = Type.Static<typeof Field>;
export type ColumnField = Extract<Field, { column: string }>;

const Fields = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), Field);

const ColumnTime = Type.Object(
  {
    column: Text,
    /** Columns that are tried in turn where the first is empty. */
    or: Type.Optional(Names),
    /** A column with the time of day, where the first holds the day only. */
    clock: Type.Optional(Text),
    /** A column that names the zone of the row. */
    zone_column: Type.Optional(Text),
    /** strftime form, such as `%Y-%m-%d %H:%M:%S`; any common way of writing when left out. */
    format: Type.Optional(Text),
    /** Which comes first in `03/04/2026`; found from the whole column when left out. */
    order: Type.Optional(Order),
    /** Seconds added, so that what follows from an order comes after it. */
    plus_seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
  },
  closed,
);
/** An RFC 3339 instant for all rows, where the file has none. */
const ConstantTime = Type.Object({ constant: Type.String({ format: 'date-time' }) }, closed);
const Time = Type.Union([ColumnTime, ConstantTime]);
export type ColumnTime = Type.Static<typeof ColumnTime>;
export type Time = Type.Static<typeof Time>;

const Rule = Type.Object(
  {
    type: Text,
    /** Rows that no earlier entry took; all rows when left out. */
    when: Type.Optional(Condition),
    /** Makes an event beside those of other entries, from whatever rows meet its condition. */
    also: Type.Optional(Type.Boolean()),
    time: Time,
    subject: Type.Optional(Field),
    /** Rows alike in this column become one event, with an item a row. One event a row without it. */
    group_by: Type.Optional(Text),
    /** Of the group's rows the first that has a value counts. */
    data: Fields,
    items: Type.Optional(Fields),
    /** Rows that are an item of the group; all when left out. */
    item_when: Type.Optional(Condition),
    /** A column that says what the goods (`net`) or the whole order (`total`, or with tax in the prices `total_tax_included`) come to: a preview compares. */
    expect: Type.Optional(
      Type.Object(
        {
          column: Text,
          is: Type.Union([
            Type.Literal('net'),
            Type.Literal('total'),
            Type.Literal('total_tax_included'),
          ]),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Rule = Type.Static<typeof Rule>;

/** One event for each different value of a column, such as a product named in many rows. */
const Catalogue = Type.Object(
  {
    type: Text,
    key: Text,
    /** Columns that are tried in turn where the key is empty. */
    or: Type.Optional(Names),
    /** The column whose most frequent non-empty text goes into the field; the latest among equals. */
    most_frequent: Type.Record(Type.String(), Text),
    data: Fields,
    time: Time,
  },
  closed,
);
export type Catalogue = Type.Static<typeof Catalogue>;

const Mapping = Type.Object(
  {
    /** Who sent the events; part of their ids, so it must not change between imports. */
    source: Text,
    /** Zone of times without one; the shop's when left out. */
    time_zone: Type.Optional(Text),
    /** Encoding of text files; found when left out. */
    encoding: Type.Optional(Text),
    csv: Type.Optional(
      Type.Object(
        {
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          quote: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          escape: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          header_line: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        },
        closed,
      ),
    ),
    /** For columns that their fields say nothing else about. */
    decimal: Type.Optional(Decimal),
    date_order: Type.Optional(Order),
    /** Cells that are empty below the first row of a document take the value above them. */
    carry_down: Type.Optional(
      Type.Object(
        {
          /** The column that begins a document where it has another value; empty cells carry on. */
          key: Text,
          columns: Type.Optional(Names),
        },
        closed,
      ),
    ),
    /** Tried in order: a row belongs to the first whose condition it meets. */
    events: Type.Array(Rule, { minItems: 1, maxItems: 20 }),
    catalogues: Type.Optional(Type.Array(Catalogue, { maxItems: 10 })),
  },
  closed,
);

/** How the rows of a file become events, as data. */
export type Mapping = Type.Static<typeof Mapping>;
/** The schema of {@link Mapping}. */
export const MappingSchema = Mapping;

const checker = Compile(Mapping);

/** @throws Problem `invalid_mapping` with the place in the file */
export function parseMapping(text: string, file: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(file, 'it is not valid JSON', cause);
  }
  return checkMapping(value, file);
}

/** @param file  where it was read from, if from a file. @throws Problem `invalid_mapping` with the place in it */
export function checkMapping(value: unknown, file?: string): Mapping {
  if (checker.Check(value)) {
    requireZone(value.time_zone, file);
    for (const { format } of timesOf(value)) {
      if (format !== undefined && compileTimeFormat(format) === undefined) {
        throw invalid(file, `"${format}" is no form of a time`);
      }
    }
    return value;
  }
  const deepest = checker
    .Errors(beginningOf(value))
    .reduce<{ instancePath: string; message: string } | undefined>(
      (best, error) =>
        best === undefined || error.instancePath.length > best.instancePath.length ? error : best,
      undefined,
    );
  const place = deepest?.instancePath ?? '';
  throw invalid(file, `${place} ${deepest?.message ?? ''}`.trim(), undefined, place);
}

/** The times that stand in columns. */
export const timesOf = ({ events, catalogues = [] }: Mapping): readonly ColumnTime[] =>
  [...events, ...catalogues].flatMap(({ time }) => ('column' in time ? [time] : []));

/** Columns that a field reads, numbers told apart. */
export function columnsOfField(field: Field | undefined): {
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
} {
  if (field === undefined || 'constant' in field) return { texts: [], numbers: [] };
  const { column, or = [], plus = [], minus = [], times = [], divided_by: by = [] } = field;
  const own = [column, ...or];
  const others = [...plus, ...minus, ...[times].flat(), ...[by].flat()];
  return field.number === true || others.length > 0
    ? { texts: [], numbers: [...own, ...others] }
    : { texts: own, numbers: [] };
}

export function columnsOfTime(time: Time): readonly string[] {
  if ('constant' in time) return [];
  const { column, or = [], clock, zone_column: zone } = time;
  return [column, ...or, ...[clock ?? []].flat(), ...[zone ?? []].flat()];
}

export const fieldsOfRule = (rule: Rule): readonly Field[] => [
  ...Object.values(rule.data),
  ...Object.values(rule.items ?? {}),
  ...(rule.subject === undefined ? [] : [rule.subject]),
];

/** Names of the columns that a rule's events are made from. */
export function columnsOfRule(rule: Rule): readonly string[] {
  const fields = fieldsOfRule(rule).map(columnsOfField);
  const key = rule.group_by === undefined ? [] : [rule.group_by];
  return [
    ...new Set([
      ...key,
      ...fields.flatMap(({ texts, numbers }) => [...texts, ...numbers]),
      ...columnsOfTime(rule.time),
      ...(rule.item_when === undefined ? [] : columnsOfCondition(rule.item_when)),
      ...(rule.expect === undefined ? [] : [rule.expect.column]),
    ]),
  ];
}

export function columnsOfCatalogue(catalogue: Catalogue): readonly string[] {
  const { key, or = [], time, most_frequent: texts, data } = catalogue;
  const fields = Object.values(data).map(columnsOfField);
  return [
    ...new Set([
      key,
      ...or,
      ...columnsOfTime(time),
      ...Object.values(texts),
      ...fields.flatMap(({ texts: own, numbers }) => [...own, ...numbers]),
    ]),
  ];
}

/** Names of all columns that events are made from. */
export function columnsOfEvents(mapping: Mapping): ReadonlySet<string> {
  return new Set([
    ...mapping.events.flatMap(columnsOfRule),
    ...(mapping.catalogues ?? []).flatMap(columnsOfCatalogue),
  ]);
}

/** Names of all columns that the mapping reads. */
export function columnsOf(mapping: Mapping): ReadonlySet<string> {
  const { carry_down: carry } = mapping;
  return new Set([
    ...columnsOfEvents(mapping),
    ...mapping.events.flatMap(({ when }) => (when === undefined ? [] : columnsOfCondition(when))),
    ...(carry === undefined ? [] : [carry.key, ...(carry.columns ?? [])]),
  ]);
}

function requireZone(zone: string | undefined, file: string | undefined): void {
  if (zone === undefined || isTimeZone(zone)) return;
  throw invalid(file, `"${zone}" is no time zone`);
}

function invalid(file: string | undefined, reason: string, cause?: unknown, place = ''): Problem {
  const what = file === undefined ? 'The mapping' : `The mapping in ${file}`;
  return new Problem({
    code: 'invalid_mapping',
    kind: 'invalid',
    message: `${what} cannot be used: ${reason}`,
    remedy: 'docs/imports.md describes mappings; examples/online-retail has one.',
    at: file ?? `/mapping${place}`,
    cause,
  });
}

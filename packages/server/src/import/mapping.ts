import { Problem } from '@olympus/core';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 500 });

/** Where a value comes from. Text is trimmed; an empty cell is no value. */
const Field = Type.Union([
  Type.Object({ constant: Type.Union([Type.String(), Type.Number(), Type.Boolean()]) }, closed),
  Type.Object(
    {
      column: Text,
      /** Read as a decimal number; what is none stays text, and the collector refuses it. */
      number: Type.Optional(Type.Boolean()),
      /** The number with the opposite sign. */
      negate: Type.Optional(Type.Boolean()),
      strip_prefix: Type.Optional(Text),
      strip_suffix: Type.Optional(Text),
      /** Values replaced by others; one that is not listed stays. */
      values: Type.Optional(Type.Record(Type.String(), Type.String())),
    },
    closed,
  ),
]);
export type Field = Type.Static<typeof Field>;

/** Which rows an event is made from. */
const Condition = Type.Union([
  Type.Object({ column: Text, starts_with: Text }, closed),
  Type.Object({ column: Text, equals: Type.Array(Type.String(), { minItems: 1 }) }, closed),
  Type.Object({ column: Text, present: Type.Boolean() }, closed),
]);
export type Condition = Type.Static<typeof Condition>;

const Fields = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), Field);

const Time = Type.Object(
  {
    column: Text,
    /** strftime form, such as `%Y-%m-%d %H:%M:%S`; RFC 3339 when left out. */
    format: Type.Optional(Text),
  },
  closed,
);

const Shared = {
  /** Rows that no earlier entry took; all rows when left out. */
  when: Type.Optional(Condition),
  time: Time,
  subject: Type.Optional(Field),
};

const Rule = Type.Union([
  Type.Object(
    {
      ...Shared,
      type: Text,
      /** Rows alike in this column become one event, with an item a row. One event a row without it. */
      group_by: Type.Optional(Text),
      data: Fields,
      items: Type.Optional(Fields),
    },
    closed,
  ),
]);
export type Rule = Type.Static<typeof Rule>;

/** One event for each different value of a column, such as a product named in many rows. */
const Catalogue = Type.Object(
  {
    type: Text,
    key: Text,
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
    /** Zone of times without one. */
    time_zone: Type.Optional(Text),
    csv: Type.Optional(
      Type.Object(
        {
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          quote: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
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

const checker = Compile(Mapping);

/** @throws Problem `invalid_mapping` with the place in the file */
export function parseMapping(text: string, file: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(file, 'it is not valid JSON', cause);
  }
  if (checker.Check(value)) {
    requireZone(value.time_zone, file);
    return value;
  }
  const deepest = checker
    .Errors(value)
    .reduce<{ instancePath: string; message: string } | undefined>(
      (best, error) =>
        best === undefined || error.instancePath.length > best.instancePath.length ? error : best,
      undefined,
    );
  throw invalid(file, `${deepest?.instancePath ?? ''} ${deepest?.message ?? ''}`.trim());
}

const columnOf = (field: Field | undefined) =>
  field !== undefined && 'column' in field ? [field.column] : [];

/** Names of the columns that a rule's events are made from. */
export function columnsOfRule(rule: Rule): readonly string[] {
  const fields = [...Object.values(rule.data), ...Object.values(rule.items ?? {}), rule.subject];
  const key = rule.group_by === undefined ? [] : [rule.group_by];
  return [...new Set([...key, ...fields.flatMap(columnOf)])];
}

/** Names of all columns that the mapping reads. */
export function columnsOf(mapping: Mapping): ReadonlySet<string> {
  const rules = mapping.events.flatMap((rule) => [
    ...columnsOfRule(rule),
    rule.time.column,
    ...(rule.when === undefined ? [] : [rule.when.column]),
  ]);
  const catalogues = (mapping.catalogues ?? []).flatMap((catalogue) => [
    catalogue.key,
    catalogue.time.column,
    ...Object.values(catalogue.most_frequent),
    ...Object.values(catalogue.data).flatMap(columnOf),
  ]);
  return new Set([...rules, ...catalogues]);
}

function requireZone(zone: string | undefined, file: string): void {
  if (zone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch (cause) {
    throw invalid(file, `"${zone}" is no time zone`, cause);
  }
}

function invalid(file: string, reason: string, cause?: unknown): Problem {
  return new Problem({
    code: 'invalid_mapping',
    kind: 'invalid',
    message: `The mapping ${file} cannot be used: ${reason}`,
    remedy: 'docs/command-line.md describes mappings; examples/online-retail has one.',
    at: file,
    cause,
  });
}

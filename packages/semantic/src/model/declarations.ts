import type { AggregateKind } from '@olympus/sql';
import type { FactLedgerName } from '../ledgers/ledgers.js';

/** A value that a filter compares with; null is the absent value. */
export type FilterValue = string | number | boolean | null;

/** Operators that look at texts, ignoring case; no character is special. */
export const textOperators = ['contains', 'not_contains', 'starts_with', 'ends_with'] as const;

/**
 * How values are compared. `equals`, `not_equals` and those of texts take several values, of which
 * any may meet (none, for `not_…`); the others take one. Absent values are equal to null only, so
 * `not_equals` and `not_contains` keep them.
 */
export type Operator =
  | 'equals'
  | 'not_equals'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | (typeof textOperators)[number];

export const operators: readonly Operator[] = [
  'equals',
  'not_equals',
  'gt',
  'gte',
  'lt',
  'lte',
  ...textOperators,
];

/** Whether an operator looks at texts only. */
export const isTextOperator = (operator: Operator): boolean =>
  textOperators.some((one) => one === operator);

/** Whether an operator compares with one value and no more. */
export const takesOneValue = (operator: Operator): boolean =>
  ['gt', 'gte', 'lt', 'lte'].includes(operator);

/** Words that people use for the same thing, by language. */
export interface Synonyms {
  readonly en: readonly string[];
  readonly de: readonly string[];
}

export type DimensionType = 'string' | 'integer';

/** What a moment is on the tenant's calendar, whatever its date. */
export type CalendarPart = 'weekday' | 'hour' | 'is_weekend' | 'month_of_year';

/** A value of a dimension that has a name of its own. */
export interface NamedValue {
  readonly value: number;
  readonly label: string;
}

/** The local day or month of the first row of all time that names an entity. */
export interface FirstSource {
  readonly kind: 'first';
  readonly entity: string;
  /** Rows that count, by ledger. */
  readonly of: readonly {
    readonly ledger: FactLedgerName;
    readonly conditions: readonly ColumnCondition[];
  }[];
  readonly part: 'day' | 'month';
}

/** What the newest row of a ledger says of an entity. */
export interface LatestSource {
  readonly kind: 'latest';
  readonly entity: string;
  readonly ledger: FactLedgerName;
  readonly column: string;
}

/** Where a dimension's value comes from, per ledger of facts. */
export type DimensionSource =
  /** Columns of these ledgers. */
  | { readonly kind: 'columns'; readonly columns: Partial<Record<FactLedgerName, string>> }
  /** The entity's key, in every ledger that carries it. */
  | { readonly kind: 'key'; readonly entity: string }
  /** An attribute of the entity; a ledger's own column wins where it says something. */
  | {
      readonly kind: 'attribute';
      readonly entity: string;
      readonly column: string;
      readonly own?: Partial<Record<FactLedgerName, string>>;
      /** Rounds whole numbers down to a multiple of this. */
      readonly band?: number;
    }
  | FirstSource
  | LatestSource
  /** When a fact occurred, on the tenant's clock; not of ledgers that know no more than its day. */
  | {
      readonly kind: 'calendar';
      readonly part: CalendarPart;
      readonly except?: readonly FactLedgerName[];
    };

/** What facts can be grouped and filtered by. */
export interface Dimension {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: DimensionType;
  readonly synonyms: Synonyms;
  readonly source: DimensionSource;
  /** All values it can have, with their names, where they are known beforehand. */
  readonly values?: readonly NamedValue[];
}

/** A condition on rows: on a column of the measure's ledger, or on a dimension. */
export type Condition =
  | {
      readonly column: string;
      readonly operator: Operator;
      readonly values: readonly FilterValue[];
    }
  | {
      readonly dimension: string;
      readonly operator: Operator;
      readonly values: readonly FilterValue[];
    }
  | { readonly any: readonly Condition[] };

export type ColumnCondition = Extract<Condition, { column: string }>;

/**
 * A column that is 1 on one row of each different value and 0 on the others, so that its sum counts
 * the values. That holds for parts of the rows only when they are told apart by columns that are
 * alike on all rows of a value.
 */
interface Counter {
  readonly column: string;
  readonly alike: readonly string[];
}

/** How rows of one ledger become one number. */
export type Measure =
  /** An aggregate of the rows in the range that meet all conditions. */
  | {
      readonly kind: 'rows';
      readonly ledger: FactLedgerName;
      readonly aggregate: AggregateKind;
      /** Absent for a count of rows. */
      readonly column?: string;
      readonly conditions: readonly Condition[];
      /** What no row means: nothing happened, or nothing is known. */
      readonly empty: 'zero' | 'unknown';
      /** A cheaper way to count different values, for questions that allow it. */
      readonly counter?: Counter;
    }
  /** How many keys have their very first row (of all time, among those that meet all conditions) in the range. */
  | {
      readonly kind: 'first';
      readonly ledger: FactLedgerName;
      readonly key: string;
      readonly conditions: readonly Condition[];
    }
  /** Sum over `per` of the last known level at the end of the range or bucket. */
  | {
      readonly kind: 'level';
      readonly ledger: FactLedgerName;
      readonly column: string;
      readonly per: readonly string[];
    };

export type FirstMeasure = Extract<Measure, { kind: 'first' }>;

/** Arithmetic over metrics; dividing by zero or by an unknown is unknown. */
export type Expression =
  | { readonly metric: string }
  | { readonly constant: number }
  | {
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

export type MetricDefinition =
  | { readonly kind: 'measure'; readonly measure: Measure; readonly negate?: true }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'arithmetic'; readonly expression: Expression };

/** `currency`: the tenant's currency; `ratio`: 0.05 is five per cent; `count`: whole things. */
export type Unit = 'currency' | 'count' | 'ratio' | 'number';

/** Whether more is better. */
export type Polarity = 'up_good' | 'down_good' | 'neutral';

/** A number that the business is run by. */
export interface Metric {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly synonyms: Synonyms;
  readonly definition: MetricDefinition;
  /** How it is computed, for people. */
  readonly formula: string;
  /** A part that other metrics are made of; it can be asked for but is not offered first. */
  readonly part?: true;
  /** Declared by the tenant, not built in. */
  readonly custom?: true;
}

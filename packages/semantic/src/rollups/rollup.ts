import type { Column } from '../ledgers/column.js';
import { type FactLedgerName, ledgers } from '../ledgers/ledgers.js';
import type { ColumnName } from '../ledgers/row.js';
import type { FirstMeasure } from '../model/declarations.js';

/** Sums of a local day's lines, told apart by its keys. */
export interface SumsPart<Name extends string = string> {
  readonly kind: 'sums';
  readonly name: string;
  /** Columns that a row has as each of its lines had. */
  readonly keys: readonly Name[];
  /** Keys that a row has only where its lines lack another column, which is then looked up by them. */
  readonly kept?: readonly { readonly column: Name; readonly whereAbsent: Name }[];
}

/** When each key first had a line, to the instant. */
export interface FirstsPart {
  readonly kind: 'firsts';
  readonly name: string;
  /** The measure that it answers; its conditions are on columns. */
  readonly measure: FirstMeasure;
}

export type RollupPart<Name extends string = string> = SumsPart<Name> | FirstsPart;

/**
 * A table of what a ledger's lines come to by the tenant's local day. Sums add up and a first is the
 * least of firsts, so nothing is ever updated: what was committed since is added as rows of its own,
 * or read from the ledger beside it. Lines are expected within the span of the tenant's events, and
 * to name people by `customer_key` only: an erasure puts another key in its place.
 */
export interface Rollup<L extends FactLedgerName = FactLedgerName, Name extends string = string> {
  readonly name: string;
  readonly ledger: L;
  /** What its rows are, from the largest part to the smallest; all sums fold into those of a later part. */
  readonly parts: readonly RollupPart<Name>[];
  /** Columns whose sums a row holds; one may be absent where it is unknown, as in the ledger. */
  readonly sums: readonly Name[];
  /**
   * Columns of which a row says whether its lines had a value: a sum is absent where they had none,
   * another column holds a mark instead of the value.
   */
  readonly presence: readonly Name[];
}

/** A rollup whose columns are those of its ledger. */
export const declareRollup = <L extends FactLedgerName>(rollup: Rollup<L, ColumnName<L>>): Rollup =>
  rollup;

/** Which rows of a tenant's rollup count, and up to which commit they stand for the ledger. */
export interface RollupState {
  /** Zone whose days the rows are. */
  readonly timeZone: string;
  /** Rows of other generations are being replaced or were. */
  readonly generation: number;
  /** Commits after this one are in the ledger only. */
  readonly throughCommit: number;
  /** Whether there are no such commits, so that whole days need no look into the ledger. */
  readonly whole?: boolean;
}

/** A rollup that a tenant has. */
export interface StandingRollup {
  readonly rollup: Rollup;
  readonly state: RollupState;
}

export const sumsParts = ({ parts }: Rollup): readonly SumsPart[] =>
  parts.filter((part) => part.kind === 'sums');

/** Columns that hold a mark where lines had a value. */
export const markColumns = ({ presence, sums }: Rollup): readonly string[] =>
  presence.filter((name) => !sums.includes(name));

/** Columns of its ledger that a row of any part has; a part's rows lack those of others. */
export function rowColumns(rollup: Rollup): readonly string[] {
  const keys = sumsParts(rollup).flatMap((part) => part.keys);
  const kept = sumsParts(rollup).flatMap((part) => part.kept?.map(({ column }) => column) ?? []);
  const firsts = rollup.parts.flatMap((part) => (part.kind === 'firsts' ? [part.measure.key] : []));
  const all = ['occurred_at', ...keys, ...kept, ...firsts, ...markColumns(rollup), ...rollup.sums];
  return [...new Set(all)];
}

/** The rollup as a table of the warehouse. */
export function rollupTable(rollup: Rollup): {
  readonly name: string;
  readonly columns: readonly Column[];
} {
  const known = ledgers.find(({ name }) => name === rollup.ledger)?.columns ?? [];
  const names = rollup.parts.map(({ name }) => name).join(', ');
  return {
    name: rollup.name,
    columns: [
      { name: 'commit_id', type: 'integer', description: 'Last commit that the row stands for' },
      {
        name: 'generation',
        type: 'integer',
        description: 'Which making of the rollup it belongs to',
      },
      { name: 'part', type: 'string', description: `One of ${names}` },
      ...['tenant_id', ...rowColumns(rollup)].map((name) => {
        const column = known.find((entry) => entry.name === name);
        if (column === undefined) throw new Error(`${rollup.ledger} has no column ${name}`);
        return column;
      }),
    ],
  };
}

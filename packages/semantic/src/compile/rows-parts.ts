import { type Fragment, join, sql } from '@olympus/sql';
import type { ColumnCondition, Condition, Measure } from '../model/declarations.js';
import type { Branch } from '../plan/plan.js';
import { and, type BranchContext, compileFilters, measureName, where } from './pass.js';
import type { PeriodSet } from './period.js';
import { column, compileCondition, lookupJoins, type Scope } from './scope.js';
import { rowsSource } from './source.js';
import { countedRows } from './whole-orders.js';

/** A measure of rows, with its index in the plan. */
export interface Member {
  readonly index: number;
  readonly measure: Extract<Measure, { kind: 'rows' }>;
}

/** What a pass over rows is made of. */
export interface RowsParts {
  readonly context: BranchContext;
  readonly branch: Branch;
  readonly set: PeriodSet;
  readonly members: readonly Member[];
}

/** Conditions that every measure has; they narrow the scan instead of each aggregate. */
function sharedConditions(members: readonly Member[]): readonly Condition[] {
  const [first, ...rest] = members.map(({ measure }) => measure.conditions);
  if (first === undefined) return [];
  const others = rest.map((list) => new Set(list.map((entry) => JSON.stringify(entry))));
  return first.filter((entry) => others.every((set) => set.has(JSON.stringify(entry))));
}

/**
 * Rows of a ledger that keep what was said and bear no numbers. They add nothing to any sum, but a
 * group that has no others is none.
 */
const silentRows: Readonly<Partial<Record<Branch['ledger'], ColumnCondition>>> = {
  sales: { column: 'entry', operator: 'not_equals', values: ['revision'] },
};

function spokenOnly({ context, branch }: RowsParts, shared: readonly Condition[]) {
  const condition = silentRows[branch.ledger];
  const isGrouped = context.plan.dimensions.length > 0;
  if (condition === undefined || !isGrouped) return [];
  const isTold = shared.some((one) => 'column' in one && one.column === condition.column);
  return isTold ? [] : [condition];
}

/** The rows that a pass folds, and what it makes of them. */
interface CompiledRows {
  /** An aggregate a measure, named after it. */
  readonly aggregates: readonly Fragment[];
  /**
   * FROM and WHERE of the rows. Called last: what is read and joined depends on the columns and
   * look-ups that all expressions of the scope turned out to need.
   */
  readonly rows: () => Fragment;
}

/** @param filters  those to be met by the rows themselves */
export function compileRows(
  parts: RowsParts,
  scope: Scope,
  filters: Parameters<typeof compileFilters>[1],
): CompiledRows {
  const { context, branch, set, members } = parts;
  const { dialect } = context;
  const shared = sharedConditions(members);
  const counted = countedRows(
    context.plan,
    members.map(({ measure }) => measure),
  );
  const sharedKeys = new Set(shared.map((entry) => JSON.stringify(entry)));
  const aggregates = members.map(({ index, measure }) => {
    const own = measure.conditions
      .filter((entry) => !sharedKeys.has(JSON.stringify(entry)))
      .map((entry) => compileCondition(scope, entry));
    const filter = own.length === 0 ? undefined : join(own, and);
    const of = measure.column === undefined ? undefined : column(scope, measure.column);
    return sql`${dialect.aggregate(measure.aggregate, of, filter)} AS ${measureName(index)}`;
  });
  return {
    aggregates,
    rows: () => {
      const conditions = [
        ...[...shared, ...spokenOnly(parts, shared), ...counted].map((entry) =>
          compileCondition(scope, entry),
        ),
        ...compileFilters(scope, filters),
      ];
      const joins = lookupJoins(scope);
      const source = rowsSource(context, branch, set, scope);
      return sql`${source.rows} AS f${joins}${where([...source.conditions, ...conditions])}`;
    },
  };
}

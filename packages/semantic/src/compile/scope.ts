import {
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  nothing,
  sql,
} from '@olympus/sql';
import type { Condition, Dimension, Measure } from '../model/declarations.js';
import { accessDimension, type DimensionAccess, type Model } from '../model/model.js';
import { compileCalendarPart } from './calendar-part.js';
import { compileColumnCondition, compileComparison } from './conditions.js';
import { compileFirstDays } from './first-day.js';
import { compileLatest } from './latest.js';
import type { LocalSpan } from './local-time.js';

type Lookup = NonNullable<DimensionAccess['lookup']>;

/** The rows that one SELECT reads, and the look-ups that its expressions turned out to need. */
export interface Scope {
  readonly dialect: Dialect;
  readonly model: Model;
  /** The tenant's id, bound once a statement. */
  readonly tenant: Fragment;
  /** The tenant's clock over the time that rows are of. */
  readonly local: LocalSpan;
  readonly ledger: Measure['ledger'];
  /** The only columns that can be used, where not all of the ledger's. */
  readonly columns: readonly string[] | undefined;
  readonly alias: Fragment;
  /** Who a row is about, where that is more than its customer's key. */
  readonly person?: Fragment | undefined;
  readonly lookups: Map<string, Lookup>;
  /** The columns that its expressions turned out to name. */
  readonly used: Set<string>;
}

/** A column of the scope's rows. */
export function column(scope: Scope, name: string): Fragment {
  scope.used.add(name);
  return sql`${scope.alias}.${identifier(name)}`;
}

function lookupName({ entity, first, latest }: Lookup): string {
  if (latest !== undefined) return [entity.name, 'latest', latest.ledger, latest.column].join('_');
  if (first === undefined) return entity.name;
  return [entity.name, first.part, ...first.of.map(({ ledger }) => ledger)].join('_');
}
const lookupAlias = (lookup: Lookup) => identifier(`l_${lookupName(lookup)}`);

/** The value of a dimension for each row; the plan has checked that it can be reached. */
export function dimensionValue(scope: Scope, dimension: Dimension): Fragment {
  const access = accessDimension(scope.model, dimension, scope.ledger, scope.columns);
  if (access === undefined) throw new Error(`${dimension.name} is not in ${scope.ledger}`);
  if (access.calendar !== undefined && access.column !== undefined) {
    const moment = column(scope, access.column);
    return compileCalendarPart(scope.dialect, moment, access.calendar, scope.local);
  }
  const values: Fragment[] = [];
  if (access.column !== undefined) values.push(column(scope, access.column));
  if (access.lookup !== undefined) {
    const { lookup } = access;
    scope.lookups.set(lookupName(lookup), lookup);
    values.push(sql`${lookupAlias(lookup)}.${identifier(lookup.column)}`);
  }
  const value = values.length === 1 ? join(values) : sql`coalesce(${join(values)})`;
  if (access.band === undefined) return value;
  return sql`(${scope.dialect.divideWhole(value, access.band)}) * ${integerLiteral(access.band)}`;
}

/**
 * The joins that the scope's expressions need, to be compiled after them. An entity has at most
 * one record, so a look-up never multiplies rows.
 */
export function lookupJoins(scope: Scope): Fragment {
  const joins = [...scope.lookups.values()].map((lookup) => {
    const { entity, first, latest } = lookup;
    const alias = lookupAlias(lookup);
    const key = identifier(entity.key);
    if (first !== undefined) {
      return sql` LEFT JOIN ${compileFirstDays(scope, entity, first)} AS ${alias} ON ${alias}.${key} = ${column(scope, entity.key)}`;
    }
    if (latest !== undefined) {
      return sql` LEFT JOIN ${compileLatest(scope, entity, latest)} AS ${alias} ON ${alias}.${key} = ${column(scope, entity.key)}`;
    }
    if (entity.records === undefined) throw new Error(`${entity.name} has no attributes`);
    return sql` LEFT JOIN ${identifier(entity.records)} AS ${alias} ON ${alias}.tenant_id = ${scope.tenant} AND ${alias}.${key} = ${column(scope, entity.key)}`;
  });
  return join(joins, nothing);
}

/** A condition of a measure, on the scope's rows. */
export function compileCondition(scope: Scope, condition: Condition): Fragment {
  if ('any' in condition) {
    const members = condition.any.map((member) => compileCondition(scope, member));
    return sql`(${join(members, sql` OR `)})`;
  }
  if ('dimension' in condition) {
    const dimension = scope.model.dimensions.get(condition.dimension);
    if (dimension === undefined) throw new Error(`no dimension ${condition.dimension}`);
    return compileComparison(
      scope.dialect,
      dimensionValue(scope, dimension),
      dimension.type,
      condition.operator,
      condition.values,
    );
  }
  return compileColumnCondition(
    scope.dialect,
    scope.ledger,
    column(scope, condition.column),
    condition,
  );
}

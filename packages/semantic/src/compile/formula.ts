import { bind, type Dialect, type Fragment, identifier, sql } from '@olympus/sql';
import type { Measure } from '../model/declarations.js';
import type { Formula } from '../plan/plan.js';

/** Which period's measures a formula is computed on. */
export type MeasureColumn = 'm' | 'p';

/**
 * A formula over measure columns. Sums and counts of nothing are 0; sums and differences stay exact
 * decimals, products and quotients are doubles; a quotient by 0 is null.
 */
export function compileFormula(
  dialect: Dialect,
  formula: Formula,
  measures: readonly Measure[],
  prefix: MeasureColumn,
): Fragment {
  switch (formula.kind) {
    case 'measure': {
      const name = identifier(`${prefix}${formula.measure}`);
      const measure = measures[formula.measure];
      const zero =
        measure?.kind === 'first' || (measure?.kind === 'rows' && measure.empty === 'zero');
      const value = zero ? sql`coalesce(${name}, 0)` : name;
      return formula.negate ? sql`(-${value})` : value;
    }
    case 'constant':
      return bind('float', formula.value);
    case 'binary': {
      const left = compileFormula(dialect, formula.left, measures, prefix);
      const right = compileFormula(dialect, formula.right, measures, prefix);
      switch (formula.operator) {
        case '+':
          return sql`(${left} + ${right})`;
        case '-':
          return sql`(${left} - ${right})`;
        case '*':
          return sql`(${dialect.toFloat(left)} * ${dialect.toFloat(right)})`;
        case '/':
          return sql`(${dialect.toFloat(left)} / nullif(${dialect.toFloat(right)}, 0))`;
      }
    }
  }
}

import { bind, type Dialect, type Fragment } from '@olympus/sql';
import type { Branch, QueryPlan } from '../plan/plan.js';
import { firstPass } from './first-pass.js';
import { lastLevels, levelSeries } from './level-pass.js';
import type { BranchContext } from './pass.js';
import { planPasses, singlePasses } from './period.js';
import { rowsPass } from './rows-pass.js';

/**
 * A SELECT over one ledger, one row a group; its columns are the plan's `groupNames` and then its
 * measures, each named `m` and its index.
 */
interface BranchSelect {
  readonly fragment: Fragment;
  /** Indexes of the measures that it answers, in the order of its columns. */
  readonly measures: readonly number[];
}

/** The SELECTs that answer one branch of the plan; together they cover its periods. */
function compileBranch(context: BranchContext, branch: Branch): readonly BranchSelect[] {
  const { plan } = context;
  const { measures } = branch;
  if (branch.kind === 'rows') {
    return planPasses(plan).map((set) => ({ fragment: rowsPass(context, branch, set), measures }));
  }
  const index = measures[0] ?? 0;
  const measure = plan.measures[index];
  if (measure?.kind === 'first') {
    return planPasses(plan).map((set) => ({
      fragment: firstPass(context, branch.rollup, measure, index, set),
      measures,
    }));
  }
  if (measure?.kind !== 'level') throw new Error('a branch without its measure');
  return singlePasses(plan).map((set) => {
    const parts = { context, measure, index, set };
    const fragment = plan.grain === undefined ? lastLevels(parts) : levelSeries(parts);
    return { fragment, measures };
  });
}

/** The SELECTs of all branches. The tenant is bound once and stands in each of them. */
export function compileBranches(plan: QueryPlan, dialect: Dialect): readonly BranchSelect[] {
  const tenant = bind('string', plan.tenantId);
  return plan.branches.flatMap((branch) => compileBranch({ plan, dialect, tenant }, branch));
}

import type { FactLedgerName } from '../ledgers/ledgers.js';
import { accessDimension, type Model } from '../model/model.js';
import { invalid } from '../plan/fault.js';
import type { PlannedFilter } from '../plan/plan.js';
import { planSingleFilters } from '../plan/plan-filters.js';
import type { QueryFilters } from '../query/metric-query.js';
import { type Act, type ActSource, actSource } from './act.js';
import { isCohortFilter } from './cohorts/cohort-filter.js';

/** An act whose conditions its rows can meet. */
export interface PlannedAct {
  /** As it was asked for. */
  readonly name: string;
  readonly source: ActSource;
  readonly filters: readonly PlannedFilter[];
}

/** The ledger whose rows tell of an act. */
export function ledgerOf(source: ActSource): FactLedgerName {
  switch (source.kind) {
    case 'document':
      return 'sales';
    case 'rows':
      return source.ledger;
    case 'event':
      return 'events';
  }
}

/**
 * @param at  JSON pointer of the act
 * @throws Problem `dimension_not_joinable` where the act's rows do not carry a dimension, and those of filters
 */
export function planAct(model: Model, act: Act, at: string): PlannedAct {
  const source = actSource(act.act);
  const filters = planSingleFilters(model, act, at);
  filters.forEach(({ dimension }, index) => {
    const ledger = ledgerOf(source);
    if (isCohortFilter({ dimension: dimension.name })) return;
    if (accessDimension(model, dimension, ledger) !== undefined) return;
    const reached = [...model.dimensions.values()].filter(
      (other) => accessDimension(model, other, ledger) !== undefined,
    );
    throw invalid(
      'dimension_not_joinable',
      `"${act.act}" cannot be filtered by "${dimension.name}"`,
      `${at}/filters/${index}/dimension`,
      reached.length === 0
        ? `"${act.act}" takes no filters.`
        : `"${act.act}" goes with ${reached.map(({ name }) => name).join(', ')}.`,
    );
  });
  return { name: act.act, source, filters };
}

/** The act under conditions of the whole question. */
export function narrowed(
  model: Model,
  act: PlannedAct,
  filters: QueryFilters | undefined,
): PlannedAct {
  if (filters === undefined || filters.length === 0) return act;
  const more = planAct(model, { act: act.name, filters }, '');
  return { ...act, filters: [...act.filters, ...more.filters] };
}

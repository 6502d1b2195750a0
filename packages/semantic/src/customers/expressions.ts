import type { CustomerKey } from '@olympus/core';
import { type Dialect, type Fragment, identifier, sql } from '@olympus/sql';
import { dayStartOf } from './as-of.js';
import type { CustomerColumnName } from './columns.js';
import { type Aggregate, type CustomersContext, daysSince } from './people.js';
import type { CustomersPlan } from './plan-customers.js';
import {
  frequencyScore,
  monetaryScore,
  type RfmCuts,
  recencyScore,
  rfmPlace,
  spendPlace,
  valueScore,
} from './scoring.js';

/** What a statement about customers is made from. */
export interface CustomersInput {
  readonly context: CustomersContext;
  readonly dialect: Dialect;
  readonly plan: CustomersPlan;
  readonly cuts: RfmCuts;
  /** The key of the searched text, were it a customer's id. */
  readonly searchedKey?: CustomerKey | undefined;
}

/** Expressions over the row `b` of a customer's sums and the record `c`, and what they need. */
export interface Expressions {
  readonly needed: Set<Aggregate>;
  readonly value: (column: CustomerColumnName) => Fragment;
  readonly record: (column: string) => Fragment;
  readonly usesRecord: () => boolean;
}

export function createExpressions({ context, dialect, cuts }: CustomersInput): Expressions {
  const needed = new Set<Aggregate>();
  let usesRecord = false;
  const sum = (name: Aggregate): Fragment => {
    needed.add(name);
    return sql`b.${identifier(name)}`;
  };
  const record = (column: string): Fragment => {
    usesRecord = true;
    return sql`c.${identifier(column)}`;
  };
  const days = () => daysSince(context, dialect, sum('last_at'));
  const measured = () => ({
    lastAt: sum('last_at'),
    orders: sum('all_orders'),
    revenue: dialect.toFloat(sum('all_revenue')),
    dayStart: dayStartOf(context.asOf, context.timeZone),
  });
  const value = (column: CustomerColumnName): Fragment => {
    switch (column) {
      case 'customer_key':
        return sql`b.customer_key`;
      case 'country':
        return sql`coalesce(${sum('order_country')}, ${record('country')})`;
      case 'city':
      case 'segment':
        return record(column);
      case 'first_order':
        return sum('first_at');
      case 'last_order':
        return sum('last_at');
      case 'days_since_last_order':
        return days();
      case 'average_order_value':
        return sql`(${dialect.toFloat(sum('revenue'))} / ${sum('orders')})`;
      case 'rfm_segment':
        return rfmPlace(value('recency_score'), value('value_score'));
      case 'spend_segment':
        return spendPlace(measured());
      case 'recency_score':
        return recencyScore(measured(), cuts);
      case 'frequency_score':
        return frequencyScore(measured(), cuts);
      case 'monetary_score':
        return monetaryScore(measured(), cuts);
      case 'value_score':
        return valueScore(
          dialect,
          frequencyScore(measured(), cuts),
          monetaryScore(measured(), cuts),
        );
      case 'orders':
      case 'units':
      case 'revenue':
      case 'discounts':
      case 'refunds':
        return sum(column);
    }
  };
  return { needed, value, record, usesRecord: () => usesRecord };
}

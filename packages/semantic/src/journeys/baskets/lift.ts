import { type Dialect, type Fragment, sql } from '@olympus/sql';

/**
 * The lower end of the lift's interval as SQL, to rank pairs by: a pair that was seen five times
 * does not come before one that was seen a thousand times. Reads `together`, `of_one`, `of_other`,
 * `baskets`; the interval is that of the logarithm of a ratio of counts (delta method).
 */
export function liftBounds({ toFloat }: Pick<Dialect, 'toFloat'>): { readonly rank: Fragment } {
  const [both, one, other, all] = [
    toFloat(sql`together`),
    toFloat(sql`of_one`),
    toFloat(sql`of_other`),
    toFloat(sql`baskets`),
  ];
  const slope = sql`(1 / ${both} - 1 / ${one} - 1 / ${other})`;
  const variance = sql`(${both} * ${slope} * ${slope} + (${one} - ${both}) / (${one} * ${one}) + (${other} - ${both}) / (${other} * ${other}) - 1 / ${all})`;
  const lift = sql`ln(${both} * ${all} / (${one} * ${other}))`;
  return {
    rank: sql`(${lift} - 1.959964 * sqrt(CASE WHEN ${variance} > 0 THEN ${variance} ELSE 0 END))`,
  };
}

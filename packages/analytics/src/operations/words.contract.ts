import { nullable, oneOf, record } from '@olympus/contract';
import { grains, timeframes } from '@olympus/core';
import { Type } from 'typebox';

/** Words that several answers of the room share. */

export const unitSchema = oneOf(['currency', 'count', 'ratio', 'number']);

/** Somebody's language and region. */
export const localeSchema = (description: string) =>
  Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$', description });

export const polaritySchema = oneOf(['up_good', 'down_good', 'neutral'], {
  description: 'Whether more is better',
});

export const grainSchema = oneOf(grains);

export const timeframeSchema = oneOf(timeframes, {
  description: 'A named span of the tenant’s calendar',
});

export const rangeSchema = record(
  { from: Type.String(), to: Type.String() },
  {
    title: 'LocalRange',
    description:
      'Half-open span of the tenant’s calendar: local dates or local date-times, `to` exclusive',
  },
);

export const valueSchema = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

export const rowSchema = Type.Record(Type.String(), valueSchema);

export const freshnessSchema = record(
  { data_through: nullable(Type.String()), last_received_at: nullable(Type.String()) },
  { title: 'Freshness', description: 'How far the data reaches; null without data' },
);

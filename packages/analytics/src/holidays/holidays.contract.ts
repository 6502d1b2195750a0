import {
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { localeSchema } from '../operations/words.contract.js';

const country = Type.String({ minLength: 2, maxLength: 2, description: 'ISO 3166-1' });

const holiday = record(
  {
    date: Type.String(),
    name: Type.String(),
    kind: oneOf(['public', 'feast', 'shopping'], {
      description: 'A day off by law; kept by many; a day on which shops sell more',
    }),
  },
  { title: 'Holiday' },
);

export const holidayOperations = [
  operation({
    id: 'holidays.list',
    method: 'GET',
    path: '/api/analytics/holidays/:tenant_id',
    summary: 'List the holidays that a business knows',
    description:
      'Public holidays of the whole country, feasts that are kept without one, and days of sales; those of regions are not known. What is unusual on one of them is named after it.',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      year: optional(
        Type.Integer({ minimum: 1990, maximum: 2100, description: 'The present one by default' }),
      ),
      locale: optional(localeSchema('BCP 47; names are in English or German')),
    }),
    answer: json(
      record(
        {
          country: nullable(country),
          chosen: Type.Boolean({
            description: 'False where the business’s time zone, or else its locale, names it',
          }),
          countries: Type.Array(country, { description: 'Those whose holidays are known' }),
          year: Type.Integer(),
          holidays: Type.Array(holiday),
        },
        { title: 'Holidays' },
      ),
    ),
    problems: { tenant_not_found: 'not_found' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Holidays of a year',
        input: { tenant_id: 'shop', year: 2026 },
        answer: { year: 2026 },
      },
    ],
  }),
  operation({
    id: 'holidays.choose',
    method: 'PUT',
    path: '/api/analytics/holidays/:tenant_id',
    summary: 'Choose the country whose holidays count',
    permission: 'detectors:write',
    input: record({
      ...ofTenant,
      country: nullable(
        Type.String({
          maxLength: 20,
          description: 'ISO 3166-1; null for what the time zone or locale names',
        }),
      ),
    }),
    answer: nothing,
    problems: { unknown_country: 'invalid' },
    repeats: 'idempotent',
    audit: 'holidays.chosen',
    since: '0.2.0',
    examples: [{ name: 'A country', input: { tenant_id: 'shop', country: 'AT' } }],
  }),
] as const;

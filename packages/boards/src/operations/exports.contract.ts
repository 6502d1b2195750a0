import analyticsContract from '@olympus/analytics/contract';
import {
  file,
  type Operation,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { metricQuerySchema } from '@olympus/semantic';
import { Type } from 'typebox';
import { exportFormats, mediaTypes } from '../exports/sheet.js';
import { localeField } from './words.contract.js';

const { tenant_id: _, ...queryFields } = metricQuerySchema.properties;

/** What goes wrong with a query goes wrong with its export. */
const asked: Operation | undefined = analyticsContract.operations.find(
  ({ id }) => id === 'analytics.query',
);

export const exportInput = {
  query: record(queryFields, { title: 'ExportQuery', description: 'A MetricQuery' }),
  format: oneOf(exportFormats),
  title: optional(Type.String({ maxLength: 200, description: 'Names the file' })),
  locale: localeField,
};

export const exportOperations = [
  operation({
    id: 'analytics.export',
    method: 'POST',
    path: '/api/analytics/export',
    summary: 'Fetch the answer of a query as a file',
    description:
      'As many rows as a query answers, 10,000. XLSX has what the rows are about on a second sheet, Parquet in its key-value metadata, JSON under `about`; CSV is nothing but rows. Texts that a spreadsheet would run as formulas begin with an apostrophe in CSV and XLSX.',
    permission: 'analytics:read',
    input: record({ ...ofTenant, ...exportInput }),
    answer: file(...Object.values(mediaTypes).map((type) => type.split(';')[0] ?? type)),
    problems: asked?.problems ?? {},
    repeats: 'safe',
    cost: 'heavy',
    since: '0.1.0',
    examples: [
      {
        name: 'Revenue by day for a spreadsheet',
        input: {
          tenant_id: 'shop',
          query: {
            metrics: ['revenue'],
            grain: 'day',
            time: { from: '2026-05-04', to: '2026-05-11' },
          },
          format: 'xlsx',
          title: 'Revenue by day',
        },
      },
    ],
  }),
] as const;

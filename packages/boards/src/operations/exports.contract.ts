import analyticsContract from '@olympus/analytics/contract';
import {
  accepted,
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
import { questionSchema } from '../board.js';
import { exportFormats, mediaTypes } from '../exports/sheet.js';
import { tabular } from '../exports/tables/tables.js';
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
  operation({
    id: 'exports.answer',
    method: 'POST',
    path: '/api/analytics/exports/answer',
    summary: 'Fetch what an operation answers as a file',
    description: `As rows and columns, like analytics.export. Of ${tabular.join(', ')}.`,
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      ask: questionSchema,
      format: exportInput.format,
      title: exportInput.title,
      locale: localeField,
    }),
    answer: file(...Object.values(mediaTypes).map((type) => type.split(';')[0] ?? type)),
    problems: { invalid_tile: 'invalid', no_table: 'invalid', not_answered: 'invalid' },
    repeats: 'safe',
    cost: 'heavy',
    since: '0.2.0',
    examples: [
      {
        name: 'A funnel for a spreadsheet',
        input: {
          tenant_id: 'shop',
          ask: {
            operation: 'funnels.run',
            input: {
              steps: [{ act: 'page.viewed' }, { act: 'order.placed' }],
              time: { from: '2026-05-01', to: '2026-06-01' },
            },
          },
          format: 'csv',
          title: 'From a page to an order',
        },
      },
    ],
  }),
  operation({
    id: 'exports.start',
    method: 'POST',
    path: '/api/analytics/exports',
    summary: 'Make a file of an answer of any size, as a job',
    description:
      'A series by hour or day without order, limit and comparison may have up to 200,000 rows; everything else as many as a query answers. The job’s result has the link to the file, which holds for a day.',
    permission: 'analytics:read',
    input: record({ ...ofTenant, ...exportInput }),
    answer: accepted(record({ job_id: Type.Integer() }, { title: 'ExportStarted' })),
    problems: {
      invalid_query: 'invalid',
      too_many_waiting_jobs: 'rate_limited',
      job_input_too_large: 'too_large',
      tenant_not_found: 'not_found',
    },
    repeats: 'once',
    cost: 'heavy',
    audit: 'export.started',
    since: '0.1.0',
    examples: [
      {
        name: 'Orders by hour and product',
        input: {
          tenant_id: 'shop',
          query: {
            metrics: ['orders'],
            dimensions: ['product.id'],
            grain: 'hour',
            time: { from: '2026-05-01', to: '2026-06-01' },
          },
          format: 'parquet',
        },
      },
    ],
  }),
] as const;

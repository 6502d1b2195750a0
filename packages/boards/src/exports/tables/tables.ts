import type { AnalyticsAnswers } from './answers.js';
import { distributionTable } from './distribution.js';
import {
  basketsTable,
  funnelTable,
  lifecycleTable,
  repeatsTable,
  retentionTable,
  stickinessTable,
} from './journeys.js';
import type { Language, TableSource } from './table.js';
import { trendsTable } from './trends.js';

type Source = Omit<TableSource, 'columns' | 'rows' | 'truncated'>;

/** Answers that say of themselves under `meta` what they cover. */
const watched = ({ meta }: Pick<AnalyticsAnswers['retention.run'], 'meta'>): Source => ({
  range: meta.range,
  comparison: null,
  timeZone: meta.time_zone,
  currency: meta.currency,
  dataThrough: meta.freshness.data_through,
});

const whole = { truncated: false } as const;

/** How answers become rows and columns, by operation; another one is a line here. */
const tables: {
  readonly [Id in keyof AnalyticsAnswers]?: (
    answer: AnalyticsAnswers[Id],
    language: Language,
  ) => TableSource;
} = {
  'analytics.query': ({ columns, rows, meta }) => ({
    columns,
    rows,
    range: meta.range,
    comparison: meta.comparison_range ?? null,
    timeZone: meta.time_zone,
    currency: meta.currency,
    dataThrough: meta.freshness.data_through,
    truncated: meta.truncated,
  }),
  'analytics.trends': (trends, language) => ({
    ...trendsTable(trends, language),
    range: trends.range,
    comparison: trends.comparison,
    timeZone: trends.time_zone,
    currency: trends.currency,
    dataThrough: trends.freshness.data_through,
    truncated: trends.more && !trends.groups.some(({ kind }) => kind === 'others'),
  }),
  'analytics.distribution': (answer, language) => ({
    ...distributionTable(answer, language),
    range: answer.range,
    comparison: null,
    timeZone: answer.time_zone,
    currency: answer.currency,
    dataThrough: null,
    ...whole,
  }),
  'funnels.run': (funnel, language) => ({
    ...funnelTable(funnel, language),
    range: funnel.range,
    comparison: funnel.comparison_range,
    timeZone: funnel.time_zone,
    currency: funnel.currency,
    dataThrough: funnel.freshness.data_through,
    ...whole,
  }),
  'retention.run': (answer, language) => ({
    ...watched(answer),
    ...retentionTable(answer, language),
    ...whole,
  }),
  'lifecycle.run': (answer, language) => ({
    ...watched(answer),
    ...lifecycleTable(answer, language),
    ...whole,
  }),
  'stickiness.run': (answer, language) => ({
    ...watched(answer),
    ...stickinessTable(answer, language),
    ...whole,
  }),
  'repeat_purchases.run': (answer, language) => ({
    ...watched(answer),
    ...repeatsTable(answer, language),
    ...whole,
  }),
  'customers.list': ({ columns, rows, total, ...page }) => ({
    columns: columns.map(({ name, type, label }) => ({
      name,
      label,
      type: type === 'text' || type === 'word' ? 'string' : type === 'date' ? 'date' : 'number',
      role: type === 'text' || type === 'word' || type === 'date' ? 'dimension' : 'metric',
    })),
    rows,
    range: null,
    comparison: null,
    timeZone: page.time_zone,
    currency: page.currency,
    dataThrough: null,
    truncated: total > rows.length,
  }),
  'baskets.run': (answer, language) => ({
    ...watched(answer),
    ...basketsTable(answer, language),
    ...whole,
  }),
};

/** Operations whose answers can be had as a file. */
export const tabular = Object.keys(tables) as readonly (keyof AnalyticsAnswers)[];

/** An answer as rows and columns; undefined for operations that answer no table. */
export function tableFrom(
  operation: string,
  answer: unknown,
  language: Language,
): TableSource | undefined {
  const make = Object.hasOwn(tables, operation)
    ? tables[operation as keyof AnalyticsAnswers]
    : undefined;
  // the operation's declaration says what it answers
  return (make as ((given: unknown, to: Language) => TableSource) | undefined)?.(answer, language);
}

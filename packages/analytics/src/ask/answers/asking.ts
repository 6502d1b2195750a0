import type { FigureFrame } from '@olympus/language';
import type { AnswerValue, MetricQuery, Unit } from '@olympus/semantic';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskColumn, AskData, AskTable, Insight } from '../ask-answer.js';
import type { AskAnalytics } from '../ports.js';
import type { TenantLanguage } from '../tenant-parsers.js';

/** A frame about to be answered. */
export interface Asking {
  readonly frame: FigureFrame;
  readonly language: TenantLanguage;
  /** BCP 47, of the sentences that tell the answer. */
  readonly locale: string;
  readonly nowMs: number;
  /** Runs one query of the tenant. */
  ask(query: Omit<MetricQuery, 'tenant_id'>): Promise<QueryAnswer>;
}

/** Figures and what they say, or why there are none. */
export type Answered =
  | { readonly kind: 'answered'; readonly data: AskData; readonly insights: readonly Insight[] }
  | Unsupported;

/** Understood, but not answered; the message is a sentence for people. */
export interface Unsupported {
  readonly kind: 'unsupported';
  readonly message: string;
}

export const unsupported = (message: string): Unsupported => ({ kind: 'unsupported', message });

/** Binds a tenant, the caller's rights and the caller's patience to queries. */
export function createAsker(
  analytics: AskAnalytics,
  language: TenantLanguage,
  options: { readonly showSql: boolean; readonly signal: AbortSignal | undefined },
): Asking['ask'] {
  const { id } = language.tenant;
  return (query) =>
    analytics.query({
      tenantId: id,
      query: { ...query, tenant_id: id },
      showSql: options.showSql,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
}

/** The label a metric or dimension has in questions; its name where it has none. */
export function labelOf({ catalogue }: TenantLanguage, name: string): string {
  const entry = [...catalogue.metrics, ...catalogue.dimensions].find((one) => one.name === name);
  return entry?.label ?? name;
}

export function unitOf({ model }: TenantLanguage, metric: string): Unit {
  return model.metrics.find((one) => one.name === metric)?.unit ?? 'number';
}

/** Whether a metric's groups add up to the whole. */
export function isAdditive({ model }: TenantLanguage, metric: string): boolean {
  return model.metrics.find((one) => one.name === metric)?.additive ?? false;
}

/** What a dimension's value is called in sentences: countries by name in the reader's language. */
export function memberLabel(
  { language, locale }: Pick<Asking, 'language' | 'locale'>,
  dimension: string,
  value: AnswerValue,
): string {
  if (value === null) {
    const label = labelOf(language, dimension);
    return locale.startsWith('en') ? `No ${label.toLowerCase()}` : `${label}: —`;
  }
  const text = String(value);
  if (!dimension.endsWith('country') || !/^[A-Z]{2}$/.test(text)) return text;
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(text) ?? text;
}

/** The columns of an answer under the labels of questions. */
export function columnsOf(answer: QueryAnswer, language: TenantLanguage): readonly AskColumn[] {
  return answer.columns.map(({ name, label, type, unit, role }) => {
    const about = role === 'metric' ? name : name.replace(/_(previous|change)$/, '');
    const metric = language.model.metrics.find((one) => one.name === about);
    return {
      name,
      label: role === 'dimension' ? labelOf(language, name) : (label ?? name),
      type,
      ...(unit === undefined ? {} : { unit }),
      ...(metric === undefined ? {} : { polarity: metric.polarity }),
      role,
    };
  });
}

/** Tables with what the answers they come from have in common. */
export function dataOf(
  asking: Asking,
  answers: readonly QueryAnswer[],
  tables: readonly AskTable[],
  more: Partial<AskData> = {},
): AskData {
  const [first] = answers;
  if (first === undefined) throw new Error('data come from an answer');
  const { meta } = first;
  const sql = answers.flatMap((answer) => answer.meta.sql ?? []);
  return {
    chart: asking.frame.chart,
    tables,
    grain: asking.frame.grain,
    range: meta.range,
    comparison_range: meta.comparison_range ?? null,
    time_zone: meta.time_zone,
    currency: meta.currency,
    freshness: meta.freshness,
    truncated: answers.some((answer) => answer.meta.truncated),
    notes: [],
    ...(sql.length === 0 ? {} : { sql: [...new Set(sql)] }),
    ...more,
  };
}

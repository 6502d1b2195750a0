import type { Grain } from '@olympus/core';
import { type FigureFrame, namedIn, type QuestionLanguage } from '@olympus/language';
import type { AnswerValue, MetricQuery } from '@olympus/semantic';
import type { Analytics } from '../../analytics.js';
import type { FiguresSource } from '../../engines/index.js';
import type { QueryAnswer, QueryRequest } from '../../query/query-service.js';
import type { AskData, AskTable, Insight } from '../ask-answer.js';
import { queryOfFrame } from '../frame-query.js';
import { type AnswerTexts, answerTexts, fill } from '../texts/index.js';
import { type ColumnWords, labelOf } from './columns.js';

/** A frame about to be answered. */
export interface Asking extends ColumnWords {
  readonly frame: FigureFrame;
  /** BCP 47, of the sentences that tell the answer. */
  readonly locale: string;
  readonly nowMs: number;
  /** Whose question it is: the tenant, the caller's rights and patience. */
  readonly scope: Omit<QueryRequest, 'query'>;
  readonly engines: Analytics['engines'];
  readonly trends: Analytics['trends'];
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

/** Why there is no answer, in the question's language. */
export const declined = (
  { texts }: Asking,
  reason: keyof AnswerTexts['declines'],
  values: Readonly<Record<string, string | number>> = {},
): Unsupported => unsupported(fill(texts.declines[reason], values));

/** Binds a frame to what answers it. */
export function createAsking(
  analytics: Pick<Analytics, 'query' | 'engines' | 'trends'>,
  question: Pick<Asking, 'frame' | 'language' | 'locale' | 'nowMs'> & {
    readonly tongue: QuestionLanguage;
    readonly scope: Omit<QueryRequest, 'tenantId' | 'query'>;
  },
): Asking {
  const { tongue, language, ...rest } = question;
  const { id } = language.tenant;
  const scope = { ...rest.scope, tenantId: id };
  return {
    ...rest,
    language: { ...language, catalogue: namedIn(language.catalogue, tongue) },
    scope,
    texts: answerTexts[tongue],
    engines: analytics.engines,
    trends: analytics.trends,
    ask: (query) => analytics.query({ ...scope, query: { ...query, tenant_id: id } }),
  };
}

/** What engines are asked: a metric under the frame's filters. */
export function requestOf({ frame, language, scope }: Asking, metric: string) {
  const { filters } = queryOfFrame({ ...frame, metrics: [metric] }, language).base;
  return { ...scope, metric, ...(filters === undefined ? {} : { filters }) };
}

/** Whether the frame keeps to conditions on metrics, which only tables can be held against. */
export function hasConditions({ frame, language }: Asking): boolean {
  return queryOfFrame(frame, language).conditions.length > 0;
}

/** So many buckets as people say it. Quarters are no unit of Intl. */
export function spanText({ locale }: Pick<Asking, 'locale'>, count: number, grain: Grain): string {
  const [number, unit] = grain === 'quarter' ? [3 * count, 'month'] : [count, grain];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
}

/** A label within a sentence; nouns are capitalised in German. */
export const inSentence = ({ locale }: Pick<Asking, 'locale'>, label: string): string =>
  locale.startsWith('de') ? label : label.toLowerCase();

/** What a dimension's value is called in sentences: countries by name in the reader's language. */
export function memberLabel(asking: Asking, dimension: string, value: AnswerValue): string {
  const { language, locale, texts } = asking;
  if (value === null) {
    const label = inSentence(asking, labelOf(language, dimension));
    return fill(texts.members.none, { dimension: label });
  }
  const text = String(value);
  if (!dimension.endsWith('country') || !/^[A-Z]{2}$/.test(text)) return text;
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(text) ?? text;
}

/** Tables with what is known of where their figures come from. */
export function dataOf(
  { frame }: Asking,
  source: FiguresSource,
  tables: readonly AskTable[],
  more: Partial<AskData> = {},
): AskData {
  const { sql } = source;
  return {
    chart: frame.chart,
    tables,
    grain: frame.grain,
    range: source.range,
    comparison_range: source.comparisonRange,
    time_zone: source.timeZone,
    currency: source.currency,
    freshness: source.freshness,
    truncated: source.truncated,
    notes: [],
    ...(sql.length === 0 ? {} : { sql }),
    ...more,
  };
}

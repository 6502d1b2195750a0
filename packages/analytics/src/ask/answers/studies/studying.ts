import {
  fillTemplate,
  type NarrativePart,
  namedIn,
  type QuestionLanguage,
  type StudyFrame,
} from '@olympus/language';
import {
  type AnswerRow,
  type MetricQuery,
  type ModelLanguage,
  modelLanguageOf,
  type QueryFilters,
  type Unit,
} from '@olympus/semantic';
import type { Analytics } from '../../../analytics.js';
import type { Freshness } from '../../../query/query-service.js';
import type { AskColumn, AskData, AskTable, Insight } from '../../ask-answer.js';
import { queryFilters } from '../../frame-query.js';
import type { Goals } from '../../goals.js';
import type { TenantLanguage } from '../../tenant-parsers.js';
import { type AnswerTexts, answerTexts } from '../../texts/index.js';
import { type StudyAnswerTexts, studyTextsIn } from '../../texts/study-texts.js';

/** What studies are answered with. */
export type StudyEngines = Pick<
  Analytics,
  'query' | 'watching' | 'funnels' | 'customers' | 'drill'
>;

/** A study about to be answered. */
export interface Studying {
  readonly frame: StudyFrame;
  readonly language: TenantLanguage;
  readonly texts: AnswerTexts;
  readonly words: StudyAnswerTexts;
  readonly locale: string;
  readonly modelLanguage: ModelLanguage;
  readonly engines: StudyEngines;
  readonly goals: Goals | undefined;
  readonly request: {
    readonly tenantId: TenantLanguage['tenant']['id'];
    readonly signal?: AbortSignal | undefined;
  };
  /** The frame's time, as engines take it. */
  readonly time: MetricQuery['time'] | undefined;
  readonly filters: QueryFilters | undefined;
}

export function createStudying(
  engines: StudyEngines,
  {
    frame,
    language,
    tongue,
    locale,
    goals,
    signal,
  }: {
    readonly frame: StudyFrame;
    readonly language: TenantLanguage;
    readonly tongue: QuestionLanguage;
    readonly locale: string;
    readonly goals: Goals | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Studying {
  const { time } = frame;
  const filters = queryFilters(frame.filters, language) as QueryFilters;
  return {
    frame,
    language: { ...language, catalogue: namedIn(language.catalogue, tongue) },
    texts: answerTexts[tongue],
    words: studyTextsIn(tongue),
    locale,
    modelLanguage: modelLanguageOf(tongue),
    engines,
    goals,
    request: { tenantId: language.tenant.id, signal },
    time: time === null ? undefined : { from: time.from, to: time.to },
    filters: filters.length === 0 ? undefined : filters,
  };
}

/** Where an answer's figures come from, as engines tell it. */
export interface StudySource {
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly freshness: Freshness;
}

/** How far the tenant's data reaches, for engines that do not say. */
export async function freshnessOf({ engines, request }: Studying): Promise<Freshness> {
  const { meta } = await engines.query({
    ...request,
    query: { tenant_id: request.tenantId, metrics: ['orders'] },
  });
  return meta.freshness;
}

/** Tables with what is known of where their figures come from. */
export const dataOf = (
  { frame, language }: Studying,
  source: StudySource,
  tables: readonly AskTable[],
  more: Partial<AskData> = {},
): AskData => ({
  chart: frame.chart,
  tables,
  grain: null,
  range: source.range,
  comparison_range: null,
  time_zone: language.tenant.timeZone,
  currency: language.tenant.currency,
  freshness: source.freshness,
  truncated: false,
  notes: [],
  ...more,
});

export const nameColumn = (name: string, label: string): AskColumn => ({
  name,
  label,
  type: 'string',
  role: 'dimension',
});

export const textColumn = (name: string, label: string): AskColumn => ({
  name,
  label,
  type: 'string',
  role: 'flag',
});

export const dateColumn = (name: string, label: string): AskColumn => ({
  name,
  label,
  type: 'date',
  role: 'flag',
});

export const numberColumn = (name: string, label: string, unit: Unit): AskColumn => ({
  name,
  label,
  type: 'number',
  unit,
  role: 'metric',
});

/** A number of a table as it is told in a sentence: by its column's unit. */
export function figureOf(
  { locale, language }: Studying,
  table: AskTable,
  row: number,
  column: string,
): NarrativePart {
  const value = Number(table.rows[row]?.[column]);
  const unit = table.columns.find(({ name }) => name === column)?.unit ?? 'number';
  return {
    kind: 'figure',
    text: written(value, unit, locale, language.tenant.currency),
    value,
    origin: { kind: 'cell', cell: `${table.id}/${row}/${column}` },
  };
}

function written(value: number, unit: Unit, locale: string, currency: string): string {
  switch (unit) {
    case 'currency':
      return value.toLocaleString(locale, { style: 'currency', currency });
    case 'ratio':
      return value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
    case 'count':
      return value.toLocaleString(locale, { maximumFractionDigits: 0 });
    default:
      return value.toLocaleString(locale, { maximumFractionDigits: 2 });
  }
}

export const labelPart = (text: string): NarrativePart => ({ kind: 'label', text });

/** A sentence, if all of its numbers are known. */
export function tellSentence(
  template: string,
  fillers: Readonly<Record<string, NarrativePart>>,
): readonly Insight[] {
  const known = Object.values(fillers).every(
    (part) => part.kind !== 'figure' || Number.isFinite(part.value),
  );
  return known ? [fillTemplate(template, fillers)] : [];
}

/** A part of a whole; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? part / whole : null;

export const tableOf = (
  id: string,
  title: string,
  columns: readonly AskColumn[],
  rows: readonly AnswerRow[],
): AskTable => ({ id, title, columns, rows });

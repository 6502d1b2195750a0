import { labelOf as labelIn } from '@olympus/language';
import type { Polarity, Unit } from '@olympus/semantic';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskColumn } from '../ask-answer.js';
import type { TenantLanguage } from '../tenant-parsers.js';
import { type AnswerTexts, fill } from '../texts/index.js';

/** What columns are labelled with. */
export interface ColumnWords {
  readonly language: TenantLanguage;
  /** Titles, labels and notes in the question's language. */
  readonly texts: AnswerTexts;
}

/** The label a metric or dimension has in questions; its name where it has none. */
export function labelOf({ catalogue }: TenantLanguage, name: string): string {
  return labelIn(catalogue, name);
}

export function unitOf({ model }: TenantLanguage, metric: string): Unit {
  return model.metrics.find((one) => one.name === metric)?.unit ?? 'number';
}

/** Whether a metric's groups add up to the whole. */
export function isAdditive({ model }: TenantLanguage, metric: string): boolean {
  return model.metrics.find((one) => one.name === metric)?.additive ?? false;
}

/** The columns of an answer under the labels of questions. */
export function columnsOf(words: ColumnWords, answer: QueryAnswer): readonly AskColumn[] {
  return answer.columns.map((column) => {
    switch (column.role) {
      case 'time':
        return timeColumn(words, column.type);
      case 'dimension':
        return dimensionColumn(words, column.name);
      case 'metric':
        return metricColumn(words, column.name);
      case 'previous':
        return previousColumn(words, column.name.replace(/_previous$/, ''));
      case 'change':
        return changeColumn(words, column.name.replace(/_change$/, ''));
      default:
        throw new Error(`unknown role ${column.role satisfies never}`);
    }
  });
}

/** A metric in two spans: now, before, and the change. */
export function comparedColumns(words: ColumnWords, metric: string): readonly AskColumn[] {
  return [metricColumn(words, metric), previousColumn(words, metric), changeColumn(words, metric)];
}

export function timeColumn(
  { texts }: Pick<ColumnWords, 'texts'>,
  type: AskColumn['type'],
): AskColumn {
  return { name: 'time', label: texts.columns.time, type, role: 'time' };
}

export function dimensionColumn({ language }: ColumnWords, name: string): AskColumn {
  const type = language.model.dimensions.find((one) => one.name === name)?.type;
  return {
    name,
    label: labelOf(language, name),
    type: type === 'integer' ? 'number' : 'string',
    role: 'dimension',
  };
}

export function metricColumn({ language }: ColumnWords, metric: string): AskColumn {
  const label = labelOf(language, metric);
  const unit = unitOf(language, metric);
  return {
    name: metric,
    label,
    type: 'number',
    unit,
    ...polarityOf(language, metric),
    role: 'metric',
  };
}

function previousColumn({ language, texts }: ColumnWords, metric: string): AskColumn {
  return {
    name: `${metric}_previous`,
    label: fill(texts.columns.before, { metric: labelOf(language, metric) }),
    type: 'number',
    unit: unitOf(language, metric),
    ...polarityOf(language, metric),
    role: 'previous',
  };
}

function changeColumn({ language, texts }: ColumnWords, metric: string): AskColumn {
  return {
    name: `${metric}_change`,
    label: fill(texts.columns.change, { metric: labelOf(language, metric) }),
    type: 'number',
    unit: 'ratio',
    ...polarityOf(language, metric),
    role: 'change',
  };
}

function polarityOf({ model }: TenantLanguage, metric: string): { readonly polarity?: Polarity } {
  const described = model.metrics.find((one) => one.name === metric);
  return described === undefined ? {} : { polarity: described.polarity };
}

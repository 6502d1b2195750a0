import type { AnswerColumn, AnswerRow, MetricQuery } from '@olympus/semantic';
import { filterText, type Sheet } from './sheet.js';

/** What analytics.query answers, as far as files tell of it. */
export interface Answered {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  readonly meta: {
    readonly time_zone: string;
    readonly currency: string;
    readonly range: { readonly from: string; readonly to: string } | null;
    readonly comparison_range?: { readonly from: string; readonly to: string };
    readonly freshness: { readonly data_through: string | null };
    readonly generated_at: string;
    readonly truncated: boolean;
  };
}

const words = {
  en: {
    title: 'Title',
    range: 'Period, without its end',
    compared_with: 'Compared with',
    time_zone: 'Time zone',
    currency: 'Currency',
    filters: 'Filters',
    rows: 'Rows',
    data_through: 'Data through',
    made_at: 'Made at',
  },
  de: {
    title: 'Titel',
    range: 'Zeitraum, ohne sein Ende',
    compared_with: 'Verglichen mit',
    time_zone: 'Zeitzone',
    currency: 'Währung',
    filters: 'Filter',
    rows: 'Zeilen',
    data_through: 'Daten bis',
    made_at: 'Erstellt am',
  },
} as const;

const cut = {
  en: (count: number) => `${count}; there are more than one query answers`,
  de: (count: number) => `${count}; es gibt mehr, als eine Abfrage beantwortet`,
} as const;

const spanText = ({ from, to }: { readonly from: string; readonly to: string }) =>
  `${from} … ${to}`;

/** An answer with everything that its reader has to know, in their language. */
export function makeSheet(
  title: string,
  query: Pick<MetricQuery, 'filters'>,
  { columns, rows, meta }: Answered,
  locale: string | undefined,
): Sheet {
  const language = locale?.toLowerCase().startsWith('de') ? 'de' : 'en';
  const values: Readonly<Record<keyof (typeof words)['en'], string | null | undefined>> = {
    title,
    range: meta.range && spanText(meta.range),
    compared_with: meta.comparison_range && spanText(meta.comparison_range),
    time_zone: meta.time_zone,
    currency: meta.currency,
    filters: filterText(query.filters),
    rows: meta.truncated ? cut[language](rows.length) : String(rows.length),
    data_through: meta.freshness.data_through,
    made_at: meta.generated_at,
  };
  const keys = Object.keys(words[language]) as (keyof typeof values)[];
  return {
    title,
    columns,
    rows,
    about: keys.flatMap((key) => {
      const value = values[key];
      return value ? [{ key, name: words[language][key], value }] : [];
    }),
  };
}

import type { AnalyticsAnswers } from './answers.js';
import { figure, type Language, type Table, tableOf } from './table.js';

type Distribution = AnalyticsAnswers['analytics.distribution'];

const counted = {
  order: { en: 'Orders', de: 'Bestellungen' },
  customer: { en: 'Customers', de: 'Kunden' },
} as const;

/** A row for each column of the chart; an outermost one that holds all beyond it is open there. */
export function distributionTable(answer: Distribution, language: Language): Table {
  const { bins, below, above, metric, per } = answer;
  const last = bins.length - 1;
  type Row = { readonly bin: (typeof bins)[number]; readonly place: number };
  return tableOf<Row>(
    bins.map((bin, place) => ({ bin, place })),
    [
      figure(
        'from',
        { en: `${metric.label} from`, de: `${metric.label} ab` },
        metric.unit,
        (row) => (below && row.place === 0 ? null : row.bin.from),
      ),
      figure('to', { en: 'below', de: 'unter' }, metric.unit, (row) =>
        above && row.place === last ? null : row.bin.to,
      ),
      figure('count', counted[per], 'count', (row) => row.bin.count),
    ],
    language,
  );
}

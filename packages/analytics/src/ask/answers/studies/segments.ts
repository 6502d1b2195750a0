import type { SegmentsStudy } from '@olympus/language';
import type { Answered } from '../asking.js';
import {
  dataOf,
  figureOf,
  freshnessOf,
  labelPart,
  nameColumn,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
} from './studying.js';

/** How many customers each segment holds, as `customers.rfm` tells it. */
export async function answerSegments(studying: Studying, { by }: SegmentsStudy): Promise<Answered> {
  const { engines, request, modelLanguage, words } = studying;
  const answer = await engines.customers.segments({
    ...request,
    asOf: undefined,
    language: modelLanguage,
  });
  const segments = by === 'rfm' ? answer.segments : answer.spend_segments;
  const { columns } = words;
  const table = tableOf(
    'r1',
    columns.segment,
    [
      nameColumn('segment', columns.segment),
      numberColumn('customers', columns.customers, 'count'),
      numberColumn('share', columns.share, 'ratio'),
      numberColumn('revenue', columns.revenue, 'currency'),
      numberColumn('revenue_share', columns.revenueShare, 'ratio'),
    ],
    segments.map(({ label, customers, share, revenue, revenue_share }) => ({
      segment: label,
      customers,
      share,
      revenue,
      revenue_share,
    })),
  );
  const largest = segments
    .map(({ label, customers }, index) => ({ label, customers, index }))
    .sort((a, b) => b.customers - a.customers)[0];
  return {
    kind: 'answered',
    data: dataOf(studying, { range: null, freshness: await freshnessOf(studying) }, [table], {
      chart: 'bar',
      notes: [answer.method],
    }),
    insights:
      largest === undefined || largest.customers === 0
        ? []
        : tellSentence(words.sentences.segment, {
            label: labelPart(largest.label),
            customers: figureOf(studying, table, largest.index, 'customers'),
          }),
  };
}

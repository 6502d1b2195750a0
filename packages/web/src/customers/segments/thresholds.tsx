import type { CustomerSegments } from '@olympus/sdk';
import { formatCell } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { segmentTexts } from './texts.js';

type Span = CustomerSegments['thresholds']['recency'][number];
interface Row {
  readonly score: number;
  readonly recency: Span | undefined;
  readonly frequency: Span | undefined;
  readonly monetary: Span | undefined;
}

/** What each score stands for on the day, and how it came about. */
export function Thresholds({ answer }: { readonly answer: CustomerSegments }) {
  const { t } = useTexts(segmentTexts);
  const style = useNumberStyle();
  const { recency, frequency, monetary } = answer.thresholds;
  const rows = [5, 4, 3, 2, 1].map((score): Row => {
    const of = (spans: readonly Span[]) => spans.find((span) => span.score === score);
    return { score, recency: of(recency), frequency: of(frequency), monetary: of(monetary) };
  });
  const say = (span: Span | undefined, unit: 'count' | 'currency') => {
    if (!span || span.from === null || span.to === null) return '—';
    const [from, to] = [span.from, span.to].map((value) => formatCell(value, unit, style));
    return from === to ? (from ?? '') : t('between', { from: from ?? '', to: to ?? '' });
  };
  const column = (
    key: 'recency' | 'frequency' | 'monetary',
    label: string,
    unit: 'count' | 'currency',
  ): Column<Row> => ({
    key,
    label,
    kind: 'number',
    sortable: false,
    value: (row) => row[key]?.from ?? null,
    text: (row) => say(row[key], unit),
    width: { recency: 82, frequency: 72, monetary: 140 }[key],
  });
  return (
    <section aria-labelledby="rfm-how" className="card min-w-0 p-4 lg:col-span-5">
      <h2 id="rfm-how" className="font-semibold text-md">
        {t('howTitle')}
      </h2>
      <p className="mt-1 text-text-2">{answer.method}</p>
      <div className="-mx-2 mt-3">
        <DataTable<Row>
          label={t('howTitle')}
          rows={rows}
          rowKey={({ score }) => String(score)}
          columns={[
            {
              key: 'score',
              label: t('score'),
              kind: 'text',
              sortable: false,
              width: 50,
              value: ({ score }) => score,
            },
            column('recency', t('days'), 'count'),
            column('frequency', t('orders'), 'count'),
            column('monetary', t('money'), 'currency'),
          ]}
        />
      </div>
    </section>
  );
}

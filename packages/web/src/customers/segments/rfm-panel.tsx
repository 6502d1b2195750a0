import type { CustomerSegments } from '@olympus/sdk';
import { useState } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { HeatGrid } from '../../charts/heat-grid.js';
import { useTexts } from '../../messages/use-texts.js';
import { SelectField } from '../../ui/select-field.js';
import { type Condition, listOf } from '../conditions.js';
import { customersSearch } from '../customers-search.js';
import { segmentTexts } from './texts.js';
import { Thresholds } from './thresholds.js';

const MEASURES = ['counted', 'share', 'revenueShare'] as const;
type Measure = (typeof MEASURES)[number];
type Cell = CustomerSegments['grid'][number];

const VALUES: Readonly<Record<Measure, (cell: Cell) => number | null>> = {
  counted: ({ customers }) => customers,
  share: ({ share }) => share,
  revenueShare: ({ revenue_share: share }) => share,
};
const SCORES = [1, 2, 3, 4, 5] as const;

const is = (column: string, score: number): Condition => ({
  column,
  operator: 'equals',
  values: [score],
});

/** The grid of recency by value, each cell a way to its customers; and how scores come about. */
export function RfmPanel({ answer }: { readonly answer: CustomerSegments }) {
  const { t } = useTexts(segmentTexts);
  const [, change] = usePageSearch(customersSearch);
  const [measure, setMeasure] = useState<Measure>('counted');
  const cellAt = (recency: number, value: number) =>
    answer.grid.find((cell) => cell.recency === recency && cell.value === value);
  const nameOf = (id: string | undefined) =>
    answer.segments.find((segment) => segment.id === id)?.label ?? '';
  const pick = (key: string) => {
    const [recency = 0, value = 0] = key.split(' ').map(Number);
    change(listOf(is('recency_score', recency), is('value_score', value)));
  };
  return (
    <div className="grid gap-4 lg:grid-cols-12">
      <section aria-labelledby="rfm-grid" className="card min-w-0 p-4 lg:col-span-7">
        <HeatGrid
          data={{
            title: t('grid'),
            unit: measure === 'counted' ? 'count' : 'ratio',
            rowLabel: t('recency'),
            columnLabel: t('valueScore'),
            columns: SCORES.map((value) => ({ key: String(value), label: String(value) })),
            rows: SCORES.toReversed().map((recency) => ({
              key: String(recency),
              label: String(recency),
              cells: SCORES.map((value) => {
                const cell = cellAt(recency, value);
                return cell ? VALUES[measure](cell) : null;
              }),
              names: SCORES.map((value) => nameOf(cellAt(recency, value)?.segment)),
            })),
          }}
          rowHeight={52}
          widest={140}
          onPick={pick}
          heading={
            <div>
              <h2 id="rfm-grid" className="font-semibold text-md">
                {t('grid')}
              </h2>
              <p className="mt-0.5 text-text-3 text-xs">{t('gridAbout')}</p>
              <div className="mt-2 w-44">
                <SelectField
                  label={t('show')}
                  labelHidden
                  value={measure}
                  choices={MEASURES.map((value) => ({ value, label: t(value) }))}
                  onChange={setMeasure}
                />
              </div>
            </div>
          }
        />
      </section>
      <Thresholds answer={answer} />
    </div>
  );
}

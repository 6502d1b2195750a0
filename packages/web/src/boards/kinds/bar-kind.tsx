import type { TileAsk } from '@olympus/sdk';
import { ChartBar } from 'lucide-react';
import { useContext } from 'react';
import { dimensionText, mainColumn, numberIn } from '../../ask/figures.js';
import { BarChart, type SeriesData } from '../../charts/index.js';
import { useNumberStyle } from '../../format/style-context.js';
import { TooLittle } from '../tile/too-little.js';
import { asQueryAnswer, PolarityContext, tableOf } from './query-answer.js';
import type { TileDrawing, TileKind } from './tile-kind.js';

/** A metric by the values of dimensions, as bars in the order of the answer. */
function Bars({ title, answers, height }: TileDrawing) {
  const { locale } = useNumberStyle();
  const polarities = useContext(PolarityContext);
  const answer = asQueryAnswer(answers[0]);
  if (!answer || answer.rows.length === 0) return <TooLittle height={height} />;
  const { table } = tableOf(answer, polarities);
  const column = mainColumn(table);
  const dimensions = table.columns.filter(({ role }) => role === 'dimension');
  if (!column) return null;
  const data: SeriesData = {
    title: title || column.label,
    unit: column.unit ?? 'number',
    axis: { kind: 'category', label: dimensions.map(({ label }) => label).join(', ') },
    series: [
      {
        key: column.name,
        label: column.label,
        points: table.rows.map((row, index) => ({
          at: `${index} ${dimensions.map(({ name }) => String(row[name])).join(' ')}`,
          label: dimensions.map((one) => dimensionText(row, one, locale)).join(' · '),
          value: numberIn(row, column.name),
        })),
      },
    ],
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={data.title} tabIndex={0} className="-mt-2 h-full overflow-y-auto">
      <BarChart data={data} toolbar={false} />
    </section>
  );
}

export const barKind: TileKind = {
  kind: 'bar',
  name: { en: 'Bars', de: 'Balken' },
  icon: ChartBar,
  operation: 'analytics.query',
  size: { w: 4, h: 4 },
  fit: (_: TileAsk['ask']) => ({}),
  Draw: Bars,
};

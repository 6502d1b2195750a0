import { Hash } from 'lucide-react';
import { useContext } from 'react';
import { deltaOf, mainColumn, numberIn } from '../../ask/figures.js';
import { Sparkline } from '../../charts/index.js';
import { formatFull, formatShort } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { DeltaChip } from '../../ui/delta-chip.js';
import { boardTexts } from '../texts.js';
import { asQueryAnswer, PolarityContext, tableOf } from './query-answer.js';
import type { TileDrawing, TileKind } from './tile-kind.js';

/** Heights below which there is no room for a trend. */
const TREND = 80;

/** A figure, how it changed, and its trend at a glance. */
function BigNumber({ answers, height }: TileDrawing) {
  const { t } = useTexts(boardTexts);
  const style = useNumberStyle();
  const polarities = useContext(PolarityContext);
  const answer = asQueryAnswer(answers[0]);
  const series = asQueryAnswer(answers[1]);
  if (!answer) return null;
  const { table } = tableOf(answer, polarities);
  const column = mainColumn(table);
  const [row] = table.rows;
  if (!column) return null;
  const value = numberIn(row, column.name);
  const unit = column.unit ?? 'number';
  const delta = row && deltaOf(table, row, column, style.locale);
  const previous = numberIn(row, `${column.name}_previous`);
  const points = series?.rows.map((one) => ({ value: numberIn(one, column.name) })) ?? [];
  return (
    <div className="flex h-full flex-col justify-between">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <data
          value={value ?? ''}
          title={formatFull(value, unit, style)}
          className="font-semibold text-[24px] leading-8 tracking-tight xl:text-kpi"
        >
          {formatShort(value, unit, style)}
        </data>
        {delta && (
          <span className="flex items-baseline gap-1.5 text-text-3 text-xs">
            <DeltaChip delta={delta} />
            {previous !== null && (
              <span className="whitespace-nowrap">
                {t('versus', { value: formatShort(previous, unit, style) })}
              </span>
            )}
          </span>
        )}
      </p>
      {points.length > 1 && height >= TREND && (
        <Sparkline points={points} className="-mx-4 -mb-3 block h-10 w-[calc(100%+32px)]" />
      )}
    </div>
  );
}

export const numberKind: TileKind = {
  kind: 'number',
  name: { en: 'Figure', de: 'Kennzahl' },
  icon: Hash,
  operation: 'analytics.query',
  size: { w: 3, h: 2 },
  fit: ({ operation, input: { metrics, filters, time } }) => ({
    more: [
      {
        operation,
        input: {
          metrics,
          grain: 'day',
          ...(filters === undefined ? {} : { filters }),
          ...(time === undefined ? {} : { time }),
        },
      },
    ],
    follows: { compare: true },
  }),
  Draw: BigNumber,
};

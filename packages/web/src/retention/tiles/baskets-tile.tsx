import type { BasketsAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { OwnTime } from '../../boards/tile/own-time.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { useTexts } from '../../messages/use-texts.js';
import { DataTable } from '../../table/index.js';
import { usePairColumns } from '../baskets-tab.js';
import { retentionTexts } from '../texts.js';

const SHOWN = ['one', 'other', 'together', 'lift'];

/** What is bought together. */
export default function BasketsTile({ title, answers, height }: TileDrawing) {
  const { t } = useTexts(retentionTexts);
  // the kind asks baskets.run and nothing else
  const answer = answers[0] as BasketsAnswer | undefined;
  const columns = usePairColumns(answer?.item ?? 'product');
  if (!answer || answer.pairs.length === 0) return <TooLittle height={height} />;
  return (
    <>
      <OwnTime range={answer.meta.range} />
      <div className="-mx-2">
        <DataTable
          label={title || t('pairsTitle')}
          columns={columns.flatMap((column) =>
            SHOWN.includes(column.key)
              ? [column.key === 'other' ? { ...column, width: 170 } : column]
              : [],
          )}
          rows={answer.pairs}
          rowKey={({ one, other }) => `${one.id} ${other.id}`}
          maxHeight={Math.max(96, height - 24)}
        />
      </div>
    </>
  );
}

import type { RepeatPurchasesAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { OwnTime } from '../../boards/tile/own-time.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { ColumnChart } from '../../charts/index.js';
import { formatShare, MISSING } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { intervalsData } from '../repeats-tab.js';
import { detailsOf } from '../request.js';
import { retentionTexts } from '../texts.js';

/** When customers order again: how many do within some days, and the days between two orders. */
export default function RepeatsTile({ answers, height }: TileDrawing) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  // the kind asks repeat_purchases.run and nothing else
  const answer = answers[0] as RepeatPurchasesAnswer | undefined;
  if (!answer?.cohorts.some(({ customers }) => customers > 0)) return <TooLittle height={height} />;
  return (
    <>
      <OwnTime range={answer.meta.range} />
      <dl className="flex gap-x-6 overflow-hidden">
        {answer.rates.map(({ within_days, rate }) => (
          <div key={within_days} className="min-w-0">
            <dt className="truncate text-text-3 text-xs">
              {t('secondWithin', { days: within_days })}
            </dt>
            <dd className="font-semibold text-lg">
              {rate === null ? MISSING : formatShare(rate, style)}
            </dd>
          </div>
        ))}
      </dl>
      <ColumnChart
        data={intervalsData(answer, {
          title: t('intervalsTitle'),
          days: t('daysBetween'),
          orders: t('orders'),
        })}
        details={detailsOf(answer.meta, style.locale)}
        toolbar={false}
        height={Math.max(96, height - 92)}
      />
    </>
  );
}

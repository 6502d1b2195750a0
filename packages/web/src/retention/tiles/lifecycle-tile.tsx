import type { LifecycleAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { OwnTime } from '../../boards/tile/own-time.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { StackedChart } from '../../charts/index.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { lifecycleData } from '../lifecycle-tab.js';
import { detailsOf } from '../request.js';
import { retentionTexts } from '../texts.js';

/** New, returning, resurrecting and dormant people by period. */
export default function LifecycleTile({ answers, height }: TileDrawing) {
  const { t } = useTexts(retentionTexts);
  const { locale } = useNumberStyle();
  // the kind asks lifecycle.run and nothing else
  const answer = answers[0] as LifecycleAnswer | undefined;
  if (!answer?.periods.some(({ active, dormant }) => active > 0 || dormant > 0)) {
    return <TooLittle height={height} />;
  }
  return (
    <>
      <OwnTime range={answer.meta.range} />
      <StackedChart
        data={lifecycleData(answer, t('lifecycleTitle'), (kind) => t(`kind.${kind}`))}
        details={detailsOf(answer.meta, locale)}
        toolbar={false}
        height={Math.max(96, height - 72)}
      />
    </>
  );
}

import type { RetentionAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { OwnTime } from '../../boards/tile/own-time.js';
import { TileScroll } from '../../boards/tile/tile-scroll.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { HeatGrid, LineChart } from '../../charts/index.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { curvesOf, groupCurves, heatOf } from '../grid.js';
import { detailsOf } from '../request.js';
import { SHOWN } from '../retention-search.js';
import { retentionTexts } from '../texts.js';
import { useRetentionWords } from '../words.js';

/** Cohorts by periods later, as a grid or as curves. */
export default function RetentionTile({ title, view, answers, height }: TileDrawing) {
  const { t } = useTexts(retentionTexts);
  const { locale } = useNumberStyle();
  // the kind asks retention.run and nothing else
  const answer = answers[0] as RetentionAnswer | undefined;
  const { wordsOf, labelOf } = useRetentionWords();
  const { as, show, group: chosen } = view.options ?? {};
  const shown = SHOWN.find((one) => one === show) ?? 'share';
  const group = answer?.groups[Number(chosen ?? 0)] ?? answer?.groups[0];
  if (!answer || !group || group.customers === 0) return <TooLittle height={height} />;
  const words = wordsOf(answer.grain);
  const options = { details: detailsOf(answer.meta, locale), toolbar: false };
  const split = answer.breakdown !== null && answer.groups.length > 1;
  return (
    <TileScroll label={title || t(`title.${shown}`)}>
      <OwnTime range={answer.meta.range} />
      {as === 'curves' ? (
        <LineChart
          {...options}
          height={Math.max(120, height - 84)}
          data={
            split
              ? groupCurves(answer, shown, { ...words, title: t('curvesByGroup') }, labelOf)
              : curvesOf(answer, group, shown, { ...words, title: t('curves') })
          }
        />
      ) : (
        <HeatGrid
          {...options}
          height={height - 36}
          data={heatOf(answer, group, shown, { ...words, title: t(`title.${shown}`) })}
        />
      )}
    </TileScroll>
  );
}

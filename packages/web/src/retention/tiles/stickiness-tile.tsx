import type { StickinessAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { OwnTime } from '../../boards/tile/own-time.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { ColumnChart, LineChart } from '../../charts/index.js';
import { formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { detailsOf } from '../request.js';
import { daysData, ratioData } from '../stickiness-tab.js';
import { retentionTexts } from '../texts.js';

/** On how many days of a week or month people were there, or how their share moved. */
export default function StickinessTile({ view, answers, height }: TileDrawing) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  // the kind asks stickiness.run and nothing else
  const answer = answers[0] as StickinessAnswer | undefined;
  if (!answer?.periods.some(({ active }) => active > 0)) return <TooLittle height={height} />;
  const { grain, overall } = answer;
  const options = {
    details: detailsOf(answer.meta, style.locale),
    toolbar: false,
    height: Math.max(96, height - 72),
  };
  return (
    <>
      <OwnTime range={answer.meta.range} />
      <p className="flex items-baseline gap-2">
        <span className="font-semibold text-lg">{formatFull(overall.ratio, 'ratio', style)}</span>
        <span className="truncate text-text-2 text-xs">{t(`ratio.${grain}`)}</span>
      </p>
      {view.options?.as === 'ratio' ? (
        <LineChart {...options} data={ratioData(answer, t(`ratio.${grain}`))} />
      ) : (
        <ColumnChart
          {...options}
          data={daysData(answer, {
            title: t(`days.${grain}`),
            days: t('daysActive'),
            people: t('people'),
          })}
        />
      )}
    </>
  );
}

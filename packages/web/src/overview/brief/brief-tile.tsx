import type { Insights } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { TileScroll } from '../../boards/tile/tile-scroll.js';
import { useTileSource } from '../../boards/tile/tile-source.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { formatBucket } from '../../format/dates.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { Finding } from './brief.js';
import { briefTexts } from './texts.js';

/** What is worth knowing this morning, on a dashboard. */
export default function BriefTile({ title, answers, height }: TileDrawing) {
  const { t } = useTexts(briefTexts);
  const { locale } = useNumberStyle();
  const { inside } = useTileSource();
  // the kind asks analytics.insights and nothing else
  const brief = answers[0] as Insights | undefined;
  if (!brief) return <TooLittle height={height} />;
  const { insights, tested, through } = brief;
  return (
    <TileScroll label={title || t('title')}>
      <p className="text-text-3 text-xs">
        {insights.length === 0
          ? `${t('quiet')} ${t('quietText', { count: tested })}`
          : through && t('through', { date: formatBucket(through, 'day', locale) })}
      </p>
      <ol className="divide-y divide-border-soft">
        {insights.map((insight) => (
          <Finding key={insight.id} insight={insight} linked={inside} />
        ))}
      </ol>
    </TileScroll>
  );
}

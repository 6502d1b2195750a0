import type { FunnelAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../boards/kinds/tile-kind.js';
import { TileScroll } from '../boards/tile/tile-scroll.js';
import { TooLittle } from '../boards/tile/too-little.js';
import { FunnelChart, LineChart } from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { describeDelta } from '../format/delta.js';
import { formatDurationShort } from '../format/duration.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { funnelData } from './funnel-data.js';
import { useGroups } from './group-label.js';
import { rateData } from './rate-trend.js';
import { funnelTexts } from './texts.js';

const HEAD = 52;

/** A funnel on a dashboard: its rate, and the steps or the rate by when people began. */
export default function FunnelTile({ title, view, answers, height }: TileDrawing) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  // the kind asks funnels.run and nothing else
  const answer = answers[0] as FunnelAnswer | undefined;
  const groups = useGroups(answer?.breakdown ?? null);
  if (!answer || answer.started === 0) return <TooLittle height={height} />;
  const details = [
    formatRange(answer.range, style.locale),
    answer.time_zone.replaceAll('_', ' '),
    answer.currency,
  ];
  const options = { details, toolbar: false };
  return (
    <TileScroll label={title || t('funnel')}>
      <Summary answer={answer} />
      {view.options?.as === 'rate' ? (
        <LineChart
          {...options}
          height={Math.max(96, height - HEAD - 12)}
          data={rateData(answer, { title: t('trend'), rate: t('rate') })}
        />
      ) : (
        <FunnelChart
          {...options}
          height={height - HEAD - 16}
          data={funnelData(answer, groups, t('funnel'))}
        />
      )}
    </TileScroll>
  );
}

/** The rate, how it moved, and what it is made of. */
function Summary({ answer }: { readonly answer: FunnelAnswer }) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  const last = answer.steps.at(-1);
  const previous = last?.previous?.share_of_start ?? null;
  const change = answer.rate === null || previous === null ? null : answer.rate - previous;
  const count = (value: number) => formatFull(value, 'count', style);
  const median = last?.time?.p50 ?? null;
  return (
    <div className="flex min-h-11 flex-wrap items-baseline gap-x-2.5">
      <span className="sr-only">{t('rate')}</span>
      <span className="font-semibold text-[24px] leading-8 tracking-tight">
        {formatShare(answer.rate, style)}
      </span>
      {answer.comparison_range !== null && (
        <DeltaChip
          delta={describeDelta(
            { value: answer.rate, previous, change },
            'points',
            'up_good',
            style.locale,
          )}
        />
      )}
      <span className="text-text-2 text-xs">
        {t('arrived', { converted: count(answer.converted), started: count(answer.started) })}
        {median !== null &&
          ` · ${t('within', { time: formatDurationShort(median, style.locale) })}`}
      </span>
    </div>
  );
}

import type { FunnelAnswer } from '@olympus/sdk';
import { UsersRound } from 'lucide-react';
import { formatRange } from '../format/dates.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { EmptyState } from '../ui/empty-state.js';
import { FunnelNotes } from './funnel-notes.js';
import { FunnelPanel } from './funnel-panel.js';
import { GroupsPanel } from './groups-panel.js';
import { RateTrend } from './rate-trend.js';
import { SummaryFigures } from './summary-figures.js';
import { funnelTexts } from './texts.js';
import { TimesPanel } from './times-panel.js';

/** What became of those who began: figures, the funnel, how long it took, and by when they began. */
export function FunnelResult({
  answer,
  onOpen,
}: {
  readonly answer: FunnelAnswer;
  readonly onOpen: (step: number) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  const details = [
    formatRange(answer.range, style.locale),
    answer.time_zone.replaceAll('_', ' '),
    answer.currency,
  ];
  if (answer.started === 0) {
    return (
      <div className="space-y-4">
        <FunnelNotes answer={answer} />
        <EmptyState icon={UsersRound} title={t('nobody')}>
          {t('nobodyHint')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="space-y-4">
      <SummaryFigures answer={answer} />
      <FunnelNotes answer={answer} />
      <FunnelPanel answer={answer} details={details} onOpen={onOpen} />
      <GroupsPanel answer={answer} />
      <div className="grid gap-4 xl:grid-cols-2">
        <RateTrend answer={answer} details={details} />
        <TimesPanel answer={answer} />
      </div>
    </div>
  );
}

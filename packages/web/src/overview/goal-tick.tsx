import { Target } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Badge } from '../ui/badge.js';
import { aheadTexts } from './ahead-texts.js';
import { type Goal, TICKS } from './goals.js';

/** How a figure's goal stands: a glyph on its tile, and the words for who points at it or listens. */
export default function GoalTick({ goal: { status, turned } }: { readonly goal: Goal }) {
  const { t } = useTexts(aheadTexts);
  const { tone, glyph } = TICKS[status];
  const words = t('goal', { status: t(`${turned ? 'limit' : 'goal'}.${status}`) });
  // below a limit's pace points down, and is good
  const shown = turned && status === 'ahead' ? '▼' : turned && status === 'behind' ? '▲' : glyph;
  return (
    <span className="absolute end-2.5 top-2.5">
      <Badge tone={tone} title={words}>
        <Target size={12} aria-hidden="true" />
        <span aria-hidden="true" className="text-[10px] leading-4">
          {shown}
        </span>
        <span className="sr-only">{words}</span>
      </Badge>
    </span>
  );
}

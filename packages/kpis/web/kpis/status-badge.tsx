import type { Kpi } from '@olympus/sdk';
import { Badge, useTexts } from '@olympus/web/kit';
import { kpiTexts } from './texts.js';
import { statusWord } from './wording.js';

const TONES = {
  reached: 'good',
  ahead: 'good',
  on: 'neutral',
  behind: 'warn',
  missed: 'bad',
  too_early: 'neutral',
  no_target: 'neutral',
  no_data: 'neutral',
  unknown_metric: 'bad',
} as const;
const GLYPHS = {
  reached: '✓',
  ahead: '▲',
  on: '●',
  behind: '▼',
  missed: '✕',
  too_early: '…',
  no_target: '',
  no_data: '',
  unknown_metric: '!',
} as const;

/** How it stands: a glyph, a word, and a colour that repeats them. */
export function StatusBadge({ kpi }: { readonly kpi: Pick<Kpi, 'state' | 'better'> }) {
  const texts = useTexts(kpiTexts);
  const { status } = kpi.state;
  // below a limit's pace points down, and is good
  const turned = kpi.better === 'down_good' ? ({ ahead: '▼', behind: '▲' } as const) : undefined;
  const glyph =
    (status === 'ahead' || status === 'behind' ? turned?.[status] : undefined) ?? GLYPHS[status];
  return (
    <Badge tone={TONES[status]}>
      {glyph && (
        <span aria-hidden="true" className="text-[9px] leading-none">
          {glyph}
        </span>
      )}
      {statusWord(kpi, texts)}
    </Badge>
  );
}

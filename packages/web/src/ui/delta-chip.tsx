import type { Delta } from '../format/delta.js';

const TONES = {
  good: 'bg-good-tint text-good',
  bad: 'bg-bad-tint text-bad',
  neutral: 'bg-surface-2 text-text-2',
} as const;
const TEXT_TONES = { good: 'text-good', bad: 'text-bad', neutral: 'text-text-2' } as const;
const GLYPHS = { up: '▲', down: '▼', same: '', new: '', none: '' } as const;

/** Which way, how much, and by colour whether that is good; in words for who cannot see it. */
export function DeltaChip({
  delta,
  plain = false,
}: {
  readonly delta: Delta;
  readonly plain?: boolean;
}) {
  const look = plain ? TEXT_TONES[delta.tone] : `chip rounded-sm px-1.5 ${TONES[delta.tone]}`;
  return (
    <span
      className={`inline-flex items-baseline gap-1 whitespace-nowrap font-medium text-xs ${look}`}
    >
      <span aria-hidden="true" className="inline-flex items-baseline gap-1">
        {GLYPHS[delta.kind] && (
          <span className="text-[9px] leading-none">{GLYPHS[delta.kind]}</span>
        )}
        {delta.text}
      </span>
      <span className="sr-only">{delta.spoken}</span>
    </span>
  );
}

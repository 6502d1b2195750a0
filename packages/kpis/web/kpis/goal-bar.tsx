import type { Kpi } from '@olympus/sdk';
import { formatShort, useNumberStyle, useTexts } from '@olympus/web/kit';
import { barScale } from './bar-scale.js';
import { kpiTexts } from './texts.js';
import { targetText, unitOf } from './wording.js';

const FILLS = {
  reached: 'bg-good',
  ahead: 'bg-good',
  on: 'bg-accent',
  behind: 'bg-warn',
  missed: 'bg-bad',
} as const;

/** Where a period will land. */
export const HATCHED =
  'bg-[repeating-linear-gradient(135deg,var(--border-control)_0_1.5px,transparent_1.5px_4px)]';

const at = (share: number) => ({ insetInlineStart: `${(100 * share).toFixed(2)}%` });

/**
 * How far it is: the bar is the value, the tall mark the target, the tick where it should be by now,
 * the hatched stretch where it will land.
 */
export function GoalBar({ kpi }: { readonly kpi: Kpi }) {
  const texts = useTexts(kpiTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const scale = barScale(kpi.state);
  if (!scale) return null;
  const { status, value, target, pace, landing } = kpi.state;
  const write = (amount: number | null | undefined) =>
    formatShort(amount ?? null, unitOf(kpi), style);
  const label = [
    t('barLabel', { value: write(value), target: write(target) }),
    pace?.expected == null ? '' : t('barExpected', { expected: write(pace.expected) }),
    landing?.low == null
      ? ''
      : t('barLanding', { low: write(landing.low), high: write(landing.high) }),
  ];
  const fill = FILLS[status as keyof typeof FILLS] ?? 'bg-accent';
  return (
    <div role="img" aria-label={label.filter(Boolean).join('; ')} className="relative h-5">
      <div className="absolute inset-x-0 top-1.5 h-2 overflow-hidden rounded-full bg-surface-2">
        {scale.landing && (
          <div
            className={`absolute inset-y-0 ${HATCHED}`}
            style={{
              ...at(scale.landing.low),
              width: `${Math.max(0.8, 100 * (scale.landing.high - scale.landing.low)).toFixed(2)}%`,
            }}
          />
        )}
        <div
          className={`absolute inset-y-0 start-0 rounded-full ${fill}`}
          style={{ width: `${(100 * scale.value).toFixed(2)}%` }}
        />
      </div>
      {scale.expected !== undefined && (
        <div
          className="absolute top-0.5 h-4 w-0.5 -translate-x-1/2 bg-text rtl:translate-x-1/2"
          style={at(scale.expected)}
        />
      )}
      <div
        className="absolute top-0 h-5 w-1.5 -translate-x-1/2 rounded-sm border border-surface bg-text-2 rtl:translate-x-1/2"
        style={at(scale.target)}
        title={targetText(kpi, texts, style)}
      />
    </div>
  );
}

import type { FunnelAnswer } from '@olympus/sdk';
import type { ReactNode } from 'react';
import { describeDelta } from '../format/delta.js';
import { formatDuration, formatDurationShort } from '../format/duration.js';
import { formatFull, formatShare, formatShort } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { funnelTexts } from './texts.js';

/** The funnel in a few figures: its rate, how many began and arrived, how long it took, what it was worth. */
export function SummaryFigures({ answer }: { readonly answer: FunnelAnswer }) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  const { steps, worth, open } = answer;
  const last = steps.at(-1);
  const first = steps[0];
  const count = (value: number) => formatShort(value, 'count', style);
  const points = (value: number | null, previous: number | null | undefined) => ({
    value,
    previous: previous ?? null,
    change: value === null || previous == null ? null : value - previous,
  });
  const relative = (value: number, previous: number | null | undefined) => ({
    value,
    previous: previous ?? null,
    change: previous ? (value - previous) / previous : null,
  });
  const compared = answer.comparison_range !== null;
  const delta = (of: Parameters<typeof describeDelta>[0], kind: 'ratio' | 'points', text: string) =>
    compared && (
      <>
        <DeltaChip delta={describeDelta(of, kind, 'up_good', style.locale)} />
        {of.previous !== null && (
          <span className="whitespace-nowrap">{t('vs', { value: text })}</span>
        )}
      </>
    );
  const previousRate = last?.previous?.share_of_start;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-5">
      <Figure name={t('rate')} value={formatShare(answer.rate, style)}>
        {delta(
          points(answer.rate, previousRate),
          'points',
          formatShare(previousRate ?? null, style),
        )}
      </Figure>
      <Figure
        name={t(answer.per === 'session' ? 'startedVisits' : 'started')}
        value={count(answer.started)}
        full={formatFull(answer.started, 'count', style)}
      >
        {delta(
          relative(answer.started, first?.previous?.people),
          'ratio',
          count(first?.previous?.people ?? 0),
        )}
      </Figure>
      <Figure
        name={t('converted')}
        value={count(answer.converted)}
        full={formatFull(answer.converted, 'count', style)}
      >
        {delta(
          relative(answer.converted, last?.previous?.people),
          'ratio',
          count(last?.previous?.people ?? 0),
        )}
        {!compared && open > 0 && t('open', { count: open })}
      </Figure>
      <Figure
        name={t('median')}
        value={formatDurationShort(last?.time?.p50 ?? null, style.locale)}
        full={formatDuration(last?.time?.p50 ?? null, style.locale)}
      />
      {worth && (
        <Figure
          name={t('worth')}
          value={formatShort(worth.total, 'currency', style)}
          full={`${formatFull(worth.total, 'currency', style)} · ${t('worthHint')}`}
        >
          {compared
            ? delta(
                relative(worth.total, worth.previous_total),
                'ratio',
                formatShort(worth.previous_total, 'currency', style),
              )
            : worth.per_conversion !== null &&
              t('perConversion', { amount: formatShort(worth.per_conversion, 'currency', style) })}
        </Figure>
      )}
    </dl>
  );
}

function Figure({
  name,
  value,
  full,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly full?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="card min-w-0 px-3 pt-3 pb-3">
      <dt className="truncate font-medium text-sm text-text-2">{name}</dt>
      <dd className="mt-1">
        <span
          title={full}
          className="block truncate font-semibold text-[22px] leading-8 tracking-tight sm:text-kpi"
        >
          {value}
        </span>
        <span className="mt-1 flex min-h-5 flex-wrap items-center gap-x-1.5 text-text-3 text-xs">
          {children}
        </span>
      </dd>
    </div>
  );
}

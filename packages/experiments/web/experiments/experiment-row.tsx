import type { ListedExperiment } from '@olympus/sdk';
import { formatFull, PageLink, useNumberStyle, useTexts } from '@olympus/web/kit';
import { StateBadge, VerdictBadge } from './badges.js';
import { experimentTexts } from './texts.js';
import { armName, changeText } from './wording.js';

/** One experiment of the list: its name, its state, what is known, and how long it has run. */
export function ExperimentRow({ experiment }: { readonly experiment: ListedExperiment }) {
  const { t } = useTexts(experimentTexts);
  const style = useNumberStyle();
  const { key, name, state, verdict, days, units, unit, arms, hypothesis } = experiment;
  const change = verdict?.change;
  const details = [
    ...(days === null ? [] : [t('days', { count: Math.floor(days) })]),
    ...(units === null || units === 0
      ? []
      : [t(`unit.${unit}`, { count: units, amount: formatFull(units, 'count', style) })]),
  ];
  return (
    <li className="relative grid gap-x-4 gap-y-1 border-border-soft border-t px-4 py-3 first:border-t-0 focus-within:bg-surface-2 hover:bg-surface-2 md:grid-cols-[minmax(0,1fr)_auto_9rem] md:items-center">
      <div className="min-w-0">
        <PageLink
          to={`/experiments/${key}`}
          className="font-medium text-md after:absolute after:inset-0 hover:text-accent"
        >
          {name}
        </PageLink>
        {hypothesis !== '' && <p className="truncate text-sm text-text-3">{hypothesis}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2 md:justify-end">
        {change && verdict.arm && (
          <span className="tabular-nums text-sm text-text-2">
            {t('arm', {
              arm: armName(arms, verdict.arm),
              change: changeText(change.estimate, style),
            })}
          </span>
        )}
        {verdict && <VerdictBadge kind={verdict.kind} />}
        <StateBadge state={state} />
      </div>
      <p className="tabular-nums text-sm text-text-3 md:text-end">{details.join(' · ')}</p>
    </li>
  );
}

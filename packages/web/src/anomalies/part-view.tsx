import type { ExplainedPart, Explanation } from '@olympus/sdk';
import { useMemo } from 'react';
import { BarChart, type SeriesData, WaterfallChart, type WaterfallData } from '../charts/index.js';
import { formatSigned } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { PartTable } from './part-table.js';
import { anomalyTexts } from './texts.js';
import { valueText } from './words.js';

/** The change by one dimension or by a pair: as a waterfall where the parts add up, and as a table. */
export function PartView({
  explanation,
  part,
  compact,
}: {
  readonly explanation: Explanation;
  readonly part: ExplainedPart;
  readonly compact: boolean;
}) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { metric } = explanation;
  const names = useGroupNames(part);
  const by = part.dimensions.map(({ label }) => label).join(' × ');
  const waterfall = useMemo(
    () => waterfallOf(explanation, part, names, by, [t('before'), t('after')]),
    [explanation, part, names, by, t],
  );
  return (
    <div className="space-y-3">
      {waterfall ? (
        <WaterfallChart data={waterfall} toolbar={!compact} />
      ) : (
        <BarChart data={ownChanges(explanation, part, names, by)} toolbar={!compact} />
      )}
      {part.method === 'mix_rate' && (
        <p className="text-text-2">
          {t('mixInAll')} <b>{formatSigned(part.mix ?? 0, metric.unit, style)}</b>
          {' · '}
          {t('rateInAll')} <b>{formatSigned(part.rate ?? 0, metric.unit, style)}</b>
        </p>
      )}
      <p className="text-text-3 text-xs">{t(`method.${part.method}`)}</p>
      <PartTable explanation={explanation} part={part} names={names} by={by} compact={compact} />
    </div>
  );
}

export interface GroupNames {
  readonly of: (group: ExplainedPart['groups'][number]) => string;
  readonly others: string;
}

export function useGroupNames(part: ExplainedPart): GroupNames {
  const { t } = useTexts(anomalyTexts);
  const { locale } = useNumberStyle();
  const count = part.others?.count ?? null;
  return useMemo(
    () => ({
      of: ({ values, status }) => {
        const name = values
          .map((value, index) =>
            valueText(value, part.dimensions[index]?.name ?? '', t('none'), locale),
          )
          .join(' · ');
        return status === 'changed' ? name : `${name} (${t(status)})`;
      },
      others: count === null ? t('othersUncounted') : t('others', { count }),
    }),
    [part, t, locale, count],
  );
}

function waterfallOf(
  { metric, total }: Explanation,
  { groups, others, method }: ExplainedPart,
  names: GroupNames,
  by: string,
  [before, after]: readonly [string, string],
): WaterfallData | undefined {
  if (method === 'own_change' || total.current === null || total.previous === null) {
    return undefined;
  }
  return {
    title: metric.label,
    by,
    unit: metric.unit,
    start: { label: before, value: total.previous },
    end: { label: after, value: total.current },
    steps: [
      ...groups.map((group) => ({
        key: JSON.stringify(group.values),
        label: names.of(group),
        value: group.contribution ?? 0,
      })),
      ...(others
        ? [{ key: 'others', label: names.others, value: others.contribution ?? 0, pooled: true }]
        : []),
    ],
  };
}

function ownChanges(
  { metric }: Explanation,
  { groups }: ExplainedPart,
  names: GroupNames,
  by: string,
): SeriesData {
  return {
    title: metric.label,
    unit: metric.unit,
    axis: { kind: 'category', label: by },
    series: [
      {
        key: 'difference',
        label: metric.label,
        points: groups.map((group) => ({
          at: JSON.stringify(group.values),
          label: names.of(group),
          value: group.difference,
        })),
      },
    ],
  };
}

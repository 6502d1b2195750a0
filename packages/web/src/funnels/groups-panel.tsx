import type { FunnelAnswer } from '@olympus/sdk';
import { formatDuration } from '../format/duration.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import { type NamedGroup, useGroups } from './group-label.js';
import { funnelTexts } from './texts.js';

/** The funnel of each group, side by side in figures. */
export function GroupsPanel({ answer }: { readonly answer: FunnelAnswer }) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  const { breakdown, worth } = answer;
  const groups = useGroups(breakdown);
  if (breakdown === null) return null;
  const heading = t('byDimension', { dimension: breakdown.label });
  const count = (value: number) => formatFull(value, 'count', style);
  const columns: readonly Column<NamedGroup>[] = [
    { key: 'value', label: breakdown.label, kind: 'text', value: ({ label }) => label },
    {
      key: 'started',
      label: t('started'),
      kind: 'number',
      width: 100,
      value: ({ people }) => people[0] ?? 0,
      text: ({ people }) => count(people[0] ?? 0),
    },
    {
      key: 'converted',
      label: t('converted'),
      kind: 'number',
      width: 116,
      onPhone: false,
      value: ({ people }) => people.at(-1) ?? 0,
      text: ({ people }) => count(people.at(-1) ?? 0),
    },
    {
      key: 'rate',
      label: t('rate'),
      kind: 'number',
      width: 108,
      value: ({ share_of_start }) => share_of_start,
      text: ({ share_of_start }) => formatShare(share_of_start, style),
    },
    {
      key: 'time',
      label: t('time'),
      kind: 'number',
      width: 130,
      onPhone: false,
      value: ({ median_seconds }) => median_seconds,
      text: ({ median_seconds }) => formatDuration(median_seconds, style.locale),
    },
    ...(worth
      ? [
          {
            key: 'worth',
            label: t('worth'),
            kind: 'number' as const,
            width: 120,
            onPhone: false,
            value: (group: NamedGroup) => group.worth,
            text: (group: NamedGroup) => formatFull(group.worth ?? 0, 'currency', style),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="funnel-groups" className="card min-w-0 px-4 pt-3 pb-2">
      <h2 id="funnel-groups" className="mb-2 font-semibold text-md">
        {heading}
      </h2>
      <DataTable
        label={heading}
        columns={columns}
        rows={groups.filter(({ rest }) => !rest)}
        tail={groups.filter(({ rest }) => rest)}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

import type { ExplainedPart, Explanation, OtherGroups } from '@olympus/sdk';
import { useMemo } from 'react';
import { formatCell, formatShare, formatSigned, MISSING } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import type { GroupNames } from './part-view.js';
import { anomalyTexts } from './texts.js';

type Row = Pick<
  ExplainedPart['groups'][number],
  'current' | 'previous' | 'contribution' | 'difference' | 'mix' | 'rate' | 'weight'
> & { readonly key: string; readonly name: string };

/** The groups with their values in both spans and their part of the change; the rest as one row. */
export function PartTable({
  explanation,
  part,
  names,
  by,
  compact,
}: {
  readonly explanation: Explanation;
  readonly part: ExplainedPart;
  readonly names: GroupNames;
  readonly by: string;
  readonly compact: boolean;
}) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { unit } = explanation.metric;
  const { method, groups, others } = part;
  const columns = useMemo((): readonly Column<Row>[] => {
    const plain = (key: 'current' | 'previous', label: string): Column<Row> => ({
      key,
      label,
      kind: 'number',
      width: 84,
      quiet: key === 'previous',
      onPhone: key === 'current',
      value: (row) => row[key],
      text: (row) => formatCell(row[key], unit, style),
    });
    const change = (
      key: 'contribution' | 'difference' | 'mix' | 'rate',
      label: string,
    ): Column<Row> => ({
      key,
      label,
      kind: 'number',
      width: key === 'contribution' || key === 'difference' ? 108 : 84,
      value: (row) => row[key] ?? null,
      text: (row) => (row[key] == null ? MISSING : formatSigned(row[key] ?? 0, unit, style)),
    });
    return [
      { key: 'name', label: by, kind: 'text', value: ({ name }) => name, hint: ({ name }) => name },
      plain('previous', t('before')),
      plain('current', t('after')),
      ...(method === 'mix_rate'
        ? [
            ...(compact
              ? []
              : [
                  {
                    key: 'weight',
                    label: t('share'),
                    kind: 'number' as const,
                    width: 76,
                    quiet: true,
                    onPhone: false,
                    value: ({ weight }: Row) => weight ?? null,
                    text: ({ weight }: Row) => formatShare(weight ?? null, style),
                  },
                ]),
            change('mix', t('mix')),
            change('rate', t('rateEffect')),
            ...(compact ? [] : [change('contribution', t('contribution'))]),
          ]
        : [
            method === 'additive'
              ? change('contribution', t('contribution'))
              : change('difference', t('difference')),
          ]),
    ];
  }, [by, method, unit, style, t, compact]);
  const rows = groups.map(
    (group): Row => ({
      ...group,
      key: JSON.stringify(group.values),
      name: names.of(group),
    }),
  );
  return (
    <div className="-mx-2">
      <DataTable
        label={by}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        tail={others ? [othersRow(others, names.others)] : []}
      />
    </div>
  );
}

const othersRow = (others: OtherGroups, name: string): Row => ({
  ...others,
  key: 'others',
  name,
});

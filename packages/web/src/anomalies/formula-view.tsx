import type { Explanation, TreeFactor } from '@olympus/sdk';
import { useMemo } from 'react';
import { WaterfallChart, type WaterfallData } from '../charts/index.js';
import { formatCell, formatSigned } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import { anomalyTexts } from './texts.js';

/** The change by the numbers that the metric is made of; the waterfall shows the innermost ones. */
export function FormulaView({
  explanation,
  compact,
}: {
  readonly explanation: Explanation;
  readonly compact: boolean;
}) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { metric, tree, total } = explanation;
  const factors = useMemo(() => tree ?? [], [tree]);
  const data = useMemo((): WaterfallData | undefined => {
    const parents = new Set(factors.map(({ parent }) => parent));
    const leaves = factors.filter(({ key }) => !parents.has(key));
    if (total.current === null || total.previous === null) return undefined;
    return {
      title: metric.label,
      by: t('tree'),
      unit: metric.unit,
      start: { label: t('before'), value: total.previous },
      end: { label: t('after'), value: total.current },
      steps: leaves.map(({ key, label, effect }) => ({ key, label, value: effect })),
    };
  }, [factors, metric, total, t]);
  const columns: readonly Column<TreeFactor>[] = [
    {
      key: 'label',
      label: t('tree'),
      kind: 'text',
      sortable: false,
      value: ({ label }) => label,
      show: ({ label, parent }) => (
        <span className={parent === null ? 'font-medium' : 'ps-4 text-text-2'}>{label}</span>
      ),
    },
    {
      key: 'previous',
      label: t('before'),
      kind: 'number',
      width: 84,
      quiet: true,
      onPhone: false,
      sortable: false,
      value: ({ previous }) => previous,
      text: ({ previous, unit }) => formatCell(previous, unit, style),
    },
    {
      key: 'current',
      label: t('after'),
      kind: 'number',
      width: 84,
      sortable: false,
      value: ({ current }) => current,
      text: ({ current, unit }) => formatCell(current, unit, style),
    },
    {
      key: 'effect',
      label: t('contribution'),
      kind: 'number',
      width: 108,
      sortable: false,
      value: ({ effect }) => effect,
      text: ({ effect }) => formatSigned(effect, metric.unit, style),
    },
  ];
  return (
    <div className="space-y-3">
      {data && <WaterfallChart data={data} toolbar={!compact} />}
      <p className="text-text-3 text-xs">{t('treeAbout')}</p>
      <div className="-mx-2">
        <DataTable label={t('tree')} columns={columns} rows={factors} rowKey={({ key }) => key} />
      </div>
    </div>
  );
}

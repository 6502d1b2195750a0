import type { Explanation } from '@olympus/sdk';
import { ChevronDown } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { formatRange } from '../format/dates.js';
import { describeDelta } from '../format/delta.js';
import { formatCell } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { type Choice, Menu, MenuChoices } from '../ui/menu.js';
import { Tabs } from '../ui/tabs.js';
import { anomaliesSearch } from './anomalies-search.js';
import { ContextList } from './context-list.js';
import { FormulaView } from './formula-view.js';
import { PartView } from './part-view.js';
import { anomalyTexts } from './texts.js';
import { TopDrivers } from './top-drivers.js';

/** Why a metric differs between two spans: the groups that stand out, then each way to part it. */
export function ExplanationView({
  explanation,
  compact = false,
}: {
  readonly explanation: Explanation;
  /** In a drawer: charts without their buttons. */
  readonly compact?: boolean;
}) {
  const { t } = useTexts(anomalyTexts);
  const [search, change] = usePageSearch(anomaliesSearch);
  const { dimensions, pairs, tree, total } = explanation;
  const parts = [...dimensions, ...pairs].map((part) => ({
    part,
    value: part.dimensions.map(({ name }) => name).join('+'),
    label: part.dimensions.map(({ label }) => label).join(' × '),
  }));
  const all = [
    ...parts.slice(0, dimensions.length).map(({ value, label }) => ({ value, label })),
    ...(tree && tree.length > 0 ? [{ value: 'tree', label: t('tree') }] : []),
    ...parts.slice(dimensions.length).map(({ value, label }) => ({ value, label })),
  ];
  const shown = all.find(({ value }) => value === search.dim) ?? all[0];
  // pairs are many and long: only the one that is looked at has a tab, the others a menu
  const isPair = ({ value }: { readonly value: string }) => value.includes('+');
  const tabs = all.filter((one) => !isPair(one) || one === shown);
  const choose = (dim: string) => change({ dim }, { replace: true });
  const part = parts.find(({ value }) => value === shown?.value)?.part;
  return (
    <div className="space-y-4">
      <Movement explanation={explanation} />
      {total.difference === 0 ? (
        <p className="text-text-2">{t('noChange')}</p>
      ) : (
        <>
          <TopDrivers explanation={explanation} />
          {shown ? (
            <Tabs label={t('dimensions')} value={shown.value} tabs={tabs} onChange={choose}>
              {pairs.length > 0 && (
                <div className="mb-2">
                  <PairMenu choices={all.filter(isPair)} value={shown.value} onChoose={choose} />
                </div>
              )}
              {part ? (
                <PartView explanation={explanation} part={part} compact={compact} />
              ) : (
                <FormulaView explanation={explanation} compact={compact} />
              )}
            </Tabs>
          ) : (
            <p className="text-text-2">{t('noDrivers')}</p>
          )}
        </>
      )}
      <ContextList explanation={explanation} />
      {explanation.skipped.length > 0 && <p className="text-text-3 text-xs">{t('skipped')}</p>}
    </div>
  );
}

function PairMenu({
  choices,
  value,
  onChoose,
}: {
  readonly choices: readonly Choice<string>[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}) {
  const { t } = useTexts(anomalyTexts);
  return (
    <Menu
      label={t('pairs')}
      trigger={
        <Button>
          {t('pairs')}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices value={value} choices={choices} onChange={onChoose} />
    </Menu>
  );
}

/** Both values, and the change between them. */
function Movement({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { metric, total, range, comparison_range: before } = explanation;
  const say = (value: number | null) => formatCell(value, metric.unit, style);
  const delta = describeDelta(
    { value: total.current, previous: total.previous, change: total.change },
    metric.unit === 'ratio' ? 'points' : 'ratio',
    metric.polarity,
    style.locale,
  );
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-text-2">{say(total.previous)}</span>
        <span aria-hidden="true" className="text-text-3">
          →
        </span>
        <span className="font-semibold text-lg">{say(total.current)}</span>
        <DeltaChip delta={delta} />
      </p>
      {range && before && (
        <p className="text-text-3 text-xs">
          {t('comparedWith', {
            range: formatRange(range, style.locale),
            before: formatRange(before, style.locale),
          })}
        </p>
      )}
    </div>
  );
}

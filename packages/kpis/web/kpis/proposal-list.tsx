import type { KpiProposal } from '@olympus/sdk';
import {
  Button,
  CheckboxField,
  formatShort,
  olympus,
  toast,
  useDeed,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { type ReactNode, useState } from 'react';
import { kpisQuery } from './queries.js';
import { kpiTexts } from './texts.js';
import { percent } from './wording.js';

/** KPIs that suit the business, to be taken over with one press. */
export function ProposalList({
  proposals,
  onDone,
  beside,
}: {
  readonly proposals: readonly KpiProposal[];
  readonly onDone: () => void;
  /** What else can be done. */
  readonly beside?: ReactNode;
}) {
  const { t, locale } = useTexts(kpiTexts);
  const tenant = useTenant();
  const write = useTargetWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = proposals.filter(({ metric }) => !left.has(metric));
  const nameOf = ({ metric_label, calendar }: KpiProposal) =>
    t('proposal', { metric: metric_label, calendar: t(`each.${calendar}`) });
  const add = useDeed({
    run: async () => {
      // in their order, which is the order of the page
      for (const proposal of taken) {
        const { metric, calendar, target } = proposal;
        const name = nameOf(proposal);
        await olympus.kpis.save({ tenant_id: tenant.id, name, metric, calendar, target, locale });
      }
      return taken.length;
    },
    outdates: [kpisQuery.key(tenant.id)],
    onDone: (count) => {
      toast(t('added', { count }));
      onDone();
    },
  });
  const toggle = (metric: string, on: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      if (on) next.delete(metric);
      else next.add(metric);
      return next;
    });
  return (
    <div className="space-y-4">
      <ul className="grid gap-2 text-start">
        {proposals.map((proposal) => (
          <li
            key={proposal.metric}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control border border-border-soft px-3 py-2"
          >
            <CheckboxField
              label={nameOf(proposal)}
              checked={!left.has(proposal.metric)}
              onChange={(on) => toggle(proposal.metric, on)}
            />
            <span className="text-sm text-text-2">{write(proposal)}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          look="primary"
          disabled={taken.length === 0 || add.isPending}
          onClick={() => add.mutate(undefined)}
        >
          {add.isPending ? t('saving') : t('takeThese', { count: taken.length })}
        </Button>
        {beside}
      </div>
    </div>
  );
}

/** A proposed target in words. */
function useTargetWords(): (proposal: KpiProposal) => string {
  const { t } = useTexts(kpiTexts);
  const style = useNumberStyle();
  return ({ target, unit, better }) => {
    if (target?.kind === 'growth') {
      const size = percent(Math.abs(target.growth), style.locale);
      return t(target.growth < 0 ? 'lessTarget' : 'growthTarget', { percent: size });
    }
    if (target?.kind !== 'value') return t('noTarget');
    const value = formatShort(target.value, unit, style);
    return t(better === 'down_good' ? 'valueLimit' : 'valueTarget', { value });
  };
}

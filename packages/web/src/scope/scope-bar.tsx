import type { Dashboard, LocalRange } from '@olympus/sdk';
import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { PHONE, useMedia } from '../app/use-media.js';
import { formatRange, lastDateOf } from '../format/dates.js';
import { Button } from '../ui/button.js';
import { Menu, MenuChoices } from '../ui/menu.js';
import { PeriodPicker } from './period-picker.js';
import { canCompare, periodLabel, rangeOfPeriod, shiftRange } from './scope.js';
import { ScopeSheet } from './scope-sheet.js';
import { COMPARE_LABELS, type Compare } from './timeframes.js';
import type { ScopeControl } from './use-scope.js';

const COMPARES: readonly Compare[] = ['previous_period', 'same_period_last_year', 'none'];

interface ScopeBarProps {
  readonly control: ScopeControl;
  /** The answer on screen; undefined before the first one. */
  readonly dashboard: Dashboard | undefined;
  /** That answer is an earlier question's; this one's is on its way. */
  readonly pending: boolean;
  readonly locale: string;
}

/** What the page looks at, and what it compares that with. */
export function ScopeBar({ control, dashboard, pending, locale }: ScopeBarProps) {
  const phone = useMedia(PHONE);
  const { scope } = control;
  const range = rangeOfPeriod(scope.period, pending ? undefined : dashboard?.range);
  const name = periodLabel(scope.period);
  const dates = range ? formatRange(range, locale) : '';
  if (phone) {
    return <ScopeSheet control={control} range={range} title={name ?? dates} dates={dates} />;
  }
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2">
      <div className="flex items-center">
        <Step direction={-1} control={control} range={range} />
        <PeriodButton control={control} range={range} name={name} dates={dates} />
        <Step direction={1} control={control} range={range} />
      </div>
      <CompareButton control={control} />
      {dashboard?.comparison && (
        <span className="text-text-3">
          {formatRange(dashboard.range, locale)} against {formatRange(dashboard.comparison, locale)}
        </span>
      )}
    </div>
  );
}

type Range = LocalRange | undefined;

function PeriodButton({
  control,
  range,
  name,
  dates,
}: {
  readonly control: ScopeControl;
  readonly range: Range;
  readonly name: string | undefined;
  readonly dates: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button className="rounded-none" aria-label={`Period: ${name ?? dates}`}>
          <CalendarDays size={14} aria-hidden="true" className="text-text-3" />
          {name ?? (dates || 'Custom dates')}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Period"
          className="z-50 animate-pop rounded-card border border-border-soft bg-surface text-sm shadow-overlay outline-none"
        >
          <PeriodPicker
            period={control.scope.period}
            range={range}
            lastDate={range && lastDateOf(range)}
            onChange={(period) => {
              setOpen(false);
              control.setPeriod(period);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Step({
  direction,
  control,
  range,
}: {
  readonly direction: -1 | 1;
  readonly control: ScopeControl;
  readonly range: Range;
}) {
  const back = direction < 0;
  const next = range && shiftRange(range, direction);
  const endless = !canCompare(control.scope.period);
  return (
    <Button
      aria-label={back ? 'Previous period' : 'Next period'}
      title={back ? 'Previous period  [' : 'Next period  ]'}
      disabled={!next || endless}
      onClick={() => next && control.setRange(next)}
      className={`w-8 justify-center px-0 ${back ? 'rounded-r-none border-r-0' : 'rounded-l-none border-l-0'}`}
    >
      {back ? (
        <ChevronLeft size={15} aria-hidden="true" />
      ) : (
        <ChevronRight size={15} aria-hidden="true" />
      )}
    </Button>
  );
}

function CompareButton({ control }: { readonly control: ScopeControl }) {
  const { compare, period } = control.scope;
  const possible = canCompare(period);
  return (
    <Menu
      label="Comparison"
      trigger={
        <Button
          disabled={!possible}
          title={possible ? undefined : 'All time has nothing before it to compare with'}
        >
          <span className="text-text-3">vs</span>
          {possible ? COMPARE_LABELS[compare].toLowerCase() : 'nothing before'}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={compare}
        choices={COMPARES.map((value) => ({ value, label: COMPARE_LABELS[value] }))}
        onChange={control.setCompare}
      />
    </Menu>
  );
}

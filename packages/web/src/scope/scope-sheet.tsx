import type { LocalRange } from '@olympus/sdk';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { lastDateOf } from '../format/dates.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { PeriodPicker } from './period-picker.js';
import { canCompare, periodLabel, type Scope } from './scope.js';
import { COMPARE_LABELS, type Compare } from './timeframes.js';
import type { ScopeControl } from './use-scope.js';

const COMPARES: readonly Compare[] = ['previous_period', 'same_period_last_year', 'none'];

interface ScopeSheetProps {
  readonly control: ScopeControl;
  readonly range: LocalRange | undefined;
  readonly title: string;
  readonly dates: string;
}

/** The scope on a phone: one button, and a sheet whose Apply button is always in reach. */
export function ScopeSheet({ control, range, title, dates }: ScopeSheetProps) {
  const [draft, setDraft] = useState<Scope | undefined>();
  const { scope } = control;
  const suffix =
    scope.compare === 'none' || !canCompare(scope.period)
      ? ''
      : ` · vs ${COMPARE_LABELS[scope.compare].toLowerCase()}`;
  const close = () => setDraft(undefined);
  return (
    <>
      <Button onClick={() => setDraft(scope)} className="w-full" aria-haspopup="dialog">
        <CalendarDays size={15} aria-hidden="true" className="text-text-3" />
        <span className="min-w-0 flex-1 truncate text-left">
          {title || 'Custom dates'}
          <span className="font-normal text-text-3">{suffix}</span>
        </span>
        <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
      </Button>
      <Dialog
        open={draft !== undefined}
        onOpenChange={close}
        title="Period and comparison"
        place="bottom"
        footer={
          <Button
            look="primary"
            className="w-full"
            onClick={() => {
              if (draft) control.setScope(draft);
              close();
            }}
          >
            {draft ? `Show ${periodLabel(draft.period)?.toLowerCase() ?? 'these dates'}` : 'Apply'}
          </Button>
        }
      >
        {draft && (
          <>
            <p className="px-4 pt-3 text-text-3 text-xs">Now: {dates || '…'}</p>
            <PeriodPicker
              period={draft.period}
              range={draft.period.kind === 'dates' ? draft.period.range : range}
              lastDate={range && lastDateOf(range)}
              onChange={(period) => setDraft({ ...draft, period })}
            />
            <fieldset className="border-border-soft border-t p-2">
              <legend className="sr-only">Compare with</legend>
              {COMPARES.map((compare) => (
                <label
                  key={compare}
                  className="flex min-h-11 items-center gap-3 rounded-control px-2 has-checked:text-accent"
                >
                  <input
                    type="radio"
                    name="compare"
                    className="size-4 accent-(--accent)"
                    checked={draft.compare === compare}
                    disabled={!canCompare(draft.period)}
                    onChange={() => setDraft({ ...draft, compare })}
                  />
                  {COMPARE_LABELS[compare]}
                </label>
              ))}
            </fieldset>
          </>
        )}
      </Dialog>
    </>
  );
}

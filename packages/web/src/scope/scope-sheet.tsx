import type { LocalRange } from '@olympus/sdk';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { lastDateOf } from '../format/dates.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import type { ScopePart } from '../pages/define-page.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { SelectField } from '../ui/select-field.js';
import { PeriodPicker } from './period-picker.js';
import { canCompare, type Scope, timeframeOf } from './scope.js';
import { COMPARES, GRAINS } from './timeframes.js';
import type { ScopeControl } from './use-scope.js';

const FilterForm = lazy(async () => ({
  default: (await import('./filter-form.js')).FilterForm,
}));

interface ScopeSheetProps {
  readonly control: ScopeControl;
  readonly parts: readonly ScopePart[];
  readonly range: LocalRange | undefined;
  /** The period's name, or its dates. */
  readonly title: string;
  readonly dates: string;
}

/** The scope on a phone: one button, and a sheet whose Apply button is always in reach. */
export function ScopeSheet({ control, parts, range, title, dates }: ScopeSheetProps) {
  const { t } = useTexts();
  const tenant = useTenant();
  const [draft, setDraft] = useState<Scope | undefined>();
  const { scope } = control;
  const has = (part: ScopePart) => parts.includes(part);
  const suffix = [
    ...(has('compare') && scope.compare !== 'none' && canCompare(scope.period)
      ? [t(`compareWith.${scope.compare}`)]
      : []),
    ...(has('grain') && scope.grain !== 'auto' ? [t(`grain.${scope.grain}`).toLowerCase()] : []),
    ...(has('filters') && scope.filters.length > 0
      ? [t('scope.filterCount', { count: scope.filters.length })]
      : []),
  ];
  const close = () => setDraft(undefined);
  const timeframe = draft && timeframeOf(draft.period, undefined);
  const apply = timeframe
    ? t('scope.show', { period: t(`timeframe.${timeframe}`) })
    : draft?.period.kind === 'dates'
      ? t('scope.showDates')
      : t('scope.apply');
  return (
    <>
      <Button onClick={() => setDraft(scope)} className="w-full" aria-haspopup="dialog">
        <CalendarDays size={15} aria-hidden="true" className="text-text-3" />
        <span className="min-w-0 flex-1 truncate text-start">
          {title || t('scope.period')}
          {suffix.map((text) => (
            <span key={text} className="font-normal text-text-3">{` · ${text}`}</span>
          ))}
        </span>
        <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
      </Button>
      <Dialog
        open={draft !== undefined}
        onOpenChange={close}
        title={t('scope.sheet')}
        place="bottom"
        footer={
          <Button
            look="primary"
            className="w-full"
            onClick={() => {
              if (draft) control.change(draft);
              close();
            }}
          >
            {apply}
          </Button>
        }
      >
        {draft && has('range') && (
          <>
            <p className="px-4 pt-3 text-text-3 text-xs">
              {t('scope.now', { dates: dates || '…' })}
            </p>
            <PeriodPicker
              timeframe={timeframe}
              range={draft.period.kind === 'dates' ? draft.period.range : range}
              lastDate={range && lastDateOf(range)}
              onChange={(period) => setDraft({ ...draft, period })}
            />
          </>
        )}
        {draft && has('compare') && (
          <fieldset className="border-border-soft border-t p-2">
            <legend className="sr-only">{t('scope.compareWith')}</legend>
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
                {t(`compare.${compare}`)}
              </label>
            ))}
          </fieldset>
        )}
        {draft && has('grain') && (
          <div className="border-border-soft border-t p-4">
            <SelectField
              label={t('scope.grain')}
              value={draft.grain}
              choices={(['auto', ...GRAINS] as const).map((value) => ({
                value,
                label: t(`grain.${value}`),
              }))}
              onChange={(grain) => setDraft({ ...draft, grain })}
            />
          </div>
        )}
        {draft && has('filters') && (
          <div className="border-border-soft border-t p-4">
            <Suspense>
              <FilterForm
                tenantId={tenant.id}
                onAdd={(filter) => {
                  control.change({ ...draft, filters: [...draft.filters, filter] });
                  close();
                }}
              />
            </Suspense>
          </div>
        )}
      </Dialog>
    </>
  );
}

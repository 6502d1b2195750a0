import type { LocalRange } from '@olympus/sdk';
import { lazy, Suspense } from 'react';
import { lastDateOf } from '../format/dates.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import type { ScopePart } from '../pages/define-page.js';
import { SelectField } from '../ui/select-field.js';
import { PeriodPicker } from './period-picker.js';
import { canCompare, type Scope, timeframeOf } from './scope.js';
import { COMPARES, GRAINS } from './timeframes.js';

const FilterForm = lazy(async () => ({
  default: (await import('./filter-form.js')).FilterForm,
}));

interface ScopeFieldsProps {
  readonly draft: Scope;
  readonly parts: readonly ScopePart[];
  readonly range: LocalRange | undefined;
  readonly dates: string;
  readonly onDraft: (draft: Scope) => void;
  /** A change that is taken at once. */
  readonly onTake: (scope: Scope) => void;
}

/** The fields of the sheet: loaded when it is opened. */
export default function ScopeFields({
  draft,
  parts,
  range,
  dates,
  onDraft,
  onTake,
}: ScopeFieldsProps) {
  const { t } = useTexts();
  const tenant = useTenant();
  const has = (part: ScopePart) => parts.includes(part);
  const timeframe = timeframeOf(draft.period, undefined);
  return (
    <>
      {has('range') && (
        <>
          <p className="px-4 pt-3 text-text-3 text-xs">{t('scope.now', { dates: dates || '…' })}</p>
          <PeriodPicker
            timeframe={timeframe}
            range={draft.period.kind === 'dates' ? draft.period.range : range}
            lastDate={range && lastDateOf(range)}
            onChange={(period) => onDraft({ ...draft, period })}
          />
        </>
      )}
      {has('compare') && (
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
                onChange={() => onDraft({ ...draft, compare })}
              />
              {t(`compare.${compare}`)}
            </label>
          ))}
        </fieldset>
      )}
      {has('grain') && (
        <div className="border-border-soft border-t p-4">
          <SelectField
            label={t('scope.grain')}
            value={draft.grain}
            choices={(['auto', ...GRAINS] as const).map((value) => ({
              value,
              label: t(`grain.${value}`),
            }))}
            onChange={(grain) => onDraft({ ...draft, grain })}
          />
        </div>
      )}
      {has('filters') && (
        <div className="border-border-soft border-t p-4">
          <Suspense>
            <FilterForm
              tenantId={tenant.id}
              onAdd={(filter) => {
                onTake({ ...draft, filters: [...draft.filters, filter] });
              }}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}

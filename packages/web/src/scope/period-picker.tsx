import type { LocalRange, Timeframe } from '@olympus/sdk';
import { type FormEvent, useState } from 'react';
import { addDays } from '../format/dates.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { isLocalDate, type Period } from './scope.js';
import { TIMEFRAME_GROUPS } from './timeframes.js';

interface PeriodPickerProps {
  /** The one that is chosen, or shown by itself. */
  readonly timeframe: Timeframe | undefined;
  /** The dates shown now; where the date fields start. */
  readonly range: LocalRange | undefined;
  readonly lastDate: string | undefined;
  readonly onChange: (period: Period) => void;
}

/** Named timeframes, and two dates for everything else. Nothing scrolls. */
export function PeriodPicker({ timeframe, range, lastDate, onChange }: PeriodPickerProps) {
  const { t } = useTexts();
  return (
    <div className="sm:flex">
      <div className="flex flex-1 flex-col gap-1 p-2 sm:flex-row sm:gap-2">
        {TIMEFRAME_GROUPS.map((group) => (
          <fieldset
            key={group.name}
            className="grid min-w-0 auto-rows-min grid-cols-2 sm:min-w-34 sm:grid-cols-1"
          >
            <legend className="px-2 pt-1 pb-1 font-medium text-text-3 text-xs">
              {t(`timeframes.${group.name}`)}
            </legend>
            {group.timeframes.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === timeframe}
                onClick={() => onChange({ kind: 'timeframe', timeframe: one })}
                className="block min-h-8 w-full rounded-control px-2 text-start hover:bg-surface-2 aria-pressed:bg-accent-tint aria-pressed:font-medium aria-pressed:text-accent pointer-coarse:min-h-11"
              >
                {t(`timeframe.${one}`)}
              </button>
            ))}
          </fieldset>
        ))}
      </div>
      <DateFields range={range} lastDate={lastDate} onChange={onChange} />
    </div>
  );
}

function DateFields({
  range,
  lastDate,
  onChange,
}: Pick<PeriodPickerProps, 'range' | 'lastDate' | 'onChange'>) {
  const { t } = useTexts();
  const [from, setFrom] = useState(range?.from.slice(0, 10) ?? '');
  const [last, setLast] = useState(lastDate ?? '');
  const [fault, setFault] = useState<'giveBoth' | 'wrongOrder' | undefined>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isLocalDate(from) || !isLocalDate(last)) return setFault('giveBoth');
    if (from > last) return setFault('wrongOrder');
    setFault(undefined);
    onChange({ kind: 'dates', range: { from, to: addDays(last, 1) } });
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-3 border-border-soft border-t p-3 sm:w-48 sm:border-s sm:border-t-0"
    >
      <p className="font-medium text-text-3 text-xs">{t('scope.customDates')}</p>
      <DateField label={t('scope.firstDay')} value={from} onChange={setFrom} />
      <DateField
        label={t('scope.lastDay')}
        value={last}
        onChange={setLast}
        error={fault && t(`scope.${fault}`)}
      />
      <Button look="primary" type="submit">
        {t('scope.applyDates')}
      </Button>
    </form>
  );
}

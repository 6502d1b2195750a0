import type { LocalRange } from '@olympus/sdk';
import { type FormEvent, useId, useState } from 'react';
import { addDays } from '../format/dates.js';
import { Button } from '../ui/button.js';
import { isLocalDate, type Period } from './scope.js';
import { TIMEFRAME_GROUPS, TIMEFRAME_LABELS } from './timeframes.js';

interface PeriodPickerProps {
  readonly period: Period;
  /** The dates shown now; where the date fields start. */
  readonly range: LocalRange | undefined;
  readonly lastDate: string | undefined;
  readonly onChange: (period: Period) => void;
}

/** Named timeframes, and two dates for everything else. Nothing scrolls. */
export function PeriodPicker({ period, range, lastDate, onChange }: PeriodPickerProps) {
  return (
    <div className="sm:flex">
      <div className="flex flex-1 flex-col gap-1 p-2 sm:flex-row sm:gap-2">
        {TIMEFRAME_GROUPS.map((group) => (
          <fieldset
            key={group.label}
            className="grid min-w-0 auto-rows-min grid-cols-2 sm:min-w-34 sm:grid-cols-1"
          >
            <legend className="px-2 pt-1 pb-1 font-medium text-text-3 text-xs">
              {group.label}
            </legend>
            {group.timeframes.map((timeframe) => {
              const chosen = period.kind === 'timeframe' && period.timeframe === timeframe;
              return (
                <button
                  key={timeframe}
                  type="button"
                  aria-pressed={chosen}
                  onClick={() => onChange({ kind: 'timeframe', timeframe })}
                  className="block min-h-8 w-full rounded-control px-2 text-left hover:bg-surface-2 aria-pressed:bg-accent-tint aria-pressed:font-medium aria-pressed:text-accent pointer-coarse:min-h-11"
                >
                  {TIMEFRAME_LABELS[timeframe]}
                </button>
              );
            })}
          </fieldset>
        ))}
      </div>
      <DateFields range={range} lastDate={lastDate} onChange={onChange} />
    </div>
  );
}

const FIELD =
  'block min-h-9 w-full rounded-control border border-border-control bg-surface px-2 text-sm aria-invalid:border-bad pointer-coarse:min-h-11';

function DateFields({
  range,
  lastDate,
  onChange,
}: Pick<PeriodPickerProps, 'range' | 'lastDate' | 'onChange'>) {
  const id = useId();
  const [from, setFrom] = useState(range?.from.slice(0, 10) ?? '');
  const [last, setLast] = useState(lastDate ?? '');
  const [fault, setFault] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isLocalDate(from) || !isLocalDate(last)) return setFault('Give both dates.');
    if (from > last) return setFault('The first day is after the last day.');
    setFault('');
    onChange({ kind: 'dates', range: { from, to: addDays(last, 1) } });
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-3 border-border-soft border-t p-3 sm:w-48 sm:border-t-0 sm:border-l"
    >
      <p className="font-medium text-text-3 text-xs">Custom dates</p>
      {(
        [
          ['First day', from, setFrom],
          ['Last day', last, setLast],
        ] as const
      ).map(([label, value, set]) => (
        <div key={label}>
          <label htmlFor={`${id}${label}`} className="mb-1 block font-medium text-xs">
            {label}
          </label>
          <input
            id={`${id}${label}`}
            type="date"
            value={value}
            onChange={(event) => set(event.target.value)}
            aria-invalid={fault !== '' || undefined}
            aria-describedby={fault ? `${id}fault` : undefined}
            className={FIELD}
          />
        </div>
      ))}
      {fault && (
        <p id={`${id}fault`} role="alert" className="text-bad text-xs">
          {fault}
        </p>
      )}
      <Button look="primary" type="submit">
        Apply dates
      </Button>
    </form>
  );
}

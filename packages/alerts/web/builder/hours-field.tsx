import { CheckboxField, TextField, useTexts } from '@olympus/web/kit';
import { useId } from 'react';
import { alertTexts } from '../texts.js';
import type { Hours } from './draft.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 2024-01-01 was a Monday. */
const dayName = (day: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  );

/** Hours of some days, or none. */
export function HoursField({
  label,
  hint,
  hours,
  first,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly hours: Hours | null;
  /** What it begins with when it is turned on. */
  readonly first: Hours;
  readonly onChange: (hours: Hours | null) => void;
}) {
  const { t, locale } = useTexts(alertTexts);
  const id = useId();
  return (
    <div className="space-y-2">
      <CheckboxField
        label={label}
        {...(hint ? { hint } : {})}
        checked={hours !== null}
        onChange={(on) => onChange(on ? first : null)}
      />
      {hours && (
        <div className="space-y-2 ps-6.5">
          <fieldset aria-labelledby={id}>
            <legend id={id} className="mb-1 font-medium text-sm">
              {t('days')}
            </legend>
            <div className="flex flex-wrap gap-x-4 gap-y-1">
              {DAYS.map((day) => (
                <CheckboxField
                  key={day}
                  label={dayName(day, locale)}
                  checked={hours.days.includes(day)}
                  onChange={(on) => {
                    const days = on
                      ? [...hours.days, day].sort((a, b) => a - b)
                      : hours.days.filter((one) => one !== day);
                    if (days.length > 0) onChange({ ...hours, days });
                  }}
                />
              ))}
            </div>
          </fieldset>
          <div className="grid max-w-xs grid-cols-2 gap-3">
            <TextField
              label={t('from')}
              placeholder="09:00"
              value={hours.from}
              onChange={(from) => onChange({ ...hours, from })}
            />
            <TextField
              label={t('to')}
              placeholder="18:00"
              value={hours.to}
              onChange={(to) => onChange({ ...hours, to })}
            />
          </div>
        </div>
      )}
    </div>
  );
}

import type { CohortDid } from '@olympus/sdk';
import { useTexts } from '../messages/use-texts.js';
import { DateField } from '../ui/date-field.js';
import { SelectField } from '../ui/select-field.js';
import { NumberField } from './number-field.js';
import { cohortTexts } from './texts.js';

type Within = CohortDid['within'];

/** When: ever, in the last days, or from a date up to another. */
export function WithinField({
  value,
  onChange,
}: {
  readonly value: Within;
  readonly onChange: (value: Within) => void;
}) {
  const { t } = useTexts(cohortTexts);
  const kind = value === undefined ? 'ever' : 'last_days' in value ? 'last' : 'between';
  return (
    <>
      <SelectField
        label={t('when')}
        value={kind}
        choices={[
          { value: 'ever', label: t('ever') },
          { value: 'last', label: t('lastDays') },
          { value: 'between', label: t('between') },
        ]}
        onChange={(next) =>
          onChange(
            next === 'ever'
              ? undefined
              : next === 'last'
                ? { last_days: 90 }
                : {
                    from: `${new Date().getFullYear()}-01-01`,
                    to: `${new Date().getFullYear() + 1}-01-01`,
                  },
          )
        }
      />
      {value !== undefined && 'last_days' in value && (
        <NumberField
          label={t('days')}
          value={value.last_days}
          least={1}
          onChange={(days) => onChange({ last_days: days ?? 1 })}
        />
      )}
      {value !== undefined && 'from' in value && (
        <div className="grid grid-cols-2 gap-2">
          <DateField
            label={t('from')}
            value={value.from}
            onChange={(from) => onChange({ from, to: value.to })}
          />
          <DateField
            label={t('until')}
            value={value.to}
            onChange={(to) => onChange({ from: value.from, to })}
          />
        </div>
      )}
    </>
  );
}

import { ChevronDown } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Field, type FieldProps, INPUT } from './field.js';
import type { Choice } from './menu.js';

/** One of a few, by the platform's own list. An empty value asks to choose. */
export function SelectField<Value extends string>({
  value,
  choices,
  onChange,
  ...field
}: FieldProps & {
  readonly value: Value | '';
  readonly choices: readonly Pick<Choice<Value>, 'value' | 'label'>[];
  readonly onChange: (value: Value) => void;
}) {
  const { t } = useTexts();
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <select
            {...control}
            value={value}
            onChange={(event) => {
              const choice = choices.find((one) => one.value === event.target.value);
              if (choice) onChange(choice.value);
            }}
            className={`${INPUT} cursor-pointer appearance-none pe-9`}
          >
            {value === '' && (
              <option value="" disabled>
                {t('common.choose')}
              </option>
            )}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={14}
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 my-auto text-text-3"
          />
        </div>
      )}
    </Field>
  );
}

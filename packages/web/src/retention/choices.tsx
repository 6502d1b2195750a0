import type { ReactNode } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { SelectField } from '../ui/select-field.js';
import { ACTS } from './retention-search.js';
import { retentionTexts } from './texts.js';

/** What is asked, in a row above the answer. */
export function Choices({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 items-end gap-3 pb-4 sm:grid-cols-3 lg:flex lg:flex-wrap">
      {children}
    </div>
  );
}

/** One of a few words, with their own texts. */
export function Choose<Value extends string>({
  label,
  value,
  values,
  text,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly text: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <div className="min-w-0 lg:w-52">
      <SelectField
        label={label}
        value={value}
        choices={values.map((one) => ({ value: one, label: text(one) }))}
        onChange={onChange}
      />
    </div>
  );
}

/** What people do; an event that is none of those known stays where the address names it. */
export function ChooseAct({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTexts(retentionTexts);
  const known = ACTS.map((act) => ({ value: act as string, label: t(`act.${act}`) }));
  const choices = known.some((one) => one.value === value)
    ? known
    : [...known, { value, label: value }];
  return (
    <div className="min-w-0 lg:w-52">
      <ComboboxField label={label} value={value} choices={choices} onChange={onChange} />
    </div>
  );
}

import { Field, type FieldProps, INPUT } from './field.js';

/** A local date, `YYYY-MM-DD`; empty while none or only a part of one is given. */
export function DateField({
  value,
  onChange,
  min,
  max,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value}
          min={min}
          max={max}
          onChange={(event) => onChange(event.target.value)}
          className={INPUT}
        />
      )}
    </Field>
  );
}

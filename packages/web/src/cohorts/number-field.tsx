import { useState } from 'react';
import type { FieldProps } from '../ui/field.js';
import { TextField } from '../ui/text-field.js';

/** A whole number; undefined while there is none. */
export function NumberField({
  value,
  least,
  onChange,
  ...field
}: FieldProps & {
  readonly value: number | undefined;
  readonly least: number;
  readonly onChange: (value: number | undefined) => void;
}) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  return (
    <TextField
      {...field}
      type="number"
      inputMode="numeric"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const number = Number(text);
        onChange(
          text !== '' && Number.isSafeInteger(number) && number >= least ? number : undefined,
        );
      }}
    />
  );
}

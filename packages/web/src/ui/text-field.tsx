import type { InputHTMLAttributes } from 'react';
import { Field, type FieldProps, INPUT } from './field.js';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'url' | 'search' | 'password' | 'number';
  /** More than one: a field of several lines. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** For keys, addresses and code. */
  readonly mono?: boolean;
}

/** A line of text, or several. */
export function TextField({
  value,
  onChange,
  type = 'text',
  rows = 1,
  placeholder,
  autoComplete = 'off',
  inputMode,
  mono = false,
  ...field
}: TextFieldProps) {
  const look = mono ? 'font-mono' : '';
  return (
    <Field {...field}>
      {(control) =>
        rows > 1 ? (
          <textarea
            {...control}
            rows={rows}
            value={value}
            placeholder={placeholder}
            onChange={(event) => onChange(event.target.value)}
            className={`${INPUT} py-2 ${look}`}
          />
        ) : (
          <input
            {...control}
            type={type}
            value={value}
            placeholder={placeholder}
            autoComplete={autoComplete}
            inputMode={inputMode}
            spellCheck={!mono}
            onChange={(event) => onChange(event.target.value)}
            className={`${INPUT} ${look}`}
          />
        )
      }
    </Field>
  );
}

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../messages/use-texts.js';

/** What every field of a form has beside its value. */
export interface FieldProps {
  readonly label: string;
  /** Spoken only: what stands around the field shows what it is. */
  readonly labelHidden?: boolean;
  /** What to write here, or what it is good for. */
  readonly hint?: ReactNode;
  /** What is wrong with the value, and what would be right. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** The look of a line of text to fill in. */
export const INPUT =
  'block min-h-9 w-full rounded-control border border-border-control bg-surface px-3 text-sm text-text placeholder:text-text-3 disabled:cursor-not-allowed disabled:bg-surface-2 disabled:text-text-3 aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-lg';

/** The attributes that tie a control to its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly required: boolean | undefined;
  readonly disabled: boolean | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** A label above a control, with its hint and its error beneath. */
export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  required,
  disabled,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const { t } = useTexts();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1 block font-medium text-sm'}>
        {label}
        {required === false && (
          <span className="font-normal text-text-3"> ({t('common.optional')})</span>
        )}
      </label>
      {children({
        id,
        required: required || undefined,
        disabled: disabled || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="mt-1 text-text-3 text-xs">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <p id={id} role="alert" className="mt-1 flex items-start gap-1 text-bad text-xs">
      <CircleAlert size={13} aria-hidden="true" className="mt-px shrink-0" />
      {children}
    </p>
  );
}

import type { ButtonHTMLAttributes } from 'react';

const LOOKS = {
  primary:
    'inline-flex min-h-9 items-center justify-center gap-2 rounded-control bg-accent px-4 text-sm font-semibold text-on-accent transition-opacity hover:opacity-90 disabled:opacity-60 pointer-coarse:min-h-11',
  danger:
    'inline-flex min-h-9 items-center justify-center gap-2 rounded-control bg-bad px-4 text-sm font-semibold text-surface transition-opacity hover:opacity-90 disabled:opacity-60 pointer-coarse:min-h-11',
  plain: 'control',
  icon: 'inline-flex size-8 shrink-0 items-center justify-center rounded-control text-text-2 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:size-11',
} as const;

/** A button in one of the page's looks. It never submits a form unless told to. */
export function Button({
  look = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: keyof typeof LOOKS }) {
  return <button type={type} className={`${LOOKS[look]} ${className}`} {...rest} />;
}

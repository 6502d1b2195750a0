import type { Role } from '@olympus/sdk';
import { useId } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { ROLES } from './roles.js';
import { peopleTexts } from './texts.js';

/** A role, each with what it may do. */
export function RoleField({
  value,
  disabled = false,
  hint,
  onChange,
}: {
  readonly value: Role;
  readonly disabled?: boolean;
  readonly hint?: string | undefined;
  readonly onChange: (role: Role) => void;
}) {
  const { t } = useTexts(peopleTexts);
  const name = useId();
  return (
    <fieldset disabled={disabled} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className="mb-1 font-medium">{t('role')}</legend>
      <div className="divide-y divide-border-soft rounded-control border border-border-control">
        {ROLES.map((role) => (
          <label
            key={role}
            className={`flex items-start gap-3 px-3 py-2 first:rounded-t-control last:rounded-b-control has-checked:bg-accent-tint ${disabled ? 'cursor-not-allowed' : 'cursor-pointer hover:bg-surface-2'}`}
          >
            <input
              type="radio"
              name={name}
              checked={role === value}
              onChange={() => onChange(role)}
              className="mt-1 size-4 shrink-0 accent-(--accent)"
            />
            <span>
              <span className="block font-medium">{t(`role.${role}`)}</span>
              <span className="block text-text-2 text-xs">{t(`about.${role}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="mt-1 text-text-3 text-xs">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

import { useId } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { PURPOSES, type Purpose } from './scopes.js';
import { keyTexts } from './texts.js';

/** What a key is for, each with what that means. */
export function PurposeField({
  value,
  onChange,
}: {
  readonly value: Purpose;
  readonly onChange: (value: Purpose) => void;
}) {
  const { t } = useTexts(keyTexts);
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('forWhat')}</legend>
      <div className="divide-y divide-border-soft rounded-control border border-border-control">
        {PURPOSES.map((purpose) => (
          <label
            key={purpose}
            className="flex cursor-pointer items-start gap-3 px-3 py-2 first:rounded-t-control last:rounded-b-control hover:bg-surface-2 has-checked:bg-accent-tint"
          >
            <input
              type="radio"
              name={name}
              checked={purpose === value}
              onChange={() => onChange(purpose)}
              className="mt-1 size-4 shrink-0 accent-(--accent)"
            />
            <span>
              <span className="block font-medium">{t(`choose.${purpose}`)}</span>
              <span className="block text-text-2 text-xs">{t(`about.${purpose}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

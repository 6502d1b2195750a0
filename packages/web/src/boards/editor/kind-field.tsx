import { useId } from 'react';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { tileKinds } from '../kinds/kinds.js';
import { dialogTexts } from './dialog-texts.js';

/** The kinds that can be made here, by picture and name. */
export function KindField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (kind: string) => void;
}) {
  const { t } = useTexts(dialogTexts);
  const language = useLanguage();
  const name = useId();
  const offered = tileKinds.filter(
    ({ operation }) => operation === undefined || operation === 'analytics.query',
  );
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{t('kind')}</legend>
      <div className="grid grid-cols-3 gap-2 sm:grid-cols-5">
        {offered.map(({ kind, name: names, icon: Icon }) => (
          <label
            key={kind}
            className="flex min-h-16 cursor-pointer flex-col items-center justify-center gap-1 rounded-control border border-border-control px-1 py-1.5 text-center text-xs hover:bg-surface-2 has-checked:border-accent has-checked:bg-accent-tint has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={kind === value}
              onChange={() => onChange(kind)}
            />
            <Icon size={18} aria-hidden="true" />
            <span className="font-medium">{names[language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

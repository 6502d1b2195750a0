import { useTexts } from '../messages/use-texts.js';
import { Field, type FieldProps, INPUT } from '../ui/field.js';
import type { readJsonObject } from './print-json.js';
import { jsonTexts } from './texts.js';

/** JSON to write: the Tab key moves on, as everywhere. */
export function JsonField({
  value,
  onChange,
  rows = 16,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          dir="ltr"
          rows={rows}
          value={value}
          spellCheck={false}
          wrap="off"
          onChange={(event) => onChange(event.target.value)}
          className={`${INPUT} resize-y py-2 font-mono text-xs leading-5`}
        />
      )}
    </Field>
  );
}

/** Why a text is no JSON object, in words. */
export function useJsonFault(): (read: ReturnType<typeof readJsonObject>) => string | undefined {
  const { t } = useTexts(jsonTexts);
  return (read) => {
    if (!('fault' in read)) return undefined;
    if (read.fault === 'not_object') return t('notObject');
    return read.line === undefined ? t('syntax') : t('syntaxAt', { line: read.line });
  };
}

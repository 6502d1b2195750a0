import type { Annotation } from '@olympus/sdk';
import { type FormEvent, useState } from 'react';
import { localDate } from '../../format/dates.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { RadioField } from '../../ui/radio-field.js';
import { TextField } from '../../ui/text-field.js';
import { annotationTexts } from './annotation-texts.js';

export interface AnnotationInput {
  readonly on: string;
  readonly label: string;
  /** For this dashboard alone. */
  readonly here: boolean;
}

/** A day and what happened on it. */
export function AnnotationForm({
  annotation,
  busy,
  onSubmit,
  onCancel,
}: {
  readonly annotation?: Annotation;
  readonly busy: boolean;
  readonly onSubmit: (input: AnnotationInput) => void;
  readonly onCancel?: () => void;
}) {
  const { t } = useTexts(annotationTexts);
  const tenant = useTenant();
  const today = localDate(new Date().toISOString(), tenant.time_zone) ?? '';
  const [on, setOn] = useState(annotation?.on ?? today);
  const [label, setLabel] = useState(annotation?.label ?? '');
  const [here, setHere] = useState(true);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (on && label.trim()) onSubmit({ on, label: label.trim(), here });
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <div className="grid gap-3 md:grid-cols-[160px_1fr]">
        <DateField label={t('on')} value={on} onChange={setOn} />
        <TextField
          label={t('label')}
          value={label}
          onChange={setLabel}
          error={tried && !label.trim() ? t('labelMissing') : undefined}
        />
      </div>
      {!annotation && (
        <RadioField
          label={t('where')}
          value={here ? 'here' : 'everywhere'}
          onChange={(value) => setHere(value === 'here')}
          choices={[
            { value: 'here', label: t('here') },
            { value: 'everywhere', label: t('everywhere') },
          ]}
        />
      )}
      <div className="flex justify-end gap-2">
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        <Button look="primary" type="submit" disabled={busy}>
          {annotation ? t('save') : t('add')}
        </Button>
      </div>
    </form>
  );
}

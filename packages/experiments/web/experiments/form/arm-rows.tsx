import { Button, FieldError, TextField, useTexts } from '@olympus/web/kit';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import type { DraftArm } from './draft.js';
import { formTexts } from './texts.js';

const MOST_ARMS = 10;

/** The arms of an experiment with their shares; adding or removing one splits evenly again. */
export function ArmRows({
  arms,
  wrong,
  onChange,
}: {
  readonly arms: readonly DraftArm[];
  readonly wrong: boolean;
  readonly onChange: (arms: readonly DraftArm[]) => void;
}) {
  const { t } = useTexts(formTexts);
  const fault = useId();
  const change = (id: number, more: Partial<DraftArm>) =>
    onChange(arms.map((arm) => (arm.id === id ? { ...arm, ...more } : arm)));
  const add = () => {
    const id = Math.max(...arms.map((arm) => arm.id)) + 1;
    onChange(even([...arms, { id, key: `treatment-${arms.length}`, weight: '' }]));
  };
  return (
    <fieldset className="space-y-2" aria-describedby={wrong ? fault : undefined}>
      <legend className="font-medium">{t('arms')}</legend>
      <p className="text-text-3 text-xs">{t('armsHint')}</p>
      {arms.map(({ id, key, weight }, index) => (
        <div key={id} className="grid grid-cols-[minmax(0,1fr)_7rem_auto] items-end gap-2">
          <TextField
            mono
            label={t('arm', { number: String(index + 1) })}
            value={key}
            onChange={(value) => change(id, { key: value })}
          />
          <TextField
            type="number"
            label={t('weight')}
            value={weight}
            onChange={(value) => change(id, { weight: value })}
          />
          <Button
            look="icon"
            aria-label={t('removeArm', { number: String(index + 1) })}
            title={t('removeArm', { number: String(index + 1) })}
            disabled={index === 0 || arms.length <= 2}
            className={index === 0 || arms.length <= 2 ? 'invisible' : ''}
            onClick={() => onChange(even(arms.filter((arm) => arm.id !== id)))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
      ))}
      {wrong && <FieldError id={fault}>{t('weightsWrong')}</FieldError>}
      {arms.length < MOST_ARMS && (
        <Button onClick={add}>
          <Plus size={14} aria-hidden="true" />
          {t('addArm')}
        </Button>
      )}
    </fieldset>
  );
}

/** Shares in whole hundredths of a per cent that add up to 100; the first takes what is left. */
function even(arms: readonly DraftArm[]): readonly DraftArm[] {
  const each = Math.floor(10_000 / arms.length);
  const first = 10_000 - each * (arms.length - 1);
  return arms.map((arm, index) => ({
    ...arm,
    weight: String((index === 0 ? first : each) / 100),
  }));
}

import type { ActList } from '@olympus/sdk';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { ComboboxField } from '../../ui/combobox-field.js';
import { SelectField } from '../../ui/select-field.js';
import { funnelTexts } from '../texts.js';
import type { BuiltFunnel } from '../use-funnel.js';
import type { BuiltExclusion } from '../written-act.js';
import { stepLabel, useActChoices } from './act-choices.js';

const MOST = 5;

/** Acts that end the way when they lie between two steps. */
export function ExclusionsList({
  acts,
  funnel,
  onChange,
}: {
  readonly acts: ActList;
  readonly funnel: BuiltFunnel;
  readonly onChange: (part: Partial<BuiltFunnel>) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const { exclusions, steps } = funnel;
  const choices = useActChoices(
    acts,
    exclusions.map(({ act }) => act),
  );
  const put = (index: number, next: BuiltExclusion) =>
    onChange({ exclusions: exclusions.map((one, at) => (at === index ? next : one)) });
  const named = [...steps, ...exclusions].map(({ act }) => act);
  const unused = acts.acts.find(({ act, count }) => (count ?? 0) > 0 && !named.includes(act));
  const numbered = steps.flatMap((step, index) =>
    step.optional ? [] : [{ number: index + 1, label: `${index + 1}. ${stepLabel(acts, step)}` }],
  );
  const choose = (from: number, to: number) =>
    numbered
      .filter(({ number }) => number >= from && number <= to)
      .map(({ number, label }) => ({ value: String(number), label }));
  return (
    <section aria-labelledby="funnel-without" className="border-border-soft border-t pt-3">
      <h2 id="funnel-without" className="font-semibold text-md">
        {t('exclusions')}
      </h2>
      <p className="mb-2 text-text-3 text-xs">{t('exclusionsHint')}</p>
      <ul className="space-y-3">
        {exclusions.map((exclusion, index) => {
          const after = exclusion.after ?? 1;
          const before = exclusion.before ?? steps.length;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same act may be left out twice
            <li key={index} className="space-y-2">
              <div className="flex items-center gap-1">
                <div className="min-w-0 flex-1">
                  <ComboboxField
                    label={t('exclusion', { number: index + 1 })}
                    labelHidden
                    value={exclusion.act}
                    choices={choices}
                    onChange={(act) => put(index, { ...exclusion, act, filters: [] })}
                  />
                </div>
                <Button
                  look="icon"
                  aria-label={t('removeExclusion', { number: index + 1 })}
                  onClick={() =>
                    onChange({ exclusions: exclusions.filter((_, at) => at !== index) })
                  }
                >
                  <X size={16} aria-hidden="true" />
                </Button>
              </div>
              {funnel.order !== 'any' && numbered.length > 2 && (
                <div className="grid grid-cols-2 gap-2 pe-9">
                  <SelectField
                    label={t('after')}
                    value={String(after)}
                    choices={choose(1, before - 1)}
                    onChange={(value) => put(index, { ...exclusion, after: Number(value) })}
                  />
                  <SelectField
                    label={t('before')}
                    value={String(before)}
                    choices={choose(after + 1, steps.length)}
                    onChange={(value) => put(index, { ...exclusion, before: Number(value) })}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {exclusions.length < MOST && (
        <Button
          className="mt-2"
          onClick={() =>
            onChange({
              exclusions: [...exclusions, { act: unused?.act ?? 'order.cancelled', filters: [] }],
            })
          }
        >
          <Plus size={14} aria-hidden="true" />
          {t('addExclusion')}
        </Button>
      )}
    </section>
  );
}

import type { ActList } from '@olympus/sdk';
import { useEffect, useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { ComboboxField } from '../../ui/combobox-field.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import { ORDERS, PERS } from '../funnel-search.js';
import { funnelTexts } from '../texts.js';
import { type BuiltFunnel, parseBreakdown, WINDOW_UNITS } from '../use-funnel.js';

interface CountingProps {
  readonly acts: ActList;
  readonly funnel: BuiltFunnel;
  readonly onChange: (part: Partial<BuiltFunnel>) => void;
}

/** How the steps follow each other, in which time, who is counted, and by what they are told apart. */
export function Counting({ acts, funnel, onChange }: CountingProps) {
  const { t } = useTexts(funnelTexts);
  const { order, per, touch, breakdown } = funnel;
  const choices = useBreakdownChoices(acts, funnel);
  const chosen = breakdown
    ? `${breakdown.step ? `${breakdown.step}:` : ''}${breakdown.dimension}`
    : NONE;
  return (
    <section
      aria-labelledby="funnel-counting"
      className="space-y-3 border-border-soft border-t pt-3"
    >
      <h2 id="funnel-counting" className="font-semibold text-md">
        {t('settings')}
      </h2>
      <SelectField
        label={t('order')}
        hint={t(`orderHint.${order}`)}
        value={order}
        choices={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={(next) =>
          onChange({
            order: next,
            ...(next === 'any'
              ? { exclusions: funnel.exclusions.map(({ act, filters }) => ({ act, filters })) }
              : {}),
          })
        }
      />
      <WindowFields funnel={funnel} onChange={onChange} />
      <SelectField
        label={t('per')}
        hint={t(`perHint.${per}`)}
        value={per}
        choices={PERS.map((value) => ({ value, label: t(`per.${value}`) }))}
        onChange={(next) => onChange({ per: next })}
      />
      <ComboboxField
        label={t('breakdown')}
        value={chosen}
        choices={choices}
        onChange={(value) =>
          onChange({ breakdown: value === NONE ? undefined : parseBreakdown(value) })
        }
      />
      {breakdown?.step !== undefined && (
        <SelectField
          label={t('touch')}
          value={touch}
          choices={(['first', 'last'] as const).map((value) => ({
            value,
            label: t(`touch.${value}`),
          }))}
          onChange={(next) => onChange({ touch: next })}
        />
      )}
    </section>
  );
}

const NONE = 'none';

/** Nothing, the customer's properties, and those of each step's acts. */
function useBreakdownChoices(acts: ActList, { steps }: BuiltFunnel) {
  const { t } = useTexts(funnelTexts);
  const ofSteps = steps.flatMap(({ act }, index) => {
    const names = acts.acts.find((one) => one.act === act)?.dimensions ?? [];
    return acts.dimensions
      .filter(({ name, of_customer }) => !of_customer && names.includes(name))
      .filter(({ name }) => name !== 'customer.key')
      .map(({ name, label }) => ({
        value: `${index + 1}:${name}`,
        label: t('ofStep', { dimension: label, number: index + 1 }),
      }));
  });
  const ofCustomer = acts.dimensions
    .filter(({ of_customer }) => of_customer)
    .map(({ name, label }) => ({ value: name, label }));
  return [{ value: NONE, label: t('none') }, ...ofCustomer, ...ofSteps];
}

function WindowFields({ funnel, onChange }: Omit<CountingProps, 'acts'>) {
  const { t } = useTexts(funnelTexts);
  const { window } = funnel;
  const [typed, setTyped] = useState(String(window.count));
  useEffect(() => setTyped(String(window.count)), [window.count]);
  const count = Number(typed);
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField
        label={t('window')}
        type="number"
        inputMode="numeric"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          const next = Number(text);
          if (Number.isSafeInteger(next) && next > 0)
            onChange({ window: { ...window, count: next } });
        }}
        error={Number.isSafeInteger(count) && count > 0 ? undefined : t('windowWrong')}
      />
      <SelectField
        label={t('windowUnit')}
        value={window.unit}
        choices={WINDOW_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
        onChange={(unit) => onChange({ window: { ...window, unit } })}
      />
    </div>
  );
}

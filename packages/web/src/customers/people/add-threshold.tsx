import { ListFilter } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import { COMPARISONS, type Comparison, type Condition } from '../conditions.js';
import { customersTexts } from '../texts.js';

export const FIGURES = [
  'revenue',
  'orders',
  'average_order_value',
  'days_since_last_order',
  'units',
  'discounts',
  'refunds',
  'last_order',
  'first_order',
] as const;
type Figure = (typeof FIGURES)[number];

const isDate = (figure: Figure) => figure === 'last_order' || figure === 'first_order';
/** A date is compared with before and after only. */
const comparisonsOf = (figure: Figure): readonly Comparison[] =>
  isDate(figure) ? COMPARISONS.slice(0, 4) : COMPARISONS;

/** One more condition on a figure of customers. */
export function AddThreshold({ onAdd }: { readonly onAdd: (condition: Condition) => void }) {
  const { t } = useTexts(customersTexts);
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button className="justify-center">
          <ListFilter size={14} aria-hidden="true" className="text-text-3" />
          {t('threshold')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('thresholdAdd')}
          className="z-50 w-80 animate-pop rounded-card border border-border-soft bg-surface p-4 text-sm shadow-overlay outline-none"
        >
          <ThresholdForm
            onAdd={(condition) => {
              onAdd(condition);
              setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ThresholdForm({ onAdd }: { readonly onAdd: (condition: Condition) => void }) {
  const { t } = useTexts(customersTexts);
  const [column, setColumn] = useState<Figure>('revenue');
  const [operator, setOperator] = useState<Comparison>('gt');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const date = isDate(column);
  const number = Number(typed.replace(',', '.'));
  const valid = typed.trim() !== '' && (date || Number.isFinite(number));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (valid) onAdd({ column, operator, values: [date ? typed : number] });
  };
  const value = {
    label: t('value'),
    value: typed,
    onChange: setTyped,
    error: tried && !valid ? t(date ? 'dateMissing' : 'numberMissing') : undefined,
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <SelectField
        label={t('figure')}
        value={column}
        choices={FIGURES.map((name) => ({ value: name, label: t(`figure.${name}`) }))}
        onChange={(next) => {
          setColumn(next);
          setTyped('');
          if (!comparisonsOf(next).includes(operator)) setOperator('gt');
        }}
      />
      <SelectField
        label={t('comparison')}
        value={operator}
        choices={comparisonsOf(column).map((name) => ({
          value: name,
          label: t(`compare.${name}`),
        }))}
        onChange={setOperator}
      />
      {date ? <DateField {...value} /> : <TextField {...value} inputMode="decimal" />}
      <Button look="primary" type="submit" className="w-full">
        {t('thresholdAdd')}
      </Button>
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { modelQuery } from '../scope/model-query.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import type { Condition } from './draft.js';
import { cohortTexts } from './texts.js';

const PROPERTIES = [
  'customer.country',
  'customer.city',
  'customer.segment',
  'customer.birth_decade',
  'customer.first_order_month',
  'customer.first_seen_month',
] as const;

/** What the customer's record says. */
export function PropertyFields({
  condition,
  onChange,
}: {
  readonly condition: Extract<Condition, { kind: 'property' }>;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTexts(cohortTexts);
  const tenant = useTenant();
  const [typed, setTyped] = useState(condition.values.join(', '));
  const { data: model } = useQuery({
    ...modelQuery.options(tenant.id, useLanguage()),
    staleTime: 5 * 60_000,
  });
  const labelOf = (name: string) =>
    model?.dimensions.find((dimension) => dimension.name === name)?.label ?? name;
  const read = (text: string, dimension: string) => {
    const parts = text.split(',').flatMap((part) => part.trim() || []);
    return dimension === 'customer.birth_decade'
      ? parts.map(Number).filter(Number.isSafeInteger)
      : parts;
  };
  return (
    <>
      <SelectField
        label={t('property')}
        value={condition.dimension}
        choices={PROPERTIES.map((value) => ({ value: value as string, label: labelOf(value) }))}
        onChange={(dimension) =>
          onChange({ ...condition, dimension, values: read(typed, dimension) })
        }
      />
      <SelectField
        label={t('is')}
        value={condition.operator === 'not_equals' ? 'not_equals' : 'equals'}
        choices={[
          { value: 'equals', label: t('operator.equals') },
          { value: 'not_equals', label: t('operator.not_equals') },
        ]}
        onChange={(operator) => onChange({ ...condition, operator })}
      />
      <TextField
        label={t('values')}
        hint={t('valuesHint')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          onChange({ ...condition, values: read(text, condition.dimension) });
        }}
      />
    </>
  );
}

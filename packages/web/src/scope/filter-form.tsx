import type { ModelDimension, QueryFilter } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { OPERATORS, type Operator } from './filters.js';
import { modelQuery } from './model-query.js';

/** A dimension, how it is compared, and with what. */
export function FilterForm({
  tenantId,
  only,
  onAdd,
}: {
  readonly tenantId: string;
  /** The only dimensions to offer. */
  readonly only?: readonly string[];
  readonly onAdd: (filter: QueryFilter) => void;
}) {
  const { t } = useTexts();
  const language = useLanguage();
  const query = useQuery({ ...modelQuery.options(tenantId, language), staleTime: 5 * 60_000 });
  const dimensions = (query.data?.dimensions ?? []).filter(
    (one) => only === undefined || only.includes(one.name),
  );
  const [name, setName] = useState('');
  const [operator, setOperator] = useState<Operator>('equals');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const dimension = dimensions.find((one) => one.name === name);
  const values = readValues(typed, dimension);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (dimension && values.length > 0) onAdd({ dimension: dimension.name, operator, values });
  };
  if (query.isError) return <p className="text-bad">{t('scope.dimensionsFailed')}</p>;
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <ComboboxField
        label={t('scope.dimension')}
        value={name}
        choices={dimensions.map((one) => ({ value: one.name, label: one.label }))}
        error={tried && !dimension ? t('common.choose') : undefined}
        onChange={(next) => {
          setName(next);
          setOperator('equals');
        }}
      />
      <SelectField
        label={t('scope.operator')}
        value={operator}
        choices={OPERATORS.filter((one) => !dimension || dimension.operators.includes(one)).map(
          (value) => ({ value, label: t(`operator.${value}`) }),
        )}
        onChange={setOperator}
      />
      <TextField
        label={t('scope.values')}
        hint={t('scope.valuesHint')}
        value={typed}
        onChange={setTyped}
        error={tried && values.length === 0 ? t('scope.valuesMissing') : undefined}
      />
      <Button look="primary" type="submit" className="w-full">
        {t('scope.addFilter')}
      </Button>
    </form>
  );
}

/** What was typed as values of the dimension's type; numbers that are none are left out. */
function readValues(typed: string, dimension: ModelDimension | undefined): QueryFilter['values'] {
  const texts = typed.split(',').flatMap((part) => part.trim() || []);
  if (dimension?.type !== 'integer') return texts;
  // days and months may be typed by their names
  const named = new Map(dimension.values?.map(({ value, label }) => [label.toLowerCase(), value]));
  return texts
    .map((text) => named.get(text.toLowerCase()) ?? Number(text))
    .filter(Number.isSafeInteger);
}

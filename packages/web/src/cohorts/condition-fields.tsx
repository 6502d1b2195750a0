import type { Cohort } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { ChooseAct } from '../retention/choices.js';
import { modelQuery } from '../scope/model-query.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import type { Condition } from './draft.js';
import { NumberField } from './number-field.js';
import { PropertyFields } from './property-fields.js';
import { cohortTexts } from './texts.js';
import { WithinField } from './within-field.js';

/** Metrics that are worth a threshold; the model says which there are. */
const METRICS = ['revenue', 'orders', 'units', 'gross_sales', 'discounts', 'refunds'];
const COMPARISONS = ['gte', 'gt', 'lte', 'lt'] as const;

/** What one condition says, by its kind. */
export function ConditionFields({
  condition,
  cohorts,
  onChange,
}: {
  readonly condition: Condition;
  readonly cohorts: readonly Cohort[];
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTexts(cohortTexts);
  switch (condition.kind) {
    case 'did':
      return (
        <>
          <ChooseAct
            label={t('what')}
            value={condition.act.act}
            onChange={(act) => onChange({ ...condition, act: { act } })}
          />
          <div className="grid grid-cols-2 gap-2">
            <NumberField
              label={t('atLeast')}
              value={condition.at_least ?? 1}
              least={1}
              onChange={(next) => onChange({ ...condition, at_least: next ?? 1 })}
            />
            <NumberField
              label={t('atMost')}
              required={false}
              value={condition.at_most}
              least={1}
              onChange={(at_most) => onChange({ ...condition, at_most })}
            />
          </div>
          <WithinField
            value={condition.within}
            onChange={(within) => onChange({ ...condition, within })}
          />
        </>
      );
    case 'did_not':
      return (
        <>
          <ChooseAct
            label={t('what')}
            value={condition.act.act}
            onChange={(act) => onChange({ ...condition, act: { act } })}
          />
          <WithinField
            value={condition.within}
            onChange={(within) => onChange({ ...condition, within })}
          />
        </>
      );
    case 'sequence':
      return (
        <>
          <ChooseAct
            label={t('first')}
            value={condition.first.act}
            onChange={(act) => onChange({ ...condition, first: { act } })}
          />
          <ChooseAct
            label={t('next')}
            value={condition.next.act}
            onChange={(act) => onChange({ ...condition, next: { act } })}
          />
          <NumberField
            label={t('withinDays')}
            value={condition.days}
            least={1}
            onChange={(days) => onChange({ ...condition, days: days ?? 1 })}
          />
        </>
      );
    case 'first_seen':
      return (
        <>
          <ChooseAct
            label={t('what')}
            value={condition.act?.act ?? 'order.placed'}
            onChange={(act) => onChange({ ...condition, act: { act } })}
          />
          <WithinField
            value={condition.within}
            onChange={(within) => onChange({ ...condition, within })}
          />
        </>
      );
    case 'metric':
      return <MetricFields condition={condition} onChange={onChange} />;
    case 'property':
      return <PropertyFields condition={condition} onChange={onChange} />;
    case 'cohort':
      return (
        <>
          <SelectField
            label={t('isIn')}
            value={condition.member ? 'in' : 'out'}
            choices={[
              { value: 'in', label: t('in') },
              { value: 'out', label: t('out') },
            ]}
            onChange={(next) => onChange({ ...condition, member: next === 'in' })}
          />
          <SelectField
            label={t('cohort')}
            value={condition.cohort}
            choices={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(cohort) => onChange({ ...condition, cohort })}
          />
        </>
      );
  }
}

function MetricFields({
  condition,
  onChange,
}: {
  readonly condition: Extract<Condition, { kind: 'metric' }>;
  readonly onChange: (condition: Condition) => void;
}) {
  const { t } = useTexts(cohortTexts);
  const tenant = useTenant();
  const { data: model } = useQuery({
    ...modelQuery.options(tenant.id, useLanguage()),
    staleTime: 5 * 60_000,
  });
  const known = model?.metrics.filter(({ name }) => METRICS.includes(name)) ?? [];
  const choices = known.map(({ name, label }) => ({ value: name, label }));
  const named = choices.some(({ value }) => value === condition.metric);
  return (
    <>
      <SelectField
        label={t('metric')}
        value={condition.metric}
        choices={
          named ? choices : [...choices, { value: condition.metric, label: condition.metric }]
        }
        onChange={(metric) => onChange({ ...condition, metric })}
      />
      <div className="grid grid-cols-2 gap-2">
        <SelectField
          label={t('is')}
          value={condition.operator}
          choices={COMPARISONS.map((value) => ({ value, label: t(`operator.${value}`) }))}
          onChange={(operator) => onChange({ ...condition, operator })}
        />
        <TextField
          label={t('value')}
          type="number"
          inputMode="decimal"
          value={Number.isFinite(condition.value) ? String(condition.value) : ''}
          onChange={(text) =>
            onChange({ ...condition, value: text === '' ? Number.NaN : Number(text) })
          }
        />
      </div>
      <WithinField
        value={condition.within}
        onChange={(within) => onChange({ ...condition, within })}
      />
    </>
  );
}

import type { Kpi, ModelDescription } from '@olympus/sdk';
import {
  Button,
  ComboboxField,
  Dialog,
  FieldError,
  faultText,
  modelQuery,
  olympus,
  SelectField,
  TextField,
  toast,
  useDeed,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import {
  CALENDARS,
  type Draft,
  draftOf,
  emptyDraft,
  inputOf,
  isSimple,
  type KpiInput,
} from './draft.js';
import { FilterRows } from './filter-rows.js';
import { kpiQuery, kpisQuery } from './queries.js';
import { TargetFields } from './target-fields.js';
import { kpiTexts } from './texts.js';

type Metric = ModelDescription['metrics'][number];

/** Makes a KPI in three picks (metric, period, target), or changes one. */
export default function KpiForm({
  kpi,
  onClose,
}: {
  /** undefined: a new one */
  readonly kpi: Kpi | undefined;
  readonly onClose: () => void;
}) {
  const { t, locale } = useTexts(kpiTexts);
  const tenant = useTenant();
  const form = useId();
  const [draft, setDraft] = useState<Draft>(() => (kpi ? draftOf(kpi) : emptyDraft));
  const [tried, setTried] = useState(false);
  const model = useQuery(modelQuery.options(tenant.id, locale)).data;
  const metric = model?.metrics.find(({ name }) => name === draft.metric);
  const kept = kpi?.filters.filter((filter) => !isSimple(filter)) ?? [];
  const asked = inputOf(
    draft,
    metric?.unit ?? kpi?.unit ?? null,
    metric?.label ?? draft.metric,
    kept,
  );
  const fault = tried && 'fault' in asked ? asked.fault : undefined;
  const save = useDeed({
    quiet: true,
    run: (input: KpiInput) =>
      olympus.kpis.save({ tenant_id: tenant.id, ...(kpi ? { id: kpi.id } : {}), ...input, locale }),
    outdates: [kpisQuery.key(tenant.id), kpiQuery.key(tenant.id)],
    onDone: ({ name }) => {
      toast(t('saved', { name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('input' in asked && !save.isPending) save.mutate(asked.input);
  };
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={kpi ? t('editTitle', { name: kpi.name }) : t('newTitle')}
      footer={
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={save.isPending}>
            {t(save.isPending ? 'saving' : 'save')}
          </Button>
        </div>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="space-y-4 p-4">
        <ComboboxField
          label={t('metric')}
          value={draft.metric}
          choices={metricChoices(model?.metrics ?? [])}
          onChange={(name) => change({ metric: name, value: '' })}
          error={fault?.at === 'metric' ? t('metricMissing') : undefined}
        />
        <SelectField
          label={t('period')}
          value={draft.calendar}
          choices={CALENDARS.map((value) => ({ value, label: t(`calendar.${value}`) }))}
          onChange={(calendar) => change({ calendar })}
        />
        <TargetFields
          draft={draft}
          unit={metric?.unit ?? kpi?.unit ?? null}
          fault={fault}
          onChange={change}
        />
        <details
          className="rounded-control border border-border-soft px-3 py-2"
          open={kpi !== undefined}
        >
          <summary className="cursor-pointer font-medium text-text-2">{t('more')}</summary>
          <More draft={draft} model={model} metric={metric} onChange={change} />
        </details>
        {save.isError && (
          <FieldError id={`${form}-fault`}>{faultText(save.error) ?? ''}</FieldError>
        )}
      </form>
    </Dialog>
  );
}

/** What is offered first is what stands for itself; parts of other metrics come last. */
const metricChoices = (metrics: readonly Metric[]) =>
  metrics
    .toSorted((a, b) => Number(a.part) - Number(b.part))
    .map(({ name, label }) => ({ value: name, label }));

function More({
  draft,
  model,
  metric,
  onChange,
}: {
  readonly draft: Draft;
  readonly model: ModelDescription | undefined;
  readonly metric: Metric | undefined;
  readonly onChange: (more: Partial<Draft>) => void;
}) {
  const { t } = useTexts(kpiTexts);
  const dimensions = model?.dimensions.filter(
    ({ name, type }) => type === 'string' && (metric?.dimensions.includes(name) ?? true),
  );
  return (
    <div className="space-y-4 pt-3">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={draft.name}
        placeholder={metric?.label ?? ''}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label={t('direction')}
        value={draft.direction}
        choices={(['auto', 'up_good', 'down_good'] as const).map((value) => ({
          value,
          label: t(`direction.${value}`),
        }))}
        onChange={(direction) => onChange({ direction })}
      />
      <FilterRows
        filters={draft.filters}
        dimensions={dimensions ?? []}
        onChange={(filters) => onChange({ filters })}
      />
      <TextField label={t('owner')} value={draft.owner} onChange={(owner) => onChange({ owner })} />
      <TextField
        label={t('description')}
        rows={2}
        value={draft.description}
        onChange={(description) => onChange({ description })}
      />
    </div>
  );
}

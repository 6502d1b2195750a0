import type { Alert, Kpi, ModelDescription } from '@olympus/sdk';
import {
  Button,
  ComboboxField,
  FieldError,
  faultText,
  modelQuery,
  olympus,
  PageFrame,
  SelectField,
  TextField,
  toast,
  useDeed,
  useGoTo,
  useNumberStyle,
  usePageSearch,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { alertQuery, alertsQuery, kpisOfQuery, templatesQuery } from '../queries.js';
import { alertTexts } from '../texts.js';
import { sentenceOf } from '../wording.js';
import {
  type AlertInput,
  conditionOf,
  type Draft,
  draftOf,
  emptyDraft,
  filtersOf,
  inputOf,
  KINDS,
  windowsFor,
  written,
} from './draft.js';
import { HoursField } from './hours-field.js';
import { builderSearch } from './page.js';
import { RuleFields } from './rule-fields.js';
import { ToldFields } from './told-fields.js';
import { TrialPanel } from './trial-panel.js';

/** Sets an alert up, or changes one, beside what it would have done. */
export default function BuilderPage() {
  const { locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const [{ id, template, m, by, kpi, only }] = usePageSearch(builderSearch);
  const model = useQuery(modelQuery.options(tenant.id, locale)).data;
  const kpis = useQuery(kpisOfQuery.options(tenant.id, locale)).data?.kpis;
  const detail = useQuery({
    ...alertQuery.options(tenant.id, { id: id ?? '', locale }),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const templates = useQuery({
    ...templatesQuery.options(tenant.id, locale),
    enabled: template !== undefined,
  }).data?.templates;
  const waits =
    model === undefined ||
    (id !== undefined && detail === undefined) ||
    (template !== undefined && templates === undefined) ||
    (kpi !== undefined && kpis === undefined);
  if (waits) {
    return (
      <PageFrame busy>
        <div aria-hidden="true" className="card h-96 animate-pulse bg-surface-2" />
      </PageFrame>
    );
  }
  const unitOf = (name: string) => model.metrics.find((one) => one.name === name)?.unit ?? null;
  const from = detail?.alert ?? templates?.find((one) => one.template === template);
  const first: Draft =
    from !== undefined
      ? draftOf(from, unitOf(from.metric))
      : {
          ...emptyDraft,
          metric: m ?? kpis?.find((one) => one.id === kpi)?.metric ?? emptyDraft.metric,
          groupBy: by ?? '',
          filters: filtersOf(only),
          ...(kpi === undefined ? {} : { kind: 'pace' as const, kpi }),
        };
  return (
    <Builder
      key={id ?? template ?? m ?? ''}
      first={first}
      model={model}
      kpis={kpis ?? []}
      alert={detail?.alert}
    />
  );
}

function Builder({
  first,
  model,
  kpis,
  alert,
}: {
  readonly first: Draft;
  readonly model: ModelDescription;
  readonly kpis: readonly Kpi[];
  readonly alert: Alert | undefined;
}) {
  const texts = useTexts(alertTexts);
  const { t, locale } = texts;
  const tenant = useTenant();
  const goTo = useGoTo();
  const style = useNumberStyle();
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const metric = model.metrics.find(({ name }) => name === draft.metric);
  const unit = metric?.unit ?? null;
  const dimensions = model.dimensions.filter(
    ({ name, type }) => type === 'string' && (metric?.dimensions.includes(name) ?? false),
  );
  const label = (name: string) => model.dimensions.find((one) => one.name === name)?.label ?? name;
  const condition = conditionOf(draft, unit);
  const sentence = condition
    ? sentenceOf(
        {
          metric: metric?.label ?? draft.metric,
          unit,
          group: condition.group_by === null ? null : label(condition.group_by),
          window: condition.window,
          rule: condition.rule,
          thing:
            condition.rule.kind === 'new_value'
              ? label(condition.rule.dimension)
              : (kpis.find(({ id }) => id === draft.kpi)?.name ?? ''),
          filters: draft.filters.map(
            ({ dimension, values }) => `${label(dimension)}: ${values.join(', ')}`,
          ),
        },
        texts,
        style,
      )
    : '';
  const save = useDeed({
    quiet: true,
    run: (input: AlertInput) =>
      alert === undefined
        ? olympus.alerts.create({ tenant_id: tenant.id, ...input, locale })
        : olympus.alerts.change({ tenant_id: tenant.id, id: alert.id, ...input, locale }),
    outdates: [alertsQuery.key(tenant.id), alertQuery.key(tenant.id)],
    onDone: (saved: Alert) => {
      toast(t('saved', { name: saved.name }));
      goTo(`/alerts/${saved.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const input = inputOf(draft, unit, sentence);
    if (input !== undefined && !save.isPending) save.mutate(input);
  };
  const windows = windowsFor(draft.kind);
  return (
    <PageFrame {...(alert ? { title: alert.name } : {})}>
      <div className="grid gap-4 lg:grid-cols-12">
        <form onSubmit={submit} noValidate className="card min-w-0 space-y-4 p-4 lg:col-span-5">
          <p aria-live="polite" className="min-h-12 font-semibold text-lg">
            {sentence || t('incomplete')}
          </p>
          <ComboboxField
            label={t('pick.metric')}
            value={draft.metric}
            choices={model.metrics
              .toSorted((a, b) => Number(a.part) - Number(b.part))
              .map(({ name, label: named }) => ({ value: name, label: named }))}
            onChange={(name) => change({ metric: name, groupBy: '', dimension: '', level: '' })}
          />
          <SelectField
            label={t('pick.kind')}
            value={draft.kind}
            choices={KINDS.filter((kind) => kind !== 'pace' || kpis.length > 0).map((value) => ({
              value,
              label: t(`kind.${value}`),
            }))}
            onChange={(kind) => change({ kind })}
          />
          <RuleFields
            draft={draft}
            unit={unit}
            dimensions={dimensions}
            kpis={kpis}
            missing={tried && condition === undefined}
            onChange={change}
          />
          {draft.kind !== 'pace' && (
            <div className="grid gap-3 sm:grid-cols-2">
              {draft.kind !== 'no_data' && (
                <SelectField
                  label={t('pick.window')}
                  value={windows.includes(draft.window) ? draft.window : 'hour'}
                  choices={windows.map((value) => ({ value, label: t(`window.${value}`) }))}
                  onChange={(window) => change({ window })}
                />
              )}
              {draft.kind !== 'new_value' && (
                <SelectField
                  label={t('pick.group')}
                  value={draft.groupBy === '' ? 'whole' : draft.groupBy}
                  choices={[
                    { value: 'whole', label: t('group.whole') },
                    ...dimensions.map(({ name, label: named }) => ({
                      value: name,
                      label: t('group.any', { dimension: named }),
                    })),
                  ]}
                  onChange={(name) => change({ groupBy: name === 'whole' ? '' : name })}
                />
              )}
            </div>
          )}
          <details className="rounded-control border border-border-soft px-3 py-2">
            <summary className="cursor-pointer font-medium text-text-2">{t('when')}</summary>
            <div className="space-y-4 pt-3">
              <TextField
                label={t('pick.for')}
                hint={t('forHint')}
                inputMode="numeric"
                value={draft.times}
                onChange={(times) => change({ times })}
              />
              <HoursField
                label={t('hours')}
                hours={draft.hours}
                first={{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '21:00' }}
                onChange={(hours) => change({ hours })}
              />
              <HoursField
                label={t('quiet')}
                hint={t('quietHint')}
                hours={draft.quiet}
                first={{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '07:00' }}
                onChange={(quiet) => change({ quiet })}
              />
            </div>
          </details>
          <details className="rounded-control border border-border-soft px-3 py-2">
            <summary className="cursor-pointer font-medium text-text-2">{t('who')}</summary>
            <div className="pt-3">
              <ToldFields draft={draft} sentence={sentence} onChange={change} />
            </div>
          </details>
          {save.isError && (
            <FieldError id="alert-fault">{faultText(save.error) ?? String(save.error)}</FieldError>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={() => goTo(alert ? `/alerts/${alert.id}` : '/alerts')}>
              {t('cancel')}
            </Button>
            <Button look="primary" type="submit" disabled={save.isPending}>
              {t(save.isPending ? 'saving' : 'save')}
            </Button>
          </div>
        </form>
        <div className="min-w-0 lg:col-span-7">
          <TrialPanel
            request={condition}
            onTake={({ level, sensitivity }) => {
              if (draft.kind === 'threshold') change({ level: written(level, unit), resolve: '' });
              else if (draft.kind === 'change') {
                const own = draft.as === 'absolute' ? unit : null;
                change({ size: written(level, own), resolve: '' });
              } else if (sensitivity !== undefined) {
                change({ sensitivity: sensitivity as Draft['sensitivity'] });
              }
            }}
          />
        </div>
      </div>
    </PageFrame>
  );
}

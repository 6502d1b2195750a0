import type { Experiment, ExperimentMetrics } from '@olympus/sdk';
import {
  Button,
  ComboboxField,
  Drawer,
  FieldError,
  faultText,
  olympus,
  RadioField,
  TextField,
  toast,
  useDeed,
  useGoTo,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useId, useState } from 'react';
import { designQuery, experimentQuery, experimentsQuery, metricsQuery } from '../queries.js';
import { ArmRows } from './arm-rows.js';
import { DesignPanel } from './design-panel.js';
import {
  type Draft,
  draftOf,
  type ExperimentInput,
  emptyDraft,
  inputOf,
  keyOf,
  readMetric,
} from './draft.js';
import { formTexts } from './texts.js';

type Metric = ExperimentMetrics['metrics'][number];

/** Plans an experiment, with its size reckoned while it is typed; or changes a draft. */
export default function ExperimentForm({
  experiment,
  onClose,
}: {
  /** undefined: a new one */
  readonly experiment: Experiment | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(formTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const { locale } = useNumberStyle();
  const form = useId();
  const [draft, setDraft] = useState<Draft>(() => (experiment ? draftOf(experiment) : emptyDraft));
  const [ownKey, setOwnKey] = useState(experiment !== undefined);
  const [tried, setTried] = useState(false);
  const metrics = useQuery(metricsQuery.options(tenant.id, locale)).data?.metrics ?? [];
  const design = useDesign(draft);
  const asked = inputOf(draft, design.data?.anytime ?? null);
  const fault = tried && 'fault' in asked ? asked.fault : undefined;
  const save = useDeed({
    quiet: true,
    run: (input: ExperimentInput) =>
      experiment === undefined
        ? olympus.experiments.create({ tenant_id: tenant.id, ...input })
        : olympus.experiments.save({ tenant_id: tenant.id, ...withRest(input, experiment) }),
    outdates: [experimentsQuery.key(tenant.id), experimentQuery.key(tenant.id)],
    onDone: ({ key, name }) => {
      toast(t('saved', { name }));
      onClose();
      goTo(`/experiments/${key}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('input' in asked && !save.isPending) save.mutate(asked.input);
  };
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const primary = readMetric(draft.primary);
  const unit = metrics.find(({ metric }) => metric === primary?.metric)?.unit ?? 'number';
  return (
    <Drawer
      open
      wide
      onClose={onClose}
      title={t(experiment ? 'editTitle' : 'newTitle')}
      footer={
        <>
          <Button look="primary" type="submit" form={form} disabled={save.isPending}>
            {t(save.isPending ? 'saving' : 'save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('name')}
            value={draft.name}
            onChange={(name) => change({ name, ...(ownKey ? {} : { key: keyOf(name) }) })}
            error={fault === 'name' ? t('nameMissing') : undefined}
          />
          {experiment === undefined && (
            <TextField
              mono
              label={t('key')}
              hint={t('keyHint')}
              value={draft.key}
              onChange={(key) => {
                setOwnKey(true);
                change({ key });
              }}
              error={fault === 'key' ? t('keyWrong') : undefined}
            />
          )}
        </div>
        <TextField
          rows={2}
          label={t('hypothesis')}
          hint={t('hypothesisHint')}
          value={draft.hypothesis}
          onChange={(hypothesis) => change({ hypothesis })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <ComboboxField
            label={t('metric')}
            value={draft.primary}
            choices={metricChoices(metrics, t)}
            onChange={(value) => change({ primary: value })}
            error={fault === 'primary' ? t('metricMissing') : undefined}
          />
          <TextField
            type="number"
            label={t('effect')}
            value={draft.effect}
            onChange={(effect) => change({ effect })}
            error={fault === 'effect' ? t('effectWrong') : undefined}
          />
        </div>
        {primary && (
          <DesignPanel
            design={design.data}
            error={design.error}
            effect={Number(draft.effect) / 100}
            kind={primary.kind}
            unit={unit}
          />
        )}
        <ArmRows arms={draft.arms} wrong={fault === 'arms'} onChange={(arms) => change({ arms })} />
        <details
          className="rounded-control border border-border-soft px-3 py-2"
          open={experiment !== undefined || fault === 'traffic'}
        >
          <summary className="cursor-pointer font-medium text-text-2">{t('more')}</summary>
          <More
            draft={draft}
            metrics={metrics}
            trafficWrong={fault === 'traffic'}
            onChange={change}
          />
        </details>
        {save.isError && (
          <FieldError id={`${form}-fault`}>{faultText(save.error) ?? ''}</FieldError>
        )}
      </form>
    </Drawer>
  );
}

/** The design for a draft, a little after it was typed; the one before stays until then. */
function useDesign(draft: Draft) {
  const tenant = useTenant();
  const settled = useDeferredValue(draft);
  const primary = readMetric(settled.primary);
  const effect = Number(settled.effect) / 100;
  const traffic = Number(settled.traffic) / 100;
  const windowDays = Math.round(Number(settled.windowDays));
  const isKnown =
    primary !== undefined && effect > 0 && effect <= 10 && traffic > 0 && traffic <= 1;
  return useQuery({
    ...designQuery.options(tenant.id, {
      primary: primary ?? { metric: 'orders', kind: 'share' },
      arms: settled.arms.length,
      traffic: isKnown ? traffic : 1,
      window_days: windowDays >= 1 && windowDays <= 90 ? windowDays : 14,
      minimum_effect: isKnown ? effect : 0.05,
    }),
    enabled: isKnown,
    placeholderData: keepPreviousData,
  });
}

/** What the form does not show stays as it was. */
const withRest = (input: ExperimentInput, was: Experiment): ExperimentInput => ({
  ...input,
  guardrails: [...(input.guardrails ?? []), ...was.guardrails.slice(1)],
  secondary: was.secondary,
  rules: was.rules,
  holdout: was.holdout,
});

const metricChoices = (
  metrics: readonly Metric[],
  t: ReturnType<typeof useTexts<typeof formTexts.en>>['t'],
) =>
  metrics.flatMap(({ metric, label, kinds }) =>
    kinds.map((kind) => ({
      value: `${metric}/${kind}`,
      label: t(`kind.${kind}`, { metric: label }),
    })),
  );

function More({
  draft,
  metrics,
  trafficWrong,
  onChange,
}: {
  readonly draft: Draft;
  readonly metrics: readonly Metric[];
  readonly trafficWrong: boolean;
  readonly onChange: (more: Partial<Draft>) => void;
}) {
  const { t } = useTexts(formTexts);
  return (
    <div className="space-y-4 pt-3">
      <RadioField
        label={t('unit')}
        value={draft.unit}
        choices={(['visitor', 'customer'] as const).map((value) => ({
          value,
          label: t(`unit.${value}`),
        }))}
        onChange={(unit) => onChange({ unit })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ComboboxField
          label={t('guardrail')}
          value={draft.guardrail}
          choices={[{ value: '', label: t('none') }, ...metricChoices(metrics, t)]}
          onChange={(guardrail) => onChange({ guardrail })}
        />
        <TextField
          type="number"
          label={t('margin')}
          value={draft.margin}
          onChange={(margin) => onChange({ margin })}
        />
        <TextField
          type="number"
          label={t('traffic')}
          value={draft.traffic}
          onChange={(traffic) => onChange({ traffic })}
          error={trafficWrong ? t('trafficWrong') : undefined}
        />
        <TextField
          type="number"
          label={t('window')}
          value={draft.windowDays}
          onChange={(windowDays) => onChange({ windowDays })}
        />
        <TextField
          label={t('layer')}
          hint={t('layerHint')}
          value={draft.layer}
          onChange={(layer) => onChange({ layer })}
        />
      </div>
    </div>
  );
}

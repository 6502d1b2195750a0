import type { Kpi, ModelDescription, Unit } from '@olympus/sdk';
import { ComboboxField, RadioField, SelectField, TextField, useTexts } from '@olympus/web/kit';
import { alertTexts } from '../texts.js';
import type { Draft } from './draft.js';

interface RuleFieldsProps {
  readonly draft: Draft;
  readonly unit: Unit | null;
  readonly dimensions: readonly ModelDescription['dimensions'][number][];
  readonly kpis: readonly Kpi[];
  /** Tried to save without what is needed. */
  readonly missing: boolean;
  readonly onChange: (more: Partial<Draft>) => void;
}

/** What the chosen rule needs to know. */
export function RuleFields({ draft, unit, dimensions, kpis, missing, onChange }: RuleFieldsProps) {
  const { t } = useTexts(alertTexts);
  const error = missing ? t('levelMissing') : undefined;
  const percent = unit === 'ratio' ? t('percentHint') : undefined;
  const resolve = (
    <TextField
      label={t('pick.resolve')}
      hint={t('resolveHint')}
      inputMode="decimal"
      value={draft.resolve}
      onChange={(value) => onChange({ resolve: value })}
    />
  );
  switch (draft.kind) {
    case 'threshold':
      return (
        <div className="grid gap-3 sm:grid-cols-3">
          <RadioField
            label={t('pick.direction')}
            value={draft.side}
            choices={(['below', 'above'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(side) => onChange({ side })}
          />
          <TextField
            label={t('pick.level')}
            hint={percent}
            inputMode="decimal"
            value={draft.level}
            error={error}
            onChange={(level) => onChange({ level })}
          />
          {resolve}
        </div>
      );
    case 'change':
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <RadioField
            label={t('pick.direction')}
            value={draft.way}
            choices={(['down', 'up'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(way) => onChange({ way })}
          />
          <TextField
            label={t('pick.size')}
            inputMode="decimal"
            value={draft.size}
            error={error}
            onChange={(size) => onChange({ size })}
          />
          <SelectField
            label={t('pick.as')}
            value={draft.as}
            choices={(['percent', 'absolute'] as const).map((value) => ({
              value,
              label: t(`as.${value}`),
            }))}
            onChange={(as) => onChange({ as })}
          />
          <SelectField
            label={t('pick.against')}
            value={draft.against}
            choices={(['previous', 'week', 'year'] as const).map((value) => ({
              value,
              label: t(`against.${value}`),
            }))}
            onChange={(against) => onChange({ against })}
          />
          {resolve}
        </div>
      );
    case 'band':
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField
            label={t('pick.direction')}
            value={draft.unusual}
            choices={(['either', 'above', 'below'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
            onChange={(unusual) => onChange({ unusual })}
          />
          <SelectField
            label={t('pick.sensitivity')}
            value={draft.sensitivity}
            choices={(['low', 'medium', 'high'] as const).map((value) => ({
              value,
              label: t(`sensitivity.${value}`),
            }))}
            onChange={(sensitivity) => onChange({ sensitivity })}
          />
        </div>
      );
    case 'no_data':
      return (
        <TextField
          label={t('pick.minutes')}
          inputMode="numeric"
          value={draft.minutes}
          error={error}
          onChange={(minutes) => onChange({ minutes })}
        />
      );
    case 'new_value':
      return (
        <ComboboxField
          label={t('pick.dimension')}
          value={draft.dimension}
          choices={dimensions.map(({ name, label }) => ({ value: name, label }))}
          onChange={(dimension) => onChange({ dimension })}
        />
      );
    case 'pace':
      return (
        <SelectField
          label={t('pick.kpi')}
          value={draft.kpi}
          choices={kpis.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(kpi) =>
            onChange({ kpi, metric: kpis.find(({ id }) => id === kpi)?.metric ?? draft.metric })
          }
        />
      );
  }
}

import type { ModelDescription } from '@olympus/sdk';
import { X } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { GRAINS } from '../../scope/timeframes.js';
import { Button } from '../../ui/button.js';
import { ComboboxField } from '../../ui/combobox-field.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import { dialogTexts } from './dialog-texts.js';
import { BY_HOUR, BY_TIME, choicesOf, type TileDraft } from './tile-draft.js';

interface QueryFieldsProps {
  readonly draft: TileDraft;
  readonly model: ModelDescription | undefined;
  readonly onChange: (part: Partial<TileDraft>) => void;
}

const LIMITS = [5, 10, 20, 50, 100];
/** Metrics that one chart bears. */
const MOST = 5;

/** What a tile of the chosen kind asks. */
export function QueryFields({ draft, model, onChange }: QueryFieldsProps) {
  const { t } = useTexts(dialogTexts);
  const { t: words } = useTexts();
  const choices = choicesOf(draft);
  if (choices.metrics === 'none') {
    return (
      <TextField
        label={t('text')}
        hint={t('textHint')}
        rows={6}
        value={draft.markdown}
        onChange={(markdown) => onChange({ markdown })}
      />
    );
  }
  const dimensions = dimensionsOf(draft, model);
  const named = dimensions.map(({ name, label }) => ({ value: name, label }));
  const split = choices.dimension !== 'none' && draft.dimension !== '';
  return (
    <>
      <Metrics draft={draft} model={model} onChange={onChange} />
      <div className="grid gap-3 sm:grid-cols-2">
        {choices.dimension !== 'none' && (
          <ComboboxField
            label={choices.across ? t('rows') : t('dimension')}
            value={draft.dimension}
            placeholder={choices.dimension === 'optional' ? t('none') : undefined}
            onChange={(dimension) => onChange({ dimension })}
            choices={[
              ...(choices.dimension === 'optional' ? [{ value: '', label: t('none') }] : []),
              ...named,
            ]}
          />
        )}
        {choices.across && (
          <SelectField
            label={t('across')}
            value={draft.across}
            onChange={(across) => onChange({ across })}
            choices={[
              { value: BY_HOUR, label: t('across.weekday_hour') },
              { value: BY_TIME, label: t('across.time') },
              ...named.filter(({ value }) => value !== draft.dimension),
            ]}
          />
        )}
        {choices.grain && (
          <SelectField
            label={t('grain')}
            value={draft.grain}
            onChange={(grain) => onChange({ grain })}
            choices={[
              { value: 'auto' as const, label: t('grain.auto') },
              ...GRAINS.map((grain) => ({ value: grain, label: words(`grain.${grain}`) })),
            ]}
          />
        )}
        {choices.limit && (
          <SelectField
            label={t('limit')}
            value={String(draft.limit)}
            onChange={(limit) => onChange({ limit: Number(limit) })}
            choices={LIMITS.map((limit) => ({ value: String(limit), label: String(limit) }))}
          />
        )}
      </div>
      {split && choices.grain && draft.metrics.length > 1 && (
        <p className="text-text-2">{t('oneOnly')}</p>
      )}
    </>
  );
}

function Metrics({ draft, model, onChange }: QueryFieldsProps) {
  const { t } = useTexts(dialogTexts);
  const { metrics } = draft;
  const several = choicesOf(draft).metrics === 'several';
  const shown = several ? metrics : metrics.slice(0, 1);
  const choices =
    model?.metrics.map(({ name, label }) => ({ value: name, label })) ??
    metrics.map((name) => ({ value: name, label: name }));
  const unitOf = (name: string | undefined) =>
    model?.metrics.find((metric) => metric.name === name)?.unit;
  const labelOf = (name: string) => choices.find(({ value }) => value === name)?.label ?? name;
  // a chart has one axis; a table has a column each
  const beside = choices.filter(
    ({ value }) =>
      !metrics.includes(value) && (draft.kind === 'table' || unitOf(value) === unitOf(metrics[0])),
  );
  return (
    <div className="space-y-2">
      <ComboboxField
        label={t('metric')}
        value={shown[0] ?? ''}
        choices={choices}
        onChange={(metric) =>
          onChange({ metrics: [metric, ...metrics.slice(1).filter((one) => one !== metric)] })
        }
      />
      {shown.length > 1 && (
        <ul className="flex flex-wrap gap-2">
          {shown.slice(1).map((name) => (
            <li
              key={name}
              className="chip inline-flex min-h-8 items-center gap-1 rounded-control bg-accent-tint ps-2.5 font-medium text-accent"
            >
              {labelOf(name)}
              <Button
                look="icon"
                aria-label={t('removeMetric', { name: labelOf(name) })}
                onClick={() => onChange({ metrics: metrics.filter((one) => one !== name) })}
              >
                <X size={13} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {several && shown.length > 0 && shown.length < MOST && beside.length > 0 && (
        <ComboboxField
          key={shown.length}
          label={t('another')}
          required={false}
          value=""
          choices={beside}
          onChange={(metric) => onChange({ metrics: [...metrics, metric] })}
        />
      )}
    </div>
  );
}

/** Dimensions that all chosen metrics may be broken down by. */
function dimensionsOf({ metrics }: TileDraft, model: ModelDescription | undefined) {
  const chosen = model?.metrics.filter(({ name }) => metrics.includes(name)) ?? [];
  return (
    model?.dimensions.filter(({ name }) =>
      chosen.every((metric) => metric.dimensions.includes(name)),
    ) ?? []
  );
}

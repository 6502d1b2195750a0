import type { ModelDescription } from '@olympus/sdk';
import { Button, ComboboxField, TextField, useTexts } from '@olympus/web/kit';
import { Plus, X } from 'lucide-react';
import type { DraftFilter } from './draft.js';
import { kpiTexts } from './texts.js';

/** Conditions that a KPI's figures keep to. */
export function FilterRows({
  filters,
  dimensions,
  onChange,
}: {
  readonly filters: readonly DraftFilter[];
  readonly dimensions: readonly ModelDescription['dimensions'][number][];
  readonly onChange: (filters: readonly DraftFilter[]) => void;
}) {
  const { t } = useTexts(kpiTexts);
  const choices = dimensions.map(({ name, label }) => ({ value: name, label }));
  const change = (key: number, more: Partial<DraftFilter>) =>
    onChange(filters.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const next = Math.max(0, ...filters.map(({ key }) => key + 1));
  return (
    <div className="space-y-3">
      {filters.map(({ key, dimension, values }) => (
        <div key={key} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
          <ComboboxField
            label={t('filter')}
            value={dimension}
            choices={choices}
            onChange={(name) => change(key, { dimension: name })}
          />
          <TextField
            label={t('filterValue')}
            hint={t('filterHint')}
            value={values}
            onChange={(text) => change(key, { values: text })}
          />
          <Button
            look="icon"
            aria-label={t('removeFilter')}
            title={t('removeFilter')}
            className="mt-6"
            onClick={() => onChange(filters.filter((one) => one.key !== key))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...filters, { key: next, dimension: '', values: '' }])}>
        <Plus size={14} aria-hidden="true" />
        {t('addFilter')}
      </Button>
    </div>
  );
}

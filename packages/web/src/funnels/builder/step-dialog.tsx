import type { ActList } from '@olympus/sdk';
import { X } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { FilterForm } from '../../scope/filter-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SwitchField } from '../../ui/switch-field.js';
import { TextField } from '../../ui/text-field.js';
import { funnelTexts } from '../texts.js';
import type { BuiltStep } from '../written-act.js';
import { useFilterText } from './filter-text.js';

/** The name, the filters and whether a step may be left out. */
export function StepDialog({
  tenantId,
  acts,
  step,
  number,
  atEnd,
  open,
  onOpen,
  onChange,
}: {
  readonly tenantId: string;
  readonly acts: ActList;
  readonly step: BuiltStep;
  readonly number: number;
  /** The first or the last step. */
  readonly atEnd: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (step: BuiltStep) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const filterText = useFilterText(acts);
  const dimensions = acts.acts.find(({ act }) => act === step.act)?.dimensions ?? [];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpen}
      title={t('editTitle', { number })}
      footer={
        <Button look="primary" onClick={() => onOpen(false)}>
          {t('done')}
        </Button>
      }
    >
      <div className="space-y-4 p-4">
        <TextField
          label={t('label')}
          hint={t('labelHint')}
          value={step.label ?? ''}
          onChange={(label) => onChange({ ...step, label: label.slice(0, 80) || undefined })}
        />
        <SwitchField
          label={t('optional')}
          hint={t('optionalHint')}
          checked={!atEnd && step.optional === true}
          disabled={atEnd}
          onChange={(optional) => onChange({ ...step, optional })}
        />
        <section className="space-y-3">
          <h3 className="font-medium">{t('filters')}</h3>
          {step.filters.length === 0 ? (
            <p className="text-text-3">{t('noFilters')}</p>
          ) : (
            <ul className="flex flex-wrap gap-2">
              {step.filters.map((filter, index) => (
                <li
                  key={filterText(filter)}
                  className="chip flex items-center gap-1 bg-surface-2 ps-2"
                >
                  {filterText(filter)}
                  <Button
                    look="icon"
                    aria-label={t('removeFilter', { filter: filterText(filter) })}
                    onClick={() =>
                      onChange({
                        ...step,
                        filters: step.filters.filter((_, position) => position !== index),
                      })
                    }
                  >
                    <X size={14} aria-hidden="true" />
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <FilterForm
            key={step.filters.length}
            tenantId={tenantId}
            only={dimensions}
            onAdd={(filter) => onChange({ ...step, filters: [...step.filters, filter] })}
          />
        </section>
      </div>
    </Dialog>
  );
}

import type { Cohort, CohortGroup } from '@olympus/sdk';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/select-field.js';
import { ConditionFields } from './condition-fields.js';
import { type Condition, KINDS, newCondition } from './draft.js';
import { cohortTexts } from './texts.js';

const MOST_CONDITIONS = 10;

/** Conditions of which all or any hold. */
export function GroupEditor({
  number,
  group,
  cohorts,
  onChange,
  onRemove,
}: {
  /** Its place, where there are several. */
  readonly number: number | undefined;
  readonly group: CohortGroup;
  readonly cohorts: readonly Cohort[];
  readonly onChange: (group: CohortGroup) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTexts(cohortTexts);
  const { match, conditions } = group;
  const put = (index: number, condition: Condition) =>
    onChange({ match, conditions: conditions.map((one, at) => (at === index ? condition : one)) });
  return (
    <fieldset className="space-y-3 rounded-card border border-border-soft p-3">
      <legend className={number === undefined ? 'sr-only' : 'px-1 font-semibold'}>
        {number === undefined ? t('conditions') : t('group', { number })}
      </legend>
      {conditions.length > 1 && (
        <SelectField
          label={t('matchConditions')}
          value={match}
          choices={[
            { value: 'all', label: t('match.all') },
            { value: 'any', label: t('match.any') },
          ]}
          onChange={(next) => onChange({ match: next, conditions })}
        />
      )}
      {conditions.map((condition, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
          key={index}
          className="space-y-2 border-border-soft border-t pt-3 first-of-type:border-t-0 first-of-type:pt-0"
        >
          <div className="flex items-end gap-1">
            <div className="min-w-0 grow">
              <SelectField
                label={t('condition', { number: index + 1 })}
                value={condition.kind}
                choices={KINDS.map((kind) => ({ value: kind, label: t(`is.${kind}`) }))}
                onChange={(kind) => put(index, newCondition(kind))}
              />
            </div>
            {(conditions.length > 1 || number !== undefined) && (
              <Button
                look="icon"
                aria-label={t('removeCondition', { number: index + 1 })}
                onClick={() =>
                  conditions.length === 1
                    ? onRemove()
                    : onChange({
                        match,
                        conditions: conditions.filter((_, at) => at !== index),
                      })
                }
              >
                <X size={15} aria-hidden="true" />
              </Button>
            )}
          </div>
          <ConditionFields
            condition={condition}
            cohorts={cohorts}
            onChange={(next) => put(index, next)}
          />
        </div>
      ))}
      {conditions.length < MOST_CONDITIONS && (
        <Button
          onClick={() => onChange({ match, conditions: [...conditions, newCondition('did')] })}
        >
          <Plus size={14} aria-hidden="true" />
          {t('addCondition')}
        </Button>
      )}
    </fieldset>
  );
}

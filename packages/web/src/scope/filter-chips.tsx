import type { QueryFilter } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { ListFilter, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Button } from '../ui/button.js';
import { COHORT, useCohorts } from './cohort-filter.js';
import { FilterForm } from './filter-form.js';
import { modelQuery } from './model-query.js';
import type { ScopeControl } from './use-scope.js';

/** The filters that hold, each with its way out; without `onChange` they are only told. */
export function FilterChips({
  filters,
  onChange,
  tenantId,
  className = '',
}: {
  readonly filters: readonly QueryFilter[];
  readonly onChange?: (filters: readonly QueryFilter[]) => void;
  readonly tenantId: string;
  readonly className?: string;
}) {
  const { t } = useTexts();
  const language = useLanguage();
  const { data: model } = useQuery({
    ...modelQuery.options(tenantId, language),
    enabled: filters.length > 0,
    staleTime: 5 * 60_000,
  });
  const cohorts = useCohorts(
    tenantId,
    filters.some(({ dimension }) => dimension === COHORT),
  );
  if (filters.length === 0) return null;
  const labelOf = (name: string) =>
    name === COHORT
      ? t('scope.cohort')
      : (model?.dimensions.find((dimension) => dimension.name === name)?.label ?? name);
  const nameOf = (name: string, value: QueryFilter['values'][number]) => {
    if (value === null) return t('scope.absent');
    const named =
      name === COHORT
        ? cohorts.find(({ id }) => id === value)?.name
        : model?.dimensions
            .find((dimension) => dimension.name === name)
            ?.values?.find((one) => String(one.value) === String(value))?.label;
    return named ?? String(value);
  };
  const say = ({ dimension, operator, values }: QueryFilter) =>
    `${labelOf(dimension)} ${t(`operator.${operator}`)} ${values
      .map((value) => nameOf(dimension, value))
      .join(', ')}`;
  return (
    <ul
      aria-label={t('scope.filters')}
      className={`flex flex-wrap items-center gap-2 ${className}`}
    >
      {filters.map((filter, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two filters may be the same text
          key={index}
          className={`chip inline-flex min-h-8 max-w-72 items-center rounded-control bg-accent-tint ps-2.5 font-medium text-accent ${onChange ? '' : 'pe-2.5'}`}
        >
          <span className="truncate" title={say(filter)}>
            {say(filter)}
          </span>
          {onChange && (
            <button
              type="button"
              aria-label={t('common.remove', { what: say(filter) })}
              onClick={() => onChange(filters.filter((_, other) => other !== index))}
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-control pointer-coarse:size-11"
            >
              <X size={13} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      {onChange && filters.length > 1 && (
        <li>
          <Button onClick={() => onChange([])}>{t('scope.clearFilters')}</Button>
        </li>
      )}
    </ul>
  );
}

/** One more condition, from the model's dimensions; the key `f` opens it. */
export function AddFilter({
  control,
  tenantId,
}: {
  readonly control: ScopeControl;
  readonly tenantId: string;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  useShortcuts([{ keys: 'f', does: t('scope.addFilter'), run: () => setOpen(true) }]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button title={`${t('scope.addFilter')}  f`}>
          <ListFilter size={14} aria-hidden="true" className="text-text-3" />
          {t('scope.filterShort')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('scope.addFilter')}
          className="z-50 w-80 animate-pop rounded-card border border-border-soft bg-surface p-4 text-sm shadow-overlay outline-none"
        >
          <FilterForm
            tenantId={tenantId}
            onAdd={(filter) => {
              control.setFilters([...control.scope.filters, filter]);
              setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

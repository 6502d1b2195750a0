import type { ModelDimension, QueryFilter } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { ListFilter, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Button } from '../ui/button.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { OPERATORS, type Operator } from './filters.js';
import { modelQuery } from './model-query.js';
import type { ScopeControl } from './use-scope.js';

interface FilterProps {
  readonly control: ScopeControl;
  readonly tenantId: string;
  readonly className?: string;
}

/** The filters that hold, each with its way out. */
export function FilterChips({ control, tenantId, className = '' }: FilterProps) {
  const { t } = useTexts();
  const { filters } = control.scope;
  const { data: model } = useQuery({
    ...modelQuery.options(tenantId, undefined),
    enabled: filters.length > 0,
    staleTime: 5 * 60_000,
  });
  if (filters.length === 0) return null;
  const labelOf = (name: string) =>
    model?.dimensions.find((dimension) => dimension.name === name)?.label ?? name;
  const say = ({ dimension, operator, values }: QueryFilter) =>
    `${labelOf(dimension)} ${t(`operator.${operator}`)} ${values.join(', ')}`;
  return (
    <ul
      aria-label={t('scope.filters')}
      className={`flex flex-wrap items-center gap-2 ${className}`}
    >
      {filters.map((filter, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two filters may be the same text
          key={index}
          className="chip inline-flex min-h-8 max-w-72 items-center rounded-control bg-accent-tint ps-2.5 font-medium text-accent"
        >
          <span className="truncate" title={say(filter)}>
            {say(filter)}
          </span>
          <button
            type="button"
            aria-label={t('common.remove', { what: say(filter) })}
            onClick={() => control.setFilters(filters.filter((_, other) => other !== index))}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-control pointer-coarse:size-11"
          >
            <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Button onClick={() => control.setFilters([])}>{t('scope.clearFilters')}</Button>
        </li>
      )}
    </ul>
  );
}

/** One more condition, from the model's dimensions; the key `f` opens it. */
export function AddFilter({ control, tenantId }: FilterProps) {
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

/** A dimension, how it is compared, and with what. */
export function FilterForm({
  tenantId,
  onAdd,
}: {
  readonly tenantId: string;
  readonly onAdd: (filter: QueryFilter) => void;
}) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const query = useQuery({ ...modelQuery.options(tenantId, undefined), staleTime: 5 * 60_000 });
  const dimensions = query.data?.dimensions ?? [];
  const [name, setName] = useState('');
  const [operator, setOperator] = useState<Operator>('equals');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const dimension = dimensions.find((one) => one.name === name);
  const values = readValues(typed, dimension);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (dimension && values.length > 0) onAdd({ dimension: dimension.name, operator, values });
  };
  if (query.isError) return <p className="text-bad">{t('scope.dimensionsFailed')}</p>;
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-3">
      <ComboboxField
        label={t('scope.dimension')}
        value={name}
        choices={dimensions.map((one) => ({ value: one.name, label: one.label }))}
        error={tried && !dimension ? t('common.choose') : undefined}
        onChange={(next) => {
          setName(next);
          setOperator('equals');
        }}
      />
      <SelectField
        label={t('scope.operator')}
        value={operator}
        choices={OPERATORS.filter((one) => !dimension || dimension.operators.includes(one)).map(
          (value) => ({ value, label: t(`operator.${value}`) }),
        )}
        onChange={setOperator}
      />
      <TextField
        label={t('scope.values')}
        hint={t('scope.valuesHint')}
        value={typed}
        onChange={setTyped}
        error={tried && values.length === 0 ? t('scope.valuesMissing') : undefined}
      />
      <Button look="primary" type="submit" className="w-full">
        {t('scope.addFilter')}
      </Button>
    </form>
  );
}

/** What was typed as values of the dimension's type; numbers that are none are left out. */
function readValues(typed: string, dimension: ModelDimension | undefined): QueryFilter['values'] {
  const texts = typed.split(',').flatMap((part) => part.trim() || []);
  if (dimension?.type === 'number') return texts.map(Number).filter(Number.isFinite);
  if (dimension?.type === 'boolean') return texts.map((text) => text === 'true');
  return texts;
}

import type { CustomerPage } from '@olympus/sdk';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { AddFilter, FilterChips } from '../../scope/filter-chips.js';
import { useScope } from '../../scope/use-scope.js';
import { INPUT } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { type Condition, parseCondition, printCondition } from '../conditions.js';
import { customersSearch, SPANS } from '../customers-search.js';
import { customersTexts } from '../texts.js';
import { AddThreshold } from './add-threshold.js';
import { ConditionChips } from './condition-chips.js';

/** What narrows the list: words, the span of the orders, segments, thresholds. */
export function ListTools({ words }: { readonly words: CustomerPage['words'] | undefined }) {
  const { t } = useTexts(customersTexts);
  const tenant = useTenant();
  const control = useScope();
  const [state, change] = usePageSearch(customersSearch);
  const conditions = state.where.flatMap((text) => parseCondition(text) ?? []);
  const setWhere = (next: readonly Condition[]) =>
    change({ where: next.map(printCondition), page: 1 });
  const segmentOf = (column: string) => {
    const found = conditions.find((one) => one.column === column && one.operator === 'equals');
    return found?.values.length === 1 ? String(found.values[0]) : '';
  };
  const choose = (column: string, id: string) =>
    setWhere([
      ...conditions.filter((one) => one.column !== column),
      ...(id === 'any' ? [] : [{ column, operator: 'equals' as const, values: [id] }]),
    ]);
  const choices = (names: Readonly<Record<string, string>> | undefined) => [
    { value: 'any', label: t('any') },
    ...Object.entries(names ?? {}).map(([value, label]) => ({ value, label })),
  ];
  return (
    <div className="space-y-2">
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(220px,2fr)_repeat(3,minmax(140px,1fr))_auto]">
        <SearchField
          value={state.q ?? ''}
          onChange={(q) => change({ q: q || undefined, page: 1 }, { replace: true })}
        />
        <SelectField
          label={t('ordersIn')}
          value={state.in}
          choices={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
          onChange={(next) => change({ in: next, page: 1 })}
        />
        <SelectField
          label={t('rfmSegment')}
          value={segmentOf('rfm_segment') || 'any'}
          choices={choices(words?.rfm_segment)}
          onChange={(id) => choose('rfm_segment', id)}
        />
        <SelectField
          label={t('spendSegment')}
          value={segmentOf('spend_segment') || 'any'}
          choices={choices(words?.spend_segment)}
          onChange={(id) => choose('spend_segment', id)}
        />
        <div className="flex flex-wrap gap-2">
          <AddThreshold onAdd={(condition) => setWhere([...conditions, condition])} />
          <AddFilter control={control} tenantId={tenant.id} />
        </div>
      </div>
      <FilterChips
        filters={control.scope.filters}
        onChange={control.setFilters}
        tenantId={tenant.id}
      />
      <ConditionChips
        asOf={state.as_of}
        onToday={() => change({ as_of: undefined, page: 1 })}
        conditions={conditions}
        words={words}
        onRemove={(index) => setWhere(conditions.filter((_, other) => other !== index))}
        onClear={() => setWhere([])}
      />
    </div>
  );
}

/** Typing rests this long before it is searched for. */
const REST_MS = 300;

function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTexts(customersTexts);
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), REST_MS);
    return () => clearTimeout(timer);
  });
  return (
    <label className="block">
      <span className="mb-1 block font-medium text-sm">{t('search')}</span>
      <span className="relative block">
        <Search
          size={14}
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 my-auto text-text-3"
        />
        <input
          type="search"
          value={typed}
          placeholder={t('searchHint')}
          onChange={(event) => setTyped(event.target.value)}
          className={`${INPUT} ps-9`}
        />
      </span>
    </label>
  );
}

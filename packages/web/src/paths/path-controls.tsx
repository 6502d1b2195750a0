import type { ActList } from '@olympus/sdk';
import { useEffect, useState } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { useActChoices } from '../funnels/builder/act-choices.js';
import { type BuiltStep, parseStep, printStep } from '../funnels/written-act.js';
import { useTexts } from '../messages/use-texts.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { DEPTHS, DIRECTIONS, NAMES, pathSearch, TOPS } from './path-search.js';
import { pathTexts } from './texts.js';

const VISIT = 'visit';

/** Where paths begin, which way they are followed, how far, and how finely nodes are told apart. */
export function PathControls({ acts }: { readonly acts: ActList }) {
  const { t } = useTexts(pathTexts);
  const [search, change] = usePageSearch(pathSearch);
  const from = search.a === undefined ? undefined : parseStep(search.a);
  const choices = useActChoices(acts, from ? [from.act] : []);
  const backwards = search.dir === 'previous';
  const begin = (step: BuiltStep | undefined) =>
    change({ a: step === undefined ? undefined : printStep(step) });
  return (
    <section
      aria-label={t('controls')}
      className="card grid gap-3 p-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_repeat(3,minmax(0,1.2fr))]"
    >
      <ComboboxField
        label={t(backwards ? 'beginPrevious' : 'begin')}
        value={from?.act ?? VISIT}
        choices={[{ value: VISIT, label: t(backwards ? 'visitEnd' : 'visitStart') }, ...choices]}
        onChange={(act) => begin(act === VISIT ? undefined : { act, filters: [] })}
      />
      {from?.act === 'page.viewed' && <PageField from={from} onChange={begin} />}
      <SelectField
        label={t('direction')}
        value={search.dir}
        choices={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
        onChange={(dir) => change({ dir })}
      />
      <SelectField
        label={t('by')}
        value={search.by}
        choices={NAMES.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={(by) => change({ by })}
      />
      <SelectField
        label={t('depth')}
        value={search.depth}
        choices={DEPTHS.map((value) => ({ value, label: value }))}
        onChange={(depth) => change({ depth })}
      />
      <SelectField
        label={t('top')}
        value={search.top}
        choices={TOPS.map((value) => ({ value, label: t('topOf', { number: Number(value) }) }))}
        onChange={(top) => change({ top })}
      />
    </section>
  );
}

/** The one page to begin with; taken when the field is left or Enter is pressed. */
function PageField({
  from,
  onChange,
}: {
  readonly from: BuiltStep;
  readonly onChange: (from: BuiltStep) => void;
}) {
  const { t } = useTexts(pathTexts);
  const path = String(
    from.filters.find(({ dimension }) => dimension === 'session.path')?.values[0] ?? '',
  );
  const [typed, setTyped] = useState(path);
  useEffect(() => setTyped(path), [path]);
  const take = () => {
    if (typed.trim() === path) return;
    const filters =
      typed.trim() === ''
        ? []
        : [{ dimension: 'session.path', operator: 'equals' as const, values: [typed.trim()] }];
    onChange({ act: from.act, filters });
  };
  return (
    <form
      onBlur={take}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField label={t('page')} hint={t('pageHint')} mono value={typed} onChange={setTyped} />
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { usePageSearch } from '../address/use-address.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { modelQuery } from '../scope/model-query.js';
import { Choices, Choose, ChooseAct } from './choices.js';
import { LENGTHS, retentionSearch, SHOWN } from './retention-search.js';
import { retentionTexts } from './texts.js';

/** Properties of a start that are worth telling cohorts apart by. */
const BREAKDOWNS = [
  'customer.country',
  'customer.city',
  'customer.segment',
  'customer.birth_decade',
  'channel',
  'promotion',
  'location.name',
];

/** What is asked of cohorts. */
export function RetentionChoices() {
  const { t } = useTexts(retentionTexts);
  const tenant = useTenant();
  const [search, change] = usePageSearch(retentionSearch);
  const set = (part: Parameters<typeof change>[0]) => change(part, { replace: true });
  const model = useQuery({
    ...modelQuery.options(tenant.id, useLanguage()),
    staleTime: 5 * 60_000,
  });
  const labels = new Map(model.data?.dimensions.map(({ name, label }) => [name, label]));
  const money = search.show === 'revenue' || search.show === 'value';
  return (
    <Choices>
      <Choose
        label={t('show')}
        value={search.show}
        values={SHOWN}
        text={(value) => t(`show.${value}`)}
        onChange={(show) => set({ show })}
      />
      <Choose
        label={t('per')}
        value={search.per}
        values={LENGTHS}
        text={(value) => t(`per.${value}`)}
        onChange={(per) => set({ per })}
      />
      <ChooseAct
        label={t('start')}
        value={search.start ?? 'order.first'}
        onChange={(start) => set({ start: start === 'order.first' ? undefined : start })}
      />
      {!money && (
        <ChooseAct
          label={t('back')}
          value={search.back ?? 'order.placed'}
          onChange={(back) => set({ back: back === 'order.placed' ? undefined : back })}
        />
      )}
      <Choose
        label={t('cohorts')}
        value={search.cohorts}
        values={['first', 'recurring']}
        text={(value) => t(`cohorts.${value}`)}
        onChange={(cohorts) => set({ cohorts })}
      />
      {!money && search.show !== 'lost' && (
        <Choose
          label={t('bracket')}
          value={search.bracket}
          values={['on', 'on_or_after']}
          text={(value) => t(`bracket.${value}`)}
          onChange={(bracket) => set({ bracket })}
        />
      )}
      <Choose
        label={t('by')}
        value={search.by ?? ''}
        values={['', ...BREAKDOWNS]}
        text={(value) => (value === '' ? t('by.none') : (labels.get(value) ?? value))}
        onChange={(by) => set({ by: by === '' ? undefined : by, group: 0 })}
      />
    </Choices>
  );
}

import type { RetentionAnswer } from '@olympus/sdk';
import { Repeat } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { HeatGrid, LineChart } from '../charts/index.js';
import { useNumberStyle } from '../format/style-context.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { EmptyState } from '../ui/empty-state.js';
import { SelectField } from '../ui/select-field.js';
import { Answered } from './answered.js';
import { curvesOf, groupCurves, heatOf, type Shown } from './grid.js';
import { retentionQuery, useWatch } from './queries.js';
import { detailsOf, lengthFor, periodsOf, watchRequest } from './request.js';
import { RetentionChoices } from './retention-choices.js';
import { retentionSearch } from './retention-search.js';
import { retentionTexts } from './texts.js';
import { ValueAhead } from './value-ahead.js';
import { useRetentionWords } from './words.js';

/** Cohorts by periods later: how many came back, or what they spent. */
export function RetentionTab() {
  const { t } = useTexts(retentionTexts);
  const tenant = useTenant();
  const { scope } = useScope();
  const [search] = usePageSearch(retentionSearch);
  const grain = search.per === 'auto' ? lengthFor(scope.period) : search.per;
  const money = search.show === 'revenue' || search.show === 'value';
  const bracket = money ? 'on' : search.show === 'lost' ? 'on_or_after' : search.bracket;
  const { locale, ...asked } = {
    ...watchRequest(scope, useLanguage()),
    start: { act: search.start ?? 'order.first' },
    return: { act: search.back ?? 'order.placed' },
    cohorts: search.cohorts,
    bracket,
    measure: money ? 'revenue' : 'customers',
    grain,
    periods: periodsOf[grain],
    ...(search.by === undefined ? {} : { breakdown: search.by }),
  } as const;
  const query = useWatch(retentionQuery, tenant.id, { ...asked, locale });
  const options = { show: search.show, group: search.group };
  const view = { kind: 'retention', options };
  const sums = search.show === 'customers' || search.show === 'revenue';
  return (
    <>
      <RetentionChoices />
      <Answered
        query={query}
        what={t('loadFailed')}
        saves={{
          title: t(`title.${search.show}`),
          ask: { operation: 'retention.run', input: asked },
          view,
          ways: [
            { label: t('asGrid'), view },
            ...(sums
              ? []
              : [
                  {
                    label: t('asCurves'),
                    view: { ...view, options: { ...options, as: 'curves' } },
                  },
                ]),
          ],
        }}
      >
        {(answer) => <Cohorts answer={answer} shown={search.show} />}
      </Answered>
    </>
  );
}

function Cohorts({ answer, shown }: { readonly answer: RetentionAnswer; readonly shown: Shown }) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  const [search, change] = usePageSearch(retentionSearch);
  const { wordsOf, labelOf } = useRetentionWords();
  const group = answer.groups[search.group] ?? answer.groups[0];
  if (group === undefined || group.customers === 0) {
    return (
      <EmptyState icon={Repeat} title={t('noneTitle')}>
        {t('none')}
      </EmptyState>
    );
  }
  const words = wordsOf(answer.grain);
  const details = detailsOf(answer.meta, style.locale);
  const split = answer.breakdown !== null && answer.groups.length > 1;
  return (
    <div className="space-y-4">
      <section className="card min-w-0 px-4 pt-3 pb-4">
        <HeatGrid
          data={heatOf(answer, group, shown, { ...words, title: t(`title.${shown}`) })}
          details={details}
          heading={
            <>
              <h2 className="font-semibold text-md">{t(`title.${shown}`)}</h2>
              <p className="mt-0.5 max-w-[80ch] text-text-3 text-xs">{t(`about.${shown}`)}</p>
              {split && (
                <div className="mt-2 w-60">
                  <SelectField
                    label={answer.breakdown?.label ?? ''}
                    value={String(answer.groups.indexOf(group))}
                    choices={answer.groups.map((one, index) => ({
                      value: String(index),
                      label: labelOf(one),
                    }))}
                    onChange={(next) => change({ group: Number(next) }, { replace: true })}
                  />
                </div>
              )}
            </>
          }
        />
        <p className="mt-1 text-text-3 text-xs">{t('hatched')}</p>
      </section>
      {shown === 'value' && <ValueAhead answer={answer} group={group} details={details} />}
      {shown !== 'customers' && shown !== 'revenue' && (
        <section className="card min-w-0 px-4 pt-3 pb-4">
          <LineChart
            data={
              split
                ? groupCurves(answer, shown, { ...words, title: t('curvesByGroup') }, labelOf)
                : curvesOf(answer, group, shown, { ...words, title: t('curves') })
            }
            details={details}
            heading={
              <h2 className="font-semibold text-md">{split ? t('curvesByGroup') : t('curves')}</h2>
            }
          />
        </section>
      )}
    </div>
  );
}

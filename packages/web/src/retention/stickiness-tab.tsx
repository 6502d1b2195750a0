import type { StickinessAnswer } from '@olympus/sdk';
import { Repeat } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { ColumnChart, LineChart } from '../charts/index.js';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { EmptyState } from '../ui/empty-state.js';
import { Answered } from './answered.js';
import { Choices, Choose, ChooseAct } from './choices.js';
import { stickinessQuery, useWatch } from './queries.js';
import { lengthFor, watchRequest } from './request.js';
import { retentionSearch } from './retention-search.js';
import { retentionTexts } from './texts.js';

/** In how many days of a week or month people were there. */
export function StickinessTab() {
  const { t } = useTexts(retentionTexts);
  const tenant = useTenant();
  const { scope } = useScope();
  const [search, change] = usePageSearch(retentionSearch);
  const length = search.per === 'auto' ? lengthFor(scope.period) : search.per;
  const grain = length === 'month' ? 'month' : 'week';
  const act = search.act ?? 'order.placed';
  const query = useWatch(stickinessQuery, tenant.id, {
    ...watchRequest(scope, useLanguage()),
    act: { act },
    grain,
    unit: 'day',
  });
  return (
    <>
      <Choices>
        <Choose
          label={t('per')}
          value={grain}
          values={['week', 'month']}
          text={(value) => t(`per.${value}`)}
          onChange={(per) => change({ per }, { replace: true })}
        />
        <ChooseAct
          label={t('active')}
          value={act}
          onChange={(next) =>
            change({ act: next === 'order.placed' ? undefined : next }, { replace: true })
          }
        />
      </Choices>
      <Answered query={query} what={t('loadFailed')}>
        {(answer) =>
          answer.periods.every(({ active }) => active === 0) ? (
            <EmptyState icon={Repeat} title={t('noneTitle')}>
              {t('noneActive')}
            </EmptyState>
          ) : (
            <Stickiness answer={answer} />
          )
        }
      </Answered>
    </>
  );
}

function Stickiness({ answer }: { readonly answer: StickinessAnswer }) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  const { overall, periods, grain } = answer;
  const most = Math.max(1, ...overall.distribution.map(({ units }) => units));
  const people = new Map(overall.distribution.map((one) => [one.units, one.people]));
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-4 sm:max-w-xl">
        <div className="card px-4 py-3">
          <dt className="text-text-2 text-xs">{t(`ratio.${grain}`)}</dt>
          <dd className="mt-1 font-semibold text-title">
            {formatFull(overall.ratio, 'ratio', style)}
          </dd>
        </div>
        <div className="card px-4 py-3">
          <dt className="text-text-2 text-xs">{t('meanDays')}</dt>
          <dd className="mt-1 font-semibold text-title">
            {formatFull(overall.mean_units, 'number', style)}
          </dd>
        </div>
      </dl>
      <div className="grid gap-4 lg:grid-cols-2">
        <section className="card min-w-0 px-4 pt-3 pb-4">
          <ColumnChart
            data={{
              title: t(`days.${grain}`),
              unit: 'count',
              axis: { kind: 'category', label: t('daysActive') },
              series: [
                {
                  key: 'people',
                  label: t('people'),
                  points: Array.from({ length: most }, (_, index) => ({
                    at: String(index + 1),
                    label: String(index + 1),
                    value: people.get(index + 1) ?? 0,
                  })),
                },
              ],
            }}
            heading={
              <>
                <h2 className="font-semibold text-md">{t(`days.${grain}`)}</h2>
                <p className="mt-0.5 text-text-3 text-xs">{t('daysAbout')}</p>
              </>
            }
          />
        </section>
        <section className="card min-w-0 px-4 pt-3 pb-4">
          <LineChart
            data={{
              title: t(`ratio.${grain}`),
              unit: 'ratio',
              axis: { kind: 'time', grain },
              series: [
                {
                  key: 'ratio',
                  label: t(`ratio.${grain}`),
                  points: periods.map(({ period, ratio, complete }) => ({
                    at: period,
                    value: ratio,
                    ...(complete ? {} : { provisional: 'running' as const }),
                  })),
                },
              ],
            }}
            heading={
              <>
                <h2 className="font-semibold text-md">{t(`ratio.${grain}`)}</h2>
                <p className="mt-0.5 text-text-3 text-xs">{t('ratioAbout')}</p>
              </>
            }
          />
        </section>
      </div>
    </div>
  );
}

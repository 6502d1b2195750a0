import type { StickinessAnswer } from '@olympus/sdk';
import { Repeat } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { ColumnChart, LineChart, type SeriesData } from '../charts/index.js';
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
  const { locale, ...asked } = {
    ...watchRequest(scope, useLanguage()),
    act: { act },
    grain,
    unit: 'day',
  } as const;
  const query = useWatch(stickinessQuery, tenant.id, { ...asked, locale });
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
      <Answered
        query={query}
        what={t('loadFailed')}
        saves={{
          title: t(`days.${grain}`),
          ask: { operation: 'stickiness.run', input: asked },
          view: { kind: 'stickiness' },
          ways: [
            { label: t(`days.${grain}`), view: { kind: 'stickiness' } },
            { label: t(`ratio.${grain}`), view: { kind: 'stickiness', options: { as: 'ratio' } } },
          ],
        }}
      >
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
  const { overall, grain } = answer;
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
            data={daysData(answer, {
              title: t(`days.${grain}`),
              days: t('daysActive'),
              people: t('people'),
            })}
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
            data={ratioData(answer, t(`ratio.${grain}`))}
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

/** People by on how many days of a period they were there. */
export function daysData(
  { overall: { distribution } }: Pick<StickinessAnswer, 'overall'>,
  words: { readonly title: string; readonly days: string; readonly people: string },
): SeriesData {
  const most = Math.max(1, ...distribution.map(({ units }) => units));
  const people = new Map(distribution.map((one) => [one.units, one.people]));
  return {
    title: words.title,
    unit: 'count',
    axis: { kind: 'category', label: words.days },
    series: [
      {
        key: 'people',
        label: words.people,
        points: Array.from({ length: most }, (_, index) => ({
          at: String(index + 1),
          label: String(index + 1),
          value: people.get(index + 1) ?? 0,
        })),
      },
    ],
  };
}

/** The share of a period's people who were there on a day of it, by period. */
export function ratioData(
  { periods, grain }: Pick<StickinessAnswer, 'periods' | 'grain'>,
  title: string,
): SeriesData {
  return {
    title,
    unit: 'ratio',
    axis: { kind: 'time', grain },
    series: [
      {
        key: 'ratio',
        label: title,
        points: periods.map(({ period, ratio, complete }) => ({
          at: period,
          value: ratio,
          ...(complete ? {} : { provisional: 'running' as const }),
        })),
      },
    ],
  };
}

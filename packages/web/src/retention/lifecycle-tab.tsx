import type { LifecycleAnswer, LifecyclePeriod } from '@olympus/sdk';
import { Repeat } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { type SeriesData, StackedChart } from '../charts/index.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { EmptyState } from '../ui/empty-state.js';
import { Answered } from './answered.js';
import { Choices, Choose, ChooseAct } from './choices.js';
import { lifecycleQuery, useWatch } from './queries.js';
import { lengthFor, watchRequest } from './request.js';
import { LENGTHS, retentionSearch } from './retention-search.js';
import { retentionTexts } from './texts.js';

const KINDS = ['returning', 'new', 'resurrecting', 'dormant'] as const;

/** New, returning and resurrecting people of each period, and below zero those who stayed away. */
export function LifecycleTab() {
  const { t } = useTexts(retentionTexts);
  const tenant = useTenant();
  const { scope } = useScope();
  const [search, change] = usePageSearch(retentionSearch);
  const grain = search.per === 'auto' ? lengthFor(scope.period) : search.per;
  const act = search.act ?? 'order.placed';
  const { locale, ...asked } = {
    ...watchRequest(scope, useLanguage()),
    act: { act },
    grain,
  } as const;
  const query = useWatch(lifecycleQuery, tenant.id, { ...asked, locale });
  return (
    <>
      <Choices>
        <Choose
          label={t('per')}
          value={search.per}
          values={LENGTHS}
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
          title: t('lifecycleTitle'),
          ask: { operation: 'lifecycle.run', input: asked },
          view: { kind: 'lifecycle' },
        }}
      >
        {(answer) =>
          answer.periods.every(({ active, dormant }) => active === 0 && dormant === 0) ? (
            <EmptyState icon={Repeat} title={t('noneTitle')}>
              {t('noneActive')}
            </EmptyState>
          ) : (
            <section className="card min-w-0 px-4 pt-3 pb-4">
              <StackedChart
                data={lifecycleData(answer, t('lifecycleTitle'), (kind) => t(`kind.${kind}`))}
                height={340}
                heading={
                  <>
                    <h2 className="font-semibold text-md">{t('lifecycleTitle')}</h2>
                    <p className="mt-0.5 max-w-[80ch] text-text-3 text-xs">{t('lifecycleAbout')}</p>
                  </>
                }
              />
            </section>
          )
        }
      </Answered>
    </>
  );
}

/** People by kind; who stayed away counts downwards. */
export function lifecycleData(
  { periods, grain }: Pick<LifecycleAnswer, 'periods' | 'grain'>,
  title: string,
  labelOf: (kind: (typeof KINDS)[number]) => string,
): SeriesData {
  const countOf = (period: LifecyclePeriod, kind: (typeof KINDS)[number]) =>
    kind === 'dormant' ? -period.dormant : period[kind];
  return {
    title,
    unit: 'count',
    axis: { kind: 'time', grain },
    series: KINDS.map((kind) => ({
      key: kind,
      label: labelOf(kind),
      points: periods.map((period) => ({
        at: period.period,
        value: countOf(period, kind),
        ...(period.complete ? {} : { provisional: 'running' as const }),
      })),
    })),
  };
}

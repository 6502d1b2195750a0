import type { ActList } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { isHidden } from '../app/faults.js';
import { ExportMenu } from '../boards/exports/export-menu.js';
import { SaveToDashboard } from '../boards/saving/save-to-dashboard.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { canCompare, queryTime } from '../scope/scope.js';
import { useScope } from '../scope/use-scope.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { Tabs } from '../ui/tabs.js';
import { useDrawer } from '../ui/use-drawer.js';
import { Builder } from './builder/builder.js';
import { FactorsPanel } from './factors-panel.js';
import { FunnelResult } from './funnel-result.js';
import { TABS } from './funnel-search.js';
import { FunnelSkeleton } from './funnel-skeleton.js';
import { PeopleDrawer } from './people-drawer.js';
import { actsQuery, funnelQuery } from './queries.js';
import { funnelTexts } from './texts.js';
import { funnelRequest, useFunnel } from './use-funnel.js';
import type { BuiltStep } from './written-act.js';

/** Where people leave on their way: steps picked on one side, what became of them on the other. */
export default function FunnelsPage() {
  const { t } = useTexts(funnelTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const { scope } = useScope();
  const acts = useQuery({
    ...actsQuery.options(tenant.id, locale),
    staleTime: 60_000,
    placeholderData: (before, query) =>
      query?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const { funnel, set, search, change } = useFunnel(acts.data);
  const asked = {
    ...funnelRequest(funnel),
    ...(scope.filters.length > 0 ? { filters: [...scope.filters] } : {}),
    time: queryTime(scope.period),
    locale,
  };
  const compare =
    scope.compare === 'none' || !canCompare(scope.period) ? {} : { compare: scope.compare };
  const enough = funnel.steps.length >= 2;
  const query = useQuery({
    ...funnelQuery.options(tenant.id, { ...asked, ...compare }),
    enabled: enough,
    placeholderData: (before, previous) =>
      previous?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const drawer = useDrawer('step');
  const answer = query.data;
  const failed = acts.isError ? acts : query.isError ? query : undefined;
  const hidden = failed !== undefined && isHidden(failed.error);
  const fetching = acts.isFetching || query.isFetching;
  return (
    <PageFrame
      actions={
        enough &&
        !hidden && (
          <div className="flex flex-wrap items-center gap-2">
            <ExportMenu
              title={funnelTitle(funnel.steps, acts.data)}
              ask={{ operation: 'funnels.run', input: { ...asked, ...compare } }}
            />
            <SaveToDashboard
              title={funnelTitle(funnel.steps, acts.data)}
              ask={{ operation: 'funnels.run', input: funnelRequest(funnel) }}
              view={{ kind: 'funnel' }}
              ways={[
                { label: t('asSteps'), view: { kind: 'funnel' } },
                { label: t('asRate'), view: { kind: 'funnel', options: { as: 'rate' } } },
              ]}
            />
          </div>
        )
      }
      answered={
        answer && {
          range: answer.range,
          comparison: answer.comparison_range,
          ...(scope.period.kind === 'default' && { timeframe: 'last_28_days' }),
        }
      }
      pending={query.isPlaceholderData}
      busy={fetching}
      refreshing={query.isFetching && !query.isPending}
      scopeless={hidden}
    >
      {failed &&
        (hidden ? (
          <HiddenTenant name={tenant.name} />
        ) : (
          <ProblemPanel
            error={failed.error}
            what={t(acts.isError ? 'actsFailed' : 'loadFailed')}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
          />
        ))}
      {acts.data && !hidden ? (
        <div className="grid items-start gap-4 lg:grid-cols-[340px_minmax(0,1fr)]">
          <Builder tenantId={tenant.id} acts={acts.data} funnel={funnel} onChange={set} />
          <div className="min-w-0">
            <Tabs
              label={t('views')}
              value={search.tab}
              tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
              onChange={(tab) => change({ tab })}
            >
              {search.tab === 'factors' ? (
                enough && <FactorsPanel tenantId={tenant.id} request={asked} />
              ) : answer ? (
                <FunnelResult answer={answer} onOpen={(step) => drawer.open(`${step}:converted`)} />
              ) : (
                query.isPending && enough && <FunnelSkeleton />
              )}
            </Tabs>
          </div>
        </div>
      ) : (
        acts.isPending && <FunnelSkeleton />
      )}
      {answer && (
        <PeopleDrawer
          tenantId={tenant.id}
          request={asked}
          answer={answer}
          shown={drawer.id}
          onShow={drawer.open}
          onClose={drawer.close}
        />
      )}
    </PageFrame>
  );
}

/** What a funnel is called: by where it begins and where it ends. */
function funnelTitle(steps: readonly BuiltStep[], acts: ActList | undefined): string {
  const nameOf = (step: BuiltStep | undefined) =>
    step?.label ?? acts?.acts.find(({ act }) => act === step?.act)?.label ?? step?.act ?? '';
  return `${nameOf(steps[0])} → ${nameOf(steps.at(-1))}`;
}

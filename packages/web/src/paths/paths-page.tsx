import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { olympus } from '../app/client.js';
import { isHidden } from '../app/faults.js';
import { SaveToDashboard } from '../boards/saving/save-to-dashboard.js';
import { actsQuery } from '../funnels/queries.js';
import { parseStep, printStep } from '../funnels/written-act.js';
import { defineTenantQuery } from '../live/tenant-query.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { queryTime } from '../scope/scope.js';
import { useScope } from '../scope/use-scope.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { PageFrame } from '../shell/page-frame.js';
import { EmptyState } from '../ui/empty-state.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { PathControls } from './path-controls.js';
import { PathPanel } from './path-panel.js';
import { pathSearch } from './path-search.js';
import { pathTexts } from './texts.js';

type Asked = Omit<Parameters<typeof olympus.paths.run>[0], 'tenant_id'>;

const pathsQuery = defineTenantQuery({
  name: 'paths',
  ledgers: 'any',
  fetch: (tenantId, request: Asked, signal) =>
    olympus.paths.run({ tenant_id: tenantId, ...request }, { signal }),
});

/** Where visits go after an act, or come from before it. */
export default function PathsPage() {
  const { t } = useTexts(pathTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const { scope } = useScope();
  const [search, change] = usePageSearch(pathSearch);
  const acts = useQuery({ ...actsQuery.options(tenant.id, locale), staleTime: 60_000 });
  const from = search.a === undefined ? undefined : parseStep(search.a);
  const asked = {
    ...(from ? { from: { act: from.act, filters: from.filters } } : {}),
    direction: search.dir,
    by: search.by,
    depth: Number(search.depth),
    top: Number(search.top),
  };
  const query = useQuery({
    ...pathsQuery.options(tenant.id, { ...asked, time: queryTime(scope.period), locale }),
    placeholderData: (before, previous) =>
      previous?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const answer = query.data;
  const failed = acts.isError ? acts : query.isError ? query : undefined;
  const hidden = failed !== undefined && isHidden(failed.error);
  return (
    <PageFrame
      actions={
        answer &&
        !hidden && (
          <SaveToDashboard
            title={t('title')}
            ask={{ operation: 'paths.run', input: asked }}
            view={{ kind: 'paths' }}
          />
        )
      }
      answered={answer}
      pending={query.isPlaceholderData}
      busy={query.isFetching || acts.isFetching}
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
      {acts.data && !hidden && <PathControls acts={acts.data} />}
      {answer && !hidden ? (
        answer.visits === 0 ? (
          <EmptyState icon={Route} title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        ) : (
          <PathPanel answer={answer} onBegin={(next) => change({ a: printStep(next) })} />
        )
      ) : (
        query.isPending && (
          <div aria-hidden="true" className="card h-[560px] p-4">
            <div className="skeleton h-full w-full" />
          </div>
        )
      )}
    </PageFrame>
  );
}

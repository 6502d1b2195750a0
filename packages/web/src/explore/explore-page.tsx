import type { ModelDescription } from '@olympus/sdk';
import { RotateCcw } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { ExportMenu } from '../boards/exports/export-menu.js';
import { SaveToDashboard } from '../boards/saving/save-to-dashboard.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useGoTo } from '../pages/page-link.js';
import { printFilter } from '../scope/filters.js';
import { canCompare, rangeOfPeriod } from '../scope/scope.js';
import { usePeriodShortcuts } from '../scope/scope-bar.js';
import { useScope } from '../scope/use-scope.js';
import { AlertMe } from '../shell/alert-me.js';
import { PageFrame } from '../shell/page-frame.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Button } from '../ui/button.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { boardTile, tileTitle } from './board-tile.js';
import { Builder } from './builder.js';
import { DistributionPanel } from './distribution-panel.js';
import { exploreSearch } from './explore-search.js';
import { Findings } from './findings.js';
import { useModel, useTrends } from './queries.js';
import {
  distributionInput,
  knownParts,
  type TrendsInput,
  trendsInput,
  wholeQuery,
} from './question.js';
import { RowsDrawer } from './rows-drawer.js';
import { parseRows, printRows } from './rows-link.js';
import { SavedButton } from './saved/saved-button.js';
import { StartingPoints } from './starting-points.js';
import { exploreTexts } from './texts.js';

const NOTHING: Pick<ModelDescription, 'metrics' | 'dimensions'> = { metrics: [], dimensions: [] };

/** Metrics by anything and over time, picked piece by piece; the address keeps it all. */
export default function ExplorePage() {
  const { t } = useTexts(exploreTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const control = useScope();
  const { scope } = control;
  const [asked, change] = usePageSearch(exploreSearch);
  const model = useModel(tenant.id);
  const state = knownParts(asked, model.data ?? NOTHING);
  const spread =
    model.data && state.as === 'histogram'
      ? distributionInput(state, scope, model.data)
      : undefined;
  const input =
    model.data && !spread && state.x.length > 0 ? trendsInput(state, scope, model.data) : undefined;
  const tile = model.data && (input ?? spread) ? boardTile(state, scope, model.data) : undefined;
  const { query, ahead, trends } = useFigures(tenant.id, input);
  usePeriodShortcuts(
    control,
    rangeOfPeriod(scope.period, query.isPlaceholderData ? undefined : (trends?.range ?? undefined)),
  );
  useShortcuts([
    {
      keys: 't',
      does: t('chartOrTable'),
      run: () => change({ as: state.as === 'table' ? 'auto' : 'table' }, { replace: true }),
    },
  ]);
  const drawer = useDrawer('rows');
  const link = parseRows(drawer.id);
  const compared = scope.compare !== 'none' && canCompare(scope.period);
  return (
    <PageFrame
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <SavedButton
            suggested={model.data && state.x.length > 0 ? tileTitle(state, model.data) : undefined}
          />
          {model.data && (input ?? spread) && (
            <ExportMenu
              title={tileTitle(state, model.data)}
              ask={
                spread
                  ? { operation: 'analytics.distribution', input: spread }
                  : { operation: 'analytics.trends', input: input ?? { metrics: [] } }
              }
              whole={spread ? undefined : wholeQuery(state, scope, model.data)}
            />
          )}
          {tile && model.data && <SaveToDashboard {...tile} title={tileTitle(state, model.data)} />}
          {model.data && state.x[0] !== undefined && !state.x[0].startsWith('=') && (
            <AlertMe
              what={tileTitle(state, model.data)}
              metric={state.x[0]}
              groupBy={state.b[0]}
              filters={scope.filters.map(printFilter)}
            />
          )}
          {asked.x.length > 0 && (
            <Button onClick={() => goTo('/explore')}>
              <RotateCcw size={14} aria-hidden="true" className="text-text-3" />
              {t('startOver')}
            </Button>
          )}
        </div>
      }
      answered={
        trends?.range
          ? {
              range: trends.range,
              comparison: trends.comparison,
              ...(scope.period.kind === 'default' ? { timeframe: 'last_28_days' } : {}),
            }
          : undefined
      }
      {...(spread ? { scopeParts: ['range', 'filters'] as const } : {})}
      pending={query.isPlaceholderData}
      busy={query.isFetching || ahead.isFetching}
      refreshing={(query.isFetching || ahead.isFetching) && !query.isPending}
    >
      {model.isError && (
        <ProblemPanel
          error={model.error}
          what={t('modelFailed')}
          onRetry={() => void model.refetch()}
          retrying={model.isFetching}
        />
      )}
      {model.data && (
        <Builder
          state={state}
          model={model.data}
          compared={compared}
          yearEarlier={compared && scope.compare === 'same_period_last_year'}
          onChange={change}
        />
      )}
      {input && query.isError && (
        <ProblemPanel
          error={query.error}
          what={trends ? t('refreshFailed') : t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {model.data && trends && <Findings trends={trends} state={state} model={model.data} />}
      {input && !trends && query.isPending && <Skeleton />}
      {spread && model.data && (
        <>
          <DistributionPanel
            input={spread}
            onColumn={(from, to) =>
              drawer.open(printRows({ x: state.x[0] ?? '', f: [], d: [state.per, from, to] }))
            }
          />
          {link?.d && (
            <RowsDrawer
              key={drawer.id}
              link={link}
              tenantId={tenant.id}
              scope={scope}
              model={model.data}
              onClose={drawer.close}
            />
          )}
        </>
      )}
      {model.data && !input && !spread && <StartingPoints scope={scope} />}
    </PageFrame>
  );
}

/** The figures of a question; they do not wait for what is to come. */
function useFigures(tenantId: string, input: TrendsInput | undefined) {
  const { forecast, ...figures } = input ?? { metrics: [] };
  const query = useTrends(tenantId, input && figures);
  const ahead = useTrends(tenantId, forecast && input);
  const told = forecast && !ahead.isPlaceholderData ? ahead.data : undefined;
  return { query, ahead, trends: input ? (told ?? query.data) : undefined };
}

/** The chart and the table in their final shapes. */
function Skeleton() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className="card h-[392px] animate-pulse bg-surface-2" />
      <div className="card h-64 animate-pulse bg-surface-2" />
    </div>
  );
}

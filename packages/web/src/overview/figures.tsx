import type { Dashboard } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import type { ScopeControl } from '../scope/use-scope.js';
import { BreakdownTable } from './breakdown-table.js';
import { BRIEF_HEIGHT } from './brief/brief-height.js';
import { FigureList } from './figure-list.js';
import { goalOf, goalsQuery } from './goals.js';
import { KpiTile } from './kpi-tile.js';
import { isQuiet } from './quiet.js';
import { rejectsMany } from './rejected.js';
import { markIncomplete, selectTrend } from './trend.js';
import { TrendPanel } from './trend-panel.js';

const DataFooter = lazy(() => import('./data-footer.js'));
const QuietNotice = lazy(async () => ({ default: (await import('./notices.js')).QuietNotice }));
const OnlyTodayNotice = lazy(async () => ({
  default: (await import('./notices.js')).OnlyTodayNotice,
}));
const Brief = lazy(() => import('./brief/brief.js'));
const ConfidenceNote = lazy(() => import('./confidence-note.js'));
const RejectedNotice = lazy(() => import('./rejected-notice.js'));

/** So many figures get a tile; the others a line beside the chart. */
const TILES = 6;

interface FiguresProps {
  readonly dashboard: Dashboard;
  /** The metric that the address asks the main chart for. */
  readonly metric: string | undefined;
  readonly control: ScopeControl;
}

/** Everything a dashboard says, from the whole to the parts. */
export function Figures({ dashboard, metric, control }: FiguresProps) {
  const { t } = useTexts();
  const goals = useQuery(goalsQuery.options(useTenant().id, useLanguage()));
  const trend = selectTrend(dashboard, metric);
  const tiles = dashboard.tiles.map((tile) => ({
    ...tile,
    series: markIncomplete(tile.series, dashboard),
  }));
  const compared = dashboard.comparison !== null;
  const selected = trend?.metric ?? '';
  const { range, comparison } = dashboard;
  const scope = [range.from, range.to, comparison?.from].join();
  const rest = tiles.slice(TILES);
  const { breakdowns } = dashboard;
  return (
    <>
      {rejectsMany(dashboard) && (
        <Suspense fallback={<div className="h-14" />}>
          <RejectedNotice quality={dashboard.quality} />
        </Suspense>
      )}
      {isQuiet(dashboard) ? (
        <Suspense fallback={<div className="h-14" />}>
          <QuietNotice dashboard={dashboard} control={control} />
        </Suspense>
      ) : (
        control.scope.period.kind === 'default' &&
        dashboard.timeframe === 'today' && (
          <Suspense fallback={<div className="h-14" />}>
            <OnlyTodayNotice />
          </Suspense>
        )
      )}
      <Suspense fallback={<div className={`card ${BRIEF_HEIGHT}`} />}>
        <Brief />
      </Suspense>
      <section aria-label={t('overview.keyFigures')}>
        <h2 className="sr-only">{t('overview.keyFigures')}</h2>
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-6">
          {tiles.slice(0, TILES).map((tile) => (
            <li key={tile.metric} className="grid min-w-0">
              <KpiTile
                tile={tile}
                selected={tile.metric === selected}
                compared={compared}
                scope={scope}
                goal={goalOf(tile.metric, goals.data?.kpis ?? [])}
              />
            </li>
          ))}
        </ul>
      </section>
      {dashboard.confidence.reasons.length > 0 && !isQuiet(dashboard) && (
        <Suspense fallback={<div className="h-4" />}>
          <ConfidenceNote reasons={dashboard.confidence.reasons} />
        </Suspense>
      )}
      <div className="grid gap-4 lg:grid-cols-12">
        {trend && (
          <div className={`grid min-w-0 ${rest.length > 0 ? 'lg:col-span-8' : 'lg:col-span-12'}`}>
            <TrendPanel trend={trend} dashboard={dashboard} />
          </div>
        )}
        {rest.length > 0 && (
          <div className="grid min-w-0 lg:col-span-4">
            <FigureList tiles={rest} selected={selected} compared={compared} />
          </div>
        )}
        {breakdowns.map((breakdown, index) => (
          <BreakdownTable
            key={breakdown.dimension}
            breakdown={breakdown}
            dashboard={dashboard}
            className={spanOf(index, breakdowns.length)}
          />
        ))}
      </div>
      <Suspense>
        <DataFooter dashboard={dashboard} />
      </Suspense>
    </>
  );
}

/** Two to a row, and the odd three at the end to one. */
function spanOf(index: number, count: number): string {
  const thirds = count % 2 === 1 ? 3 : 0;
  return index >= count - thirds && count >= 3 ? 'lg:col-span-4' : 'lg:col-span-6';
}

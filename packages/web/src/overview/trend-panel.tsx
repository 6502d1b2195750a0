import type { Dashboard } from '@olympus/sdk';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { BandChart, LineSample } from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { describeDelta } from '../format/delta.js';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useOfferedCommands } from '../shell/command-registry.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { Menu, MenuChoices } from '../ui/menu.js';
import { predictionFor, withPrediction } from './ahead.js';
import { ExploreLink } from './lazy-explore-link.js';
import { overviewSearch } from './overview-search.js';
import { type Trend, trendChoices } from './trend.js';

const SaveToDashboard = lazy(async () => ({
  default: (await import('../boards/saving/save-to-dashboard.js')).SaveToDashboard,
}));

const AheadNote = lazy(() => import('./ahead-note.js'));

/** A metric over time: picked by name, read as a chart or as a table. */
export function TrendPanel({
  trend,
  dashboard,
}: {
  readonly trend: Trend;
  readonly dashboard: Dashboard;
}) {
  const style = useNumberStyle();
  const { t } = useTexts();
  const [{ v }, change] = usePageSearch(overviewSearch);
  const asTable = v === 'table';
  const { tile } = trend;
  const prediction = predictionFor(trend, dashboard);
  const data = prediction ? withPrediction(trend, prediction) : trend.data;

  const showTable = (table: boolean) => change({ v: table ? 'table' : 'chart' }, { replace: true });
  const showMetric = (m: string) => change({ m }, { replace: true });
  const choices = trendChoices(dashboard);
  useOfferedCommands(
    choices.map(({ value, label }) => ({
      id: `m ${value}`,
      group: t('palette.metric'),
      label,
      run: () => showMetric(value),
    })),
  );
  useShortcuts([{ keys: 't', does: t('overview.chartOrTable'), run: () => showTable(!asTable) }]);

  return (
    <section aria-labelledby="trend-heading" className="card min-w-0 px-4 pt-2 pb-4">
      <BandChart
        data={data}
        view={asTable ? 'table' : 'chart'}
        onView={(view) => showTable(view === 'table')}
        details={[
          formatRange(dashboard.range, style.locale),
          dashboard.range.time_zone.replaceAll('_', ' '),
          dashboard.currency,
        ]}
        sharedCursor
        heading={
          <>
            <div className="flex flex-wrap items-center gap-2">
              <h2 id="trend-heading" className="-ms-2 font-semibold text-md">
                <Menu
                  label={t('overview.metric')}
                  trigger={
                    <button
                      type="button"
                      className="inline-flex min-h-8 items-center gap-1 rounded-control px-2 hover:bg-surface-2 data-[state=open]:bg-surface-2 pointer-coarse:min-h-11"
                    >
                      {trend.data.title}
                      <span className="sr-only">{t('overview.changeMetric')}</span>
                      <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
                    </button>
                  }
                >
                  <MenuChoices value={trend.metric} choices={choices} onChange={showMetric} />
                </Menu>
              </h2>
              {tile && (
                <span className="font-semibold text-md">
                  {formatFull(tile.value, tile.unit, style)}
                </span>
              )}
              {tile && dashboard.comparison && (
                <DeltaChip
                  delta={describeDelta(tile, tile.change_kind, tile.polarity, style.locale)}
                />
              )}
              <ExploreLink what={trend.data.title} metric={trend.metric} dashboard={dashboard} />
              <Suspense>
                <SaveToDashboard
                  title={trend.data.title}
                  ask={{
                    operation: 'analytics.query',
                    input: { metrics: [trend.metric], grain: dashboard.grain },
                  }}
                  view={{ kind: 'line' }}
                />
              </Suspense>
            </div>
            {tile?.description && <p className="mt-0.5 text-text-3 text-xs">{tile.description}</p>}
          </>
        }
      />
      <Legend trend={trend} dashboard={dashboard} hidden={asTable} />
      {prediction && data.band && (
        <Suspense fallback={<p className="mt-2 h-4" />}>
          <AheadNote prediction={prediction} />
        </Suspense>
      )}
    </section>
  );
}

function Legend({
  trend,
  dashboard,
  hidden,
}: {
  readonly trend: Trend;
  readonly dashboard: Dashboard;
  /** Keeps its place, so that the panel does not change its height. */
  readonly hidden: boolean;
}) {
  const { t } = useTexts();
  const { locale } = useNumberStyle();
  const { grain } = dashboard;
  const [shown] = trend.data.series;
  const notes = new Set(shown?.points.map(({ provisional }) => provisional));
  const hollow = [
    ...(notes.has('running') ? [t(`overview.soFar.${grain}`)] : []),
    ...(notes.has('partial') ? [t(`overview.partly.${grain}`)] : []),
  ].join('; ');
  return (
    <ul
      className={`mt-2 flex flex-wrap gap-x-5 gap-y-1 text-text-2 text-xs ${hidden ? 'invisible' : ''}`}
    >
      <li className="flex items-center gap-2">
        <LineSample />
        {formatRange(dashboard.range, locale)}
      </li>
      {shown?.compared && dashboard.comparison && (
        <li className="flex items-center gap-2">
          <LineSample dashed />
          {formatRange(dashboard.comparison, locale)}
        </li>
      )}
      {hollow && (
        <li className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className="inline-block size-2.5 rounded-full border-2 border-c1 bg-surface"
          />
          {hollow}
        </li>
      )}
    </ul>
  );
}

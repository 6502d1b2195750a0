import type { Dashboard } from '@olympus/sdk';
import { ChartLine, ChevronDown, Table2 } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { formatRange } from '../format/dates.js';
import { describeDelta } from '../format/delta.js';
import { formatFull } from '../format/numbers.js';
import { useTexts } from '../messages/use-texts.js';
import { useOfferedCommands } from '../shell/command-registry.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Button } from '../ui/button.js';
import { Menu, MenuChoices } from '../ui/menu.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { useNumberStyle } from '../format/style-context.js';
import { overviewSearch } from './overview-search.js';
import { noteOf, type Trend, trendChoices } from './trend.js';
import { LineSample, TrendChart } from './trend-chart.js';
import { TrendTable } from './trend-table.js';

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

  const showTable = (table: boolean) =>
    change({ v: table ? 'table' : 'chart' }, { replace: true });
  const showMetric = (m: string) =>
    change({ m }, { replace: true });
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
    <section aria-labelledby="trend-heading" className="card flex min-w-0 flex-col px-4 pt-2 pb-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2">
            <h2 id="trend-heading" className="-ms-2 font-semibold text-md">
              <Menu
                label={t('overview.metric')}
                trigger={
                  <button
                    type="button"
                    className="inline-flex min-h-8 items-center gap-1 rounded-control px-2 hover:bg-surface-2 data-[state=open]:bg-surface-2 pointer-coarse:min-h-11"
                  >
                    {trend.label}
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
          </div>
          {tile?.description && <p className="mt-0.5 text-text-3 text-xs">{tile.description}</p>}
        </div>
        <fieldset className="flex shrink-0 rounded-control bg-surface-2 p-0.5">
          <legend className="sr-only">{t('overview.showAs')}</legend>
          <View pressed={!asTable} onClick={() => showTable(false)} label={t('overview.chart')}>
            <ChartLine size={14} aria-hidden="true" />
          </View>
          <View pressed={asTable} onClick={() => showTable(true)} label={t('overview.table')}>
            <Table2 size={14} aria-hidden="true" />
          </View>
        </fieldset>
      </div>
      <div dir="ltr" className="mt-3">
        {asTable ? (
          <TrendTable trend={trend} />
        ) : (
          <TrendChart trend={trend} dashboard={dashboard} />
        )}
      </div>
      <Legend trend={trend} dashboard={dashboard} hidden={asTable} />
    </section>
  );
}

function View({
  pressed,
  onClick,
  label,
  children,
}: {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Button
      look="icon"
      aria-pressed={pressed}
      aria-label={label}
      title={`${label}  t`}
      onClick={onClick}
      className="aria-pressed:chip size-7! aria-pressed:bg-surface aria-pressed:text-text aria-pressed:ring-1 aria-pressed:ring-border-soft pointer-coarse:size-9!"
    >
      {children}
    </Button>
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
  const notes = new Set(trend.points.map((_, index) => noteOf(trend, index)));
  const hollow = [
    ...(notes.has('so far') ? [t(`overview.soFar.${trend.grain}`)] : []),
    ...(notes.has('in part') ? [t(`overview.partly.${trend.grain}`)] : []),
  ].join('; ');
  return (
    <ul
      className={`mt-2 flex flex-wrap gap-x-5 gap-y-1 text-text-2 text-xs ${hidden ? 'invisible' : ''}`}
    >
      <li className="flex items-center gap-2">
        <LineSample />
        {formatRange(dashboard.range, locale)}
      </li>
      {trend.previous && dashboard.comparison && (
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

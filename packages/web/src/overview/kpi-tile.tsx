import type { DashboardTile } from '@olympus/sdk';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Address } from '../address/address.js';
import { useJustChanged } from '../app/use-just-changed.js';
import { Sparkline } from '../charts/index.js';
import { describeDelta } from '../format/delta.js';
import { formatFull, formatShort } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { DeltaChip } from '../ui/delta-chip.js';
import type { Goal } from './goals.js';

const GoalTick = lazy(() => import('./goal-tick.js'));

interface KpiTileProps {
  readonly tile: DashboardTile;
  /** Shown in the main chart. */
  readonly selected: boolean;
  readonly compared: boolean;
  /** What was asked for; a value that changes within it has changed by itself. */
  readonly scope: string;
  readonly goal: Goal | undefined;
}

/** One figure: its name, value, change and trend. The whole tile shows it in the main chart. */
export function KpiTile({ tile, selected, compared, scope, goal }: KpiTileProps) {
  const { t } = useTexts();
  const style = useNumberStyle();
  const fresh = useJustChanged(tile.value, scope);
  const delta = describeDelta(tile, tile.change_kind, tile.polarity, style.locale);
  return (
    <Link
      to="."
      search={(before: Address) => ({ ...before, m: tile.metric })}
      resetScroll={false}
      replace
      aria-current={selected ? 'true' : undefined}
      className="card group relative flex min-w-0 flex-col overflow-hidden pt-3 transition-[border-color] duration-150 hover:border-border-control aria-[current=true]:border-accent"
    >
      <div className="px-3.5">
        <h3 className={`truncate font-medium text-sm text-text-2 ${goal ? 'pe-11' : ''}`}>
          {tile.label}
        </h3>
        {goal && (
          <Suspense>
            <GoalTick goal={goal} />
          </Suspense>
        )}
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <data
            key={tile.value}
            value={tile.value ?? ''}
            title={formatFull(tile.value, tile.unit, style)}
            className={`font-semibold text-[22px] text-text leading-8 tracking-tight sm:text-kpi ${fresh ? 'animate-fresh' : ''}`}
          >
            {formatShort(tile.value, tile.unit, style)}
          </data>
        </p>
        {compared && (
          <p className="mt-1 flex h-5 items-center gap-1.5 text-text-3 text-xs">
            <DeltaChip delta={delta} />
            {tile.previous !== null && (
              <span className="truncate">
                <span className="sr-only">{t('overview.comparedWith')}</span>
                <span aria-hidden="true">{t('overview.vs')}</span>
                {formatShort(tile.previous, tile.unit, style)}
              </span>
            )}
          </p>
        )}
      </div>
      <Sparkline points={tile.series} className="mt-3 block h-10 w-full" />
    </Link>
  );
}

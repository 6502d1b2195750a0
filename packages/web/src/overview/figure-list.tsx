import type { DashboardTile } from '@olympus/sdk';
import { Link } from '@tanstack/react-router';
import type { Address } from '../address/address.js';
import { Sparkline } from '../charts/index.js';
import { describeDelta } from '../format/delta.js';
import { formatFull, formatShort } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { DeltaChip } from '../ui/delta-chip.js';

interface FigureListProps {
  readonly tiles: readonly DashboardTile[];
  readonly selected: string;
  readonly compared: boolean;
}

/** The figures beside the main chart: a line each. */
export function FigureList({ tiles, selected, compared }: FigureListProps) {
  const { t } = useTexts();
  const style = useNumberStyle();
  return (
    <section aria-labelledby="more-figures" className="card flex flex-col pt-3.5 pb-1">
      <h2 id="more-figures" className="px-4 pb-1 font-semibold text-md">
        {t('overview.moreFigures')}
      </h2>
      <ul className="flex flex-1 flex-col">
        {tiles.map((tile) => (
          <li
            key={tile.metric}
            className="flex flex-1 border-border-soft border-t first:border-t-0"
          >
            <Link
              to="."
              search={(before: Address) => ({ ...before, m: tile.metric })}
              resetScroll={false}
              replace
              aria-current={tile.metric === selected ? 'true' : undefined}
              className="-outline-offset-2 grid min-h-13 flex-1 grid-cols-[minmax(0,1fr)_64px_minmax(84px,auto)] items-center gap-3 px-4 transition-colors hover:bg-surface-2 aria-[current=true]:bg-accent-tint"
            >
              <h3 className="truncate font-medium text-sm text-text-2 in-aria-[current=true]:text-accent">
                {tile.label}
              </h3>
              <Sparkline points={tile.series} className="h-6 w-full" />
              <span className="flex flex-col items-end">
                <data
                  value={tile.value ?? ''}
                  title={formatFull(tile.value, tile.unit, style)}
                  className="font-semibold text-md"
                >
                  {formatShort(tile.value, tile.unit, style)}
                </data>
                {compared && (
                  <DeltaChip
                    plain
                    delta={describeDelta(tile, tile.change_kind, tile.polarity, style.locale)}
                  />
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

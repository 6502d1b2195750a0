import { useNumberStyle } from '../format/style-context.js';
import type { ChartUnit } from './data.js';
import { Sparkline } from './sparkline.js';
import { formatValue } from './value-format.js';

interface Multiple {
  readonly key: string;
  readonly label: string;
  readonly last: number | null;
  readonly points: Parameters<typeof Sparkline>[0]['points'];
}

/** A small line for each of many groups, in the order given, each on its own scale. */
export function SmallMultiples({
  caption,
  groups,
  unit,
}: {
  readonly caption: string;
  readonly groups: readonly Multiple[];
  readonly unit: ChartUnit;
}) {
  const style = useNumberStyle();
  return (
    <figure>
      <figcaption className="text-text-2 text-xs">{caption}</figcaption>
      <ul className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map((group) => (
          <li key={group.key} className="min-w-0 rounded-control border border-border-soft p-3">
            <p className="flex items-baseline justify-between gap-2">
              <span className="truncate font-medium">{group.label}</span>
              <span className="shrink-0 font-semibold">{formatValue(group.last, unit, style)}</span>
            </p>
            <Sparkline points={group.points} className="mt-2 block h-12 w-full" />
          </li>
        ))}
      </ul>
    </figure>
  );
}

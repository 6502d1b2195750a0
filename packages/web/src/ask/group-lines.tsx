import type { AskTable } from '@olympus/sdk';
import { formatFull } from '../format/numbers.js';
import { Sparkline } from '../charts/sparkline.js';
import { useNumberStyle } from '../format/style-context.js';
import { type GroupSeries, mainColumn } from './figures.js';

/** Groups drawn; the table has them all. */
const SHOWN = 12;

/** A small line for each group, the largest group first; all numbers are in the table. */
export function GroupLines({
  groups,
  table,
}: {
  readonly groups: readonly GroupSeries[];
  readonly table: AskTable;
}) {
  const style = useNumberStyle();
  const column = mainColumn(table);
  const unit = column?.unit ?? 'number';
  return (
    <figure>
      <figcaption className="text-text-2 text-xs">
        {column?.label} of each group over time, the latest value beside its name; each line has its
        own scale.
      </figcaption>
      <ul className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {groups.slice(0, SHOWN).map((group) => (
          <li key={group.key} className="min-w-0 rounded-control border border-border-soft p-3">
            <p className="flex items-baseline justify-between gap-2">
              <span className="truncate font-medium">{group.label}</span>
              <span className="shrink-0 font-semibold">{formatFull(group.last, unit, style)}</span>
            </p>
            <Sparkline points={group.points} className="mt-2 block h-12 w-full" />
          </li>
        ))}
      </ul>
      {groups.length > SHOWN && (
        <p className="mt-2 text-text-3 text-xs">
          {groups.length - SHOWN} more groups are in the table.
        </p>
      )}
    </figure>
  );
}

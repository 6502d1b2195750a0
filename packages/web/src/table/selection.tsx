import { type ReactNode, useState } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { Button } from '../ui/button.js';
import { useTableLabels } from './labels.js';

/** The buttons for what can be done with the selected rows. */
export type SelectionActions<Row> = (rows: readonly Row[]) => ReactNode;

interface Selection<Row> {
  readonly keys: ReadonlySet<string>;
  readonly rows: readonly Row[];
  readonly all: boolean;
  readonly toggle: (key: string) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Which rows are selected; those that are gone are no longer. */
export function useSelection<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = chosen.size === 0 ? [] : rows.filter((row) => chosen.has(rowKey(row)));
  const all = rows.length > 0 && selected.length === rows.length;
  return {
    keys: chosen,
    rows: selected,
    all,
    toggle: (key) => {
      const next = new Set(chosen);
      if (!next.delete(key)) next.add(key);
      setChosen(next);
    },
    toggleAll: () => setChosen(new Set(all ? [] : rows.map(rowKey))),
    clear: () => setChosen(new Set()),
  };
}

/** How many rows are selected, and what can be done with them. Its room is kept when there are none. */
export function SelectionBar<Row>({
  selection,
  actions,
}: {
  readonly selection: Selection<Row>;
  readonly actions: SelectionActions<Row>;
}) {
  const labels = useTableLabels();
  const { locale } = useNumberStyle();
  const count = selection.rows.length;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2">
      <p role="status" className="text-sm text-text-2">
        {labels.selected(count.toLocaleString(locale))}
      </p>
      {count > 0 && (
        <>
          {actions(selection.rows)}
          <Button onClick={selection.clear}>{labels.clear}</Button>
        </>
      )}
    </div>
  );
}

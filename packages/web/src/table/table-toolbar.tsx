import { Copy, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { announce } from '../app/announcer.js';
import { download, fileName } from '../charts/download.js';
import { Button } from '../ui/button.js';
import type { Column } from './column.js';
import { toCsv, toTsv } from './delimited.js';
import { useTableLabels } from './labels.js';

/** What can be done with a table's rows as they are shown: copied, or taken as a file. */
export function TableToolbar<Row>({
  title,
  columns,
  rows,
  onSave,
  children,
}: {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Instead of a file of these rows. */
  readonly onSave?: (() => void) | undefined;
  readonly children?: ReactNode;
}) {
  const labels = useTableLabels();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(toTsv(columns, rows));
      announce(labels.copied(rows.length));
    } catch {
      announce(labels.copyFailed);
    }
  };
  const save = () => {
    // The mark at the start tells spreadsheets that the text is UTF-8.
    const text = `\uFEFF${toCsv(columns, rows)}`;
    download(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(title, 'csv'));
  };
  return (
    <div className="ms-auto flex flex-wrap items-center justify-end gap-2">
      <Button onClick={() => void copy()} disabled={rows.length === 0}>
        <Copy size={14} aria-hidden="true" />
        {labels.copy}
      </Button>
      <Button onClick={onSave ?? save} disabled={rows.length === 0}>
        <Download size={14} aria-hidden="true" />
        {labels.csv}
      </Button>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { type ChartLabels, ChartLabelsProvider } from '../charts/labels.js';
import { type TableLabels, TableLabelsProvider } from '../table/labels.js';
import { loadedLabels, useLanguage } from './language.js';

/** The words of charts and tables in a language other than the English that they have themselves. */
export interface PartLabels {
  readonly charts: ChartLabels;
  readonly table: TableLabels;
}

/** Supplies charts and tables with words of the reader's language. */
export function LabelledParts({ children }: { readonly children: ReactNode }) {
  const labels = loadedLabels(useLanguage());
  if (!labels) return children;
  return (
    <ChartLabelsProvider value={labels.charts}>
      <TableLabelsProvider value={labels.table}>{children}</TableLabelsProvider>
    </ChartLabelsProvider>
  );
}

import { createContext, useContext } from 'react';

/** The words of the tables. A catalogue may supply them in another language. */
export interface TableLabels {
  readonly region: (label: string) => string;
  readonly columns: string;
  readonly reset: string;
  readonly copy: string;
  readonly copied: (rows: number) => string;
  readonly copyFailed: string;
  readonly csv: string;
  readonly empty: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly more: string;
  readonly loadingMore: string;
  readonly total: string;
  readonly selectAll: string;
  readonly select: (label: string) => string;
  readonly selected: (count: string) => string;
  readonly clear: string;
  readonly earlier: (label: string) => string;
  readonly later: (label: string) => string;
  readonly sortedBy: (label: string, direction: 'ascending' | 'descending') => string;
}

export const ENGLISH: TableLabels = {
  region: (label) => `${label}, table`,
  columns: 'Columns',
  reset: 'As they were',
  copy: 'Copy',
  copied: (rows) => `Copied ${rows === 1 ? 'one row' : `${rows} rows`}`,
  copyFailed: 'Copying is not allowed here',
  csv: 'CSV',
  empty: 'Nothing here',
  loading: 'Loading…',
  failed: 'These rows could not be loaded',
  retry: 'Try again',
  more: 'Load more',
  loadingMore: 'Loading more…',
  total: 'Total',
  selectAll: 'Select all rows',
  select: (label) => `Select ${label}`,
  selected: (count) => `${count} selected`,
  clear: 'Clear',
  earlier: (label) => `Move ${label} earlier`,
  later: (label) => `Move ${label} later`,
  sortedBy: (label, direction) => `Sorted by ${label}, ${direction}`,
};

const LabelsContext = createContext(ENGLISH);

/** Supplies the tables below it with words. */
export const TableLabelsProvider = LabelsContext.Provider;

export function useTableLabels(): TableLabels {
  return useContext(LabelsContext);
}

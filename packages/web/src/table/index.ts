export type { CellValue, Column } from './column.js';
export { DataTable, type DataTableProps } from './data-table.js';
export { toCsv, toTsv } from './delimited.js';
export { type TableLabels, TableLabelsProvider } from './labels.js';
export type { Sort } from './sort.js';

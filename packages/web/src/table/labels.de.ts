import type { TableLabels } from './labels.js';

export const GERMAN: TableLabels = {
  region: (label) => `${label}, Tabelle`,
  columns: 'Spalten',
  reset: 'Wie sie waren',
  copy: 'Kopieren',
  copied: (rows) => (rows === 1 ? 'Eine Zeile kopiert' : `${rows} Zeilen kopiert`),
  copyFailed: 'Kopieren ist hier nicht erlaubt',
  csv: 'CSV',
  empty: 'Hier ist nichts',
  loading: 'Wird geladen …',
  failed: 'Diese Zeilen konnten nicht geladen werden',
  retry: 'Erneut versuchen',
  more: 'Mehr laden',
  loadingMore: 'Mehr wird geladen …',
  total: 'Gesamt',
  selectAll: 'Alle Zeilen auswählen',
  select: (label) => `${label} auswählen`,
  selected: (count) => `${count} ausgewählt`,
  clear: 'Aufheben',
  earlier: (label) => `${label} nach vorn`,
  later: (label) => `${label} nach hinten`,
  sortedBy: (label, direction) =>
    `Sortiert nach ${label}, ${direction === 'ascending' ? 'aufsteigend' : 'absteigend'}`,
};

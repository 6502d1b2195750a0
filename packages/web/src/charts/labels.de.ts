import type { ChartLabels } from './labels.js';

const GRAINS: Readonly<Record<string, string>> = {
  hour: 'Stunde',
  day: 'Tag',
  week: 'Woche',
  month: 'Monat',
  quarter: 'Quartal',
  year: 'Jahr',
};

export const GERMAN: ChartLabels = {
  showAs: 'Zeigen als',
  chart: 'Diagramm',
  table: 'Tabelle',
  download: 'Herunterladen',
  downloadSvg: 'Bild (SVG)',
  downloadPng: 'Bild (PNG)',
  running: 'bisher',
  partial: 'teilweise',
  noValue: 'kein Wert',
  noValues: 'Keine Werte in diesem Zeitraum',
  notReached: 'noch nicht erreicht',
  hidden: 'zu wenige, um sie zu zeigen',
  total: 'Gesamt',
  change: 'Änderung',
  comparedWith: 'Verglichen mit',
  from: 'Von',
  to: 'Nach',
  step: 'Schritt',
  date: 'Datum',
  hour: 'Stunde',
  low: 'Unten',
  high: 'Oben',
  forecast: 'Prognose',
  expected: 'Erwartet',
  unusual: 'ungewöhnlich',
  usualRange: 'Üblicher Bereich',
  estimateInterval: (level) =>
    level === undefined ? 'Intervall' : `${Math.round(level * 100)}-%-Intervall`,
  interval: (level) =>
    level === undefined
      ? 'Prognose mit Intervall'
      : `Prognose, ${Math.round(level * 100)}-%-Intervall`,
  between: (low, high) => `zwischen ${low} und ${high}`,
  usualBetween: (low, high) => `üblich ${low} bis ${high}`,
  axisStartsAt: (value) => `Die Achse beginnt bei ${value}, nicht bei null.`,
  sampled: (shown, all) =>
    `Die Linie geht durch ${shown} von ${all} Punkten; die Tabelle hat alle.`,
  pointByPoint: (title) => `${title}, Punkt für Punkt`,
  only: 'Nur',
  onlyThis: (label) => `Nur ${label}`,
  legend: (title) => `Reihen von ${title}`,
  compared: (label) => `${label}, Vergleichszeitraum`,
  notes: (count) => (count === 1 ? '1 Anmerkung' : `${count} Anmerkungen`),
  dropped: (count, share) => `${count} (${share}) abgesprungen`,
  ofFirst: (share) => `${share} des ersten Schritts`,
  ofPrevious: (share) => `${share} des Schritts davor`,
  shareOf: (share, of) => `${share} von ${of}`,
  more: (count) => `${count} weitere in der Tabelle`,
  summary: {
    head: (title, by, range) => `${title} je ${GRAINS[by] ?? by}${range && `, ${range}`}`,
    none: 'keine Werte.',
    course: (first, last, highest, lowest) =>
      `Von ${first} bis ${last}; höchster Wert ${highest}, niedrigster ${lowest}.`,
    on: (value, when) => `${value} am ${when}`,
    single: (label, value) => `${label}: ${value}.`,
    dashed: (range) => `Gestrichelt: ${range}.`,
    series: (count, names) => `${count} Reihen: ${names}.`,
    flagged: (count) =>
      count === 0
        ? 'Nichts Ungewöhnliches.'
        : count === 1
          ? '1 Wert ist ungewöhnlich.'
          : `${count} Werte sind ungewöhnlich.`,
    ahead: (last) => `Danach eine Prognose mit ihrem Intervall. Zuletzt: ${last}.`,
    annotated: (list) => `Vermerkt: ${list}.`,
    grid: (rows, columns, lowest, highest) =>
      `${rows} Zeilen mal ${columns} Spalten; niedrigster Wert ${lowest}, höchster ${highest}.`,
    funnel: (steps, first, last, share) =>
      `${steps} Schritte, von ${first} bis ${last}: ${share} kommen an.`,
    largestDrop: (step, share) => `Der größte Verlust liegt vor ${step}: ${share}.`,
    paths: (links, largest) => `${links} Wege; der größte: ${largest}.`,
    scatter: (count, x, y) => `${count} Punkte nach ${x} und ${y}.`,
  },
};

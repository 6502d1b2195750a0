import { createContext, useContext } from 'react';

/** The words of the charts. A catalogue may supply them in another language. */
export interface ChartLabels {
  readonly showAs: string;
  readonly chart: string;
  readonly table: string;
  readonly download: string;
  readonly downloadSvg: string;
  readonly downloadPng: string;
  readonly running: string;
  readonly partial: string;
  readonly noValue: string;
  readonly noValues: string;
  readonly notReached: string;
  readonly hidden: string;
  readonly total: string;
  readonly change: string;
  readonly comparedWith: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly date: string;
  readonly hour: string;
  readonly low: string;
  readonly high: string;
  readonly forecast: string;
  readonly expected: string;
  readonly unusual: string;
  readonly usualRange: string;
  readonly interval: (level: number | undefined) => string;
  readonly estimateInterval: (level: number | undefined) => string;
  readonly between: (low: string, high: string) => string;
  readonly usualBetween: (low: string, high: string) => string;
  readonly axisStartsAt: (value: string) => string;
  readonly sampled: (shown: string, all: string) => string;
  readonly pointByPoint: (title: string) => string;
  readonly only: string;
  readonly onlyThis: (label: string) => string;
  readonly legend: (title: string) => string;
  readonly compared: (label: string) => string;
  readonly notes: (count: number) => string;
  readonly dropped: (count: string, share: string) => string;
  readonly ofFirst: (share: string) => string;
  readonly ofPrevious: (share: string) => string;
  readonly shareOf: (share: string, of: string) => string;
  readonly more: (count: number) => string;
  /** The summary sentences; they end with a full stop. */
  readonly summary: {
    readonly head: (title: string, by: string, range: string) => string;
    readonly none: string;
    readonly course: (first: string, last: string, highest: string, lowest: string) => string;
    readonly on: (value: string, when: string) => string;
    readonly single: (label: string, value: string) => string;
    readonly dashed: (range: string) => string;
    readonly series: (count: number, names: string) => string;
    readonly flagged: (count: number) => string;
    readonly ahead: (last: string) => string;
    readonly annotated: (list: string) => string;
    readonly grid: (rows: number, columns: number, lowest: string, highest: string) => string;
    readonly funnel: (steps: number, first: string, last: string, share: string) => string;
    readonly largestDrop: (step: string, share: string) => string;
    readonly paths: (links: number, largest: string) => string;
    readonly scatter: (count: number, x: string, y: string) => string;
  };
}

export const ENGLISH: ChartLabels = {
  showAs: 'Show as',
  chart: 'Chart',
  table: 'Table',
  download: 'Download',
  downloadSvg: 'Picture (SVG)',
  downloadPng: 'Picture (PNG)',
  running: 'so far',
  partial: 'in part',
  noValue: 'no value',
  noValues: 'No values in this period',
  notReached: 'not reached yet',
  hidden: 'too few to show',
  total: 'Total',
  change: 'Change',
  comparedWith: 'Compared with',
  from: 'From',
  to: 'To',
  step: 'Step',
  date: 'Date',
  hour: 'Hour',
  low: 'Low',
  high: 'High',
  forecast: 'forecast',
  expected: 'Expected',
  unusual: 'unusual',
  usualRange: 'Usual range',
  estimateInterval: (level) =>
    level === undefined ? 'Interval' : `${Math.round(level * 100)}% interval`,
  interval: (level) =>
    level === undefined
      ? 'Forecast with interval'
      : `Forecast, ${Math.round(level * 100)}% interval`,
  between: (low, high) => `between ${low} and ${high}`,
  usualBetween: (low, high) => `usually between ${low} and ${high}`,
  axisStartsAt: (value) => `The axis starts at ${value}, not at zero.`,
  sampled: (shown, all) =>
    `The line is drawn through ${shown} of ${all} points; the table has all.`,
  pointByPoint: (title) => `${title}, point by point`,
  only: 'Only',
  onlyThis: (label) => `Only ${label}`,
  legend: (title) => `Series of ${title}`,
  compared: (label) => `${label}, compared period`,
  notes: (count) => `${count} notes`,
  dropped: (count, share) => `${count} (${share}) dropped off`,
  ofFirst: (share) => `${share} of the first step`,
  ofPrevious: (share) => `${share} of the step before`,
  shareOf: (share, of) => `${share} of ${of}`,
  more: (count) => `${count} more in the table`,
  summary: {
    head: (title, by, range) => `${title} by ${by}${range && `, ${range}`}`,
    none: 'no values.',
    course: (first, last, highest, lowest) =>
      `From ${first} to ${last}; highest ${highest}, lowest ${lowest}.`,
    on: (value, when) => `${value} on ${when}`,
    single: (label, value) => `${label}: ${value}.`,
    dashed: (range) => `Dashed: ${range}.`,
    series: (count, names) => `${count} series: ${names}.`,
    flagged: (count) =>
      count === 0
        ? 'Nothing unusual.'
        : count === 1
          ? '1 value is unusual.'
          : `${count} values are unusual.`,
    ahead: (last) => `Then a forecast with its interval. Last: ${last}.`,
    annotated: (list) => `Noted: ${list}.`,
    grid: (rows, columns, lowest, highest) =>
      `${rows} rows by ${columns} columns; lowest ${lowest}, highest ${highest}.`,
    funnel: (steps, first, last, share) =>
      `${steps} steps, from ${first} to ${last}: ${share} finish.`,
    largestDrop: (step, share) => `The largest loss is before ${step}: ${share}.`,
    paths: (links, largest) => `${links} paths; the largest: ${largest}.`,
    scatter: (count, x, y) => `${count} points by ${x} and ${y}.`,
  },
};

const LabelsContext = createContext(ENGLISH);

/** Supplies the charts below it with words. */
export const ChartLabelsProvider = LabelsContext.Provider;

export function useChartLabels(): ChartLabels {
  return useContext(LabelsContext);
}

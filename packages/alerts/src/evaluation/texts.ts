import type { Window } from '../definition/definition.js';
import type { Rule } from '../definition/rule.js';

/** What messages say; figures come written. */
export interface MessageTexts {
  readonly windows: Readonly<Record<Window, string>>;
  readonly against: Readonly<Record<Extract<Rule, { kind: 'change' }>['against'], string>>;
  above(value: string, level: string, window: string): string;
  below(value: string, level: string, window: string): string;
  rose(change: string, against: string, value: string, before: string): string;
  fell(change: string, against: string, value: string, before: string): string;
  outside(value: string, low: string, high: string): string;
  noData(minutes: number): string;
  behind(value: string): string;
  appeared(names: string): string;
  more(count: number): string;
  drivers(list: string): string;
  compared(from: string, value: string, before: string): string;
  nearby(list: string): string;
  earlier(count: number): string;
  first: string;
  over(name: string): string;
  lasted(minutes: number): string;
  escalated(minutes: number): string;
  readonly unknown: string;
  readonly facts: {
    readonly value: string;
    readonly window: string;
    readonly data: string;
    readonly owner: string;
  };
}

export const english: MessageTexts = {
  windows: {
    '5m': 'the last 5 minutes',
    '15m': 'the last 15 minutes',
    '30m': 'the last 30 minutes',
    '60m': 'the last 60 minutes',
    hour: 'the hour',
    day: 'the day',
    week: 'the week',
    month: 'the month',
  },
  against: { previous: 'the time before', week: 'the week before', year: 'the year before' },
  above: (value, level, window) => `${value} in ${window}, above ${level}`,
  below: (value, level, window) => `${value} in ${window}, below ${level}`,
  rose: (change, against, value, before) =>
    `${change} more than ${against}: ${value} after ${before}`,
  fell: (change, against, value, before) =>
    `${change} less than ${against}: ${value} after ${before}`,
  outside: (value, low, high) => `${value}, where ${low} to ${high} is usual`,
  noData: (minutes) => `nothing for ${minutes} minutes`,
  behind: (value) => `${value} behind what the goal asks for by now`,
  appeared: (names) => `new: ${names}`,
  more: (count) => `and ${count} more`,
  drivers: (list) => `What moved it most: ${list}.`,
  compared: (from, value, before) => `${value}, compared with ${before} (${from}).`,
  nearby: (list) => `Nearby: ${list}.`,
  earlier: (count) =>
    count === 1
      ? 'It fired once in the 90 days before.'
      : `It fired ${count} times in the 90 days before.`,
  first: 'It had not fired in the 90 days before.',
  over: (name) => `Over: ${name}`,
  lasted: (minutes) => `It is over after ${minutes} minutes.`,
  escalated: (minutes) => `Nobody has acknowledged it for ${minutes} minutes.`,
  unknown: '(unknown)',
  facts: { value: 'Value', window: 'Time', data: 'Data through', owner: 'Owner' },
};

export const german: MessageTexts = {
  windows: {
    '5m': 'den letzten 5 Minuten',
    '15m': 'den letzten 15 Minuten',
    '30m': 'den letzten 30 Minuten',
    '60m': 'den letzten 60 Minuten',
    hour: 'der Stunde',
    day: 'dem Tag',
    week: 'der Woche',
    month: 'dem Monat',
  },
  against: { previous: 'in der Zeit davor', week: 'in der Woche davor', year: 'im Jahr davor' },
  above: (value, level, window) => `${value} in ${window}, über ${level}`,
  below: (value, level, window) => `${value} in ${window}, unter ${level}`,
  rose: (change, against, value, before) =>
    `${change} mehr als ${against}: ${value} nach ${before}`,
  fell: (change, against, value, before) =>
    `${change} weniger als ${against}: ${value} nach ${before}`,
  outside: (value, low, high) => `${value}, wo ${low} bis ${high} üblich ist`,
  noData: (minutes) => `nichts seit ${minutes} Minuten`,
  behind: (value) => `${value} hinter dem, was das Ziel bis jetzt verlangt`,
  appeared: (names) => `neu: ${names}`,
  more: (count) => `und ${count} weitere`,
  drivers: (list) => `Was am meisten bewegt hat: ${list}.`,
  compared: (from, value, before) => `${value}, verglichen mit ${before} (${from}).`,
  nearby: (list) => `In der Nähe: ${list}.`,
  earlier: (count) =>
    count === 1
      ? 'In den 90 Tagen davor wurde einmal gemeldet.'
      : `In den 90 Tagen davor wurde ${count}-mal gemeldet.`,
  first: 'In den 90 Tagen davor wurde nichts gemeldet.',
  over: (name) => `Vorbei: ${name}`,
  lasted: (minutes) => `Es ist nach ${minutes} Minuten vorbei.`,
  escalated: (minutes) => `Seit ${minutes} Minuten hat niemand bestätigt.`,
  unknown: '(unbekannt)',
  facts: { value: 'Wert', window: 'Zeit', data: 'Daten bis', owner: 'Zuständig' },
};

export const textsOf = (locale: string): MessageTexts => (/^de\b/i.test(locale) ? german : english);

import { countryRules, feasts, shoppingDays } from './countries.js';
import type { HolidayKind, HolidayRule } from './rules.js';

/** A day that is known beforehand not to be like others. */
export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: { readonly en: string; readonly de: string };
  readonly kind: HolidayKind;
  /** The weekday off in place of one that fell on a weekend. */
  readonly substitute?: true;
}

/** Countries whose holidays are known, ISO 3166-1, in alphabetical order. */
export const holidayCountries: readonly string[] = Object.keys(countryRules);

const dayMs = 86_400_000;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const isWeekend = (ms: number) => [0, 6].includes(new Date(ms).getUTCDay());

/**
 * Holidays of a year by date, of one date those by law first; shopping days alone where the country's
 * are not known. Regional holidays are not among them.
 * @param country ISO 3166-1
 */
export function holidaysOf(country: string | undefined, year: number): readonly Holiday[] {
  const own = country === undefined ? undefined : countryRules[country];
  const rules = own === undefined ? shoppingDays : [...own, ...feasts, ...shoppingDays];
  const days = rules.flatMap((rule) => {
    const ms = rule.on(year);
    return ms === undefined ? [] : [{ ms, rule }];
  });
  const taken = new Set(days.flatMap(({ ms, rule }) => (rule.kind === 'public' ? [ms] : [])));
  const substitutes = days.flatMap(({ ms, rule }) => {
    if (rule.substituted !== true || !isWeekend(ms)) return [];
    let next = ms + dayMs;
    while (isWeekend(next) || taken.has(next)) next += dayMs;
    taken.add(next);
    return [{ ...told(next, rule), substitute: true as const }];
  });
  const known = new Set<string>();
  return [...days.map(({ ms, rule }) => told(ms, rule)), ...substitutes]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .filter(({ date, name }) => {
      const key = `${date} ${name.en}`;
      return known.has(key) ? false : known.add(key);
    });
}

const told = (ms: number, { name, kind }: HolidayRule): Holiday => ({
  date: dateOf(ms),
  name,
  kind,
});

/** Looks holidays up by date, year by year as they are asked for. */
export function createHolidayCalendar(country: string | undefined) {
  const years = new Map<number, ReadonlyMap<string, readonly Holiday[]>>();
  const of = (year: number) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const byDate = new Map<string, Holiday[]>();
    for (const day of holidaysOf(country, year)) {
      byDate.set(day.date, [...(byDate.get(day.date) ?? []), day]);
    }
    years.set(year, byDate);
    return byDate;
  };
  return {
    /** Those of a local date, by law first. */
    on: (date: string): readonly Holiday[] =>
      of(Number(date.slice(0, 4))).get(date.slice(0, 10)) ?? [],
    /** Those from one local date up to another, exclusive. */
    between: (from: string, to: string): readonly Holiday[] => {
      const found: Holiday[] = [];
      for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
        for (const days of of(year).values()) {
          found.push(...days.filter(({ date }) => date >= from && date < to));
        }
      }
      return found;
    },
  };
}

export type HolidayCalendar = ReturnType<typeof createHolidayCalendar>;

/** Zones of countries whose holidays are known; a zone that several share is its namesake's. */
const zones: Readonly<Record<string, readonly string[]>> = {
  AT: ['Europe/Vienna'],
  CH: ['Europe/Zurich'],
  DE: ['Europe/Berlin', 'Europe/Busingen'],
  ES: ['Europe/Madrid', 'Atlantic/Canary', 'Africa/Ceuta'],
  FR: ['Europe/Paris'],
  GB: ['Europe/London', 'Europe/Belfast'],
  IT: ['Europe/Rome'],
  NL: ['Europe/Amsterdam'],
  PL: ['Europe/Warsaw'],
  US: [
    'America/New_York',
    'America/Detroit',
    'America/Chicago',
    'America/Denver',
    'America/Boise',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
};

/** The country that lies in a time zone, where its holidays are known. */
export const countryOfZone = (timeZone: string): string | undefined =>
  Object.entries(zones).find(([, names]) => names.includes(timeZone))?.[0];

/** The country that a locale names, where its holidays are known: `de-AT` is `AT`. */
export function countryOfLocale(locale: string): string | undefined {
  const region = locale.split('-').find((part, at) => at > 0 && /^[A-Za-z]{2}$/.test(part));
  const country = region?.toUpperCase();
  return country !== undefined && holidayCountries.includes(country) ? country : undefined;
}

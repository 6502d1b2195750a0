import type { Cue, Locale, TimeRule } from '../locale.js';

/** Words of everyday speech that a language's questions hold beside those they are built with. */
export interface Everyday {
  /** Words that change nothing about what is asked, divided by spaces. */
  readonly filler: string;
  /** Words that mean something else than what a slip would make of them, divided by spaces. */
  readonly known: string;
  /** More patterns of cues, as `compilePatterns` reads them. */
  readonly cues: Readonly<Partial<Record<Cue, string>>>;
  /** More patterns of times. */
  readonly time: Readonly<Partial<Record<TimeRule, string>>>;
  /** Seasons of the north by their meteorological months: `spring|summer|autumn|winter`. */
  readonly seasons: NonNullable<Locale['seasons']>;
}

/** A language together with its everyday words. */
export function withEveryday(
  locale: Locale,
  { filler, known, cues, time, seasons }: Everyday,
): Locale {
  return {
    ...locale,
    filler: `${locale.filler} ${filler}`,
    known: `${locale.known} ${known}`,
    cues: joined(locale.cues, cues),
    time: joined(locale.time, time),
    seasons,
  };
}

/** Patterns by their names, those of both where a name is in both. */
export function joined<K extends string>(
  known: Readonly<Partial<Record<K, string>>>,
  more: Readonly<Partial<Record<K, string>>>,
): Readonly<Partial<Record<K, string>>> {
  const all: Partial<Record<K, string>> = { ...known };
  for (const [name, source] of Object.entries(more) as [K, string][]) {
    const before = all[name];
    all[name] = before === undefined ? source : `${before}; ${source}`;
  }
  return all;
}

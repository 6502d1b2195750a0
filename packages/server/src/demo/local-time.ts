const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Last Sunday of a month (0-based) at 01:00 UTC, when central European clocks change. */
function lastSundayMs(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * dayMs;
}

const summers = new Map<number, readonly [fromMs: number, toMs: number]>();

/** Offset of Europe/Berlin from UTC at an instant, by the rule in force since 1996. */
export function berlinOffsetMs(utcMs: number): number {
  const year = new Date(utcMs).getUTCFullYear();
  let summer = summers.get(year);
  if (summer === undefined) {
    summer = [lastSundayMs(year, 2), lastSundayMs(year, 9)];
    summers.set(year, summer);
  }
  return utcMs >= summer[0] && utcMs < summer[1] ? 2 * hourMs : hourMs;
}

/** A day of the demo's local calendar: whole days since 1970-01-01. */
export type LocalDay = number;

export function localDayOf(utcMs: number): LocalDay {
  return Math.floor((utcMs + berlinOffsetMs(utcMs)) / dayMs);
}

/** The instant at which a local day shows this many milliseconds since midnight on its clocks. */
export function localToUtcMs(day: LocalDay, sinceMidnightMs: number): number {
  const guess = day * dayMs + sinceMidnightMs - hourMs;
  return day * dayMs + sinceMidnightMs - berlinOffsetMs(guess);
}

export interface DayFacts {
  readonly day: LocalDay;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number;
  /** 0 January … 11 December. */
  readonly month: number;
  readonly dayOfMonth: number;
  /** `MM-DD` */
  readonly monthDay: string;
  /** Month and share of it gone by, 0 ≤ x < 12, for smooth seasons. */
  readonly seasonPosition: number;
}

export function dayFacts(day: LocalDay): DayFacts {
  const date = new Date(day * dayMs);
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  return {
    day,
    weekday: date.getUTCDay(),
    month,
    dayOfMonth,
    monthDay: date.toISOString().slice(5, 10),
    seasonPosition: month + (dayOfMonth - 1) / 30.5,
  };
}

/** Width of a bucket of time. */
export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** All grains, finest first. */
export const grains: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year'];

/** First day of the week. */
export type WeekStart = 'monday' | 'sunday' | 'saturday';

/** What turns instants into a business's own days, weeks and months, and the present moment. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  readonly nowMs: number;
}

export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** How many days the week starts before Monday. */
const daysBeforeMonday: Readonly<Record<WeekStart, number>> = {
  monday: 0,
  sunday: 1,
  saturday: 2,
};

const floorTo = (value: number, step: number) => Math.floor(value / step) * step;

/** First wall-clock moment of the bucket that a wall-clock time lies in. */
export function truncateWall(wallMs: number, grain: Grain, weekStart: WeekStart): number {
  switch (grain) {
    case 'hour':
      return floorTo(wallMs, hourMs);
    case 'day':
      return floorTo(wallMs, dayMs);
    case 'week': {
      // 1970-01-01 was a Thursday: Mondays are whole weeks after the fifth of January
      const origin = (4 - daysBeforeMonday[weekStart]) * dayMs;
      return floorTo(wallMs - origin, 7 * dayMs) + origin;
    }
    case 'month':
    case 'quarter':
    case 'year': {
      const date = new Date(wallMs);
      const month = date.getUTCMonth();
      const first = grain === 'month' ? month : grain === 'quarter' ? month - (month % 3) : 0;
      return Date.UTC(date.getUTCFullYear(), first, 1);
    }
  }
}

/**
 * A wall-clock time moved by whole calendar units. Months keep the day of the month where it
 * exists, else take the month's last day (31 March − 1 month = 28 or 29 February).
 */
export function addWall(wallMs: number, unit: Grain, count: number): number {
  switch (unit) {
    case 'hour':
      return wallMs + count * hourMs;
    case 'day':
      return wallMs + count * dayMs;
    case 'week':
      return wallMs + count * 7 * dayMs;
    case 'month':
    case 'quarter':
    case 'year': {
      const months = count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12);
      const date = new Date(wallMs);
      const year = date.getUTCFullYear();
      const month = date.getUTCMonth() + months;
      const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
      const day = Math.min(date.getUTCDate(), lastDay);
      return Date.UTC(year, month, day) + (wallMs - floorTo(wallMs, dayMs));
    }
  }
}

/**
 * A wall-clock time as text: `YYYY-MM-DD` at midnight, else `YYYY-MM-DDTHH:MM`, with seconds or
 * milliseconds only where they are not zero.
 */
export function printWall(wallMs: number): string {
  const text = new Date(wallMs).toISOString();
  if (wallMs % dayMs === 0) return text.slice(0, 10);
  if (wallMs % 60_000 === 0) return text.slice(0, 16);
  return wallMs % 1000 === 0 ? text.slice(0, 19) : text.slice(0, 23);
}

/** The wall-clock time that {@link printWall} printed. */
export function parseWall(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
}

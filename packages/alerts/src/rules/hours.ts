import { dayMs, toWall } from '@olympus/core';
import type { Hours } from '../definition/definition.js';

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** 1 to 7 from Monday. 1970-01-01 was a Thursday. */
const weekdayOf = (wallMs: number) => ((Math.floor(wallMs / dayMs) + 3) % 7) + 1;

/**
 * Whether a wall-clock time lies in the hours. Hours that end before they begin go on past midnight
 * and belong to the day they began on.
 */
export function isWithin({ days, from, to }: Hours, wallMs: number): boolean {
  const minute = Math.floor((((wallMs % dayMs) + dayMs) % dayMs) / 60_000);
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const today = days.includes(weekdayOf(wallMs));
  if (begins < ends) return today && minute >= begins && minute < ends;
  if (minute >= begins) return today;
  return minute < ends && days.includes(weekdayOf(wallMs - dayMs));
}

/** Whether all of a span of instants lies in the hours, on the clock of a zone. */
export function covers(hours: Hours, timeZone: string, fromMs: number, toMs: number): boolean {
  // looked at by the quarter of an hour: hours begin and end at whole minutes, but rarely elsewhere
  for (let ms = fromMs; ms < toMs; ms += 15 * 60_000) {
    if (!isWithin(hours, toWall(timeZone, ms))) return false;
  }
  return isWithin(hours, toWall(timeZone, toMs - 1));
}

/** Minutes of the hours on a day. */
export function lengthOf({ from, to }: Hours): number {
  const length = minutesOf(to) - minutesOf(from);
  return length > 0 ? length : length + 24 * 60;
}

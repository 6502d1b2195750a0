import { dayMs, fromWall, offsetAt } from '@olympus/core';
import type { WrittenTime } from './dates.js';
import { findZone, parseOffset } from './zones.js';

/** Times on the clocks of a zone that changed its offset then. */
export interface ClockChanges {
  /** Readings that clocks jumped over; each is taken as much later as they jumped. */
  skipped: number;
  /** Readings that occur twice; the earlier is taken. */
  twice: number;
}

/**
 * The instant of a written time: by the offset it names; else on the clocks of the zone.
 * @param zoneName  what the row says about its zone, when it does
 * @returns milliseconds since 1970; undefined when the row names a zone that is not known
 */
export function toInstant(
  written: WrittenTime,
  zone: string,
  changes: ClockChanges,
  zoneName = '',
): number | undefined {
  if (written.offsetMs !== undefined) return written.wallMs - written.offsetMs;
  let own = zone;
  if (zoneName !== '') {
    const found = findZone(zoneName);
    const offset = found === undefined ? parseOffset(zoneName) : undefined;
    if (offset !== undefined) return written.wallMs - offset;
    if (found === undefined) return undefined;
    own = found;
  }
  const ms = fromWall(own, written.wallMs);
  const before = offsetAt(own, written.wallMs - dayMs);
  const after = offsetAt(own, written.wallMs + dayMs);
  if (before !== after) {
    const fits = (offset: number) => offsetAt(own, written.wallMs - offset) === offset;
    if (fits(before) && fits(after)) changes.twice += 1;
    else if (!fits(before) && !fits(after)) changes.skipped += 1;
  }
  return ms;
}

import { Temporal } from 'temporal-polyfill';
import { Problem } from '../problem.js';

/** A stretch of time over which a zone keeps one offset from UTC: local = UTC + offsetMs. */
export interface OffsetSpan {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  readonly offsetMs: number;
}

/** What a zone does within one UTC year: its offset at the start, and where it changes. */
interface ZoneYear {
  readonly offsetMs: number;
  readonly changes: readonly { readonly atMs: number; readonly offsetMs: number }[];
}

const zoneYears = new Map<string, Map<number, ZoneYear>>();

/** Whether the text names a time zone of the IANA database (or a fixed offset such as `+02:00`). */
export function isTimeZone(name: string): boolean {
  if (zoneYears.has(name)) return true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function yearsOf(timeZone: string): Map<number, ZoneYear> {
  const known = zoneYears.get(timeZone);
  if (known !== undefined) return known;
  if (!isTimeZone(timeZone)) {
    throw new Problem({
      code: 'unknown_time_zone',
      kind: 'invalid',
      message: `"${timeZone.slice(0, 80)}" is not a time zone`,
      remedy: 'Use a name of the IANA time zone database, such as Europe/London or UTC.',
    });
  }
  const years = new Map<number, ZoneYear>();
  zoneYears.set(timeZone, years);
  return years;
}

function readYear(timeZone: string, year: number): ZoneYear {
  const years = yearsOf(timeZone);
  const known = years.get(year);
  if (known !== undefined) return known;
  const endMs = Date.UTC(year + 1, 0, 1);
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(
    timeZone,
  );
  const offsetMs = at.offsetNanoseconds / 1e6;
  const changes: { atMs: number; offsetMs: number }[] = [];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= endMs) break;
    changes.push({ atMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 });
    at = next;
  }
  const result = { offsetMs, changes };
  years.set(year, result);
  return result;
}

/** The zone's offset from UTC at an instant, in milliseconds; positive east of Greenwich. */
export function offsetAt(timeZone: string, ms: number): number {
  if (ms < lastSpan.fromMs || ms >= lastSpan.toMs || lastSpan.timeZone !== timeZone) {
    lastSpan = { timeZone, ...spanAt(timeZone, ms) };
  }
  return lastSpan.offsetMs;
}

/** The span found last: a series asks for thousands of instants that lie close together. */
let lastSpan: OffsetSpan & { readonly timeZone: string } = {
  timeZone: '',
  fromMs: 0,
  toMs: 0,
  offsetMs: 0,
};

/** The span of constant offset around an instant, within its UTC year. */
function spanAt(timeZone: string, ms: number): OffsetSpan {
  const year = new Date(ms).getUTCFullYear();
  const { offsetMs, changes } = readYear(timeZone, year);
  const span = { fromMs: Date.UTC(year, 0, 1), toMs: Date.UTC(year + 1, 0, 1), offsetMs };
  for (const change of changes) {
    if (change.atMs > ms) return { ...span, toMs: change.atMs };
    span.fromMs = change.atMs;
    span.offsetMs = change.offsetMs;
  }
  return span;
}

/**
 * The spans of constant offset that cover [fromMs, toMs), in order and without gaps; their outer
 * ends are the range's own. Empty when the range is. Neighbours differ in offset.
 */
export function offsetSpans(timeZone: string, fromMs: number, toMs: number): readonly OffsetSpan[] {
  if (toMs <= fromMs) return [];
  const spans: OffsetSpan[] = [];
  let startMs = fromMs;
  let offsetMs = offsetAt(timeZone, fromMs);
  const lastYear = new Date(toMs).getUTCFullYear();
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year++) {
    for (const change of readYear(timeZone, year).changes) {
      if (change.atMs <= fromMs || change.atMs >= toMs || change.offsetMs === offsetMs) continue;
      spans.push({ fromMs: startMs, toMs: change.atMs, offsetMs });
      startMs = change.atMs;
      offsetMs = change.offsetMs;
    }
  }
  spans.push({ fromMs: startMs, toMs, offsetMs });
  return spans;
}

/**
 * Local wall-clock time of an instant, as the milliseconds that the same reading has in UTC:
 * 12:00 in Berlin becomes 12:00Z. Arithmetic on wall times is calendar arithmetic.
 */
export function toWall(timeZone: string, ms: number): number {
  return ms + offsetAt(timeZone, ms);
}

/**
 * The instant of a wall-clock time ({@link toWall} inverted). A reading that occurs twice means the
 * earlier instant, one that is skipped means as much later as the clocks jump (Temporal's
 * "compatible"), so midnight is always the first instant of its day.
 */
export function fromWall(timeZone: string, wallMs: number): number {
  const before = offsetAt(timeZone, wallMs - 86_400_000);
  const after = offsetAt(timeZone, wallMs + 86_400_000);
  if (toWall(timeZone, wallMs - before) === wallMs) return wallMs - before;
  if (toWall(timeZone, wallMs - after) === wallMs) return wallMs - after;
  return wallMs - before;
}

import { isTimeZone, Problem } from '@olympus/core';
import { Cron } from 'croner';

/**
 * When something recurs: by the calendar of a time zone, or at even distances.
 *
 * `cron` has five fields, or six beginning with seconds; `L` is the last day of a month, `5#L` its
 * last Friday, `@daily` and its kind are understood. A time of day that the clocks skip in spring
 * means the moment after the gap; one that comes twice in autumn means the first, while a field of
 * hours that is `*` goes on through both.
 */
export type Recurrence =
  | { readonly cron: string; readonly timeZone: string }
  | { readonly everyMs: number };

/** @throws Problem `invalid_schedule`, `unknown_time_zone` */
export function checkRecurrence(recurrence: Recurrence): void {
  if ('everyMs' in recurrence) {
    if (Number.isSafeInteger(recurrence.everyMs) && recurrence.everyMs >= 1_000) return;
    throw invalid('An interval has whole milliseconds, at least 1,000');
  }
  const { cron, timeZone } = recurrence;
  // fixed offsets such as +02:00 know no daylight saving, and not every runtime takes them
  if (!isTimeZone(timeZone) || /^[+-]/.test(timeZone)) {
    throw new Problem({
      code: 'unknown_time_zone',
      kind: 'invalid',
      message: `"${timeZone.slice(0, 80)}" is not a time zone`,
      remedy: 'Use a name of the IANA time zone database, such as Europe/London or UTC.',
    });
  }
  const fields = cron.trim().split(/\s+/).length;
  if (fields !== 5 && fields !== 6 && !/^@[a-z]+$/i.test(cron.trim())) {
    throw invalid(`"${cron.slice(0, 80)}" has not five or six fields`);
  }
  try {
    if (parse(cron, timeZone).nextRun(new Date(0)) !== null) return;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
  throw invalid(`"${cron.slice(0, 80)}" never comes`);
}

/**
 * The first occurrence after an instant; undefined when there is none.
 * @param anchorMs an occurrence that intervals count from
 */
export function nextAfter(
  recurrence: Recurrence,
  ms: number,
  anchorMs: number,
): number | undefined {
  if ('everyMs' in recurrence) {
    const { everyMs } = recurrence;
    return anchorMs + (Math.floor((ms - anchorMs) / everyMs) + 1) * everyMs;
  }
  return parse(recurrence.cron, recurrence.timeZone).nextRun(new Date(ms))?.getTime();
}

/** The last occurrence at or before an instant; undefined when there is none. */
export function latestUntil(
  recurrence: Recurrence,
  ms: number,
  anchorMs: number,
): number | undefined {
  if ('everyMs' in recurrence) {
    const { everyMs } = recurrence;
    return anchorMs + Math.floor((ms - anchorMs) / everyMs) * everyMs;
  }
  // the library looks at whole seconds before the reference
  const reference = new Date((Math.floor(ms / 1000) + 1) * 1000);
  return parse(recurrence.cron, recurrence.timeZone).previousRuns(1, reference)[0]?.getTime();
}

function parse(cron: string, timeZone: string): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true });
}

function invalid(message: string): Problem {
  return new Problem({
    code: 'invalid_schedule',
    kind: 'invalid',
    message,
    remedy: 'Give a cron expression such as "30 6 * * 1-5" with a time zone, or an interval.',
  });
}

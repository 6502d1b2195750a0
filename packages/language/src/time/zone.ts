import { type Day, dayOf } from './civil.js';

/**
 * The calendar day an instant falls on in a time zone.
 * @param instant ISO 8601 with an offset or `Z`
 * @param timeZone IANA name
 * @throws RangeError when either is not valid
 */
export function localDay(instant: string, timeZone: string): Day {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) throw new RangeError(`now is not an ISO instant: ${instant}`);
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return dayOf(part('year'), part('month'), part('day'));
}

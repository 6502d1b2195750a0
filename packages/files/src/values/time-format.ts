import type { WrittenTime } from './dates.js';
import { monthOf } from './months.js';
import { parseOffset } from './zones.js';

type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'halfHour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'zone'
  | 'ignored';

const directives: Readonly<Record<string, readonly [Part, string]>> = {
  Y: ['year', '\\d{4}'],
  y: ['shortYear', '\\d{2}'],
  m: ['month', '\\d{1,2}'],
  b: ['monthName', '\\p{L}{3,12}\\.?'],
  B: ['monthName', '\\p{L}{3,12}'],
  h: ['monthName', '\\p{L}{3,12}\\.?'],
  d: ['day', '\\d{1,2}'],
  e: ['day', '\\s?\\d{1,2}'],
  H: ['hour', '\\d{1,2}'],
  I: ['halfHour', '\\d{1,2}'],
  M: ['minute', '\\d{1,2}'],
  S: ['second', '\\d{1,2}'],
  f: ['fraction', '\\d{1,9}'],
  g: ['fraction', '\\d{1,3}'],
  n: ['fraction', '\\d{1,9}'],
  p: ['half', '[AaPp]\\.?[Mm]\\.?'],
  z: ['zone', 'Z|[+-]\\d{1,2}(?::?\\d{2})?'],
  Z: ['zone', '[A-Za-z]{1,5}(?:[+-]\\d{1,2}(?::?\\d{2})?)?'],
  a: ['ignored', '\\p{L}{2,4}\\.?'],
  A: ['ignored', '\\p{L}{3,12}'],
};

/** A zone may follow what the format says: a value that names its offset means that. */
const anyZone = 'Z|UTC|GMT|[+-]\\d{2}:?\\d{2}';

/** Composite directives. */
const spelledOut: readonly (readonly [string, string])[] = [
  ['%T', '%H:%M:%S'],
  ['%R', '%H:%M'],
  ['%F', '%Y-%m-%d'],
  ['%D', '%m/%d/%y'],
];

/**
 * A reader of times written in a strftime form such as `%d.%m.%Y %H:%M`.
 * @returns undefined for a form that names no day, or a directive that is not known
 */
export function compileTimeFormat(
  format: string,
): ((text: string) => WrittenTime | undefined) | undefined {
  const full = spelledOut.reduce((text, [short, long]) => text.replaceAll(short, long), format);
  const parts: Part[] = [];
  let pattern = '';
  let trailing = anyZone;
  for (let i = 0; i < full.length; i++) {
    const sign = full[i] ?? '';
    if (sign !== '%') {
      pattern += /\s/.test(sign) ? '\\s+' : sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      continue;
    }
    i += 1;
    if (full[i] === '-') i += 1;
    if (full[i] === '%') {
      pattern += '%';
      continue;
    }
    const directive = directives[full[i] ?? ''];
    if (directive === undefined) return undefined;
    if (directive[0] === 'zone' && i === full.length - 1) {
      // where a value leaves it out, the mapping's zone counts
      pattern = pattern.replace(/\\s\+$/, '');
      trailing = directive[1];
      break;
    }
    parts.push(directive[0]);
    pattern += `(${directive[1]})`;
  }
  const hasDay = parts.includes('day') && (parts.includes('month') || parts.includes('monthName'));
  if (!hasDay) return undefined;
  const regex = new RegExp(`^${pattern}(?:\\s*(?<zoneAfter>${trailing}))?$`, 'u');
  return (text) => readMatch(parts, regex.exec(text));
}

function readMatch(parts: readonly Part[], match: RegExpExecArray | null): WrittenTime | undefined {
  if (match === null) return undefined;
  const of = (part: Part): string | undefined => match[parts.indexOf(part) + 1];
  const has = (part: Part) => parts.includes(part);
  const short = has('shortYear') ? Number(of('shortYear')) : 0;
  const year = has('year') ? Number(of('year')) : short + (short < 70 ? 2000 : 1900);
  const month = has('month') ? Number(of('month')) : monthOf(of('monthName') ?? '');
  if (month === undefined) return undefined;
  const day = Number(of('day'));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  let hour = has('hour') ? Number(of('hour')) : 0;
  if (has('halfHour')) {
    hour = Number(of('halfHour'));
    if (hour < 1 || hour > 12) return undefined;
    if (has('half')) hour = (hour % 12) + (/^p/i.test(of('half') ?? '') ? 12 : 0);
  }
  const minute = has('minute') ? Number(of('minute')) : 0;
  const second = has('second') ? Number(of('second')) : 0;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const fraction = has('fraction') ? (of('fraction') ?? '') : '';
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const zone = match.groups?.zoneAfter ?? (has('zone') ? of('zone') : undefined);
  const offsetMs = zone === undefined ? undefined : parseOffset(zone);
  if (zone !== undefined && offsetMs === undefined) return undefined;
  return {
    wallMs: date.getTime() + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms,
    offsetMs,
  };
}

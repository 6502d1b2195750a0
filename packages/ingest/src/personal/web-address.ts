import { findPersonalData, type PersonalDataSpan } from '@olympus/language';

/** A scheme without a host, such as mailto: */
const withoutHost = /^(?:(?:tel|sms|callto):|[a-z][a-z0-9+.-]*:(?!\/\/|\d))/i;
const placePattern = /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*)?(.*)$/is;

/** Parameters that tell of pages and campaigns, not of people. */
const harmlessParameters: ReadonlySet<string> = new Set([
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
  'ref',
  'page',
  'sort',
  'lang',
  'currency',
]);

/**
 * An address of a page as it may be stored in clear: host and path, in which a placeholder such as
 * `[email]` stands for what is taken for somebody's data, and parameters that are known to be
 * harmless. User names, other parameters and what follows `#` are left out.
 */
export function clearAddress(address: string): string {
  const end = endOfPlace(address);
  if (isUsual(address, end)) return address;
  const scheme = hasHost(address) ? undefined : withoutHost.exec(address)?.[0];
  if (scheme !== undefined) return scheme.toLowerCase();
  const bare = address.slice(0, end);
  const place = isSuspicious(bare) ? clearPlace(bare) : bare;
  if (address[end] !== '?') return place;
  const [query = ''] = address.slice(end + 1).split('#', 1);
  const kept = query.split('&').filter(isHarmless);
  return kept.length === 0 ? place : `${place}?${kept.join('&')}`;
}

/** Whether an address is one as most are, which may stand in clear as it is; found fast. */
function isUsual(address: string, end: number): boolean {
  if (!hasHost(address) || isSuspicious(address, end)) return false;
  if (end === address.length) return true;
  return (
    !address.includes('#', end) &&
    address
      .slice(end + 1)
      .split('&')
      .every(isHarmless)
  );
}

const hasHost = (address: string) =>
  address.startsWith('https://') || address.startsWith('http://') || address.startsWith('/');

function endOfPlace(address: string): number {
  const query = address.indexOf('?');
  const part = address.indexOf('#');
  if (query === -1) return part === -1 ? address.length : part;
  return part === -1 ? query : Math.min(query, part);
}

const digitZero = 48;
const digitNine = 57;
const dot = 46;
const lastSign = 93;
/** Characters that addresses of people and of networks have, and pages seldom. */
const isSign = (unit: number) =>
  unit === 64 || unit === 37 || unit === 59 || unit === 91 || unit === lastSign; // @ % ; [ ]
/** A telephone number has as many digits, a network address so many numbers behind a dot. */
const suspiciousDigits = 7;
const suspiciousNumbers = 3;

/** Whether a text should be looked at closely: few have a sign of somebody in it. */
function isSuspicious(text: string, end = text.length): boolean {
  let digits = 0;
  let numbers = 0;
  let before = 0;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= digitZero && unit <= digitNine) {
      digits++;
      if (before === dot) numbers++;
      if (digits >= suspiciousDigits || numbers >= suspiciousNumbers) return true;
    } else if (unit <= lastSign && isSign(unit)) return true;
    before = unit;
  }
  return false;
}

function isHarmless(parameter: string): boolean {
  const at = parameter.indexOf('=');
  if (at === -1 || !harmlessParameters.has(parameter.slice(0, at))) return false;
  const value = parameter.slice(at + 1);
  if (!isSuspicious(value) && !value.includes('+')) return true;
  return findPersonalData(decoded(value.replaceAll('+', ' '))).length === 0;
}

function clearPlace(bare: string): string {
  const [, origin = '', path = ''] = placePattern.exec(bare) ?? [];
  const host = origin.replace(/\/\/.*@/s, '//');
  const scheme = host.slice(0, host.indexOf('//') + 2);
  let before = '';
  const segments = path.split('/').map((segment) => {
    const [bareSegment = ''] = segment.split(';', 1);
    const text = decoded(bareSegment);
    const clear = masked(before, text);
    before = text;
    return clear ?? bareSegment;
  });
  const bareHost = host.slice(scheme.length);
  return `${scheme}${masked('', bareHost) ?? bareHost}${segments.join('/')}`;
}

/** @param before  the segment before it: in `/phone/01711234567` it says what the number is */
function masked(before: string, text: string): string | undefined {
  if (text === '') return undefined;
  const start = before === '' ? 0 : before.length + 1;
  const spans = findPersonalData(start === 0 ? text : `${before} ${text}`).filter(
    ({ to }) => to > start,
  );
  if (spans.length === 0) return undefined;
  let clear = '';
  let at = 0;
  for (const span of spans) {
    clear +=
      encodeURIComponent(text.slice(at, Math.max(at, span.from - start))) + placeholder(span);
    at = span.to - start;
  }
  return clear + encodeURIComponent(text.slice(at));
}

const placeholder = ({ kind }: PersonalDataSpan) => `[${kind === 'ip_address' ? 'ip' : kind}]`;

/** Characters behind percent signs, also of those written in this way twice or three times. */
export function decoded(text: string): string {
  let given = text;
  for (let times = 0; times < 3 && given.includes('%'); times++) given = decodedOnce(given);
  return given;
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9a-f]{2})/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

import { isIPv4, isIPv6 } from 'node:net';
import { parseInstant } from '../parse/envelope.js';

/** Whether a text has a format. Every one takes time in proportion to the text's length at most. */
type FormatCheck = (text: string) => boolean;

const hostLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const localPart = /^[^\s@"(),:;<>[\]\\]{1,64}$/;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?/;
const zonePattern = /^(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
const durationPattern =
  /^P(?:\d+W|(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;
const uuidPattern = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const base64Pattern = /^[A-Za-z0-9+/]*={0,2}$/;
const forbiddenInAddress = /[\s<>"{}|\\^`]/;
const schemePattern = /^[a-z][a-z0-9+.-]*:/i;
const webPattern = /^(?:https?|ftp):\/\//i;

const isHostname: FormatCheck = (text) =>
  text.length <= 253 &&
  text
    .replace(/\.$/, '')
    .split('.')
    .every((label) => hostLabel.test(label));

const isDate: FormatCheck = (text) => {
  const [, year, month, day] = datePattern.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

/** @param zoned  whether the offset must be there */
const isTime = (text: string, zoned: boolean): boolean => {
  const time = timePattern.exec(text)?.[0];
  if (time === undefined) return false;
  const zone = text.slice(time.length);
  return zonePattern.test(zone) || (zone === '' && !zoned);
};

const isEmail: FormatCheck = (text) => {
  const at = text.lastIndexOf('@');
  return (
    at > 0 &&
    text.length <= 320 &&
    localPart.test(text.slice(0, at)) &&
    isHostname(text.slice(at + 1))
  );
};

const isUri: FormatCheck = (text) =>
  schemePattern.test(text.slice(0, 64)) && !forbiddenInAddress.test(text) && URL.canParse(text);

/** The formats that a declared schema may ask for. */
export const formats: Readonly<Record<string, FormatCheck>> = {
  date: isDate,
  time: (text) => isTime(text, true),
  'iso-time': (text) => isTime(text, false),
  'date-time': (text) => parseInstant(text) !== undefined,
  'iso-date-time': (text) =>
    isDate(text.slice(0, 10)) && /^[Tt ]$/.test(text.charAt(10)) && isTime(text.slice(11), false),
  duration: (text) => text.length <= 100 && durationPattern.test(text),
  uri: isUri,
  url: (text) => webPattern.test(text) && isUri(text),
  'uri-reference': (text) =>
    !forbiddenInAddress.test(text) && URL.canParse(text, 'http://base.invalid/'),
  email: isEmail,
  hostname: isHostname,
  ipv4: isIPv4,
  ipv6: isIPv6,
  uuid: (text) => text.length <= 45 && uuidPattern.test(text),
  'json-pointer': (text) => (text === '' || text.startsWith('/')) && !/~(?![01])/.test(text),
  byte: (text) => text.length % 4 === 0 && base64Pattern.test(text),
  password: () => true,
  binary: () => true,
};

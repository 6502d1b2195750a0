import { currenciesOf } from './currencies.js';

/** Which sign stands before the decimals; `each`: a column that mixes both, where each value must say so itself. */
export type DecimalSign = 'point' | 'comma' | 'each';

/** What the values of a column say about their signs. */
export interface NumberEvidence {
  readonly numbers: number;
  /** Values that are numbers in no way of writing. */
  readonly others: number;
  readonly point: number;
  readonly comma: number;
  /** Values such as `1.234`, which are numbers either way but different ones. */
  readonly ambiguous: number;
  /** The first ambiguous value. */
  readonly example: string | undefined;
  /** The first value that says to be in a currency, by the currencies it can be in. */
  readonly marks: ReadonlyMap<string, { readonly of: readonly string[]; readonly example: string }>;
}

export interface NumberSurvey {
  add(text: string): void;
  readonly evidence: NumberEvidence;
}

type Reading = 'plain' | 'point' | 'comma' | 'ambiguous' | 'none';

const plain = /^-?\d+$/;
const plainPoint = /^-?(?:\d+\.(?:\d{1,2}|\d{4,12})|(?:0|\d{4,})\.\d{3})$/;
const exponent = /^-?\d+(?:\.\d+)?[eE][+-]?\d{1,2}$/;
/** Signs between groups of digits that never stand before decimals. */
const groupers = /(?<=\d)[\s\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g;
/** Currencies and the like around a number. */
const around =
  /^(?:[A-Z]{2,3}\$|[A-Za-z]{1,3}\.?|[\p{Sc}])\s*(?=[-+(\d.,])|\s*(?:[A-Z]{3}|[\p{Sc}]|[Kk]r\.?|zł|Kč|Fr\.?)$/gu;
const groupedBy = {
  comma: /^\d{1,3}(?:,\d{2,3})*,\d{3}$/,
  point: /^\d{1,3}(?:\.\d{3})+$/,
} as const;

/** Sign and digits with their separators; undefined for what has other signs in it. */
function bare(text: string): { readonly negative: boolean; readonly body: string } | undefined {
  let body = text.trim().replaceAll(/[−–]/g, '-').replace(around, '').trim();
  let negative = false;
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true;
    body = body.slice(1, -1).trim().replace(around, '').trim();
  }
  if (body.startsWith('-') || body.endsWith('-')) {
    negative = !negative;
    body = (body.startsWith('-') ? body.slice(1) : body.slice(0, -1)).trim().replace(around, '');
  } else if (body.startsWith('+')) body = body.slice(1);
  body = body.trim().replace(groupers, '');
  return /^[\d.,]*\d[\d.,]*$/.test(body) ? { negative, body } : undefined;
}

function readingOf(body: string): Reading {
  const points = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (points + commas === 0) return 'plain';
  if (points > 0 && commas > 0) {
    return body.lastIndexOf('.') > body.lastIndexOf(',') ? 'point' : 'comma';
  }
  const sign = points > 0 ? 'point' : 'comma';
  if (points + commas > 1) return sign === 'point' ? 'comma' : 'point';
  const [whole = '', fraction = ''] = body.split(sign === 'point' ? '.' : ',');
  const isGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return isGroup ? 'ambiguous' : sign;
}

/** Looks at every value of a column; nothing is decided from a sample. */
export function createNumberSurvey(): NumberSurvey {
  let [numbers, others, point, comma, ambiguous] = [0, 0, 0, 0, 0];
  let example: string | undefined;
  const marks = new Map<string, { of: readonly string[]; example: string }>();
  return {
    add(text) {
      if (plain.test(text)) {
        numbers += 1;
        return;
      }
      if (plainPoint.test(text)) {
        numbers += 1;
        point += 1;
        return;
      }
      if (exponent.test(text)) {
        numbers += 1;
        return;
      }
      const value = bare(text);
      if (value === undefined) {
        others += 1;
        return;
      }
      numbers += 1;
      const of = currenciesOf(text);
      if (of !== undefined && !marks.has(of.join())) marks.set(of.join(), { of, example: text });
      const reading = readingOf(value.body);
      if (reading === 'point') point += 1;
      else if (reading === 'comma') comma += 1;
      else if (reading === 'ambiguous') {
        ambiguous += 1;
        example ??= text;
      }
    },
    get evidence() {
      return { numbers, others, point, comma, ambiguous, example, marks };
    },
  };
}

/** The sign by custom, where no value shows it: semicolons part cells where the comma parts decimals. */
export const customarySign = (delimiter: string | undefined): 'point' | 'comma' =>
  delimiter === ';' ? 'comma' : 'point';

/** The sign that the evidence leaves no doubt about; undefined when it says nothing. */
export function decideSign({ point, comma }: NumberEvidence): DecimalSign | undefined {
  if (point > 0 && comma > 0) return 'each';
  if (point > 0) return 'point';
  return comma > 0 ? 'comma' : undefined;
}

/**
 * A number as plain decimal text such as `-1234.5`, with at most twelve decimals.
 * @returns undefined for text that is no number with this decimal sign: `9,95` with a point is none,
 *   because a comma groups three digits
 */
export function parseNumber(text: string, sign: DecimalSign): string | undefined {
  if (plain.test(text)) return text;
  if (sign === 'point' && plainPoint.test(text)) return text;
  if (exponent.test(text)) return fromExponent(text);
  const value = bare(text);
  if (value === undefined) return undefined;
  const { negative, body } = value;
  const reading = readingOf(body);
  const decimal = sign !== 'each' ? sign : reading === 'comma' ? 'comma' : 'point';
  if (sign === 'each' && reading === 'ambiguous') return undefined;
  const [decimalSign, groupSign] = decimal === 'point' ? ['.', ','] : [',', '.'];
  const at = body.indexOf(decimalSign);
  if (at !== body.lastIndexOf(decimalSign)) return undefined;
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  if (fraction.includes(groupSign)) return undefined;
  const grouping = decimal === 'point' ? groupedBy.comma : groupedBy.point;
  if (whole.includes(groupSign) && !grouping.test(whole)) return undefined;
  const digits = whole.replaceAll(groupSign, '') || '0';
  const places = fraction.slice(0, 12);
  return `${negative ? '-' : ''}${digits}${places === '' ? '' : `.${places}`}`;
}

function fromExponent(text: string): string | undefined {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  return value.toFixed(12).replace(/\.?0+$/, '');
}

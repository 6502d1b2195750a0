import type { Chart, PatternWord } from '../patterns/index.js';
import type { Token } from '../text/index.js';
import { cjkNumeral, numeralValue } from './numerals.js';

/** A number with what was written beside it. */
export interface Quantity {
  readonly value: number;
  /** ISO 4217 */
  readonly currency?: string;
  readonly percent?: true;
}

/** How a language writes numbers. */
export interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly ordinalSuffixes: ReadonlySet<string>;
  readonly decimalComma: boolean;
}

const currencies = new Map<string, string>(
  Object.entries({
    '€': 'EUR',
    $: 'USD',
    '£': 'GBP',
    '¥': 'JPY',
    '₹': 'INR',
    '₩': 'KRW',
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    usd: 'USD',
    dollar: 'USD',
    dollars: 'USD',
    dolares: 'USD',
    dolar: 'USD',
    dollari: 'USD',
    gbp: 'GBP',
    pound: 'GBP',
    pounds: 'GBP',
    chf: 'CHF',
    franken: 'CHF',
    yen: 'JPY',
    jpy: 'JPY',
    reais: 'BRL',
    real: 'BRL',
    brl: 'BRL',
    円: 'JPY',
    元: 'CNY',
    块: 'CNY',
  }),
);
/** The currency (ISO 4217) that a folded word or sign stands for. */
export const currencyOf = (word: string): string | undefined => currencies.get(word);

const cjkCurrencies: readonly (readonly [string, string])[] = [
  ['ユーロ', 'EUR'],
  ['ドル', 'USD'],
  ['ポンド', 'GBP'],
  ['欧元', 'EUR'],
  ['美元', 'USD'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
];
const scales = new Map(
  Object.entries({
    k: 1e3,
    thousand: 1e3,
    tausend: 1e3,
    mille: 1e3,
    mil: 1e3,
    mila: 1e3,
    duizend: 1e3,
    m: 1e6,
    mio: 1e6,
    million: 1e6,
    millions: 1e6,
    millionen: 1e6,
    millones: 1e6,
    milhoes: 1e6,
    milioni: 1e6,
    miljoen: 1e6,
    万: 1e4,
    千: 1e3,
  }),
);
const percents = new Set(['%', 'percent', 'prozent', 'procent']);

/** A word of the question: token and pattern forms in one. */
export type NumberWord = Token & PatternWord;

/**
 * Puts numbers on a chart: `n` (whole, 1–9999), `dom` (day of a month), `ord`, `q` (1–4), `year`,
 * `yy` (two digits), and `num` (any {@link Quantity}, with its currency, scale or percent sign).
 */
export function addNumbers(words: readonly NumberWord[], numbers: NumberWords, chart: Chart): void {
  words.forEach((word, at) => {
    for (const { to, value } of cardinalsAt(words, at, numbers))
      addCardinal(words, at, to, value, numbers, chart);
    const ordinal = firstOf(word.forms, numbers.ordinals);
    if (ordinal !== undefined) addOrdinal(at, at + 1, ordinal, chart);
    const money = currencies.get(word.fold);
    if (money !== undefined) {
      for (const { to, value } of cardinalsAt(words, at + 1, numbers)) {
        const scaled = scaleAt(words, to, value);
        chart.add({
          from: at,
          to: scaled.to,
          category: 'num',
          value: { value: scaled.value, currency: money },
        });
      }
    }
  });
}

function firstOf(forms: readonly string[], map: ReadonlyMap<string, number>): number | undefined {
  for (const form of forms) {
    const value = map.get(form);
    if (value !== undefined) return value;
  }
  return undefined;
}

function cardinalsAt(
  words: readonly NumberWord[],
  at: number,
  numbers: NumberWords,
): { to: number; value: number }[] {
  const word = words[at];
  if (word === undefined) return [];
  if (word.kind === 'number') {
    const value = numeralValue(word.fold, numbers.decimalComma);
    return value === undefined ? [] : [{ to: at + 1, value }];
  }
  if (word.kind === 'date') {
    const decimal = /^(\d{1,2}\.\d{1,2})\.$/.exec(word.fold)?.[1];
    return decimal === undefined || numbers.decimalComma
      ? []
      : [{ to: at + 1, value: Number(decimal) }];
  }
  if (word.kind === 'cjk') {
    const found: { to: number; value: number }[] = [];
    const run: string[] = [];
    for (let to = at; to < words.length && to - at < 7; to++) {
      run.push(words[to]?.fold ?? '');
      const value = cjkNumeral(run);
      if (value === undefined) break;
      found.splice(0, 1, { to: to + 1, value });
    }
    return found;
  }
  let value = firstOf(word.forms, numbers.cardinals);
  if (value === undefined) return [];
  let to = at + 1;
  while (to < words.length) {
    const next = firstOf(words[to]?.forms ?? [], numbers.cardinals);
    if (next === undefined) break;
    if (next >= 100 && value < next) value *= next;
    else if (value >= 20 && next < 10 && value % 10 === 0) value += next;
    else break;
    to++;
  }
  return [{ to, value }];
}

function scaleAt(
  words: readonly NumberWord[],
  at: number,
  value: number,
): { to: number; value: number } {
  const scale = scales.get(words[at]?.fold ?? '');
  return scale === undefined ? { to: at, value } : { to: at + 1, value: value * scale };
}

function addCardinal(
  words: readonly NumberWord[],
  from: number,
  to: number,
  value: number,
  numbers: NumberWords,
  chart: Chart,
): void {
  const whole = Number.isInteger(value) && value > 0;
  const written = words[from]?.kind === 'number';
  const fold = words[from]?.fold ?? '';
  if (whole && value <= 9999 && !(written && fold.length === 4 && value >= 1900 && value <= 2100)) {
    chart.add({ from, to, category: 'n', value });
  }
  if (whole && value <= 31) chart.add({ from, to, category: 'dom', value });
  if (whole && value <= 4) chart.add({ from, to, category: 'q', value });
  if (written && /^\d{2}$/.test(fold)) chart.add({ from, to, category: 'yy', value: 2000 + value });
  if (written && /^\d{4}$/.test(fold) && value >= 1900 && value <= 2100)
    chart.add({ from, to, category: 'year', value });
  const suffix = words[to];
  if (
    whole &&
    written &&
    suffix !== undefined &&
    !suffix.spaced &&
    (numbers.ordinalSuffixes.has(suffix.fold) || suffix.fold === '.')
  ) {
    if (suffix.fold !== '.' || to + 1 < words.length) addOrdinal(from, to + 1, value, chart);
  }
  const scaled = scaleAt(words, to, value);
  for (const end of scaled.to === to ? [scaled] : [scaled, { to, value }]) {
    chart.add({
      from,
      to: end.to,
      category: 'num',
      value: { value: end.value } satisfies Quantity,
    });
    const after = words[end.to]?.fold ?? '';
    const currency = currencies.get(after);
    if (currency !== undefined)
      chart.add({
        from,
        to: end.to + 1,
        category: 'num',
        value: { value: end.value, currency } satisfies Quantity,
      });
    for (const [name, code] of cjkCurrencies) {
      const written = words
        .slice(end.to, end.to + name.length)
        .map((w) => w.fold)
        .join('');
      if (written !== name) continue;
      const value = { value: end.value, currency: code } satisfies Quantity;
      chart.add({ from, to: end.to + name.length, category: 'num', value });
    }
    if (percents.has(after))
      chart.add({
        from,
        to: end.to + 1,
        category: 'num',
        value: { value: end.value, percent: true } satisfies Quantity,
      });
  }
}

function addOrdinal(from: number, to: number, value: number, chart: Chart): void {
  chart.add({ from, to, category: 'ord', value });
  if (value <= 31) chart.add({ from, to, category: 'dom', value });
  if (value <= 4) chart.add({ from, to, category: 'q', value });
}

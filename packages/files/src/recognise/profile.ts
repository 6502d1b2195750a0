import type { FileReading } from '../reading/rows.js';
import { createDateSurvey, type DateEvidence } from '../values/dates.js';
import {
  createNumberSurvey,
  customarySign,
  type DecimalSign,
  type NumberEvidence,
} from '../values/numbers.js';
import { normaliseHeader } from './header-words.js';

/** What is to be seen of a column's values in the rows looked at. */
export interface ColumnProfile {
  readonly name: string;
  /** The name as header words are written. */
  readonly header: string;
  readonly rows: number;
  readonly filled: number;
  /** Different values, counted up to a bound. */
  readonly distinct: number;
  /** Rows that have the value of the row before. */
  readonly repeats: number;
  readonly values: readonly string[];
  readonly examples: readonly string[];
  readonly numbers: NumberEvidence;
  readonly dates: DateEvidence;
  readonly integers: number;
  readonly decimals: number;
  readonly emails: number;
  readonly clocks: number;
  readonly currencies: number;
  readonly countries: number;
  /** Values with a currency's sign, by the sign. */
  readonly signs: ReadonlyMap<string, number>;
}

/** A file's first rows and what its columns hold. */
export interface FileProfile {
  readonly columns: readonly ColumnProfile[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly count: number;
  /** The sign before decimals of columns whose values do not show it. */
  readonly sign: DecimalSign;
}

const mostDistinct = 5_000;
const keptRows = 2_000;
const currencyPattern = /^[A-Za-z]{3}$/;
const knownCurrencies = new Set(
  'aed ars aud bgn brl cad chf clp cny cop czk dkk egp eur gbp hkd hrk huf idr ils inr isk jpy kes krw mad mxn myr ngn nok nzd pen php pln ron rsd rub sar sek sgd thb try twd uah usd vnd zar'.split(
    ' ',
  ),
);
const countryCodes = /^[A-Za-z]{2}$/;
const countryNames = new Set(
  'germany deutschland france spain espana italy italia netherlands nederland belgium belgie belgique austria osterreich switzerland schweiz suisse united kingdom great britain ireland eire united states usa canada australia poland portugal denmark sweden norway finland'.split(
    ' ',
  ),
);

function createColumnSurvey(name: string) {
  const numbers = createNumberSurvey();
  const dates = createDateSurvey();
  const values = new Map<string, number>();
  const signs = new Map<string, number>();
  const tally = {
    rows: 0,
    filled: 0,
    repeats: 0,
    integers: 0,
    decimals: 0,
    emails: 0,
    clocks: 0,
    currencies: 0,
    countries: 0,
  };
  let before: string | null = null;
  return {
    add(cell: string | null): void {
      tally.rows += 1;
      const text = cell?.trim() ?? '';
      if (text === '') return;
      tally.filled += 1;
      if (text === before) tally.repeats += 1;
      before = text;
      if (values.has(text) || values.size < mostDistinct)
        values.set(text, (values.get(text) ?? 0) + 1);
      numbers.add(text);
      dates.add(text);
      if (/^-?\d+$/.test(text)) tally.integers += 1;
      else if (/^[^\p{L}]*\d[.,]\d{1,4}\D*$/u.test(text)) tally.decimals += 1;
      if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) tally.emails += 1;
      if (/^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i.test(text)) tally.clocks += 1;
      if (currencyPattern.test(text) && knownCurrencies.has(text.toLowerCase()))
        tally.currencies += 1;
      if (countryCodes.test(text) || countryNames.has(normaliseHeader(text).split(' ')[0] ?? ''))
        tally.countries += 1;
      const sign = /\p{Sc}/u.exec(text)?.[0];
      if (sign !== undefined) signs.set(sign, (signs.get(sign) ?? 0) + 1);
    },
    end: (): ColumnProfile => {
      const byCount = [...values].sort(([, a], [, b]) => b - a).map(([value]) => value);
      return {
        name,
        header: normaliseHeader(name),
        ...tally,
        distinct: values.size,
        values: byCount.slice(0, 100),
        examples: byCount.slice(0, 3),
        numbers: numbers.evidence,
        dates: dates.evidence,
        signs,
      };
    },
  };
}

/** Looks at the first rows of a file. */
export async function profileRows(
  { batches, form }: Pick<FileReading, 'batches' | 'form'>,
  mostRows = 20_000,
): Promise<FileProfile> {
  const surveys = new Map<string, ReturnType<typeof createColumnSurvey>>();
  const rows: Readonly<Record<string, string>>[] = [];
  let count = 0;
  for await (const { columns, rows: batch } of batches) {
    for (const name of columns) if (!surveys.has(name)) surveys.set(name, createColumnSurvey(name));
    const adders = columns.flatMap((name) => surveys.get(name) ?? []);
    for (const { cells } of batch) {
      if (count >= mostRows) break;
      count += 1;
      for (const [index, survey] of adders.entries()) survey.add(cells[index] ?? null);
      if (rows.length < keptRows) {
        rows.push(
          Object.fromEntries(
            columns.flatMap((name, index) => {
              const cell = cells[index] ?? null;
              return cell === null ? [] : [[name, cell]];
            }),
          ),
        );
      }
    }
    if (count >= mostRows) break;
  }
  const columns = [...surveys.values()].map((survey) => survey.end());
  return { columns, rows, count, sign: customarySign(form.delimiter) };
}

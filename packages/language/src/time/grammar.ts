import type { Locale, TimeRule } from '../locales/locale.js';
import { addNumbers, type NumberWord, type NumberWords } from '../numbers/index.js';
import { type Chart, compilePatterns, type Pattern, PatternSet } from '../patterns/index.js';
import { fold, tokenise } from '../text/index.js';
import type { Holiday } from './holidays.js';
import type { TimeNode, YearOf } from './resolve.js';
import type { TimeUnit } from './units.js';

type Lexeme = { readonly category: string; readonly value: unknown };

/** The time and number grammar of one language, ready to fill charts. */
export interface TimeGrammar {
  /** Words that mean something to the grammar. */
  readonly vocabulary: ReadonlySet<string>;
  /** Beginnings of words that mean something (`letzt…`). */
  readonly prefixes: readonly string[];
  readonly numbers: NumberWords;
  /** Puts `n`, `unit`, `month`, `y`, … and finally `T` items ({@link TimeNode}) on a chart. */
  fill(words: readonly NumberWord[], chart: Chart): void;
}

const measures = new Set(
  'kg g t km m cm mm l ml lb lbs oz miles mile h hrs hours hour minutes minute min mins seconds pieces pcs units items stuck stunden minuten heures minutos minuti horas ore uur uren minuten pieces unidades pezzi stuks punkte points points sterne stars'.split(
    ' ',
  ),
);
const recursive: ReadonlySet<TimeRule> = new Set([
  'since',
  'until',
  'before',
  'after',
  'range',
  'week_of',
]);

/** Compiles a language's time grammar. Month and weekday names come from Intl. */
export function createTimeGrammar(locale: Locale): TimeGrammar {
  const lexemes: Pattern<Lexeme>[] = [];
  const lexeme = (source: string, category: string, value: unknown) => {
    lexemes.push(...compilePatterns<Lexeme>(source, { category, value }));
  };
  for (const [unit, source] of Object.entries(locale.units)) lexeme(source, 'unit', unit);
  for (const [name, month] of monthNames(locale)) lexeme(literal(name), 'month', month);
  for (const [name, weekday] of weekdayNames(locale)) lexeme(literal(name), 'weekday', weekday);
  for (const [season, source] of Object.entries(locale.seasons ?? {}))
    lexeme(source, 'season', Number(season));
  for (const [holiday, source] of Object.entries(locale.holidays))
    lexeme(source, 'holiday', holiday);
  lexeme(locale.time.year_last ?? '', 'y', { kind: 'relative', n: -1 } satisfies YearOf);
  lexeme(locale.time.year_this ?? '', 'y', { kind: 'relative', n: 0 } satisfies YearOf);

  const base: Pattern<TimeRule>[] = [];
  const upper: Pattern<TimeRule>[] = [];
  for (const [rule, source] of Object.entries(locale.time) as [TimeRule, string][]) {
    if (rule === 'year_last' || rule === 'year_this') continue;
    (recursive.has(rule) ? upper : base).push(...compilePatterns(source, rule));
  }
  const lexical = new PatternSet(lexemes);
  const basic = new PatternSet(base);
  const nested = new PatternSet(upper);
  const cjk = locale.code === 'ja' || locale.code === 'zh';
  const numbers: NumberWords = {
    cardinals: pairs(locale.numbers),
    ordinals: pairs(locale.ordinals),
    ordinalSuffixes: new Set(locale.ordinalSuffixes.split(' ').filter((s) => s !== '')),
    decimalComma: locale.decimalComma,
  };
  const vocabulary = new Set([
    ...lexical.vocabulary,
    ...basic.vocabulary,
    ...nested.vocabulary,
    ...numbers.cardinals.keys(),
    ...numbers.ordinals.keys(),
  ]);

  return {
    vocabulary,
    prefixes: [...basic.prefixes, ...nested.prefixes],
    numbers,
    fill(words, chart) {
      addNumbers(words, numbers, chart);
      words.forEach((word, at) => {
        for (const match of lexical.match(words, at, chart)) {
          chart.add({
            from: at,
            to: match.to,
            category: match.value.category,
            value: match.value.value,
          });
        }
        if (word.kind === 'date')
          chart.add({
            from: at,
            to: at + 1,
            category: 'T',
            value: { op: 'numeric', text: word.fold },
          });
      });
      for (const { from, to, value } of chart.all('year')) {
        chart.add({ from, to, category: 'y', value: { kind: 'absolute', year: value } });
        chart.add({ from, to, category: 'T', value: { op: 'year', year: value } });
      }
      for (const { from, to, value } of chart.all('yy')) {
        // "May '25"
        if (words[from]?.spaced === false && words[from - 1]?.fold === "'") {
          chart.add({
            from: from - 1,
            to,
            category: 'y',
            value: { kind: 'absolute', year: value },
          });
        }
      }
      for (const { from, to, value } of chart.all('num')) {
        // "under 3 days", "20 kg": the unit belongs to the number
        for (const unit of chart.at(to, 'unit'))
          chart.add({ from, to: unit.to, category: 'num', value });
        if (measures.has(words[to]?.fold ?? ''))
          chart.add({ from, to: to + 1, category: 'num', value });
      }
      if (cjk) addCjkDates(words, chart);
      const add = (set: PatternSet<TimeRule>) => {
        words.forEach((_, at) => {
          for (const match of set.match(words, at, chart)) {
            const node = timeNode(match.value, match.captures);
            if (node !== undefined)
              chart.add({ from: at, to: match.to, category: 'T', value: node });
          }
        });
      };
      add(basic);
      for (const a of chart.all('T')) {
        // "Jan-Mar": the hyphen between words is no token
        if (words[a.to]?.spaced !== false || words[a.to]?.kind !== 'word') continue;
        for (const b of chart.at(a.to, 'T')) {
          chart.add({
            from: a.from,
            to: b.to,
            category: 'T',
            value: { op: 'range', a: a.value, b: b.value },
          });
        }
      }
      add(nested);
      // "from the 1st until since …" is nobody's speech; one more round covers "since the week of 3 May"
      if (chart.all('T').length < 24) add(nested);
    },
  };
}

/** `2026年` is a year and `3月` a month; both numerals may be written in characters. */
function addCjkDates(words: readonly NumberWord[], chart: Chart): void {
  for (const { from, to, value } of chart.all('year')) {
    if (words[to]?.fold !== '年') continue;
    chart.add({ from, to: to + 1, category: 'y', value: { kind: 'absolute', year: value } });
    chart.add({ from, to: to + 1, category: 'T', value: { op: 'year', year: value } });
  }
  for (const { from, to, value } of chart.all('n')) {
    if (words[to]?.fold === '月' && typeof value === 'number' && value <= 12) {
      chart.add({ from, to: to + 1, category: 'month_n', value });
    }
  }
}

function literal(name: string): string {
  return name.replace(/\s+/g, '_');
}

function pairs(source: string): Map<string, number> {
  return new Map(
    source
      .split(/\s+/)
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [word, value] = pair.split('=');
        return [fold(word ?? ''), Number(value)];
      }),
  );
}

const intlNames = new Map<string, Map<string, number>>();

/** Long month names of a language with their number, folded. */
export function monthNames(locale: Pick<Locale, 'code' | 'months'>): Map<string, number> {
  return names(`m:${locale.code}`, locale.months, () => {
    const found: [string, number][] = [];
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2024, month, 15));
      for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
        const part = new Intl.DateTimeFormat(locale.code, { ...options, timeZone: 'UTC' })
          .formatToParts(date)
          .find((p) => p.type === 'month');
        if (part !== undefined && !/^\d+$/.test(part.value))
          found.push([fold(part.value), month + 1]);
      }
    }
    return found;
  });
}

/** Long weekday names of a language, Monday 1 … Sunday 7, folded. */
export function weekdayNames(locale: Pick<Locale, 'code' | 'weekdays'>): Map<string, number> {
  return names(`w:${locale.code}`, locale.weekdays, () =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday): [string, number] => {
      const date = new Date(Date.UTC(2024, 0, weekday));
      return [
        fold(
          new Intl.DateTimeFormat(locale.code, { weekday: 'long', timeZone: 'UTC' }).format(date),
        ),
        weekday,
      ];
    }),
  );
}

function names(key: string, extra: string, make: () => [string, number][]): Map<string, number> {
  let known = intlNames.get(key);
  if (known === undefined) {
    known = new Map(
      make().map(([name, value]) => [
        tokenise(name)
          .map((t) => t.fold)
          .join(' '),
        value,
      ]),
    );
    for (const [name, value] of pairs(extra)) known.set(name.replaceAll('_', ' '), value);
    intlNames.set(key, known);
  }
  return known;
}

type Captures = readonly { readonly category: string; readonly value: unknown }[];

const needsUnit: ReadonlySet<TimeRule> = new Set([
  'this',
  'last',
  'before_last',
  'next',
  'last_n',
  'next_n',
  'ago',
  'to_date',
]);

/** The node of a rule from its captures; the category of a capture fixes its type. */
function timeNode(rule: TimeRule, captures: Captures): TimeNode | undefined {
  const all = (category: string) =>
    captures.filter((c) => c.category === category).map((c) => c.value);
  const number = (category: string) => (all(category)[0] ?? all(`${category}_n`)[0]) as number;
  const unit = all('unit')[0] as TimeUnit;
  const node = all('T') as TimeNode[];
  const spoken = all('y')[0] as YearOf | undefined;
  const bare = (all('yy')[0] ?? all('year')[0]) as number | undefined;
  const yearOf: YearOf | undefined =
    spoken ?? (bare === undefined ? undefined : { kind: 'absolute', year: bare });
  const year = yearOf === undefined ? {} : { year: yearOf };
  const of = node[0];
  if (unit === undefined && needsUnit.has(rule)) return undefined;
  switch (rule) {
    case 'today':
      return { op: 'day_offset', n: 0 };
    case 'yesterday':
      return { op: 'day_offset', n: -1 };
    case 'before_yesterday':
      return { op: 'day_offset', n: -2 };
    case 'tomorrow':
      return { op: 'day_offset', n: 1 };
    case 'this':
      return { op: 'this', unit };
    case 'last':
      return { op: 'last', unit, n: 1 };
    case 'season':
    case 'last_season':
    case 'fall':
    case 'last_fall':
      return {
        op: 'season',
        season: rule.endsWith('fall') ? 3 : number('season'),
        ...year,
        ...(rule.startsWith('last_') ? { complete: true } : {}),
      };
    case 'this_week':
    case 'this_month':
    case 'this_quarter':
    case 'this_year':
      return { op: 'this', unit: rule.slice('this_'.length) as TimeUnit };
    case 'last_day':
    case 'last_week':
    case 'last_month':
    case 'last_quarter':
    case 'last_year':
    case 'last_weekend':
      return { op: 'last', unit: rule.slice('last_'.length) as TimeUnit, n: 1 };
    case 'before_last':
      return { op: 'ago', unit, n: 2 };
    case 'next':
      return { op: 'next', unit, n: 1 };
    case 'last_n':
      return { op: 'last', unit, n: all('n').length > 0 ? number('n') : 2 };
    case 'recent':
      return { op: 'last', unit: 'day', n: 30 };
    case 'last_half_year':
      return { op: 'last', unit: 'month', n: 6 };
    case 'next_n':
      return { op: 'next', unit, n: number('n') };
    case 'ago':
      return { op: 'ago', unit, n: all('n').length > 0 ? number('n') : 1 };
    case 'year_to_date':
      return { op: 'to_date', unit: 'year' };
    case 'quarter_to_date':
      return { op: 'to_date', unit: 'quarter' };
    case 'month_to_date':
      return { op: 'to_date', unit: 'month' };
    case 'week_to_date':
      return { op: 'to_date', unit: 'week' };
    case 'fiscal_year_to_date':
      return { op: 'to_date', unit: 'fiscal_year' };
    case 'to_date':
      return { op: 'to_date', unit };
    case 'since':
    case 'until':
    case 'before':
    case 'after':
    case 'week_of':
      return of === undefined || isOpen(of) ? undefined : { op: rule, of };
    case 'range': {
      const [a, b] = node;
      if (a === undefined || b === undefined || isOpen(a) || isOpen(b)) return undefined;
      return { op: 'range', a, b };
    }
    case 'days': {
      const [first, last] = all('dom') as number[];
      return first === undefined || last === undefined
        ? undefined
        : { op: 'days', first, last, month: number('month'), ...year };
    }
    case 'last_named_month':
      return { op: 'month', month: number('month'), complete: true };
    case 'half_month': {
      const n = number('ord');
      return n > 2
        ? undefined
        : {
            op: 'days',
            first: n === 1 ? 1 : 16,
            last: n === 1 ? 15 : 31,
            month: number('month'),
            ...year,
          };
    }
    case 'month':
      return { op: 'month', month: number('month'), ...year };
    case 'date':
    case 'month_date':
      return { op: 'date', day: number('dom'), month: number('month'), ...year };
    case 'fiscal_year':
      return bare === undefined ? undefined : { op: 'fiscal_year', year: bare };
    case 'fiscal_quarter':
    case 'quarter': {
      const n = (all('q')[0] ?? all('ord')[0]) as number;
      return n > 4 ? undefined : { op: rule, n, ...year };
    }
    case 'half': {
      const n = (all('q')[0] ?? all('ord')[0]) as number;
      return n > 2 ? undefined : { op: 'half', n, ...year };
    }
    case 'week': {
      const n = number('n');
      return n > 53 ? undefined : { op: 'week', n, ...year };
    }
    case 'weekday':
      return { op: 'weekday', weekday: number('weekday'), strict: false };
    case 'last_weekday':
      return { op: 'weekday', weekday: number('weekday'), strict: true };
    case 'holiday':
      return { op: 'holiday', holiday: all('holiday')[0] as Holiday, ...year };
    default:
      return undefined;
  }
}

/** Ranges that already have an open or a far end do not nest. */
function isOpen(node: TimeNode): boolean {
  return (
    node.op === 'since' ||
    node.op === 'until' ||
    node.op === 'before' ||
    node.op === 'after' ||
    node.op === 'range'
  );
}

import { fold, tokenise } from '../text/index.js';

/**
 * One element of a pattern: alternatives of literal token sequences, a prefix (`letzt*`), or a
 * category of items already on the chart (`{unit}`).
 */
type Element =
  | { readonly kind: 'literal'; readonly alternatives: readonly (readonly string[])[] }
  | {
      readonly kind: 'prefix';
      readonly prefixes: readonly string[];
      readonly alternatives: readonly (readonly string[])[];
    }
  | { readonly kind: 'category'; readonly category: string };

/** A compiled pattern; `key` is the first literal token, if the pattern starts with one. */
export interface Pattern<T> {
  readonly elements: readonly Element[];
  readonly value: T;
}

/** A word of the question with every form it may stand for (spelling variants, mended slips). */
export interface PatternWord {
  readonly fold: string;
  readonly forms: readonly string[];
}

/** What stands on the chart from a position: the end (exclusive token index) and the value. */
export interface ChartItem {
  readonly from: number;
  readonly to: number;
  readonly category: string;
  readonly value: unknown;
}

/** One way a pattern matched. `captures` holds the values of its categories in order. */
interface PatternMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
  readonly captures: readonly { readonly category: string; readonly value: unknown }[];
}

/**
 * Compiles the pattern notation: elements divided by spaces; `a|b` alternatives; `_` inside an
 * alternative for a space (`year_to_date`); `x?` optional; `letzt*` any ending; `{unit}` an item of
 * the chart; `;` between whole patterns. Literals are folded and tokenised like questions are.
 */
export function compilePatterns<T>(source: string, value: T): Pattern<T>[] {
  const patterns: Pattern<T>[] = [];
  for (const text of source.split(';')) {
    const parts = text
      .trim()
      .split(/\s+/)
      .filter((part) => part !== '');
    if (parts.length === 0) continue;
    let expanded: Element[][] = [[]];
    for (const part of parts) {
      const optional = part.endsWith('?') && part.length > 1;
      const element = compileElement(optional ? part.slice(0, -1) : part);
      const withElement = expanded.map((elements) => [...elements, element]);
      expanded = optional ? [...withElement, ...expanded] : withElement;
    }
    for (const elements of expanded) if (elements.length > 0) patterns.push({ elements, value });
  }
  return patterns;
}

function compileElement(part: string): Element {
  const category = /^\{(.+)\}$/.exec(part)?.[1];
  if (category !== undefined) return { kind: 'category', category };
  const alternatives = part.split('|');
  const whole = alternatives
    .filter((a) => !a.endsWith('*'))
    .map((a) => tokenise(a).map((t) => t.fold));
  const prefixes = alternatives.filter((a) => a.endsWith('*')).map((a) => fold(a.slice(0, -1)));
  return prefixes.length > 0
    ? { kind: 'prefix', prefixes, alternatives: whole }
    : { kind: 'literal', alternatives: whole };
}

/** Patterns indexed by their first literal token. */
export class PatternSet<T> {
  private readonly byFirst = new Map<string, Pattern<T>[]>();
  private readonly others: Pattern<T>[] = [];
  /** Every whole literal word of the patterns. */
  readonly vocabulary = new Set<string>();
  /** Every prefix of the patterns. */
  readonly prefixes = new Set<string>();

  constructor(readonly patterns: readonly Pattern<T>[]) {
    for (const pattern of patterns) {
      for (const element of pattern.elements) {
        if (element.kind === 'prefix')
          for (const prefix of element.prefixes) this.prefixes.add(prefix);
        if (element.kind === 'category') continue;
        for (const alternative of element.alternatives)
          for (const word of alternative) this.vocabulary.add(word);
      }
      const first = pattern.elements[0];
      if (first?.kind !== 'literal') {
        this.others.push(pattern);
        continue;
      }
      for (const key of new Set(first.alternatives.map((a) => a[0] ?? ''))) {
        const list = this.byFirst.get(key);
        if (list === undefined) this.byFirst.set(key, [pattern]);
        else list.push(pattern);
      }
    }
  }

  /** Every match that starts at a position. */
  match(words: readonly PatternWord[], at: number, chart: Chart): PatternMatch<T>[] {
    const word = words[at];
    if (word === undefined) return [];
    const found: PatternMatch<T>[] = [];
    const tried = new Set<Pattern<T>>();
    const attempt = (pattern: Pattern<T>) => {
      if (tried.has(pattern)) return;
      tried.add(pattern);
      walk(pattern, 0, at, words, chart, [], (to, captures) =>
        found.push({ from: at, to, value: pattern.value, captures }),
      );
    };
    for (const form of word.forms)
      for (const pattern of this.byFirst.get(form) ?? []) attempt(pattern);
    for (const pattern of this.others) attempt(pattern);
    return found;
  }
}

type Capture = { readonly category: string; readonly value: unknown };

function walk<T>(
  pattern: Pattern<T>,
  index: number,
  at: number,
  words: readonly PatternWord[],
  chart: Chart,
  captures: readonly Capture[],
  done: (to: number, captures: readonly Capture[]) => void,
): void {
  const element = pattern.elements[index];
  if (element === undefined) {
    done(at, captures);
    return;
  }
  if (element.kind === 'category') {
    for (const item of chart.at(at, element.category)) {
      walk(
        pattern,
        index + 1,
        item.to,
        words,
        chart,
        [...captures, { category: element.category, value: item.value }],
        done,
      );
    }
  } else if (element.kind === 'prefix') {
    const word = words[at];
    if (word?.forms.some((form) => element.prefixes.some((prefix) => form.startsWith(prefix)))) {
      walk(pattern, index + 1, at + 1, words, chart, captures, done);
    }
  }
  if (element.kind !== 'category') {
    for (const alternative of element.alternatives) {
      if (alternative.every((literal, k) => words[at + k]?.forms.includes(literal))) {
        walk(pattern, index + 1, at + alternative.length, words, chart, captures, done);
      }
    }
  }
}

/** The items found so far, by the position they start at. */
export class Chart {
  private readonly items: Map<string, ChartItem[]>[] = [];

  add(item: ChartItem): void {
    let cell = this.items[item.from];
    if (cell === undefined) {
      cell = new Map();
      this.items[item.from] = cell;
    }
    const list = cell.get(item.category);
    if (list === undefined) cell.set(item.category, [item]);
    else if (!list.some((other) => other.to === item.to && other.value === item.value))
      list.push(item);
  }

  at(from: number, category: string): readonly ChartItem[] {
    return this.items[from]?.get(category) ?? [];
  }

  /** All items of a category, in order of position. */
  all(category: string): ChartItem[] {
    return this.items.flatMap((cell) => cell?.get(category) ?? []);
  }
}

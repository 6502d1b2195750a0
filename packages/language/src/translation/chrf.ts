import {
  countOne,
  type TranslatedSegment,
  type TranslationMeasure,
  unmeasurable,
} from './measure.js';

/** How chrF is computed; the defaults are sacreBLEU's. */
export interface ChrfOptions {
  /** Longest character n-gram, 6. */
  readonly characterOrder?: number;
  /** Recall counts β² times as much as precision; 2. */
  readonly beta?: number;
  /** White space is left out unless this is true. */
  readonly keepSpaces?: boolean;
  /**
   * False: precision and recall are averaged over the orders both texts are long enough for.
   * True: F is averaged over all orders, one that is missing counting as (almost) 0.
   */
  readonly everyOrder?: boolean;
}

/** Per order: n-grams of the hypothesis, of the reference, and those in both. */
type ChrfCounts = readonly { hypothesis: number; reference: number; both: number }[];

const EPSILON = 1e-16;

/**
 * chrF of a corpus, 0 to 100 (Popović 2015), equal to sacreBLEU 2: character n-grams counted
 * over the whole corpus; of several references, each segment takes the one it scores best with.
 */
export function corpusChrf(
  segments: readonly TranslatedSegment[],
  options: ChrfOptions = {},
): TranslationMeasure {
  const impossible = unmeasurable(segments);
  if (impossible) return impossible;
  const order = options.characterOrder ?? 6;
  const sums = emptyCounts(order);
  for (const { hypothesis, references } of segments) {
    const found = gramsOf(hypothesis, order, options);
    let best: { readonly counts: ChrfCounts; readonly score: number } | undefined;
    for (const reference of references) {
      const counts = compare(found, gramsOf(reference, order, options));
      const score = chrfScore(counts, options);
      if (best === undefined || score > best.score) best = { counts, score };
    }
    best?.counts.forEach((count, n) => {
      const sum = sums[n];
      if (sum === undefined) return;
      sum.hypothesis += count.hypothesis;
      sum.reference += count.reference;
      sum.both += count.both;
    });
  }
  return { kind: 'value', value: chrfScore(sums, options) };
}

/** chrF of one sentence, 0 to 100. */
export function sentenceChrf(
  hypothesis: string,
  references: readonly string[],
  options: ChrfOptions = {},
): TranslationMeasure {
  return corpusChrf([{ hypothesis, references }], options);
}

function emptyCounts(order: number) {
  return Array.from({ length: order }, () => ({ hypothesis: 0, reference: 0, both: 0 }));
}

function gramsOf(
  text: string,
  order: number,
  options: ChrfOptions,
): readonly ReadonlyMap<string, number>[] {
  const characters = [...(options.keepSpaces === true ? text : text.replace(/\s+/gu, ''))];
  return Array.from({ length: order }, (_, index) => {
    const counts = new Map<string, number>();
    for (let i = 0; i + index < characters.length; i++) {
      countOne(counts, characters.slice(i, i + index + 1).join(''));
    }
    return counts;
  });
}

function compare(
  hypothesis: readonly ReadonlyMap<string, number>[],
  reference: readonly ReadonlyMap<string, number>[],
): ChrfCounts {
  return hypothesis.map((grams, n) => {
    const others = reference[n] ?? new Map<string, number>();
    const count = { hypothesis: 0, reference: 0, both: 0 };
    for (const [gram, times] of grams) {
      count.hypothesis += times;
      count.both += Math.min(times, others.get(gram) ?? 0);
    }
    for (const times of others.values()) count.reference += times;
    // Without n-grams in the reference there is nothing to be precise about.
    if (count.reference === 0) count.hypothesis = 0;
    return count;
  });
}

function chrfScore(counts: ChrfCounts, options: ChrfOptions): number {
  const factor = (options.beta ?? 2) ** 2;
  const f = (precision: number, recall: number): number => {
    const base = factor * precision + recall;
    return base > 0 ? ((1 + factor) * precision * recall) / base : 0;
  };
  let precisionSum = 0;
  let recallSum = 0;
  let orders = 0;
  let everySum = 0;
  for (const { hypothesis, reference, both } of counts) {
    const precision = hypothesis > 0 ? both / hypothesis : EPSILON;
    const recall = reference > 0 ? both / reference : EPSILON;
    everySum += f(precision, recall);
    if (hypothesis === 0 || reference === 0) continue;
    precisionSum += precision;
    recallSum += recall;
    orders++;
  }
  if (options.everyOrder === true) return (100 * everySum) / counts.length;
  if (orders === 0) return 0;
  return 100 * f(precisionSum / orders, recallSum / orders);
}

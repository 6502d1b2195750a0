import { type Cue, locales } from '../../locales/index.js';
import type { Quantity } from '../../numbers/index.js';
import type { Chart } from '../../patterns/index.js';
import { type TimeNode, timeRanges } from '../../time/index.js';
import type { BuildContext } from '../building/built.js';
import type { CommandEntities } from '../frame/frame.js';
import type { Word } from '../words/words.js';

/**
 * Everything of use a command names: dates, money, plain numbers, and products, customers and
 * locations from the catalogue's values, mail addresses and unknown names.
 */
export function readEntities(
  text: string,
  words: readonly Word[],
  chart: Chart,
  context: BuildContext,
): CommandEntities {
  const taken = new Set<number>();
  const take = (from: number, to: number) => {
    for (let i = from; i < to; i++) taken.add(i);
  };
  const free = (from: number, to: number) =>
    !Array.from({ length: to - from }, (_, i) => from + i).some((i) => taken.has(i));
  const products: string[] = [];
  const customers: string[] = [];
  const locations: string[] = [];
  for (const mail of text.matchAll(/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g)) {
    customers.push(mail[0]);
    words.forEach((word, i) => {
      if (word.from >= mail.index && word.to <= mail.index + mail[0].length) taken.add(i);
    });
  }
  const dimensionIs = (name: string, pattern: RegExp) => {
    const dimension = context.catalogue.dimensions.find((d) => d.name === name);
    return pattern.test(
      `${name} ${dimension?.label ?? ''} ${[...(context.lexicon.conceptOf.get(name) ?? [])].join(' ')}`.toLowerCase(),
    );
  };
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + 6); to > from; to--) {
      const links = context.lexicon.find(
        words.slice(from, to).map((w) => w.forms[0] ?? w.fold),
        context.language,
      );
      const value = links.find((l) => l.target.kind === 'value');
      if (
        value?.target.kind !== 'value' ||
        typeof value.target.value !== 'string' ||
        !free(from, to)
      )
        continue;
      const { dimension, value: name } = value.target;
      if (
        dimensionIs(dimension, /product|item|dish|sku|article/) &&
        !dimensionIs(dimension, /category/)
      )
        products.push(name);
      else if (dimensionIs(dimension, /customer|client|account/)) customers.push(name);
      else if (
        dimensionIs(dimension, /country|city|store|location|region|restaurant|branch|warehouse/)
      )
        locations.push(name);
      else continue;
      take(from, to);
      break;
    }
  }
  const dates = [...chart.all('T')]
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .flatMap((item) => {
      if (!free(item.from, item.to)) return [];
      const label = text.slice(words[item.from]?.from ?? 0, words[item.to - 1]?.to ?? 0);
      const range = timeRanges(item.value as TimeNode, label, context.time, false)[0];
      if (range === undefined) return [];
      take(item.from, item.to);
      return [range];
    });
  const money: { amount: number; currency: string }[] = [];
  const found: { from: number; quantity: Quantity }[] = [];
  const articles = new Set(locales[context.language].filler.split(' '));
  for (const item of [...chart.all('num')].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const word = words[item.from];
    const article = item.to - item.from === 1 && word?.kind === 'word' && articles.has(word.fold);
    if (!free(item.from, item.to) || article) continue;
    take(item.from, item.to);
    found.push({ from: item.from, quantity: item.value as Quantity });
  }
  const numbers: number[] = [];
  for (const { quantity } of found.sort((a, b) => a.from - b.from)) {
    if (quantity.currency !== undefined)
      money.push({ amount: quantity.value, currency: quantity.currency });
    else if (quantity.percent !== true) numbers.push(quantity.value);
  }
  nameRuns(text, words, taken, context).forEach(({ name, customer }) => {
    if (customer) customers.push(name);
    else if (products.length === 0) products.push(name);
  });
  const unique = (items: string[]) => [...new Set(items)];
  return {
    dates,
    money,
    numbers,
    products: unique(products),
    customers: unique(customers),
    locations: unique(locations),
  };
}

/** Unknown words in a row: after "for"/"customer" or capitalised in the middle a customer, after a number a product. */
function nameRuns(
  text: string,
  words: readonly Word[],
  taken: ReadonlySet<number>,
  context: BuildContext,
): { name: string; customer: boolean }[] {
  const grammarWords = new Set(locales[context.language].filler.split(' '));
  const known = (i: number) => {
    const word = words[i];
    return (
      word === undefined ||
      taken.has(i) ||
      word.kind !== 'word' ||
      grammarWords.has(word.fold) ||
      word.fold.length < 2 ||
      commandWords(context).has(word.fold) ||
      context.lexicon.find([word.forms[0] ?? word.fold], context.language).length > 0
    );
  };
  const runs: { name: string; customer: boolean }[] = [];
  for (let i = 0; i < words.length; i++) {
    if (known(i)) continue;
    let end = i + 1;
    while (end < words.length && !known(end)) end++;
    const name = text.slice(words[i]?.from ?? 0, words[end - 1]?.to ?? 0);
    if (
      !name.includes('@') &&
      !/@/.test(text.slice(Math.max(0, (words[i]?.from ?? 0) - 1), (words[end - 1]?.to ?? 0) + 1))
    ) {
      const before = words[i - 1]?.fold ?? '';
      const counted =
        words[i - 1]?.kind === 'number' || (taken.has(i - 1) && words[i - 1]?.kind === 'word');
      const capital = /^\p{Lu}/u.test(name);
      runs.push({
        name,
        customer:
          !counted &&
          (capital ||
            /^(for|fur|pour|para|per|voor|customer|client|kunde|cliente|klant|named|called)$/.test(
              before,
            )),
      });
    }
    i = end;
  }
  return runs;
}

/** Words of commands, by language; they are no names. */
const commandVocabulary = new Map<string, Set<string>>();

function commandWords(context: BuildContext): Set<string> {
  let set = commandVocabulary.get(context.language);
  if (set === undefined) {
    const { cues } = locales[context.language];
    const names: Cue[] = [
      'command_create',
      'command_search',
      'command_update',
      'command_generate',
      'command_view',
      'noun_order',
      'noun_customer',
      'noun_stock',
      'noun_report',
      'noun_analytics',
      'and',
      'by',
      'not',
      'only',
      'which',
      'chart_table',
    ];
    set = new Set(
      names.flatMap((name) =>
        (cues[name] ?? '')
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .toLowerCase()
          .split(/[\s;|_?]+/),
      ),
    );
    commandVocabulary.set(context.language, set);
  }
  return set;
}

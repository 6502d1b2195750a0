import type { Cue } from '../locales/index.js';
import { locales } from '../locales/index.js';
import type { Quantity } from '../numbers/index.js';
import { Chart } from '../patterns/index.js';
import type { BuildContext } from '../questions/draft.js';
import {
  type Answer,
  type CommandEntities,
  type CommandType,
  emptyFrame,
} from '../questions/frame.js';
import type { Grammar } from '../questions/grammar.js';
import { fill } from '../questions/interpret.js';
import type { Word } from '../questions/words.js';
import { type TimeNode, timeRanges } from '../time/index.js';

const rules: readonly (readonly [CommandType, Cue, Cue])[] = [
  ['create_order', 'command_create', 'noun_order'],
  ['search_customers', 'command_search', 'noun_customer'],
  ['update_inventory', 'command_update', 'noun_stock'],
  ['generate_report', 'command_generate', 'noun_report'],
  ['view_analytics', 'command_view', 'noun_analytics'],
];

/**
 * Reads an order to the operator's desk ("create an order for 3 blue mugs for Anna"): an imperative
 * of the kind near the start and its object after it. Only proposed; the reply says what was
 * understood and what is missing. Undefined when the text is not a command.
 */
export function readCommand(
  text: string,
  words: readonly Word[],
  grammar: Grammar,
  context: BuildContext,
): Answer | undefined {
  const chart = new Chart();
  grammar.time.fill(words, chart);
  const cuesAt = words.map((_, at) => [
    ...grammar.commands.match(words, at, chart),
    ...grammar.cues.match(words, at, chart),
  ]);
  const type = commandType(words, cuesAt, context);
  if (type === undefined) return undefined;
  const entities = readEntities(text, words, chart, context);
  const missing = missingOf(type, entities, text);
  const { texts } = locales[context.language];
  const understood = [
    ...entities.numbers.map(String),
    ...entities.products,
    ...entities.customers,
    ...entities.locations,
    ...entities.money.map((m) => `${m.amount} ${m.currency}`),
    ...entities.dates.map((d) => d.label),
  ];
  const reply = [
    understood.length > 0
      ? fill(texts.understood, texts.commands[type], understood.join(', '))
      : `${texts.commands[type]}.`,
    missing.length > 0 ? fill(texts.missing, missing.map((m) => texts.fields[m]).join(', ')) : '',
  ]
    .filter((s) => s !== '')
    .join(' ');
  return {
    kind: 'answer',
    frame: {
      ...emptyFrame,
      intent: 'command',
      time:
        type === 'generate_report' || type === 'view_analytics'
          ? (entities.dates[0] ?? null)
          : null,
      command: { type, entities },
      chart: 'table',
    },
    confidence: missing.length === 0 ? 0.95 : 0.8,
    interpretation: reply,
    assumptions: [],
    spans: [],
    language: context.language,
    missing,
    history: [],
  };
}

type Matches = readonly { readonly to: number; readonly value: Cue }[];

function commandType(
  words: readonly Word[],
  cuesAt: readonly Matches[],
  context: BuildContext,
): CommandType | undefined {
  const silent = new Set([
    'please',
    'can',
    'could',
    'you',
    'i',
    'want',
    'to',
    'need',
    'would',
    'like',
    'us',
    'me',
    'let',
    'bitte',
    'kannst',
    'du',
    'ich',
    'mochte',
    'will',
    'por',
    'favor',
    'puedes',
    'quiero',
    'je',
    'veux',
    'voudrais',
    'peux',
    'tu',
    'vous',
    'per',
    'favore',
    'vorrei',
    'puoi',
    'graag',
    'wil',
    'ik',
    'kun',
    's',
    'il',
    'plait',
    'eine',
    'einen',
    'voce',
    'quero',
  ]);
  let start = 0;
  while (start < words.length && silent.has(words[start]?.fold ?? '')) start++;
  const cjk = words.some((w) => w.kind === 'cjk');
  for (const [type, verb, noun] of rules) {
    const verbs = cjk
      ? words.flatMap((_, at) =>
          (cuesAt[at] ?? []).filter((m) => m.value === verb).map((m) => ({ at, to: m.to })),
        )
      : (cuesAt[start] ?? []).filter((m) => m.value === verb).map((m) => ({ at: start, to: m.to }));
    if (context.language === 'de' && verbs.length === 0) {
      // "eine neue Bestellung anlegen": the verb stands at the end
      for (let at = Math.max(0, words.length - 2); at < words.length; at++)
        for (const m of cuesAt[at] ?? []) if (m.value === verb) verbs.push({ at, to: m.to });
    }
    for (const { at, to } of verbs) {
      const reach = type === 'update_inventory' ? 9 : type === 'generate_report' ? 4 : 3;
      const range =
        at === start && !cjk ? [to, Math.min(words.length, to + reach)] : [0, words.length];
      for (let k = range[0] ?? 0; k < (range[1] ?? 0); k++) {
        const hit = (cuesAt[k] ?? []).find((m) => m.value === noun);
        if (hit === undefined) continue;
        if (type === 'search_customers' && asksNumbers(words, cuesAt, k, context)) return undefined;
        if (type === 'view_analytics' && k - to > 2 && !cjk) continue;
        return type;
      }
    }
  }
  return undefined;
}

/** "find customers with the most orders" is a question, not a search. */
function asksNumbers(
  words: readonly Word[],
  cuesAt: readonly Matches[],
  from: number,
  context: BuildContext,
): boolean {
  return words.some((word, i) => {
    if (i <= from) return false;
    if (
      (cuesAt[i] ?? []).some((m) => m.value === 'top' || m.value === 'bottom' || m.value === 'by')
    )
      return true;
    return (
      context.lexicon
        .find([word.forms[0] ?? word.fold], context.language)
        .some((link) => link.target.kind === 'metric' && link.weight > 0.9) && i > from + 1
    );
  });
}

function readEntities(
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

type Field = 'products' | 'customers' | 'numbers';

function missingOf(type: CommandType, entities: CommandEntities, text: string): Field[] {
  const missing: Field[] = [];
  if (type === 'create_order') {
    if (entities.products.length === 0) missing.push('products');
    if (entities.numbers.length === 0) missing.push('numbers');
    if (entities.customers.length === 0) missing.push('customers');
  } else if (type === 'update_inventory') {
    if (entities.products.length === 0) missing.push('products');
    if (entities.numbers.length === 0) missing.push('numbers');
  } else if (type === 'search_customers') {
    if (
      entities.customers.length + entities.locations.length + entities.dates.length === 0 &&
      !/["“„«]/.test(text)
    )
      missing.push('customers');
  }
  return missing;
}

import { type Cue, locales } from '../../locales/index.js';
import { Chart } from '../../patterns/index.js';
import type { BuildContext } from '../building/built.js';
import { type CommandEntities, type CommandType, emptyFrame } from '../frame/frame.js';
import type { Answer } from '../frame/outcome.js';
import { fill } from '../telling/labels.js';
import type { Grammar } from '../words/grammar.js';
import type { Word } from '../words/words.js';
import { readEntities } from './entities.js';

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

import {
  type Cue,
  generalWords,
  type IdleWords,
  idleWordsOf,
  locales,
  measureVerbs,
  type QuestionLanguage,
  realWordsOf,
} from '../../locales/index.js';
import { compilePatterns, PatternSet } from '../../patterns/index.js';
import { tokenise } from '../../text/index.js';
import { type TimeGrammar, timeGrammar } from '../../time/index.js';

/** The words and patterns questions are built with in one language. */
export interface Grammar {
  readonly language: QuestionLanguage;
  readonly cues: PatternSet<Cue>;
  /** Verbs and nouns of commands, kept apart: in a question they are words like any other. */
  readonly commands: PatternSet<Cue>;
  readonly time: TimeGrammar;
  readonly filler: ReadonlySet<string>;
  /** Words with a meaning in cues and time. */
  readonly meaningful: ReadonlySet<string>;
  /** Every real word this grammar has heard of. */
  readonly known: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** Words of the language that can change nothing about what is asked; said when passed over. */
  readonly idle: IdleWords;
  /** Words that compounds are made of beside the meaningful ones. */
  readonly compounding?: ReadonlySet<string>;
}

/** Signs and abbreviations that every language uses. */
const shared: Readonly<Partial<Record<Cue, string>>> = {
  top: 'top',
  versus: 'vs; vs .; versus',
  gt: '> {num}',
  lt: '< {num}',
  gte: '> = {num}; ≥ {num}',
  lte: '< = {num}; ≤ {num}',
  share: '%',
  same_period_last_year: 'yoy; y o y',
  period_over_period: 'mom; wow; qoq',
  and: ',|&|+|、|，',
  help: 'help',
  grain_each: '/ {unit}',
  follow: '-_-_>',
};

const grammars = new Map<QuestionLanguage, Grammar>();

/** The grammar of a language; compiled once a process. */
export function grammarOf(language: QuestionLanguage): Grammar {
  const known = grammars.get(language);
  if (known !== undefined) return known;
  const locale = locales[language];
  const entries = Object.entries(locale.cues) as [Cue, string][];
  const isCommand = (cue: Cue) => cue.startsWith('command_') || cue.startsWith('noun_');
  const patterns = [
    ...entries
      .filter(([cue]) => !isCommand(cue))
      .flatMap(([cue, source]) => compilePatterns(source, cue)),
    ...(Object.entries(shared) as [Cue, string][]).flatMap(([cue, source]) =>
      compilePatterns(source, cue),
    ),
  ];
  const cues = new PatternSet(patterns);
  const commands = new PatternSet(
    entries
      .filter(([cue]) => isCommand(cue))
      .flatMap(([cue, source]) => compilePatterns(source, cue)),
  );
  const time = timeGrammar(language);
  const filler = wordSet(locale.filler);
  const verbs = (measureVerbs[language] ?? []).flatMap(({ forms }) => forms.split('|'));
  const real = realWordsOf(generalWords[language]);
  const idle = idleWordsOf(generalWords[language]);
  const meaningful = new Set([...cues.vocabulary, ...time.vocabulary]);
  const grammar: Grammar = {
    language,
    cues,
    commands,
    time,
    filler,
    meaningful,
    known: new Set([
      ...meaningful,
      ...commands.vocabulary,
      ...filler,
      ...wordSet(locale.known),
      ...idle.words,
      ...idle.particles,
      ...verbs,
      ...real,
    ]),
    idle,
    prefixes: [...cues.prefixes, ...time.prefixes].filter((prefix) => prefix.length >= 4),
  };
  grammars.set(language, grammar);
  return grammar;
}

function wordSet(source: string): Set<string> {
  const words = new Set<string>();
  for (const part of source.split(/\s+/)) {
    const tokens = tokenise(part);
    // a CJK word is its characters together: each of them alone is another word
    if (tokens.length > 1 && tokens.every((token) => token.kind === 'cjk'))
      words.add(tokens.map((token) => token.fold).join(''));
    else for (const token of tokens) words.add(token.fold);
  }
  return words;
}

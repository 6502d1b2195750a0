import { type Cue, type QuestionLanguage, studyWords } from '../../locales/index.js';
import { compilePatterns, PatternSet } from '../../patterns/index.js';
import { tokenise } from '../../text/index.js';
import { type Grammar, grammarOf } from '../words/grammar.js';

/** What a question of studies is read with. */
export interface StudyGrammar {
  /** Words of studies and of other questions alike. */
  readonly cover: Grammar;
  /** The same for mending slips: nothing is mended into a word of studies. */
  readonly spelling: Grammar;
  /** Words that say nothing elsewhere, but something here. */
  readonly heavy: ReadonlySet<string>;
  /** Words that tell the language. */
  readonly telling: ReadonlySet<string>;
}

/** Telling words of studies in a language: longer ones, which other languages hardly have. */
export function studyVocabulary(language: QuestionLanguage): ReadonlySet<string> | undefined {
  return studyGrammarOf(language)?.telling;
}

/** Shorter words are found in several languages. */
const shortestTelling = 6;

const grammars = new Map<QuestionLanguage, StudyGrammar>();

/** Compiled once a process; undefined for languages whose words of studies are not known. */
export function studyGrammarOf(language: QuestionLanguage): StudyGrammar | undefined {
  const words = studyWords[language];
  const known = grammars.get(language);
  if (words === undefined || known !== undefined) return known;
  const grammar = grammarOf(language);
  const own = Object.entries(words.cues).flatMap(([cue, source]) =>
    compilePatterns(source, `study:${cue}` as Cue),
  );
  const cues = new PatternSet([...grammar.cues.patterns, ...own]);
  const spelling: Grammar = {
    ...grammar,
    cues,
    known: new Set([...grammar.known, ...cues.vocabulary]),
    prefixes: [...new Set([...grammar.prefixes, ...cues.prefixes])],
    compounding: cues.vocabulary,
  };
  const made: StudyGrammar = {
    spelling,
    cover: { ...spelling, meaningful: new Set([...grammar.meaningful, ...cues.vocabulary]) },
    telling: new Set(
      [...new PatternSet(own).vocabulary].filter((word) => word.length >= shortestTelling),
    ),
    heavy: new Set(words.heavy.split(' ').flatMap((word) => tokenise(word).map((t) => t.fold))),
  };
  grammars.set(language, made);
  return made;
}

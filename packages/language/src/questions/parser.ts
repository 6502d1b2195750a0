import { type Catalogue, createLexicon, partialWeight } from '../linking/index.js';
import { locales, type QuestionLanguage } from '../locales/index.js';
import { tokenise } from '../text/index.js';
import { type CalendarOptions, timeContext } from '../time/index.js';
import type { Assumption } from './building/assumption.js';
import { buildFrames } from './building/build-frames.js';
import type { BuildContext, BuiltFrames } from './building/built.js';
import { readCommand } from './commands/read-command.js';
import { coverQuestion } from './cover/cover.js';
import { buildFollowUp, type FollowUp } from './follow-up/build-follow-up.js';
import { followedAnswer } from './follow-up/followed-answer.js';
import type { Frame } from './frame/frame.js';
import type { Clarify, Outcome, PreviousAnswer } from './frame/outcome.js';
import { readQuestion } from './reading/read-question.js';
import { type Reading, textOf } from './reading/reading.js';
import { spokenFigures } from './reading/spoken-figures.js';
import { spokenMeasures } from './reading/spoken-measures.js';
import { type ReadStudy, readStudy } from './studies/read-study.js';
import { studyGrammarOf } from './studies/study-grammar.js';
import { withThings } from './studies/things.js';
import { assumptionTexts } from './telling/assumption-texts.js';
import { declineOf } from './telling/decline.js';
import { interpret } from './telling/interpret.js';
import { fill } from './telling/labels.js';
import { type Suggestion, suggestCompletions } from './telling/suggest.js';
import { grammarOf } from './words/grammar.js';
import { likelyLanguages } from './words/likely-languages.js';
import { withoutPurpose } from './words/purpose.js';
import { prepareWords, type Word } from './words/words.js';

/** What a question comes with. */
export interface ParseOptions {
  /** The last answered outcome of the conversation. */
  readonly previous?: PreviousAnswer | undefined;
  /** BCP 47; a hint, the words of the question weigh more. */
  readonly locale?: string | undefined;
}

/** Questions in plain words over one catalogue and calendar. */
export interface QuestionParser {
  /** Never throws, never guesses silently; bounded by the length limit (1,000 characters). */
  parse(text: string, options?: ParseOptions): Outcome;
  /** Completions of what is being typed, likeliest first, at most eight. */
  suggest(prefix: string, options?: ParseOptions): readonly Suggestion[];
}

const longestQuestion = 1000;
const mostTokens = 160;
const mostSuggestions = 4;

/**
 * A parser for one catalogue. Building it indexes the catalogue; keep it between questions.
 * @throws RangeError when `now` or `timeZone` is not valid
 */
export function createQuestionParser(
  catalogue: Catalogue,
  options: CalendarOptions,
): QuestionParser {
  const lexicon = createLexicon(catalogue);
  const things = withThings(catalogue, lexicon);
  const calendar = timeContext(options);

  const readIn = (
    said: string,
    language: QuestionLanguage,
    previous: PreviousAnswer | undefined,
  ): Outcome => {
    const { question: text, purposes } = withoutPurpose(said, language);
    const grammar = grammarOf(language);
    const tokens = tokenise(text);
    const words = prepareWords(tokens, language, grammar, lexicon);
    const context: BuildContext = {
      catalogue,
      lexicon,
      language,
      text,
      time: { ...calendar, dayFirst: locales[language].dayFirst },
    };
    const command = readCommand(text, words, grammar, context);
    if (command !== undefined) return command;
    const before = previous?.frame.intent === 'study' ? previous.frame : undefined;
    const study = readStudy(tokens, things, context, before);
    if (study !== undefined) return studyOutcome(study, context, previous, purposes);
    const cover = spokenMeasures(coverQuestion(words, grammar, lexicon), words, context);
    const pieces = spokenFigures(cover, words, context);
    const reading = readQuestion(pieces, words, context);
    const followed = followedAnswer(reading, previous);
    const built =
      followed === undefined
        ? buildFrames(reading, context)
        : buildFollowUp(reading, followed, context);
    const outcome = outcomeOf(built, reading, context, {
      previous,
      follows: followed !== undefined,
      purposes,
    });
    return isLeftOver(outcome, context)
      ? declineOf(
          { reason: 'unsupported', said: text.trim() },
          text,
          catalogue,
          language,
          reading.spans,
        )
      : outcome;
  };

  const read = (text: string, { previous, locale }: ParseOptions): Outcome => {
    const hint = locale ?? previous?.language;
    if (text.length > longestQuestion) {
      const start = text.slice(0, 200);
      const [language = 'en'] = likelyLanguages(start, tokenise(start), lexicon, hint);
      return declineOf({ reason: 'too_long' }, '', catalogue, language);
    }
    const tokens = tokenise(text);
    const languages = likelyLanguages(text, tokens, lexicon, hint);
    const [main = 'en'] = languages;
    if (!tokens.some((t) => t.kind !== 'punctuation'))
      return declineOf({ reason: 'empty' }, '', catalogue, main);
    if (tokens.length > mostTokens) return declineOf({ reason: 'too_long' }, '', catalogue, main);
    let best: Outcome | undefined;
    for (const language of languages) {
      const outcome = readIn(text, language, previous);
      if (outcome.kind !== 'decline') return outcome;
      best ??= outcome;
    }
    return best ?? declineOf({ reason: 'out_of_scope', said: text.trim() }, text, catalogue, main);
  };

  /** Only what can be answered is suggested, and each thing once. */
  const holding = (outcome: Outcome): Outcome => {
    if (outcome.kind !== 'decline') return outcome;
    const byFrame = new Map<string, string>();
    for (const text of outcome.suggestions) {
      const suggested = read(text, { locale: outcome.language });
      const frame = suggested.kind === 'answer' ? JSON.stringify(suggested.frame) : undefined;
      if (frame !== undefined && !byFrame.has(frame)) byFrame.set(frame, text);
    }
    return { ...outcome, suggestions: [...byFrame.values()].slice(0, mostSuggestions) };
  };

  return {
    parse: (text, options = {}) => holding(read(text, options)),
    suggest(prefix, { locale, previous } = {}) {
      const text = prefix.slice(-200);
      const [language = 'en'] = likelyLanguages(
        text,
        tokenise(text),
        lexicon,
        locale ?? previous?.language,
      );
      return suggestCompletions(text, catalogue, language);
    },
  };
}

/** What a person is told of what was built: an answer, a question back, or a decline. */
function outcomeOf(
  built: FollowUp,
  reading: Reading,
  context: BuildContext,
  asked: {
    readonly previous: PreviousAnswer | undefined;
    readonly follows: boolean;
    readonly purposes: readonly string[];
  },
): Outcome {
  const { catalogue, language } = context;
  const { spans } = reading;
  if (built.kind === 'decline') {
    const { kind: _, ...cause } = built;
    return declineOf(cause, context.text, catalogue, language, spans);
  }
  const [frame, ...others] = built.frames;
  if (frame === undefined) {
    const said = context.text.trim();
    return declineOf({ reason: 'out_of_scope', said }, said, catalogue, language, spans);
  }
  if (others.length > 0 || built.asks === 'value') return questionBack(built, reading, context);
  return {
    kind: 'answer',
    frame,
    confidence: confidenceOf(reading, frame, asked.follows),
    interpretation: interpret(frame, catalogue, language),
    assumptions: assumptionTexts(
      [
        ...mendedWords(reading),
        ...partsOfNames(reading),
        ...built.assumptions,
        ...ignoredWords(reading.passedOver, asked.purposes),
      ],
      catalogue,
      language,
    ),
    spans,
    language,
    ...(built.synonym === undefined ? {} : { synonym: built.synonym }),
    history: historyOf(asked.previous, built.undo === true),
  };
}

/**
 * Whether a funnel or retention was read into a question of which studies, whose words of the
 * language are known, could make nothing: part of it would be passed over.
 */
function isLeftOver(outcome: Outcome, { catalogue, language }: BuildContext): boolean {
  if (outcome.kind !== 'answer' || catalogue.studies === undefined) return false;
  const { intent } = outcome.frame;
  return (intent === 'funnel' || intent === 'retention') && studyGrammarOf(language) !== undefined;
}

/** What a person is told of a question that an engine of its own answers. */
function studyOutcome(
  { built, spans, words, passedOver }: ReadStudy,
  { catalogue, language, text }: BuildContext,
  previous: PreviousAnswer | undefined,
  purposes: readonly string[],
): Outcome {
  if (built.kind === 'decline') {
    const { kind: _, ...cause } = built;
    return declineOf(cause, text, catalogue, language, spans);
  }
  const [frame, ...others] = built.frames;
  if (frame === undefined)
    return declineOf(
      { reason: 'out_of_scope', said: text.trim() },
      text,
      catalogue,
      language,
      spans,
    );
  const { texts } = locales[language];
  if (others.length > 0) {
    return {
      kind: 'clarify',
      question: built.asks === 'date' ? texts.whichDate : fill(texts.whichMeaning, built.about),
      options: built.frames.map((one) => ({
        label: interpret(one, catalogue, language),
        frame: one,
      })),
      spans,
      language,
    };
  }
  const mended = words.filter((word) => word.mended !== undefined);
  const slips = mended.map(
    (word): Assumption => ({ key: 'readAs', args: [word.text, word.mended ?? ''] }),
  );
  return {
    kind: 'answer',
    frame,
    confidence: Math.round(100 * 0.97 ** mended.length) / 100,
    interpretation: interpret(frame, catalogue, language),
    assumptions: assumptionTexts(
      [...slips, ...built.assumptions, ...ignoredWords(passedOver, purposes)],
      catalogue,
      language,
    ),
    spans: [...spans].sort((a, b) => a.from - b.from),
    language,
    history: historyOf(previous, false),
  };
}

/** What slips were read as: a value as the data spells it, every other word as it is known. */
function mendedWords(reading: Reading): Assumption[] {
  const { mended, values, words } = reading;
  return mended
    .map((word) => ({ word, at: words.indexOf(word) }))
    .map(({ word, at }) => {
      const value = values.find(({ piece }) => piece.from <= at && piece.to > at);
      const spelled = value?.options[0]?.value;
      return typeof spelled === 'string'
        ? { key: 'readAs', args: [textOf(reading, value?.piece), spelled] }
        : { key: 'readAs', args: [word.text, word.mended ?? ''] };
    });
}

/** Words and clauses that nothing was done about, each once. */
function ignoredWords(words: readonly Word[], purposes: readonly string[]): Assumption[] {
  const said = [...new Set([...words.map(({ text }) => text), ...purposes])];
  return said.length === 0 ? [] : [{ key: 'ignored', args: said }];
}

/** Which category a part of its name was read as. */
function partsOfNames(reading: Reading): Assumption[] {
  return reading.values
    .filter(({ weight }) => weight === partialWeight)
    .flatMap(({ piece, options: [option] }): Assumption[] =>
      typeof option?.value === 'string'
        ? [{ key: 'readAs', args: [textOf(reading, piece), option.value] }]
        : [],
    );
}

function questionBack(
  { asks, about, frames }: BuiltFrames,
  { spans }: Reading,
  { catalogue, language }: BuildContext,
): Clarify {
  const { texts } = locales[language];
  const whichWord = about === '' ? texts.whichMetric : fill(texts.whichMeaning, about);
  return {
    kind: 'clarify',
    question: asks === 'date' ? texts.whichDate : whichWord,
    options: frames
      .slice(0, 4)
      .map((frame) => ({ label: interpret(frame, catalogue, language), frame })),
    spans,
    language,
  };
}

/** Frames before the new one, newest first. */
function historyOf(previous: PreviousAnswer | undefined, undone: boolean): readonly Frame[] {
  if (previous === undefined) return [];
  const history = previous.history ?? [];
  return undone ? history.slice(1) : [previous.frame, ...history].slice(0, 20);
}

/** How sure the reading is: the weakest link, less a little for each slip mended. */
function confidenceOf(reading: Reading, frame: Frame, follows: boolean): number {
  const weights = [...reading.metrics, ...reading.dimensions, ...reading.values].map(
    (slot) => slot.weight,
  );
  const weakest = Math.min(1, ...weights);
  const bare = frame.metrics.length > 0 && reading.metrics.length === 0 && !follows ? 0.85 : 1;
  return Math.round(100 * Math.max(0.05, weakest * bare * 0.97 ** reading.mended.length)) / 100;
}

import { type Catalogue, createLexicon } from '../linking/index.js';
import { locales, type QuestionLanguage } from '../locales/index.js';
import { tokenise } from '../text/index.js';
import { type CalendarOptions, timeContext } from '../time/index.js';
import { buildFrames } from './building/build-frames.js';
import type { Assumption, BuildContext } from './building/built.js';
import { readCommand } from './commands/read-command.js';
import { coverQuestion } from './cover/cover.js';
import { buildFollowUp, type FollowUp, isFollowUp } from './follow-up/build-follow-up.js';
import type { Decline, Frame, Outcome, PreviousAnswer } from './frame/frame.js';
import { readQuestion } from './reading/read-question.js';
import type { Reading } from './reading/reading.js';
import { assumptionTexts, fill, interpret, labelOf } from './telling/interpret.js';
import { type Suggestion, suggestCompletions, suggestQuestions } from './telling/suggest.js';
import { grammarOf } from './words/grammar.js';
import { likelyLanguages } from './words/likely-languages.js';
import { prepareWords } from './words/words.js';

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

/**
 * A parser for one catalogue. Building it indexes the catalogue; keep it between questions.
 * @throws RangeError when `now` or `timeZone` is not valid
 */
export function createQuestionParser(
  catalogue: Catalogue,
  options: CalendarOptions,
): QuestionParser {
  const lexicon = createLexicon(catalogue);
  const calendar = timeContext(options);

  const readIn = (
    text: string,
    language: QuestionLanguage,
    previous: PreviousAnswer | undefined,
  ) => {
    const grammar = grammarOf(language);
    const words = prepareWords(tokenise(text), language, grammar, lexicon);
    const context: BuildContext = {
      catalogue,
      lexicon,
      language,
      text,
      time: { ...calendar, dayFirst: locales[language].dayFirst },
    };
    const command = readCommand(text, words, grammar, context);
    if (command !== undefined) return command;
    const reading = readQuestion(coverQuestion(words, grammar, lexicon), words, context);
    const follows = previous !== undefined && isFollowUp(reading, previous);
    const built: FollowUp = follows
      ? buildFollowUp(reading, previous, context)
      : buildFrames(reading, context);
    return outcomeOf(built, reading, context, previous, follows);
  };

  return {
    parse(text, { previous, locale } = {}) {
      const hint = locale ?? previous?.language;
      if (text.length > longestQuestion)
        return decline(
          'too_long',
          '',
          likelyLanguages(text.slice(0, 200), tokenise(text.slice(0, 200)), lexicon, hint)[0] ??
            'en',
        );
      const tokens = tokenise(text);
      const languages = likelyLanguages(text, tokens, lexicon, hint);
      const main = languages[0] ?? 'en';
      if (!tokens.some((t) => t.kind !== 'punctuation')) return decline('empty', '', main);
      if (tokens.length > mostTokens) return decline('too_long', '', main);
      let best: Outcome | undefined;
      for (const language of languages) {
        const outcome = readIn(text, language, previous);
        if (outcome.kind !== 'decline') return outcome;
        best ??= outcome;
      }
      return best ?? decline('out_of_scope', text.trim(), main);
    },
    suggest(prefix, { locale, previous } = {}) {
      const text = prefix.slice(-200);
      const language =
        likelyLanguages(text, tokenise(text), lexicon, locale ?? previous?.language)[0] ?? 'en';
      return suggestCompletions(text, catalogue, language);
    },
  };

  function decline(
    reason: Decline['reason'],
    about: string,
    language: QuestionLanguage,
    spans: Decline['spans'] = [],
  ): Decline {
    const { texts } = locales[language];
    const known = catalogue.metrics
      .slice(0, 4)
      .map((m) => m.label)
      .join(', ');
    const [blocked, by] = about.split('|');
    const told =
      reason === 'not_joinable'
        ? fill(texts.notJoinable, labelOf(catalogue, blocked ?? ''), labelOf(catalogue, by ?? ''))
        : undefined;
    const message =
      told ??
      [
        about === ''
          ? ''
          : fill(reason === 'unsupported' ? texts.unsupported : texts.unknown, about.slice(0, 80)),
        fill(texts.nothing, known),
      ]
        .filter((s) => s !== '')
        .join(' ');
    return {
      kind: 'decline',
      reason,
      message,
      suggestions: suggestQuestions(about, catalogue, language),
      spans,
      language,
    };
  }

  function outcomeOf(
    built: FollowUp,
    reading: Reading,
    context: BuildContext,
    previous: PreviousAnswer | undefined,
    follows: boolean,
  ): Outcome {
    const { language } = context;
    if (built.kind === 'decline')
      return decline(built.reason, built.about, language, reading.spans);
    const [frame] = built.frames;
    if (frame === undefined)
      return decline('out_of_scope', context.text.trim(), language, reading.spans);
    const { texts } = locales[language];
    if (built.frames.length > 1) {
      const question =
        built.asks === 'date'
          ? texts.whichDate
          : built.about === ''
            ? texts.whichMetric
            : fill(texts.whichMeaning, built.about);
      return {
        kind: 'clarify',
        question,
        options: built.frames
          .slice(0, 4)
          .map((f) => ({ label: interpret(f, catalogue, language), frame: f })),
        spans: reading.spans,
        language,
      };
    }
    const mended: Assumption[] = reading.mended
      .filter((word) => reading.spans.some((span) => span.from <= word.from && span.to >= word.to))
      .map((word) => ({ key: 'readAs', args: [word.text, word.mended ?? ''] }));
    const history =
      built.undo === true
        ? (previous?.history ?? []).slice(1)
        : previous === undefined
          ? []
          : [previous.frame, ...(previous.history ?? [])].slice(0, 20);
    return {
      kind: 'answer',
      frame,
      confidence: confidenceOf(reading, frame, follows),
      interpretation: interpret(frame, catalogue, language),
      assumptions: assumptionTexts([...mended, ...built.assumptions], catalogue, language),
      spans: reading.spans,
      language,
      ...(built.synonym === undefined ? {} : { synonym: built.synonym }),
      history,
    };
  }
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

export { labelOf };

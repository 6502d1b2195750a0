import { Problem, type TenantId } from '@olympus/core';
import {
  type Answer,
  chipsOf,
  type Decline,
  type FigureFrame,
  type ProposedSynonym,
  type QuestionLanguage,
  type StudyFrame,
} from '@olympus/language';
import type { Analytics } from '../analytics.js';
import { answerFrame } from './answers/answer-frame.js';
import { type Answered, createAsking } from './answers/asking.js';
import { answerStudy } from './answers/studies/answer-study.js';
import { studyOfIntent } from './answers/studies/study-of-intent.js';
import { createStudying, type StudyEngines } from './answers/studies/studying.js';
import type { AskAnswer } from './ask-answer.js';
import type { Goals } from './goals.js';
import { contradiction } from './premise.js';
import { type AskSuggestions, exampleQuestions, followUps } from './proposals.js';
import { type ProposedFrame, readQuestion, tongueOf } from './read-question.js';
import { keepSynonym } from './synonyms.js';
import {
  createTenantLanguages,
  type LanguageDependencies,
  type TenantLanguage,
} from './tenant-parsers.js';

/** Longest question, in UTF-16 units. */
const longestQuestion = 2_000;

/** A question of somebody who may read the tenant's analytics. */
export interface AskRequest {
  readonly tenantId: TenantId;
  readonly question: string;
  /** BCP 47; a hint, the words of the question weigh more. */
  readonly locale?: string | undefined;
  /** The last answered outcome of the conversation, which a follow-up changes. */
  readonly previous?: Answer | undefined;
  /**
   * A frame that was proposed before (an option, a chip taken away) and is to be answered instead of
   * reading the question. It is checked against the model like any other.
   */
  readonly frame?: ProposedFrame | undefined;
  /** Whether the caller may see the SQL. */
  readonly showSql?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface AskDependencies extends Omit<LanguageDependencies, 'goals'> {
  readonly analytics: StudyEngines &
    Pick<Analytics, 'query' | 'model' | 'engines' | 'trends' | 'cohorts'>;
}

/** Questions in plain words. */
export interface Ask {
  /**
   * Reads a question and answers it, asks back, or declines. What cannot be answered from the
   * tenant's model is a decline, not a fault.
   * @throws Problem `question_too_long`, `invalid_frame`, `tenant_not_found`, `query_timeout`, `too_busy`
   */
  ask(request: AskRequest): Promise<AskAnswer>;
  /** Completions of what is being typed that can be asked; where there are none, questions to begin with. */
  suggest(tenant: TenantId, typed: string, locale?: string): Promise<AskSuggestions>;
  /** Keeps a word that somebody used for something of the model. @throws Problem `invalid_synonym` */
  keep(tenant: TenantId, synonym: ProposedSynonym): Promise<void>;
  /** Lets questions name targets; a room below keeps them. */
  setGoals(goals: Goals): void;
}

/** What a question is answered with, with the targets that a room below keeps. */
type Dependencies = AskDependencies & Pick<LanguageDependencies, 'goals'>;

const mostSuggestions = 4;
const withoutData = { data: null, insights: [] } as const;

export function createAsk(given: AskDependencies): Ask {
  let goals: Goals | undefined;
  const deps: Dependencies = { ...given, goals: () => goals };
  const languages = createTenantLanguages(deps);
  return {
    setGoals: (port) => {
      goals = port;
    },
    ask: async (request) => {
      const { question } = request;
      if (question.length > longestQuestion) throw tooLong(question);
      const language = await languages.get(request.tenantId);
      const outcome = readQuestion(request, language);
      switch (outcome.kind) {
        case 'answer':
          return answer(deps, request, language, outcome);
        case 'clarify':
          return {
            question,
            outcome,
            frame: null,
            ...withoutData,
            confidence: null,
            chips: [],
            suggestions: outcome.options.map(({ label }) => label),
          };
        case 'decline':
          return decline(question, outcome, language);
        default:
          throw new Error(`unknown outcome ${String(outcome satisfies never)}`);
      }
    },
    suggest: async (tenant, typed, locale) => {
      const language = await languages.get(tenant);
      const options = locale === undefined ? {} : { locale };
      const completions =
        typed.trim() === ''
          ? []
          : language.parser.suggest(typed, options).filter(({ text, from }) => {
              const completed = typed.slice(0, from) + text;
              return language.parser.parse(completed, options).kind !== 'decline';
            });
      const examples =
        completions.length > 0
          ? []
          : exampleQuestions(language, tongueOf(locale ?? language.tenant.locale));
      return { completions, examples };
    },
    keep: async (tenant, synonym) => {
      const { catalogue } = await languages.get(tenant);
      const entries = synonym.kind === 'metric' ? catalogue.metrics : catalogue.dimensions;
      const names = new Set(entries.map(({ name }) => name));
      await keepSynonym(deps.platform, tenant, synonym, names);
    },
  };
}

async function answer(
  deps: Dependencies,
  request: AskRequest,
  language: TenantLanguage,
  outcome: Answer,
): Promise<AskAnswer> {
  const { question } = request;
  const { frame, confidence } = outcome;
  const { chips } = chipsOf(outcome, language.catalogue);
  const told = { question, outcome, frame, confidence, chips };
  if (frame.intent === 'help') {
    return { ...told, ...withoutData, suggestions: exampleQuestions(language, outcome.language) };
  }
  if (frame.intent === 'command') return { ...told, ...withoutData, suggestions: [] };
  const study = studyOfIntent(frame, language.catalogue);
  const result =
    study === undefined
      ? await answerFrame(askingOf(deps, request, language, outcome, frame as FigureFrame))
      : await studied(deps, request, language, outcome, study);
  if (result.kind === 'answered') {
    const { data } = result;
    const insights = [...contradiction(outcome, data), ...result.insights];
    return { ...told, data, insights, suggestions: followUps(outcome, language) };
  }
  const declined: Decline = {
    kind: 'decline',
    reason: 'unsupported',
    said: '',
    message: result.message,
    suggestions: exampleQuestions(language, outcome.language),
    spans: outcome.spans,
    language: outcome.language,
  };
  return decline(question, declined, language);
}

function askingOf(
  { analytics, clock }: Dependencies,
  { showSql, signal, locale }: AskRequest,
  language: TenantLanguage,
  outcome: Answer,
  frame: FigureFrame,
) {
  return createAsking(analytics, {
    frame,
    language,
    tongue: outcome.language,
    locale: localeOf(outcome.language, locale, language.tenant.locale),
    nowMs: clock.now(),
    scope: { showSql, signal },
  });
}

function studied(
  { analytics, goals }: Dependencies,
  { signal, locale }: AskRequest,
  language: TenantLanguage,
  outcome: Answer,
  frame: StudyFrame,
): Promise<Answered> {
  const tongue = outcome.language;
  return answerStudy(
    createStudying(analytics, {
      frame,
      language,
      tongue,
      locale: localeOf(tongue, locale, language.tenant.locale),
      goals: goals(),
      signal,
    }),
  );
}

/**
 * A decline with suggestions that hold: questions near to its own words, or where nothing is near,
 * what can be asked in general. Each was read before it is offered.
 */
function decline(question: string, outcome: Decline, language: TenantLanguage): AskAnswer {
  const suggestions =
    outcome.suggestions.length > 0
      ? outcome.suggestions
      : exampleQuestions(language, outcome.language).slice(0, mostSuggestions);
  return {
    question,
    outcome: { ...outcome, suggestions },
    frame: null,
    ...withoutData,
    confidence: null,
    chips: [],
    suggestions,
  };
}

function tooLong(question: string): Problem {
  return new Problem({
    code: 'question_too_long',
    kind: 'invalid',
    message: `A question has up to ${longestQuestion.toLocaleString('en')} characters; this one has ${question.length.toLocaleString('en')}`,
    remedy: 'Ask a shorter question.',
    at: '/question',
  });
}

/** How sentences write numbers: as the caller or the tenant does in the question's language. */
function localeOf(tongue: QuestionLanguage, ...wished: readonly (string | undefined)[]): string {
  const speaks = (locale: string | undefined) => locale?.slice(0, 2).toLowerCase() === tongue;
  return wished.find(speaks) ?? tongue;
}

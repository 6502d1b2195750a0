import { randomUUID } from 'node:crypto';
import type { Principal } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import type { Answer, Frame, Outcome } from '@olympus/language';
import type { AskedQuestion, Questions } from '@olympus/platform';
import type { Ask, AskRequest } from './ask.js';
import type { AskAnswer } from './ask-answer.js';
import { withoutPersonalData } from './without-personal-data.js';

export interface ConversationRequest extends Omit<AskRequest, 'previous' | 'showSql'> {
  /** Who asks; sees the SQL behind an answer with `sql:read`. */
  readonly asker: Principal;
  /** Of an earlier answer; undefined begins a conversation. */
  readonly conversationId: string | undefined;
}

/** What a question came to, as it is told to the asker. */
export type ToldAnswer = Omit<AskAnswer, 'outcome'> & {
  readonly outcome: ReturnType<typeof toldOutcome>;
  readonly conversation_id: string;
};

/** Questions in plain words that know of the ones before them. */
export interface Conversations {
  /**
   * Asks, and keeps the question without personal data for follow-ups and for the history.
   * @throws Problem `conversation_not_found`, and those of {@link Ask.ask}
   */
  ask(request: ConversationRequest): Promise<ToldAnswer>;
  /** The caller's own questions, the conversation with the newest question first. */
  list(
    tenant: TenantId,
    asker: Principal,
    options: Parameters<Questions['list']>[2],
  ): Promise<readonly Conversation[]>;
  /** Everyone's questions that were not answered. @throws Problem `invalid_request` */
  unanswered(
    tenant: TenantId,
    options: { readonly since?: string | undefined; readonly limit?: number | undefined },
  ): Promise<readonly UnansweredQuestion[]>;
}

export interface Conversation {
  readonly id: string;
  readonly last_asked_at: string;
  readonly questions: readonly {
    readonly id: number;
    readonly question: string;
    readonly locale: string | null;
    readonly outcome: AskedQuestion['outcome'];
    readonly reason: string | null;
    readonly interpretation: string | null;
    readonly frame: Frame | null;
    readonly asked_at: string;
  }[];
}

/** Like questions that were not answered. */
export interface UnansweredQuestion {
  readonly question: string;
  readonly count: number;
  readonly askers: number;
  readonly outcome: AskedQuestion['outcome'];
  readonly reason: string | null;
  readonly last_asked_at: string;
}

/** Questions that a follow-up looks back on for an answer. */
const lookBack = 20;

export function createConversations(ask: Ask, questions: Questions): Conversations {
  /** The last answer of the caller's conversation, which a follow-up changes. */
  async function lastAnswer(
    tenant: TenantId,
    asker: Principal,
    conversationId: string | undefined,
  ): Promise<Answer | undefined> {
    if (conversationId === undefined) return undefined;
    const asked = await questions.list(tenant, asker, { conversationId, limit: lookBack });
    if (asked.length === 0) throw conversationNotFound();
    return storedAnswer(asked.find(({ outcome }) => outcome === 'answer'));
  }

  return {
    async ask({ asker, conversationId, ...request }) {
      const { tenantId, question, locale } = request;
      const previous = await lastAnswer(tenantId, asker, conversationId);
      const showSql = asker.allows(tenantId, 'sql:read');
      const told = await ask.ask({ ...request, previous, showSql });
      const { outcome } = told;
      const kept = withoutPersonalData(question, outcome);
      const id = conversationId ?? randomUUID();
      await questions.record({
        tenantId,
        asker,
        conversationId: id,
        question: kept.question,
        locale,
        outcome: outcome.kind,
        ...(outcome.kind === 'decline' ? { reason: outcome.reason } : {}),
        ...(kept.made.kind === 'answer' ? { answer: { ...kept.made } } : {}),
      });
      return { ...told, outcome: toldOutcome(outcome), conversation_id: id };
    },
    list: async (tenant, asker, options) =>
      byConversation(await questions.list(tenant, asker, options)),
    unanswered: async (tenant, { since, limit }) => {
      const sinceMs = since === undefined ? undefined : Date.parse(since);
      if (sinceMs !== undefined && Number.isNaN(sinceMs)) throw noInstant();
      const unanswered = await questions.unanswered(tenant, { sinceMs, limit });
      return unanswered.map(({ lastAskedAt, ...one }) => ({ ...one, last_asked_at: lastAskedAt }));
    },
  };
}

/**
 * The answer that was kept with a question; it was written by this room, but maybe by a version of it
 * whose frames had fewer parts.
 */
function storedAnswer(asked: AskedQuestion | undefined): Answer | undefined {
  const answer = (asked?.answer ?? undefined) as Answer | undefined;
  if (answer === undefined) return undefined;
  const whole = (frame: Frame): Frame =>
    ({
      ...frame,
      ratio: frame.ratio ?? null,
      ranking: frame.ranking ?? null,
      study: frame.study ?? null,
    }) as Frame;
  return { ...answer, frame: whole(answer.frame), history: answer.history.map(whole) };
}

/**
 * Frames before the answer stay here: the next question of the conversation finds them. What a
 * decline is about is in its message.
 */
function toldOutcome(outcome: Outcome) {
  switch (outcome.kind) {
    case 'answer': {
      const { history: _, ...told } = outcome;
      return told;
    }
    case 'clarify':
      return outcome;
    case 'decline': {
      const { kind, reason, message, suggestions, spans, language } = outcome;
      return { kind, reason, message, suggestions, spans, language };
    }
    default:
      throw new Error(`unknown outcome ${String(outcome satisfies never)}`);
  }
}

function byConversation(asked: readonly AskedQuestion[]): readonly Conversation[] {
  const conversations = new Map<string, AskedQuestion[]>();
  for (const one of asked) {
    conversations.set(one.conversationId, [...(conversations.get(one.conversationId) ?? []), one]);
  }
  return [...conversations].map(([id, questions]) => ({
    id,
    last_asked_at: questions[0]?.createdAt ?? '',
    questions: questions.map((one) => ({
      id: one.id,
      question: one.question,
      locale: one.locale,
      outcome: one.outcome,
      reason: one.reason,
      interpretation: storedAnswer(one)?.interpretation ?? null,
      frame: storedAnswer(one)?.frame ?? null,
      asked_at: one.createdAt,
    })),
  }));
}

function conversationNotFound(): Problem {
  return new Problem({
    code: 'conversation_not_found',
    kind: 'not_found',
    message: 'There is no such conversation of yours',
    remedy: 'Leave "conversation_id" out to begin one.',
    at: '/conversation_id',
  });
}

function noInstant(): Problem {
  return new Problem({
    code: 'invalid_request',
    kind: 'invalid',
    message: '"since" is not an ISO instant',
    at: '/querystring/since',
  });
}

import type { Handlers } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { FrameParts, Intent } from '@olympus/language';
import type { Ask } from '../ask/ask.js';
import type { Conversations } from '../ask/conversations.js';
import type { askOperations } from './ask.contract.js';

export function askHandlers(
  ask: Ask,
  conversations: Conversations,
): Handlers<typeof askOperations> {
  return {
    'ask.question': async ({ tenant, input, caller, signal }) => {
      const { question, locale, frame, conversation_id: conversationId } = input;
      if (frame !== undefined && !isAnswerable(frame)) throw notAnswerable(frame.intent);
      const showSql = caller.allows(tenant, 'sql:read');
      return conversations.ask({
        tenantId: tenant,
        asker: caller,
        conversationId,
        question,
        locale,
        frame,
        showSql,
        signal,
      });
    },
    'ask.suggestions': async ({ tenant, input }) =>
      ask.suggest(tenant, input.typed ?? '', input.locale),
    'ask.conversations': async ({ tenant, input, caller }) => {
      const { conversation_id: conversationId, limit, before } = input;
      const options = { conversationId, limit, before };
      return { conversations: await conversations.list(tenant, caller, options) };
    },
    'ask.unanswered': async ({ tenant, input }) => ({
      questions: (await conversations.unanswered(tenant, input)).map((one) => ({
        question: one.question,
        count: one.count,
        askers: one.askers,
        outcome: one.outcome,
        reason: one.reason,
        last_asked_at: one.lastAskedAt,
      })),
    }),
    'ask.keep_synonym': async ({ tenant, input, note }) => {
      const { tenant_id: _, ...synonym } = input;
      await ask.keep(tenant, synonym);
      const { phrase, language } = synonym;
      note({ target: synonym.name, detail: { phrase, language } });
      return undefined;
    },
  };
}

const answerable: readonly Intent[] = ['query', 'compare', 'explain', 'forecast', 'anomalies'];

/** Help and commands are read from words only; nobody answers funnels and retention yet. */
const isAnswerable = ({ intent, steps, command }: FrameParts): boolean =>
  answerable.includes(intent) && steps.length === 0 && command === null;

function notAnswerable(intent: string): Problem {
  return new Problem({
    code: 'invalid_frame',
    kind: 'invalid',
    message: `A frame of the intent "${intent}" cannot be asked for`,
    at: '/frame/intent',
    remedy: `Use one of ${answerable.join(', ')}.`,
  });
}

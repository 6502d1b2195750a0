import type { Handlers } from '@olympus/contract';
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
      const asked = { tenantId: tenant, asker: caller, conversationId, question, locale, frame };
      return conversations.ask({ ...asked, signal });
    },
    'ask.suggestions': async ({ tenant, input }) =>
      ask.suggest(tenant, input.typed ?? '', input.locale),
    'ask.conversations': async ({ tenant, input, caller }) => {
      const { conversation_id: conversationId, limit, before } = input;
      const options = { conversationId, limit, before };
      return { conversations: await conversations.list(tenant, caller, options) };
    },
    'ask.unanswered': async ({ tenant, input }) => ({
      questions: await conversations.unanswered(tenant, input),
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

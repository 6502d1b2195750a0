import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** Completions of what is typed; with nothing typed, questions to begin with in a language. */
export const suggestionsQuery = defineTenantQuery({
  name: 'ask-suggestions',
  ledgers: [],
  fetch: (tenantId, asked: { readonly typed: string; readonly locale?: string }, signal) =>
    olympus.ask.suggestions({ tenant_id: tenantId, ...asked }, { signal }),
});

/** What the reader asked before. */
export const conversationsQuery = defineTenantQuery({
  name: 'conversations',
  ledgers: [],
  fetch: async (tenantId, _: undefined, signal) =>
    (await olympus.ask.conversations({ tenant_id: tenantId }, { signal })).conversations,
});

/** What nobody was answered. */
export const unansweredQuery = defineTenantQuery({
  name: 'unanswered',
  ledgers: [],
  fetch: async (tenantId, _: undefined, signal) =>
    (await olympus.ask.unanswered({ tenant_id: tenantId }, { signal })).questions,
});

import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** Completions of what is typed; with nothing typed, questions to begin with. */
export const suggestionsQuery = defineTenantQuery({
  name: 'ask-suggestions',
  ledgers: [],
  fetch: (tenantId, typed: string, signal) =>
    olympus.questions.suggest(tenantId, typed, { signal }),
});

/** What the reader asked before. */
export const conversationsQuery = defineTenantQuery({
  name: 'conversations',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) => olympus.questions.conversations(tenantId, { signal }),
});

/** What nobody was answered. */
export const unansweredQuery = defineTenantQuery({
  name: 'unanswered',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) => olympus.questions.unanswered(tenantId, { signal }),
});

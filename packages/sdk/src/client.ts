import type {
  AskAnswer,
  AskSuggestions,
  Conversation,
  ProposedSynonym,
  Question,
  UnansweredQuestion,
} from './ask.js';
import { type Dashboard, type DashboardRequest, dashboardPath } from './dashboard.js';
import {
  type IngestAnswer,
  type OutgoingEvent,
  type SendEventsOptions,
  sendEvents,
} from './events.js';
import { followChanges, type LiveMessage, type LiveOptions } from './live.js';
import type { ModelDescription } from './model.js';
import type { MetricQuery, QueryAnswer } from './query.js';
import type { Credentials, Session } from './session.js';
import { type ClientOptions, createTransport, type RequestOptions, readJson } from './transport.js';

/** The HTTP interface, typed. Every method throws ProblemError on a fault. */
export interface OlympusClient {
  readonly session: {
    get(options?: RequestOptions): Promise<Session>;
    /** Sets the browser's session cookie. `wrong_credentials` when they are. */
    signIn(credentials: Credentials, options?: RequestOptions): Promise<Session>;
    signOut(options?: RequestOptions): Promise<void>;
  };
  dashboard(
    tenantId: string,
    request?: DashboardRequest,
    options?: RequestOptions,
  ): Promise<Dashboard>;
  query(query: MetricQuery, options?: RequestOptions): Promise<QueryAnswer>;
  model(tenantId: string, options?: RequestOptions): Promise<ModelDescription>;
  /** Asks in plain words; what is not answered is an outcome, not a fault. */
  ask(question: Question, options?: RequestOptions): Promise<AskAnswer>;
  readonly questions: {
    /** Completions of what is being typed; with nothing typed, questions to begin with. */
    suggest(tenantId: string, typed: string, options?: RequestOptions): Promise<AskSuggestions>;
    /** The caller's own, newest first. */
    conversations(tenantId: string, options?: RequestOptions): Promise<readonly Conversation[]>;
    /** Everyone's that were not answered, like ones counted together. */
    unanswered(tenantId: string, options?: RequestOptions): Promise<readonly UnansweredQuestion[]>;
    /** Keeps a word for something of the model. */
    keep(tenantId: string, synonym: ProposedSynonym, options?: RequestOptions): Promise<void>;
  };
  live(tenantId: string, options?: LiveOptions): AsyncGenerator<LiveMessage, void, void>;
  readonly events: {
    send(
      events: OutgoingEvent | readonly OutgoingEvent[],
      options?: SendEventsOptions,
    ): Promise<IngestAnswer>;
  };
}

/**
 * A client of one server.
 * @example
 *   const olympus = createClient({ baseUrl: 'http://localhost:8001', apiKey: process.env.OLYMPUS_KEY });
 *   await olympus.events.send({ type: 'order.created', data: { order_id: '1001', … } });
 */
export function createClient(options: ClientOptions = {}): OlympusClient {
  const transport = createTransport(options);
  const tenantPath = (tenantId: string) => `/api/tenants/${encodeURIComponent(tenantId)}`;
  const modelPath = (tenantId: string) =>
    `/api/analytics/model?tenant_id=${encodeURIComponent(tenantId)}`;
  return {
    session: {
      get: async (request) => readJson<Session>(await transport('/api/session', request)),
      signIn: async (credentials, request) =>
        readJson<Session>(
          await transport('/api/session', { ...request, method: 'POST', body: credentials }),
        ),
      signOut: async (request) => {
        await transport('/api/session', { ...request, method: 'DELETE' });
      },
    },
    dashboard: async (tenantId, request = {}, send) =>
      readJson<Dashboard>(await transport(dashboardPath(tenantId, request), send)),
    query: async (query, send) =>
      readJson<QueryAnswer>(
        await transport('/api/analytics/query', { ...send, method: 'POST', body: query }),
      ),
    model: async (tenantId, send) =>
      readJson<ModelDescription>(await transport(modelPath(tenantId), send)),
    ask: async (question, send) =>
      readJson<AskAnswer>(
        await transport('/api/analytics/nlp/query', { ...send, method: 'POST', body: question }),
      ),
    questions: {
      suggest: async (tenantId, typed, send) => {
        const search = new URLSearchParams({ tenant_id: tenantId, typed });
        return readJson<AskSuggestions>(
          await transport(`/api/analytics/nlp/suggestions?${search}`, send),
        );
      },
      conversations: async (tenantId, send) => {
        const path = `${tenantPath(tenantId)}/conversations`;
        const { conversations } = await readJson<{ conversations: readonly Conversation[] }>(
          await transport(path, send),
        );
        return conversations;
      },
      unanswered: async (tenantId, send) => {
        const path = `${tenantPath(tenantId)}/unanswered-questions`;
        const { questions } = await readJson<{ questions: readonly UnansweredQuestion[] }>(
          await transport(path, send),
        );
        return questions;
      },
      keep: async (tenantId, synonym, send) => {
        await transport(`${tenantPath(tenantId)}/synonyms`, {
          ...send,
          method: 'POST',
          body: synonym,
        });
      },
    },
    live: (tenantId, live) => followChanges(transport, tenantId, live),
    events: { send: (events, send) => sendEvents(transport, events, send) },
  };
}

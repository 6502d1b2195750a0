import {
  type AnswerOf,
  callOperation,
  type InputOf,
  type OperationId,
  type UploadOptions,
} from './call.js';
import { type OutgoingEvent, type SendEventsOptions, sendEvents } from './events.js';
import { type IngestAnswer, operations } from './generated.js';
import { followChanges, type LiveMessage, type LiveOptions } from './live.js';
import { type ClientOptions, createTransport } from './transport.js';

type Camel<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;
type AreaOf<Id extends string> = Id extends `${infer Area}.${string}` ? Area : never;

/** Operations that are offered in a better form than one request. */
type Special = 'events.send' | 'analytics.live';

type Method<Id extends OperationId> =
  Readonly<Record<string, never>> extends InputOf<Id>
    ? (input?: InputOf<Id>, options?: UploadOptions) => Promise<AnswerOf<Id>>
    : (input: InputOf<Id>, options?: UploadOptions) => Promise<AnswerOf<Id>>;

type Areas = {
  readonly [Area in AreaOf<OperationId> as Camel<Area>]: {
    readonly [Id in Exclude<OperationId, Special> as Id extends `${Area}.${infer Verb}`
      ? Camel<Verb>
      : never]: Method<Id>;
  };
};

/**
 * The operations of one server, by area and verb: `olympus.keys.create({ … })`. Every method throws
 * ProblemError on a fault.
 */
export type OlympusClient = Areas & {
  readonly events: {
    /** Sends events as one batch, again when the server is busy; nothing is stored twice. */
    send(
      events: OutgoingEvent | readonly OutgoingEvent[],
      options?: SendEventsOptions,
    ): Promise<IngestAnswer>;
  };
  readonly analytics: {
    /** Follows a tenant's ledgers, reconnecting for as long as it is read. */
    live(tenantId: string, options?: LiveOptions): AsyncGenerator<LiveMessage, void, void>;
  };
};

/**
 * A client of one server.
 * @example
 *   const olympus = createClient({ baseUrl: 'http://localhost:8001', apiKey: process.env.OLYMPUS_KEY });
 *   await olympus.events.send({ type: 'order.created', data: { order_id: '1001', … } });
 */
export function createClient(options: ClientOptions = {}): OlympusClient {
  const transport = createTransport(options);
  const areas: Record<string, Record<string, unknown>> = {};
  for (const id of Object.keys(operations) as OperationId[]) {
    const [area = '', verb = ''] = id.split('.').map(camelCase);
    areas[area] = {
      ...areas[area],
      [verb]: (input: InputOf<OperationId> = {} as never, send?: UploadOptions) =>
        callOperation(transport, id, input, send),
    };
  }
  areas.events = {
    send: (events: OutgoingEvent | readonly OutgoingEvent[], send?: SendEventsOptions) =>
      sendEvents(transport, events, send),
  };
  areas.analytics = {
    ...areas.analytics,
    live: (tenantId: string, live?: LiveOptions) => followChanges(transport, tenantId, live),
  };
  return areas as unknown as OlympusClient;
}

const camelCase = (text: string) =>
  text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

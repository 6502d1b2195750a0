import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Given, InputOf, Operation } from '@olympus/contract';
import { Problem, type ProblemKind, systemClock } from '@olympus/core';
import jobsRoom from '@olympus/jobs/room';
import pino from 'pino';
import { contracts, type DeclaredOperation } from '../contracts.generated.js';
import { findHolder } from '../data-folder.js';
import type { Input } from '../operations/dispatcher.js';
import { toRequest } from '../operations/to-request.js';
import { openOlympus } from '../server.js';
import type { Settings } from '../settings.js';

/** A request, as far as a command says it. */
export interface Call {
  readonly method: Operation['method'];
  readonly path: string;
  /** A value sent as JSON. */
  readonly body?: unknown;
  /** Text or a file sent as it is, with its content type. */
  readonly text?: {
    readonly content: string | AsyncIterable<Uint8Array>;
    readonly type: string;
  };
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** An answer that is read as it arrives. */
export interface OpenAnswer {
  readonly status: number;
  readonly content: AsyncIterable<Uint8Array>;
}

type OperationOf<Id> = Extract<DeclaredOperation, { readonly id: Id }>;

/** The routes of the server, wherever they run. */
export interface Connection {
  /** `server`: a running process has the folder open; `folder`: this process opened it itself. */
  readonly to: 'server' | 'folder';
  /** Calls an operation. @throws Problem for every answer that is one */
  run<Id extends DeclaredOperation['id']>(
    id: Id,
    input: InputOf<OperationOf<Id>>,
  ): Promise<Given<OperationOf<Id>['answer']>>;
  /** @throws Problem for every answer that is one */
  call<T>(call: Call): Promise<T>;
  /** @throws Problem for every answer that is one, before anything of it is read */
  open(call: Call): Promise<OpenAnswer>;
  /** Lets jobs run in this process where it opened the folder itself; a server runs them anyway. */
  startQueue(): Promise<void>;
  close(): Promise<void>;
}

/** How long a server that has the folder may take to start listening. */
const patienceMs = 30_000;

/**
 * Speaks to the process that has the data folder open, or opens it here when none has: either way
 * a command runs the very routes that the server serves.
 */
export async function connect(settings: Settings): Promise<Connection> {
  const deadlineMs = Date.now() + patienceMs;
  for (let holder = findHolder(settings.dataDir); holder !== undefined; ) {
    if (holder.url !== '') return connectToServer(holder.url, holder.token);
    if (Date.now() > deadlineMs) {
      throw new Problem({
        code: 'server_not_listening',
        kind: 'unavailable',
        message: `Process ${holder.pid} has the data folder open but does not listen`,
        remedy: 'Wait until it has started, or stop it.',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    holder = findHolder(settings.dataDir);
  }
  return openHere(settings);
}

function connectToServer(url: string, token: string): Connection {
  async function send(call: Call): Promise<OpenAnswer> {
    const { body, headers } = requestOf(call, token);
    try {
      const response = await fetch(`${url}${call.path}`, {
        method: call.method,
        headers,
        ...(call.signal === undefined ? {} : { signal: call.signal }),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : webStream(body) }),
        ...(typeof body === 'object' ? { duplex: 'half' as const } : {}),
      });
      const content = response.body as ReadableStream<Uint8Array> | null;
      return { status: response.status, content: content ?? nothing() };
    } catch (cause) {
      throw new Problem({
        code: 'server_unreachable',
        kind: 'unavailable',
        message: `The server at ${url} does not answer`,
        remedy: 'It may be stopping; try again.',
        cause,
      });
    }
  }
  return {
    to: 'server',
    ...callsOver(send),
    startQueue: async () => {},
    close: async () => {},
  };
}

async function openHere(settings: Settings): Promise<Connection> {
  const log = pino(
    { level: settings.logLevel === 'silent' ? 'silent' : 'error' },
    pino.destination(2),
  );
  const olympus = await openOlympus({ settings, clock: systemClock, log, serves: false });
  const { token } = olympus.lock;
  async function send(call: Call): Promise<OpenAnswer> {
    const { body, headers } = requestOf(call, token);
    const response = await olympus.app.inject({
      method: call.method,
      url: call.path,
      headers,
      payloadAsStream: true,
      ...(call.signal === undefined ? {} : { signal: call.signal }),
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' ? body : Readable.from(body) }),
    });
    return { status: response.statusCode, content: response.stream() };
  }
  return {
    to: 'folder',
    ...callsOver(send),
    startQueue: () => olympus.service(jobsRoom).start(),
    close: () => olympus.close(),
  };
}

const operations = new Map(
  contracts.flatMap(({ operations }) => operations).map((operation) => [operation.id, operation]),
);

/** Everything that is called, over one way to send. */
function callsOver(
  send: (call: Call) => Promise<OpenAnswer>,
): Pick<Connection, 'run' | 'call' | 'open'> {
  async function call<T>(call: Call): Promise<T> {
    const { status, content } = await send(call);
    return readAnswer<T>(status, await textOf(content));
  }
  return {
    call,
    async run(id, input) {
      const operation = operations.get(id);
      if (operation === undefined) throw new Error(`There is no operation ${id}`);
      return call(toRequest(operation, input as Input));
    },
    async open(call) {
      const answer = await send(call);
      return answer.status < 400 ? answer : readAnswer(answer.status, await textOf(answer.content));
    },
  };
}

async function* nothing(): AsyncIterable<Uint8Array> {}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A file as the body of a request. */
const webStream = (content: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(content)) as unknown as NonNullable<RequestInit['body']>;

function requestOf(call: Call, token: string) {
  const type = call.text?.type ?? (call.body === undefined ? undefined : 'application/json');
  return {
    body: call.text?.content ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
    headers: {
      ...call.headers,
      authorization: `Bearer ${token}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
  };
}

const kindByStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported',
  429: 'rate_limited',
  503: 'unavailable',
  504: 'timeout',
};

interface Document {
  readonly code?: string;
  readonly detail?: string;
  readonly at?: string;
  readonly remedy?: string;
}

function readAnswer<T>(status: number, text: string): T {
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  if (status < 400) return value as T;
  const { code = 'internal_error', detail, at, remedy } = (value ?? {}) as Document;
  throw new Problem({
    code,
    kind: kindByStatus[status] ?? 'internal',
    message: detail ?? `The server answered ${status}`,
    ...(at === undefined ? {} : { at }),
    ...(remedy === undefined ? {} : { remedy }),
  });
}

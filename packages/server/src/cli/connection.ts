import { Problem, type ProblemKind, systemClock } from '@olympus/core';
import pino from 'pino';
import { findHolder } from '../data-folder.js';
import { openOlympus } from '../server.js';
import type { Settings } from '../settings.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** A value sent as JSON. */
  readonly body?: unknown;
  /** Text sent as it is, with its content type. */
  readonly text?: { readonly content: string; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The routes of the server, wherever they run. */
export interface Connection {
  /** `server`: a running process has the folder open; `folder`: this process opened it itself. */
  readonly to: 'server' | 'folder';
  /** @throws Problem for every answer that is one */
  call<T>(call: Call): Promise<T>;
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
  return {
    to: 'server',
    async call<T>(call: Call) {
      const { body, headers } = requestOf(call, token);
      let response: Response;
      try {
        response = await fetch(`${url}${call.path}`, {
          method: call.method,
          headers,
          ...(body === undefined ? {} : { body }),
        });
      } catch (cause) {
        throw new Problem({
          code: 'server_unreachable',
          kind: 'unavailable',
          message: `The server at ${url} does not answer`,
          remedy: 'It may be stopping; try again.',
          cause,
        });
      }
      return readAnswer<T>(response.status, await response.text());
    },
    async close() {},
  };
}

async function openHere(settings: Settings): Promise<Connection> {
  const log = pino(
    { level: settings.logLevel === 'silent' ? 'silent' : 'error' },
    pino.destination(2),
  );
  const olympus = await openOlympus({ settings, clock: systemClock, log, serves: false });
  const { token } = olympus.lock;
  return {
    to: 'folder',
    async call<T>(call: Call) {
      const { body, headers } = requestOf(call, token);
      const response = await olympus.app.inject({
        method: call.method,
        url: call.path,
        headers,
        ...(body === undefined ? {} : { payload: body }),
      });
      return readAnswer<T>(response.statusCode, response.body);
    },
    close: () => olympus.close(),
  };
}

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

import { type Operations, operations } from './generated.js';
import { type RequestOptions, readJson, type SendOptions, type Transport } from './transport.js';

export type OperationId = keyof Operations;
export type InputOf<Id extends OperationId> = Operations[Id]['input'];
export type AnswerOf<Id extends OperationId> = Operations[Id]['answer'];

/** A file to send, as the platform has it. */
export interface UploadOptions extends RequestOptions {
  readonly file?: Blob;
}

interface Route {
  readonly method: NonNullable<SendOptions['method']>;
  readonly path: string;
  /** What of the input is the body; the rest goes into the path and the query string. */
  readonly body: 'none' | 'members' | 'upload' | { readonly whole: string };
  readonly answer: 'json' | 'none' | 'stream' | 'file';
}

/** The operation's address with what the input puts there, and what is left for the body. */
export function requestOf(
  id: OperationId,
  input: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly send: SendOptions } {
  const route: Route = operations[id];
  const left = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = left.get(name);
    left.delete(name);
    return encodeURIComponent(String(value));
  });
  const { method } = route;
  if (route.body === 'members') {
    return {
      path,
      send: { method, ...(left.size === 0 ? {} : { body: Object.fromEntries(left) }) },
    };
  }
  const whole = typeof route.body === 'object' ? route.body.whole : undefined;
  const query = new URLSearchParams();
  for (const [name, value] of left) if (name !== whole) query.set(name, String(value));
  const search = query.size === 0 ? '' : `?${query}`;
  return {
    path: `${path}${search}`,
    send: { method, ...(whole === undefined ? {} : { body: left.get(whole) }) },
  };
}

/** Calls an operation. @throws ProblemError */
export async function callOperation<Id extends OperationId>(
  transport: Transport,
  id: Id,
  input: InputOf<Id>,
  options: UploadOptions = {},
): Promise<AnswerOf<Id>> {
  const { path, send } = requestOf(id, input as Readonly<Record<string, unknown>>);
  const { file, signal } = options;
  const response = await transport(path, {
    ...send,
    ...(signal === undefined ? {} : { signal }),
    ...(file === undefined ? {} : { file }),
  });
  const { answer } = operations[id] as Route;
  if (answer === 'json') return readJson<AnswerOf<Id>>(response);
  if (answer === 'file') return (await response.blob()) as unknown as AnswerOf<Id>;
  return undefined as AnswerOf<Id>;
}

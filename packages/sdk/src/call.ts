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
  /** `none`, `members`, `upload`, or `=` and the member of the input that is the whole body. */
  readonly body: string;
  readonly answer: 'json' | 'none' | 'stream' | 'file';
}

function routeOf(id: OperationId): Route {
  const [method, path = '', body = '', answer] = operations[id].split(' ');
  // the module that was made from the contracts has nothing else
  return { method, path, body, answer } as Route;
}

/** The operation's address with what the input puts there, and what is left for the body. */
export function requestOf(
  id: OperationId,
  input: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly send: SendOptions } {
  const route = routeOf(id);
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
  const whole = route.body.startsWith('=') ? route.body.slice(1) : undefined;
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
  const { answer } = routeOf(id);
  if (answer === 'json') return readJson<AnswerOf<Id>>(response);
  if (answer === 'file') return (await response.blob()) as unknown as AnswerOf<Id>;
  return undefined as AnswerOf<Id>;
}

import { parentPort, type TransferListItem, workerData } from 'node:worker_threads';
import type { Logger } from '@olympus/core';
import { sendFault } from './fault.js';
import { openedId, type ThreadAnswer, type ThreadData, type ThreadRequest } from './messages.js';
import type { MethodAnswer, MethodArgs, ThreadMethods } from './methods.js';

/** One call, as the thread sees it. */
export interface ThreadCall {
  /** Aborted when the caller gave up. The call still ends as its handler ends it. */
  readonly signal: AbortSignal;
  /** Tells the caller something before the answer. */
  progress(value: unknown, transfer?: readonly TransferListItem[]): void;
}

/** How a thread answers each method. */
export type ThreadHandlers<M extends ThreadMethods<M>> = {
  readonly [K in keyof M]: (
    args: MethodArgs<M, K>,
    call: ThreadCall,
  ) =>
    | MethodAnswer<M, K>
    | Transferred<MethodAnswer<M, K>>
    | Promise<MethodAnswer<M, K> | Transferred<MethodAnswer<M, K>>>;
};

export interface ThreadService<M extends ThreadMethods<M>> {
  readonly handlers: ThreadHandlers<M>;
  /** Lets go of what the thread holds; called once, before it ends. */
  close?(): Promise<void>;
}

export interface ServeOptions {
  /**
   * How answers travel. `json` suits tables of plain JSON values: for them it is several times
   * cheaper than structured cloning.
   */
  readonly answers?: 'clone' | 'json';
}

/** An answer whose buffers move to the caller instead of being copied. */
export class Transferred<T> {
  constructor(
    readonly value: T,
    readonly transfer: readonly TransferListItem[],
  ) {}
}

/**
 * The thread's side: called once, at the top of the module that the thread runs. Calls that come
 * before `open` is done wait for it; when it fails, they and the opening itself fail alike.
 * @param open  from the data the thread was started with to what it offers; log lines are written
 * by the main thread, as all others are
 */
export function serveThread<M extends ThreadMethods<M>, Data = undefined>(
  open: (data: Data, log: Logger) => Promise<ThreadService<M>> | ThreadService<M>,
  { answers = 'clone' }: ServeOptions = {},
): void {
  const port = parentPort;
  if (port === null) throw new Error('serveThread was called outside of a worker thread');
  const send = (answer: ThreadAnswer, transfer: readonly TransferListItem[] = []) =>
    port.postMessage(answer, transfer);
  const running = new Map<number, AbortController>();

  const sendValue = (id: number, answer: unknown) => {
    if (answer instanceof Transferred) send({ id, value: answer.value }, answer.transfer);
    else if (answers === 'json') send({ id, json: JSON.stringify(answer) });
    else send({ id, value: answer });
  };
  const answer = async (id: number, work: () => unknown) => {
    try {
      sendValue(id, await work());
    } catch (error) {
      send({ id, fault: sendFault(error) });
    }
  };
  const run = (
    { handlers }: ThreadService<M>,
    { id, method, args, abortable }: Extract<ThreadRequest, { method: string }>,
  ): unknown => {
    const handler: unknown = Object.hasOwn(handlers, method)
      ? handlers[method as keyof M]
      : undefined;
    if (typeof handler !== 'function') throw new Error(`The thread knows no method "${method}"`);
    const call: ThreadCall = {
      signal: abortable ? signalOf(id) : never,
      progress: (progress, transfer) => send({ id, progress }, transfer),
    };
    return handler(args, call);
  };
  const signalOf = (id: number): AbortSignal => {
    const controller = running.get(id) ?? new AbortController();
    running.set(id, controller);
    return controller.signal;
  };

  // the main thread started this one with `ThreadData` that holds what this module expects
  const { data } = workerData as ThreadData & { data: Data };
  const opening = (async () => open(data, createSendingLogger(send)))();
  let opened: ThreadService<M> | undefined;
  void answer(openedId, async () => {
    opened = await opening;
  });
  port.on('message', (request: ThreadRequest) => {
    if ('abort' in request) {
      running.get(request.abort)?.abort();
      return;
    }
    if ('close' in request) {
      void answer(request.id, async () => (await opening).close?.());
      return;
    }
    const { id, abortable } = request;
    if (abortable) signalOf(id);
    const answered = answer(id, () =>
      opened === undefined
        ? opening.then((service) => run(service, request))
        : run(opened, request),
    );
    if (abortable) void answered.finally(() => running.delete(id));
  });
}

/** Of calls that nobody can cancel. */
const never = new AbortController().signal;

function createSendingLogger(send: (answer: ThreadAnswer) => void): Logger {
  const level = (log: keyof Logger) => (fields: object, message: string) =>
    send({ log, fields: plain(fields), message });
  return { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
}

function plain(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) =>
      value instanceof Error
        ? [name, { type: value.name, message: value.message, stack: value.stack }]
        : [name, value],
    ),
  );
}

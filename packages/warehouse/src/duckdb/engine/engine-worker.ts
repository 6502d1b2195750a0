import { parentPort, workerData } from 'node:worker_threads';
import type { Logger } from '@olympus/core';
import { createEngine, type Engine } from './engine.js';
import {
  type EngineAnswer,
  type EngineRequest,
  sendFault,
  type ThreadOptions,
} from './messages.js';

const port = parentPort;
if (port !== null) {
  const send = (answer: EngineAnswer, transfer: ArrayBuffer[] = []) =>
    port.postMessage(answer, transfer);
  const { session } = workerData as ThreadOptions;
  const opened = createEngine(session, createSendingLogger(send));

  const run = async (engine: Engine, request: EngineRequest): Promise<unknown> => {
    if ('scan' in request) {
      return engine.scanHashes(request.scan, (hashes) => {
        const own = Float64Array.from(hashes);
        send({ id: request.id, hashes: own }, [own.buffer]);
      });
    }
    const call = engine[request.call] as (...args: readonly unknown[]) => Promise<unknown>;
    return call(...request.args);
  };
  const answer = (id: number, work: Promise<unknown>) =>
    work.then(
      (value) => send({ id, value: JSON.stringify(value) }),
      (error: unknown) => send({ id, fault: sendFault(error) }),
    );

  port.on('message', (request: EngineRequest) => {
    void answer(
      request.id,
      opened.then((engine) => run(engine, request)),
    );
  });
  void answer(
    0,
    opened.then(() => undefined),
  );
}

/** Log lines are written by the main thread, as all others are. */
function createSendingLogger(send: (answer: EngineAnswer) => void): Logger {
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

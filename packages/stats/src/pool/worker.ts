import { parentPort } from 'node:worker_threads';
import type { Heavy } from './heavy.js';
import type { Request, Response } from './messages.js';
import { registry } from './registry.js';

const functions = new Map<string, Heavy<readonly never[], unknown>>(Object.entries(registry));
const port = parentPort;

const answer = ({ id, name, args }: Request): Response => {
  const heavy = functions.get(name);
  if (heavy === undefined) {
    return { kind: 'failure', id, error: new Error(`The pool knows no function "${name}".`) };
  }
  let sent = Number.NEGATIVE_INFINITY;
  const progress = (share: number): void => {
    // A message for every per cent at most.
    if (!(share - sent >= 0.01)) return;
    sent = share;
    const message: Response = { kind: 'progress', id, share };
    port?.postMessage(message);
  };
  try {
    // The pool's types hold callers to the registered parameters; here they have crossed a thread.
    return { kind: 'result', id, value: heavy.run(progress, ...(args as readonly never[])) };
  } catch (error) {
    return { kind: 'failure', id, error };
  }
};

port?.on('message', (request: Request) => {
  const response = answer(request);
  try {
    port.postMessage(response);
  } catch (error) {
    // The value could not be cloned.
    const failure: Response = { kind: 'failure', id: request.id, error: String(error) };
    port.postMessage(failure);
  }
});

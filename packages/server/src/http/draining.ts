import { Server as NetServer } from 'node:net';
import type { App } from './type-provider.js';

/** How long clients may go on using connections that they hold open. */
const graceMs = 1_000;
const everyMs = 25;

/**
 * Lets go of connections without cutting a request off. No new connection is accepted; whatever
 * comes over those that are open is answered, with the word that its connection ends there. Resolves
 * when none is open any more, or when those left have carried nothing for a second.
 */
export function createDrain(app: App): () => Promise<void> {
  let draining = false;
  app.addHook('onRequest', (_request, reply, done) => {
    if (draining) reply.header('connection', 'close');
    done();
  });
  return async () => {
    draining = true;
    // `http.Server.close` would destroy kept-alive connections over which a request is on its way
    NetServer.prototype.close.call(app.server);
    for (let waitedMs = 0; waitedMs < graceMs; waitedMs += everyMs) {
      if ((await openConnections(app)) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
}

const openConnections = (app: App): Promise<number> =>
  new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

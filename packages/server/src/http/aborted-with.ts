import type { FastifyReply } from 'fastify';

/**
 * Aborted when the caller goes away, so that nobody computes what nobody reads.
 * @param controller  one that something else may abort too: a signal of several others costs far more
 */
export function abortedWith(
  reply: FastifyReply,
  controller: AbortController = new AbortController(),
): AbortSignal {
  if (reply.raw.destroyed && !reply.raw.writableFinished) controller.abort();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

import type { FastifyReply } from 'fastify';

/** Aborted when the caller goes away, so that nobody computes what nobody reads. */
export function abortedWith(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  if (reply.raw.destroyed && !reply.raw.writableFinished) controller.abort();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

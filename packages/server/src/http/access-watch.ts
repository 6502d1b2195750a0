import type { Principal } from '@olympus/contract';
import { type Clock, Problem, type ProblemKind } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Authorizer, unauthenticated } from './access.js';
import type { Authenticator } from './authentication.js';
import type { App } from './type-provider.js';

/** How late an answer ends at most whose caller's rights ended by the clock. */
const periodMs = 500;

const refusals: ReadonlySet<ProblemKind> = new Set(['unauthenticated', 'forbidden', 'not_found']);

export interface AccessWatchDeps {
  readonly authenticator: Pick<Authenticator, 'fromHeaderOrCookie'>;
  readonly authorizer: Pick<Authorizer, 'allowAgain'>;
  readonly changes: Pick<Platform['changes'], 'onAccess'>;
  readonly clock: Clock;
}

/**
 * Ends every answer that is still under way to somebody who may no longer have it: live streams,
 * subscriptions, files, uploads. Whoever calls is found again and allowed again, by the same code as at
 * the beginning: as soon as rights change in this process or another on its bus, and twice a second for
 * those that end by the clock.
 */
export function watchAccess(app: App, deps: AccessWatchDeps): void {
  const underWay = new Map<FastifyRequest, FastifyReply>();

  async function callerNow(request: FastifyRequest, before: Principal): Promise<Principal> {
    if (deps.clock.now() >= before.endsAtMs) throw unauthenticated();
    // a token says itself what it allows until it ends; the command line's own never ends
    if (before.kind === 'token' || before.kind === 'system') return before;
    const now = await deps.authenticator.fromHeaderOrCookie(request);
    if (now?.id !== before.id) throw unauthenticated();
    return now;
  }

  async function look(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { principal } = request;
    if (principal === null || !isLasting(request, reply)) return;
    try {
      await deps.authorizer.allowAgain(request, await callerNow(request, principal));
    } catch (error) {
      // a control store that does not answer says nothing about the caller: the next look will
      // broken off: half a file must not look like a whole one
      if (error instanceof Problem && refusals.has(error.kind)) reply.raw.destroy();
    }
  }

  const lookAtAll = () => {
    for (const [request, reply] of underWay) void look(request, reply);
  };
  const stopListening = deps.changes.onAccess(lookAtAll);
  const clockwork = setInterval(lookAtAll, periodMs).unref();
  app.addHook('onClose', async () => {
    stopListening();
    clearInterval(clockwork);
  });
  app.addHook('onRequest', (request, reply, done) => {
    // what is answered in one piece is not looked at: nearly all requests
    if (request.routeOptions.config.lasts === false) return done();
    underWay.set(request, reply);
    reply.raw.once('close', () => underWay.delete(request));
    done();
  });
}

/**
 * Whether a part of it went out, or comes in, already. What is answered in one piece is let finish: the
 * caller was allowed when it was asked, and may be the one whose rights it ends.
 */
function isLasting(request: FastifyRequest, { raw }: FastifyReply): boolean {
  return raw.headersSent || request.routeOptions.config.upload === true;
}

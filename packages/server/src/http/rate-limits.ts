import type { Cost } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimit {
  readonly name: string;
  /** Requests allowed in each window. */
  readonly points: number;
  readonly windowSeconds: number;
}

export interface RateLimits {
  /** Each caller, collector routes. */
  readonly ingest: RateLimit;
  /** Each caller, everything else. */
  readonly api: RateLimit;
  /** Each caller, operations that keep the server busy. */
  readonly heavy: RateLimit;
  /** Each address, for callers without credentials. */
  readonly anonymous: RateLimit;
  /** Each address, trying to sign in. */
  readonly signIn: RateLimit;
}

export const defaultRateLimits: RateLimits = {
  ingest: { name: 'ingest', points: 600_000, windowSeconds: 10 },
  api: { name: 'api', points: 120_000, windowSeconds: 60 },
  heavy: { name: 'heavy', points: 120, windowSeconds: 60 },
  anonymous: { name: 'anonymous', points: 1_200, windowSeconds: 60 },
  signIn: { name: 'sign_in', points: 10, windowSeconds: 300 },
};

export interface Limiter {
  /** Counts a request. @throws Problem `rate_limited` */
  consume(key: string, reply: FastifyReply): Promise<void>;
}

/** The limiters that calls count against. */
export interface Limiters {
  /** For callers without credentials, and with bad ones: nobody tries many of them. */
  readonly anonymous: Limiter;
  readonly signIn: Limiter;
  /** Counts a call by what it asks of the server. @throws Problem `rate_limited` */
  consume(cost: Cost, request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export function createLimiters(limits: RateLimits): Limiters {
  const anonymous = createLimiter(limits.anonymous, { headers: true });
  const known = createLimiter(limits.api, { headers: true });
  const heavy = createLimiter(limits.heavy, { headers: true });
  const ingest = createLimiter(limits.ingest, { headers: false });
  const limiterOf = (cost: Cost, isKnown: boolean): Limiter => {
    if (cost === 'ingest') return ingest;
    if (cost === 'heavy') return heavy;
    return isKnown ? known : anonymous;
  };
  return {
    anonymous,
    signIn: createLimiter(limits.signIn, { headers: true }),
    consume: (cost, request, reply) =>
      cost === 'free'
        ? Promise.resolve()
        : limiterOf(cost, request.principal !== null).consume(callerKey(request), reply),
  };
}

function createLimiter(limit: RateLimit, options: { headers: boolean }): Limiter {
  const memory = new RateLimiterMemory({ points: limit.points, duration: limit.windowSeconds });
  const policy = `"${limit.name}";q=${limit.points};w=${limit.windowSeconds}`;
  const state = (result: RateLimiterRes) =>
    `"${limit.name}";r=${Math.max(0, result.remainingPoints)};t=${Math.ceil(result.msBeforeNext / 1000)}`;
  return {
    async consume(key, reply) {
      try {
        const result = await memory.consume(key);
        if (!options.headers) return;
        reply.header('ratelimit-policy', policy).header('ratelimit', state(result));
      } catch (rejected) {
        if (!(rejected instanceof RateLimiterRes)) throw rejected;
        reply.header('ratelimit-policy', policy).header('ratelimit', state(rejected));
        throw tooMany(limit, Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)));
      }
    },
  };
}

function tooMany(limit: RateLimit, retryAfterSeconds: number): Problem {
  return new Problem({
    code: 'rate_limited',
    kind: 'rate_limited',
    message: `More than ${limit.points} requests within ${limit.windowSeconds} seconds`,
    remedy: `Wait ${retryAfterSeconds} seconds.`,
    retryAfterSeconds,
  });
}

export const callerKey = (request: FastifyRequest): string =>
  request.principal === null
    ? `ip:${request.ip}`
    : `${request.principal.kind}:${request.principal.id}`;

import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Platform, Principal, Role, User } from '@olympus/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { SessionAnswer } from '../answer-schemas.js';
import { sessionCookie } from '../authentication.js';
import { createLimiter, type RateLimits } from '../rate-limits.js';
import type { App } from '../type-provider.js';

const tags = ['session'];

export interface SessionDeps {
  readonly platform: Pick<Platform, 'users' | 'sessions' | 'links' | 'tenants' | 'audit'>;
  readonly environment: string;
  readonly clock: Clock;
  readonly rateLimits: RateLimits;
}

/** Signing in and out of the web page. */
export function registerSessionRoutes(app: App, deps: SessionDeps): void {
  const { platform, environment, clock, rateLimits } = deps;
  const limiter = createLimiter(rateLimits.signIn, { headers: true });

  async function describeSession(principal: Principal | null) {
    if (principal === null || principal.kind !== 'user') {
      return { user: null, tenants: [], environment };
    }
    const user = await platform.users.get(principal.id);
    if (user === undefined) return { user: null, tenants: [], environment };
    const ids =
      principal.tenants === 'all'
        ? (await platform.tenants.list()).map(({ id }) => id)
        : principal.tenants;
    const tenants = [];
    for (const id of ids) {
      const tenant = await platform.tenants.get(id);
      if (tenant === undefined) continue;
      tenants.push({
        id,
        name: tenant.name,
        role: await roleOf(user, id),
        time_zone: tenant.timeZone,
        currency: tenant.currency,
        locale: tenant.locale,
        week_start: tenant.weekStart,
        demo: tenant.demo,
      });
    }
    return { user: { id: user.id, email: user.email, name: user.name }, tenants, environment };
  }

  /** An operator may do what an owner may, member or not. */
  async function roleOf(user: User, id: TenantId): Promise<Role> {
    const members = await platform.users.list(id);
    return members.find((member) => member.id === user.id)?.role ?? 'owner';
  }

  async function startSession(reply: FastifyReply, userId: string): Promise<Principal | null> {
    const { token, expiresAt } = await platform.sessions.create(userId);
    reply.setCookie(sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: environment !== 'development',
      maxAge: Math.max(0, Math.floor((Date.parse(expiresAt) - clock.now()) / 1000)),
    });
    return (await platform.sessions.resolve(token)) ?? null;
  }

  app.get(
    '/api/session',
    {
      config: { access: { permission: 'public' } },
      schema: { tags, summary: 'Who is signed in', response: { 200: SessionAnswer } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return describeSession(request.principal);
    },
  );

  app.post(
    '/api/session',
    {
      config: { access: { permission: 'public' } },
      schema: {
        tags,
        summary: 'Sign in',
        response: { 200: SessionAnswer },
        body: Type.Object(
          {
            email: Type.String({ minLength: 1, maxLength: 512 }),
            password: Type.String({ minLength: 1, maxLength: 1024 }),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request: FastifyRequest<{ Body: { email: string; password: string } }>, reply) => {
      const { email, password } = request.body;
      await limiter.consume(`ip:${request.ip}`, reply);
      await limiter.consume(`email:${email.toLowerCase()}`, reply);
      const user = await platform.users.verifyPassword(email, password);
      if (user === undefined) throw wrongCredentials();
      const principal = await startSession(reply, user.id);
      await platform.audit.record({
        actor: { kind: 'user', id: user.id, name: user.name },
        action: 'session.started',
        requestId: request.id,
      });
      return describeSession(principal);
    },
  );

  app.delete(
    '/api/session',
    {
      config: { access: { permission: 'public' } },
      schema: { tags, summary: 'Sign out' },
    },
    async (request, reply) => {
      const token = request.cookies[sessionCookie];
      if (token !== undefined && token !== '') await platform.sessions.revoke(token);
      reply.clearCookie(sessionCookie, { path: '/' });
      return reply.code(204).send();
    },
  );

  app.get(
    '/sign-in/:token',
    {
      // mail programs look at links with HEAD; that must not use the link up
      exposeHeadRoute: false,
      config: { access: { permission: 'public' } },
      schema: {
        tags,
        summary: 'Follow a one-time sign-in link',
        params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
      },
    },
    async (request: FastifyRequest<{ Params: { token: string } }>, reply) => {
      await limiter.consume(`link:${request.ip}`, reply);
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      const userId = await platform.links.redeem(request.params.token);
      if (userId === undefined) return reply.redirect('/?sign_in=expired', 302);
      await startSession(reply, userId);
      return reply.redirect('/', 302);
    },
  );
}

function wrongCredentials(): Problem {
  return new Problem({
    code: 'wrong_credentials',
    kind: 'unauthenticated',
    message: 'The e-mail address or the password is wrong',
    remedy: 'Try again, or ask an operator for a sign-in link (olympus link).',
  });
}

import type {
  Call,
  Handlers,
  HttpSide,
  Operation,
  Principal,
  Rights,
  Role,
} from '@olympus/contract';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Links } from '../access/links.js';
import type { Sessions } from '../access/sessions.js';
import type { User, Users } from '../access/users.js';
import type { Audit } from '../records/audit.js';
import type { Tenants } from '../tenants/tenants.js';
import type { sessionOperations } from './session.contract.js';

export const sessionCookie = 'olympus_session';

interface Deps {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly tenants: Tenants;
  readonly audit: Audit;
  readonly rights: Rights;
  readonly environment: string;
  readonly clock: Clock;
}

export function sessionHandlers(deps: Deps): Handlers<typeof sessionOperations> {
  const { users, sessions, links, tenants, audit, rights, environment, clock } = deps;

  async function describe(principal: Principal | null) {
    const user = principal?.kind === 'user' ? await users.get(principal.id) : undefined;
    if (principal === null || user === undefined) {
      return { user: null, tenants: [], operator: false, environment };
    }
    const ids =
      principal.tenants === 'all' ? (await tenants.list()).map(({ id }) => id) : principal.tenants;
    const visible = [];
    for (const id of ids) {
      const tenant = await tenants.get(id);
      if (tenant === undefined) continue;
      visible.push({
        id,
        name: tenant.name,
        role: await roleOf(user, id),
        permissions: [...rights.permissions.keys()].filter((permission) =>
          principal.allows(id, permission),
        ),
        time_zone: tenant.timeZone,
        currency: tenant.currency,
        locale: tenant.locale,
        week_start: tenant.weekStart,
        demo: tenant.demo,
      });
    }
    return {
      user: { id: user.id, email: user.email, name: user.name },
      tenants: visible,
      operator: principal.tenants === 'all',
      environment,
    };
  }

  /** An operator may do what an owner may, member or not. */
  async function roleOf(user: User, id: TenantId): Promise<Role> {
    const members = await users.list(id);
    return members.find((member) => member.id === user.id)?.role ?? 'owner';
  }

  async function start(http: HttpSide, userId: string): Promise<Principal | null> {
    const { token, expiresAt } = await sessions.create(userId);
    const maxAgeSeconds = Math.max(0, Math.floor((Date.parse(expiresAt) - clock.now()) / 1000));
    http.setCookie(sessionCookie, token, { maxAgeSeconds });
    return (await sessions.resolve(token)) ?? null;
  }

  return {
    'session.get': async (call) => {
      call.http?.setHeader('cache-control', 'no-store');
      return describe(call.caller);
    },
    'session.sign_in': async (call) => {
      const http = browserOf(call);
      const user = await users.verifyPassword(call.input.email, call.input.password);
      if (user === undefined) throw wrongCredentials();
      const principal = await start(http, user.id);
      await audit.record({
        actor: { kind: 'user', id: user.id, name: user.name },
        action: 'session.started',
        requestId: call.requestId,
      });
      return describe(principal);
    },
    'session.sign_out': async (call) => {
      const http = browserOf(call);
      const token = http.cookie(sessionCookie);
      if (token !== undefined && token !== '') await sessions.revoke(token);
      http.clearCookie(sessionCookie);
      return undefined;
    },
    'session.follow_link': async (call) => {
      const http = browserOf(call);
      http.setHeader('cache-control', 'no-store');
      http.setHeader('referrer-policy', 'no-referrer');
      const userId = await links.redeem(call.input.token);
      if (userId === undefined) return { location: '/?sign_in=expired' };
      await start(http, userId);
      return { location: '/' };
    },
  };
}

function browserOf({ http }: Pick<Call<Operation>, 'http'>): HttpSide {
  if (http === undefined) throw new Error('sessions are offered over HTTP only');
  return http;
}

function wrongCredentials(): Problem {
  return new Problem({
    code: 'wrong_credentials',
    kind: 'unauthenticated',
    message: 'The e-mail address or the password is wrong',
    remedy: 'Try again, or ask an operator for a sign-in link (olympus link).',
  });
}

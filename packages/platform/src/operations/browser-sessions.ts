import type { Call, HttpSide, Operation, Principal, Rights, Role } from '@olympus/contract';
import type { Clock, TenantId } from '@olympus/core';
import type { Static } from 'typebox';
import type { Sessions } from '../access/sessions.js';
import type { User, Users } from '../access/users.js';
import type { Tenants } from '../tenants/tenants.js';
import type { sessionSchema } from './session.contract.js';

export const sessionCookie = 'olympus_session';

type Browser = Pick<Call<Operation>, 'http'>;

/** Sessions as browsers hold them: in a cookie, and told with what may be seen. */
export interface BrowserSessions {
  /** Signs the person in and tells what they may see. */
  start(
    call: Browser,
    userId: string,
    options?: { readonly byLink?: boolean },
  ): Promise<Static<typeof sessionSchema>>;
  describe(principal: Principal | null, call: Browser): Promise<Static<typeof sessionSchema>>;
  /**
   * Whether only the person can have begun this session: an account that has a password was signed in
   * to with it. One that a link began says that the operator knows the person, not that nobody else
   * knows the password.
   */
  vouched(user: User, call: Browser): Promise<boolean>;
  end(call: Browser): Promise<void>;
}

export function createBrowserSessions(deps: {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly tenants: Tenants;
  readonly rights: Rights;
  readonly environment: string;
  readonly clock: Clock;
}): BrowserSessions {
  const { users, sessions, tenants, rights, environment, clock } = deps;

  /** An operator may do what an owner may, member or not. */
  async function roleOf(user: User, id: TenantId): Promise<Role> {
    const members = await users.list(id);
    return members.find((member) => member.id === user.id)?.role ?? 'owner';
  }

  async function visibleTenants(user: User, principal: Principal) {
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
    return visible;
  }

  async function describeWith(principal: Principal | null, byLink: boolean) {
    const user = principal?.kind === 'user' ? await users.get(principal.id) : undefined;
    if (principal === null || user === undefined) {
      return { user: null, tenants: [], operator: false, environment };
    }
    return {
      user: {
        id: user.id,
        email: user.email,
        name: user.name,
        password_known: user.hasPassword && !byLink,
      },
      tenants: await visibleTenants(user, principal),
      operator: principal.tenants === 'all',
      environment,
    };
  }

  const tokenOf = ({ http }: Browser) => http?.cookie(sessionCookie) ?? '';

  return {
    start: async (call, userId, { byLink = false } = {}) => {
      const { token, expiresAt } = await sessions.create(userId, { byLink });
      const maxAgeSeconds = Math.max(0, Math.floor((Date.parse(expiresAt) - clock.now()) / 1000));
      browserOf(call).setCookie(sessionCookie, token, { maxAgeSeconds });
      return describeWith((await sessions.resolve(token)) ?? null, byLink);
    },
    describe: async (principal, call) =>
      describeWith(principal, await sessions.isByLink(tokenOf(call))),
    vouched: async (user, call) => user.hasPassword && !(await sessions.isByLink(tokenOf(call))),
    end: async (call) => {
      const token = tokenOf(call);
      if (token !== '') await sessions.revoke(token);
      browserOf(call).clearCookie(sessionCookie);
    },
  };
}

export function browserOf({ http }: Browser): HttpSide {
  if (http === undefined) throw new Error('sessions are offered over HTTP only');
  return http;
}

import {
  type Handlers,
  type Principal,
  type Rights,
  type Role,
  requireOwnRights,
} from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import type { User, Users } from '../access/users.js';
import type { userOperations } from './users.contract.js';

export const describeUser = (user: User) => ({ id: user.id, email: user.email, name: user.name });

export function userHandlers(users: Users, rights: Rights): Handlers<typeof userOperations> {
  /** Only among the tenant's own: of anybody else the answer is as if there were nobody. */
  async function memberOf(tenant: TenantId, email: string) {
    const address = email.trim().toLowerCase();
    const member = (await users.list(tenant)).find((one) => one.email === address);
    if (member === undefined) throw notAMember();
    return member;
  }

  /** Who changes somebody's role takes its rights away: only what they hold themselves. */
  const requireTheirRights = (caller: Principal, tenant: TenantId, role: Role) =>
    requireOwnRights(caller, {
      tenant,
      permissions: rights.ofRole(role),
      untilMs: 0,
      at: '/email',
    });

  return {
    'users.list': async ({ tenant }) => ({
      users: (await users.list(tenant)).map((one) => ({ ...describeUser(one), role: one.role })),
    }),
    'users.set_role': async ({ tenant, caller, input, note }) => {
      const { role, email } = input;
      requireOwnRights(caller, {
        tenant,
        permissions: rights.ofRole(role),
        untilMs: Number.POSITIVE_INFINITY,
        at: '/role',
      });
      const member = await memberOf(tenant, email);
      requireTheirRights(caller, tenant, member.role);
      await users.changeRole(tenant, member.id, role);
      note({ target: member.id, detail: { role } });
      return { ...describeUser(member), role };
    },
    'users.remove': async ({ tenant, caller, input, note }) => {
      const member = await memberOf(tenant, input.email);
      requireTheirRights(caller, tenant, member.role);
      await users.changeRole(tenant, member.id, undefined);
      note({ target: member.id });
      return undefined;
    },
  };
}

function notAMember(): Problem {
  return new Problem({
    code: 'unknown_user',
    kind: 'not_found',
    message: 'Nobody with this address works here',
    remedy: 'Look at the list of people, or invite them: invitations.create.',
    at: '/email',
  });
}

export function unknownUser(): Problem {
  return new Problem({
    code: 'unknown_user',
    kind: 'not_found',
    message: 'There is nobody with this address',
    remedy: 'Make an account with: olympus user create EMAIL',
  });
}

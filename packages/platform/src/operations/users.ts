import type { Handlers } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { User, Users } from '../access/users.js';
import type { userOperations } from './users.contract.js';

export const describeUser = (user: User) => ({ id: user.id, email: user.email, name: user.name });

export function userHandlers(users: Users): Handlers<typeof userOperations> {
  return {
    'users.list': async ({ tenant }) => ({
      users: (await users.list(tenant)).map((one) => ({ ...describeUser(one), role: one.role })),
    }),
    'users.set_role': async ({ tenant, input, note }) => {
      const { role, name, password, email } = input;
      const known = await users.byEmail(email);
      if (known !== undefined && password !== undefined) throw hasAccount();
      const user = known ?? (await users.create({ email, name: name ?? email, password }));
      await users.setRole(tenant, user.id, role);
      note({ target: user.id, detail: { role } });
      return { ...describeUser(user), role };
    },
    'users.remove': async ({ tenant, input, note }) => {
      const members = await users.list(tenant);
      const member = members.find((one) => one.email === input.email.toLowerCase());
      if (member === undefined) throw unknownUser();
      await users.setRole(tenant, member.id, undefined);
      note({ target: member.id });
      return undefined;
    },
  };
}

export function unknownUser(): Problem {
  return new Problem({
    code: 'unknown_user',
    kind: 'not_found',
    message: 'There is nobody with this address',
    remedy: 'Make an account with: olympus user create EMAIL',
  });
}

function hasAccount(): Problem {
  return new Problem({
    code: 'user_exists',
    kind: 'conflict',
    message: 'Somebody with this address has an account already',
    remedy: 'Leave the password out to give them the role.',
    at: '/password',
  });
}

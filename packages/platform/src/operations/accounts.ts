import type { Handlers } from '@olympus/contract';
import type { Links } from '../access/links.js';
import type { Users } from '../access/users.js';
import type { accountOperations } from './accounts.contract.js';
import { describeUser, unknownUser } from './users.js';

interface Deps {
  readonly users: Users;
  readonly links: Links;
  /** Address of the server as people reach it. */
  readonly publicUrl: () => string;
}

export function accountHandlers({
  users,
  links,
  publicUrl,
}: Deps): Handlers<typeof accountOperations> {
  return {
    'accounts.create': async ({ input, note }) => {
      const user = await users.create({ ...input, name: input.name ?? input.email });
      note({ target: user.id });
      return { ...describeUser(user), operator: user.operator };
    },
    'accounts.link': async ({ input, note }) => {
      const { email, minutes = 60 } = input;
      const user =
        email === undefined
          ? (await users.all()).find((one) => one.operator)
          : await users.byEmail(email);
      if (user === undefined) throw unknownUser();
      const token = await links.create({ userId: user.id, ttlMs: minutes * 60_000 });
      note({ target: user.id });
      return {
        email: user.email,
        url: `${publicUrl()}/sign-in/${token}`,
        expires_in_minutes: minutes,
      };
    },
  };
}

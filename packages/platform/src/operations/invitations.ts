import type { Call, Handlers, Operation } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import { type Invitation, type Invitations, invitationOver } from '../access/invitations.js';
import type { User, Users } from '../access/users.js';
import type { Audit } from '../records/audit.js';
import type { Tenants } from '../tenants/tenants.js';
import type { BrowserSessions } from './browser-sessions.js';
import type { invitationOperations } from './invitations.contract.js';

const hourMs = 60 * 60 * 1000;

interface Deps {
  readonly invitations: Invitations;
  readonly users: Users;
  readonly tenants: Tenants;
  readonly audit: Audit;
  readonly browser: BrowserSessions;
  /** Address of the server as people reach it. */
  readonly publicUrl: () => string;
}

type Accepting = Pick<Call<Operation>, 'http'> & {
  readonly input: {
    readonly token: string;
    readonly name?: string | undefined;
    readonly password?: string | undefined;
  };
};

export function invitationHandlers(deps: Deps): Handlers<typeof invitationOperations> {
  const { invitations, users, tenants, audit, browser, publicUrl } = deps;

  async function openInvitation(token: string): Promise<Invitation> {
    const invitation = await invitations.find(token);
    if (invitation === undefined) throw invitationOver();
    return invitation;
  }

  /** Somebody who has an account and shows it by being signed in. */
  async function acceptAs(user: User, invitation: Invitation, call: Accepting): Promise<void> {
    if (user.email !== invitation.email) throw otherPerson(user, invitation);
    const { token, password } = call.input;
    if (!(await browser.vouched(user, call)) && password === undefined) throw passwordRequired();
    await invitations.accept(token, user.id);
    if (password !== undefined) await users.setPassword(user.id, password);
  }

  async function acceptAsNew(invitation: Invitation, { input }: Accepting): Promise<User> {
    const { token, password, name } = input;
    if (password === undefined) throw passwordRequired();
    const { email } = invitation;
    const user = await users
      .create({ email, name: name ?? invitation.name ?? email, password })
      .catch((error) => {
        throw error instanceof Problem && error.code === 'user_exists' ? signInRequired() : error;
      });
    try {
      await invitations.accept(token, user.id);
    } catch (error) {
      await users.remove(user.id);
      throw error;
    }
    return user;
  }

  return {
    'invitations.create': async ({ tenant, caller, input, note }) => {
      const { email, role, name, hours = 168 } = input;
      await requireNoMember(users, tenant, email);
      const ttlMs = hours * hourMs;
      const made = await invitations.create(caller, { tenantId: tenant, email, role, name, ttlMs });
      note({ target: made.invitation.id, detail: { role } });
      return {
        id: made.invitation.id,
        ...describeInvitation(made.invitation),
        token: made.token,
        // after #: browsers keep that part to themselves, so that no log of a server has it
        url: `${publicUrl()}/join#${made.token}`,
      };
    },
    'invitations.list': async ({ tenant }) => ({
      invitations: (await invitations.list(tenant)).map((one) => ({
        id: one.id,
        ...describeInvitation(one),
        invited_by: one.inviter,
        created_at: one.createdAt,
      })),
    }),
    'invitations.withdraw': async ({ tenant, input, note }) => {
      if (!(await invitations.withdraw(input.id, tenant))) throw unknownInvitation();
      note({ target: input.id });
      return undefined;
    },
    'invitations.show': async (call) => {
      call.http?.setHeader('cache-control', 'no-store');
      const invitation = await openInvitation(call.input.token);
      const tenant = await tenants.get(invitation.tenantId);
      if (tenant === undefined) throw invitationOver();
      const { id, name, locale } = tenant;
      return { tenant: { id, name, locale }, ...describeInvitation(invitation) };
    },
    'invitations.accept': async (call) => {
      const invitation = await openInvitation(call.input.token);
      const signedIn = call.caller?.kind === 'user' ? await users.get(call.caller.id) : undefined;
      const user = signedIn ?? (await acceptAsNew(invitation, call));
      if (signedIn !== undefined) await acceptAs(signedIn, invitation, call);
      await audit.record({
        tenantId: invitation.tenantId,
        actor: { kind: 'user', id: user.id, name: user.name },
        action: 'invitation.accepted',
        target: invitation.id,
        detail: { role: invitation.role },
        requestId: call.requestId,
      });
      return browser.start(call, user.id);
    },
  };
}

const describeInvitation = ({ email, name, role, expiresAt }: Invitation) => ({
  email,
  name,
  role,
  expires_at: expiresAt,
});

async function requireNoMember(users: Users, tenant: TenantId, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  if (!(await users.list(tenant)).some((member) => member.email === address)) return;
  throw new Problem({
    code: 'already_member',
    kind: 'conflict',
    message: 'Somebody with this address works here already',
    remedy: 'Give them another role: users.set_role.',
    at: '/email',
  });
}

function unknownInvitation(): Problem {
  return new Problem({
    code: 'unknown_invitation',
    kind: 'not_found',
    message: 'There is no such open invitation',
    remedy: 'Look at the list of invitations.',
  });
}

function passwordRequired(): Problem {
  return new Problem({
    code: 'password_required',
    kind: 'invalid',
    message: 'Accepting asks for a password of your own',
    remedy: 'Choose one that nobody else knows.',
    at: '/password',
  });
}

function signInRequired(): Problem {
  return new Problem({
    code: 'sign_in_required',
    kind: 'conflict',
    message: 'This address has an account: only who can sign in to it may accept',
    remedy:
      'Sign in, then open the link again. If you never had a password, ask an operator for a sign-in link.',
  });
}

function otherPerson(user: User, { email }: Invitation): Problem {
  return new Problem({
    code: 'other_person',
    kind: 'conflict',
    message: `You are signed in as ${user.email}; the invitation is for ${email}`,
    remedy: 'Sign out and open the link again.',
  });
}

import type { Handlers, Principal } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { Links } from '../access/links.js';
import type { User, Users } from '../access/users.js';
import type { Audit } from '../records/audit.js';
import { type BrowserSessions, browserOf } from './browser-sessions.js';
import type { sessionOperations } from './session.contract.js';

interface Deps {
  readonly users: Users;
  readonly links: Links;
  readonly audit: Audit;
  readonly browser: BrowserSessions;
}

export function sessionHandlers(deps: Deps): Handlers<typeof sessionOperations> {
  const { users, links, audit, browser } = deps;

  async function personOf(caller: Principal): Promise<User> {
    const user = caller.kind === 'user' ? await users.get(caller.id) : undefined;
    if (user === undefined) throw notAPerson();
    return user;
  }

  return {
    'session.get': async (call) => {
      call.http?.setHeader('cache-control', 'no-store');
      return browser.describe(call.caller, call);
    },
    'session.sign_in': async (call) => {
      const user = await users.verifyPassword(call.input.email, call.input.password);
      if (user === undefined) throw wrongCredentials();
      const session = await browser.start(call, user.id);
      await audit.record({
        actor: { kind: 'user', id: user.id, name: user.name },
        action: 'session.started',
        requestId: call.requestId,
      });
      return session;
    },
    'session.set_password': async (call) => {
      const user = await personOf(call.caller);
      const { password, current_password: current = '' } = call.input;
      if (
        (await browser.vouched(user, call)) &&
        (await users.verifyPassword(user.email, current)) === undefined
      ) {
        throw wrongPassword();
      }
      await users.setPassword(user.id, password);
      call.note({ target: user.id });
      return browser.start(call, user.id);
    },
    'session.sign_out': async (call) => {
      await browser.end(call);
      return undefined;
    },
    'session.follow_link': async (call) => {
      const http = browserOf(call);
      http.setHeader('cache-control', 'no-store');
      http.setHeader('referrer-policy', 'no-referrer');
      const userId = await links.redeem(call.input.token);
      if (userId === undefined) return { location: '/?sign_in=expired' };
      await browser.start(call, userId, { byLink: true });
      return { location: '/' };
    },
  };
}

function wrongCredentials(): Problem {
  return new Problem({
    code: 'wrong_credentials',
    kind: 'unauthenticated',
    message: 'The e-mail address or the password is wrong',
    remedy: 'Try again, or ask an operator for a sign-in link (olympus link).',
  });
}

function wrongPassword(): Problem {
  return new Problem({
    code: 'wrong_password',
    kind: 'invalid',
    message: 'This is not your current password',
    remedy:
      'Try again, or ask an operator for a sign-in link: with it the current one is not asked for.',
    at: '/current_password',
  });
}

function notAPerson(): Problem {
  return new Problem({
    code: 'not_a_person',
    kind: 'forbidden',
    message: 'Only a person who is signed in has a password',
    remedy: 'Sign in with a browser first.',
  });
}

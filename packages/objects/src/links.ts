import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, Problem, parseTenantId } from '@olympus/core';
import { checkKey } from './keys.js';
import { installation, type ObjectScope } from './objects.js';

/** One file that a link leads to, for as long as it holds. */
export interface LinkTarget {
  readonly scope: ObjectScope;
  readonly key: string;
}

/** Tokens for links that need no session: whoever has one may read the file until it expires. */
export interface ObjectLinks {
  sign(target: LinkTarget, lifetimeMs: number): string;
  /** @throws Problem link_invalid, link_expired */
  verify(token: string): LinkTarget;
}

/** @param secret  32 bytes that only the servers of this installation know */
export function createObjectLinks(secret: Uint8Array, clock: Clock): ObjectLinks {
  const mac = (text: string) =>
    createHmac('sha256', secret).update(`olympus/objects/link/1\n${text}`).digest();
  return {
    sign({ scope, key }, lifetimeMs) {
      const owner = scope === installation ? '' : scope;
      const expiresMs = Math.floor(clock.now() + lifetimeMs);
      const text = `${expiresMs} ${owner} ${checkKey(key)}`;
      return `${Buffer.from(text).toString('base64url')}.${mac(text).toString('base64url')}`;
    },
    verify(token) {
      const [body = '', signature = ''] = token.split('.', 2);
      const text = Buffer.from(body, 'base64url').toString();
      const given = Buffer.from(signature, 'base64url');
      const wanted = mac(text);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw invalid();
      const [expires = '', owner = '', key = ''] = text.split(' ');
      const scope = owner === '' ? installation : parseTenantId(owner);
      if (scope === undefined) throw invalid();
      if (!(clock.now() < Number(expires))) throw expired();
      return { scope, key: checkKey(key) };
    },
  };
}

function invalid(): Problem {
  return new Problem({
    code: 'link_invalid',
    kind: 'forbidden',
    message: 'The link is not valid',
    remedy: 'Open it as it was given, or ask for a new one.',
  });
}

function expired(): Problem {
  return new Problem({
    code: 'link_expired',
    kind: 'forbidden',
    message: 'The link has expired',
    remedy: 'Ask for a new one.',
  });
}

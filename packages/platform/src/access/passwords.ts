import { hash, verify } from '@node-rs/argon2';
import { Problem } from '@olympus/core';

/** argon2id, 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const minimumLength = 12;
const maximumLength = 256;

/** Checks and hashes passwords. */
export interface Passwords {
  /** @throws Problem weak_password */
  hash(password: string): Promise<string>;
  /** Takes as long for a missing hash as for a wrong password, and is then false. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

export function createPasswords(): Passwords {
  let decoy: Promise<string> | undefined;
  return {
    hash: async (password) => {
      if (password.length < minimumLength || password.length > maximumLength) {
        throw new Problem({
          code: 'weak_password',
          kind: 'invalid',
          message: `A password has ${minimumLength} to ${maximumLength} characters.`,
          remedy: 'Choose a longer one; a sentence is easy to remember.',
          at: '/password',
        });
      }
      return await hash(normalise(password), cost);
    },
    matches: async (password, stored) => {
      decoy ??= hash('a password that nobody has', cost);
      const against = stored ?? (await decoy);
      const same = await verify(against, normalise(password.slice(0, maximumLength + 1)));
      return same && stored !== undefined;
    },
  };
}

/** One password however a keyboard composes its accents (NIST SP 800-63B, 3.1.1.2). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

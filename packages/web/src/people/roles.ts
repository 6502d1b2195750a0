import type { Member, Role } from '@olympus/sdk';

export const ROLES = ['owner', 'analyst', 'viewer', 'ingest'] as const satisfies readonly Role[];

/** Whether nobody could change the shop any more without this person. */
export function isLastOwner(people: readonly Member[], person: Member): boolean {
  return person.role === 'owner' && people.filter(({ role }) => role === 'owner').length === 1;
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/**
 * A password to pass on: four groups of five letters and digits that cannot be taken for each other,
 * close to 100 bits.
 * @param random fills bytes, as `crypto.getRandomValues` does
 */
export function suggestPassword(random: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(GROUPS * GROUP);
  random(bytes);
  // 256 is a multiple of the 32 letters, so each is as likely
  const letters = Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length));
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-');
}

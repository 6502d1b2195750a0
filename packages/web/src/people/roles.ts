import type { Member, Role } from '@olympus/sdk';

export const ROLES = ['owner', 'analyst', 'viewer', 'ingest'] as const satisfies readonly Role[];

/** Whether nobody could change the shop any more without this person. */
export function isLastOwner(people: readonly Member[], person: Member): boolean {
  return person.role === 'owner' && people.filter(({ role }) => role === 'owner').length === 1;
}

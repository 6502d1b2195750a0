import { Problem, type ProblemKind, type TenantId } from '@olympus/core';
import type { Permission } from './permission.js';
import type { Principal } from './principal.js';

/** Rights that a call is about to give to somebody. */
export interface Grant {
  readonly tenant: TenantId;
  readonly permissions: Iterable<Permission>;
  /** When they end by themselves, in milliseconds since 1970; Infinity for never. */
  readonly untilMs: number;
  /** Where the call names them. */
  readonly at: string;
}

/** Problems that every operation declares which gives rights. */
export const grantProblems = {
  beyond_own_rights: 'forbidden',
} as const satisfies Readonly<Record<string, ProblemKind>>;

/**
 * Nobody gives away what they do not hold themselves, nor for longer than they hold it. Every
 * operation that gives rights asks here: keys, roles, invitations.
 * @throws Problem `beyond_own_rights`
 */
export function requireOwnRights(
  giver: Principal,
  { tenant, permissions, untilMs, at }: Grant,
): void {
  const missing = missingOf(giver, tenant, permissions);
  if (missing.length > 0) {
    throw beyondOwnRights(
      at,
      `You may not give what you do not hold yourself: ${missing.join(', ')}`,
      'Leave these out, or ask somebody who holds them.',
    );
  }
  if (untilMs > giver.endsAtMs) {
    const end = new Date(giver.endsAtMs).toISOString();
    throw beyondOwnRights(
      at,
      `You may not give rights for longer than you hold them: yours end at ${end}`,
      'Choose an end before that, or ask somebody whose rights do not end.',
    );
  }
}

/** Whether somebody could give these rights now. */
export function isWithinOwnRights(
  giver: Principal,
  { tenant, permissions, untilMs }: Omit<Grant, 'at'>,
): boolean {
  return missingOf(giver, tenant, permissions).length === 0 && untilMs <= giver.endsAtMs;
}

function missingOf(giver: Principal, tenant: TenantId, permissions: Iterable<Permission>) {
  return [...permissions].filter((permission) => !giver.allows(tenant, permission));
}

function beyondOwnRights(at: string, message: string, remedy: string): Problem {
  return new Problem({ code: 'beyond_own_rights', kind: 'forbidden', message, remedy, at });
}

import { randomUUID } from 'node:crypto';
import {
  isWithinOwnRights,
  type Principal,
  parseRole,
  type Role,
  requireOwnRights,
  systemPrincipal,
} from '@olympus/contract';
import { Problem, type TenantId, tenantId } from '@olympus/core';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { invitations, memberships } from '../schema/index.js';
import { hashSecret, newToken } from '../secrets/token.js';
import { tenantNotFound } from '../tenants/tenants.js';
import type { ApiKeys } from './keys.js';
import { parseEmail, parseName, type Users } from './users.js';

/** An invitation that waits to be accepted. */
export interface Invitation {
  readonly id: string;
  readonly tenantId: TenantId;
  /** Lower case. */
  readonly email: string;
  /** What the inviter calls the person. */
  readonly name: string | null;
  readonly role: Role;
  /** Name of who invited. */
  readonly inviter: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface NewInvitation {
  readonly tenantId: TenantId;
  readonly email: string;
  readonly name?: string | undefined;
  readonly role: Role;
  readonly ttlMs: number;
}

/** People join a tenant by accepting an invitation themselves, with the one-time link that bears its token. */
export interface Invitations {
  /**
   * Replaces an earlier invitation of the address. Nothing about the answer depends on whether the
   * address belongs to somebody.
   * @returns the token that goes into the link; only its SHA-256 is stored
   * @throws Problem beyond_own_rights, invalid_user, tenant_not_found
   */
  create(
    inviter: Principal,
    input: NewInvitation,
  ): Promise<{ readonly invitation: Invitation; readonly token: string }>;
  /** The tenant's open invitations, by address. */
  list(tenant: TenantId): Promise<readonly Invitation[]>;
  /** @returns whether there was one to take back */
  withdraw(id: string, tenant: TenantId): Promise<boolean>;
  /** The open invitation of this token; none when its inviter may no longer give the role. */
  find(token: string): Promise<Invitation | undefined>;
  /**
   * Gives the person the role, for the first who comes with this token in time.
   * @throws Problem invitation_over
   */
  accept(token: string, userId: string): Promise<Invitation>;
}

type Row = typeof invitations.$inferSelect;

export function createInvitations(
  context: PlatformContext,
  { users, keys }: { readonly users: Users; readonly keys: ApiKeys },
): Invitations {
  const { database, clock, rights, changes } = context;

  const grantOf = (tenant: TenantId, role: Role) => ({
    tenant,
    permissions: rights.ofRole(role),
    untilMs: Number.POSITIVE_INFINITY,
    at: '/role',
  });

  const inviterOf = ({ inviterKind: kind, inviterId: id, inviterName: name }: Row) => {
    if (kind === 'system') return systemPrincipal(name);
    if (kind === 'user') return users.principalOf(id);
    return kind === 'key' ? keys.principalOf(id) : undefined;
  };

  /** Whoever invited must still be able to give the role when it is taken up. */
  async function stands(row: Row): Promise<boolean> {
    const inviter = await inviterOf(row);
    const role = parseRole(row.role);
    const tenant = tenantId(row.tenantId);
    if (role === undefined || inviter === undefined) return false;
    return (
      inviter.allows(tenant, 'users:admin') && isWithinOwnRights(inviter, grantOf(tenant, role))
    );
  }

  async function rowOf(token: string): Promise<Row | undefined> {
    const [row] = await database.run((queries) =>
      queries
        .select()
        .from(invitations)
        .where(
          and(eq(invitations.tokenHash, hashSecret(token)), gt(invitations.expiresAt, clock.now())),
        ),
    );
    return row !== undefined && (await stands(row)) ? row : undefined;
  }

  return {
    create: async (inviter, { tenantId: tenant, role, ttlMs, ...input }) => {
      requireOwnRights(inviter, grantOf(tenant, role));
      const token = newToken();
      const createdAt = clock.now();
      const row: Row = {
        id: randomUUID(),
        tokenHash: hashSecret(token),
        tenantId: tenant,
        email: parseEmail(input.email),
        name: input.name === undefined ? null : parseName(input.name),
        role,
        inviterKind: inviter.kind,
        inviterId: inviter.id,
        inviterName: inviter.name,
        createdAt,
        expiresAt: createdAt + ttlMs,
      };
      const { tenantId: _, email: __, ...replaced } = row;
      try {
        await database.run((queries) =>
          queries
            .insert(invitations)
            .values(row)
            .onConflictDoUpdate({
              target: [invitations.tenantId, invitations.email],
              set: replaced,
            }),
        );
      } catch (error) {
        throw isForeignKeyViolation(error) ? tenantNotFound(tenant) : error;
      }
      await database.run((queries) =>
        queries.delete(invitations).where(lte(invitations.expiresAt, createdAt)),
      );
      return { invitation: toInvitation(row), token };
    },
    list: async (tenant) => {
      const rows = await database.run((queries) =>
        queries
          .select()
          .from(invitations)
          .where(and(eq(invitations.tenantId, tenant), gt(invitations.expiresAt, clock.now())))
          .orderBy(asc(invitations.email)),
      );
      return rows.map(toInvitation);
    },
    withdraw: async (id, tenant) => {
      const rows = await database.run((queries) =>
        queries
          .delete(invitations)
          .where(and(eq(invitations.id, id), eq(invitations.tenantId, tenant)))
          .returning({ id: invitations.id }),
      );
      return rows.length > 0;
    },
    find: async (token) => {
      const row = await rowOf(token);
      return row === undefined ? undefined : toInvitation(row);
    },
    accept: async (token, userId) => {
      const row = await rowOf(token);
      if (row === undefined) throw invitationOver();
      const { tenantId: tenant, role } = row;
      await database.transaction(async (queries) => {
        // of several at once, one takes the row out
        const taken = await queries
          .delete(invitations)
          .where(eq(invitations.tokenHash, row.tokenHash))
          .returning({ id: invitations.id });
        if (taken.length === 0) throw invitationOver();
        await queries
          .insert(memberships)
          .values({ tenantId: tenant, userId, role })
          .onConflictDoUpdate({
            target: [memberships.tenantId, memberships.userId],
            set: { role },
          });
      });
      changes.publishAccess();
      return toInvitation(row);
    },
  };
}

function toInvitation(row: Row): Invitation {
  return {
    id: row.id,
    tenantId: tenantId(row.tenantId),
    email: row.email,
    name: row.name,
    role: parseRole(row.role) ?? 'viewer',
    inviter: row.inviterName,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
  };
}

export function invitationOver(): Problem {
  return new Problem({
    code: 'invitation_over',
    kind: 'not_found',
    message: 'This invitation was used, was taken back, or is too old',
    remedy: 'Ask whoever invited you for a new one.',
  });
}

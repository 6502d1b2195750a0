import { randomUUID } from 'node:crypto';
import { type Principal, parseRole, type Role } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import { and, asc, eq } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import type { Queries } from '../database/database.js';
import { isForeignKeyViolation, isUniqueViolation } from '../database/faults.js';
import { memberships, tenants, users } from '../schema/index.js';
import { tenantNotFound } from '../tenants/tenants.js';
import { createPasswords } from './passwords.js';
import { userNotFound } from './user-not-found.js';
import { toUserPrincipal } from './user-principal.js';

export interface User {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  /** Runs the installation: everything, on every tenant. */
  readonly operator: boolean;
  readonly hasPassword: boolean;
  readonly createdAt: string;
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** Without one the person signs in by one-time links. */
  readonly password?: string | undefined;
  readonly operator?: boolean | undefined;
}

export interface Users {
  /** @throws Problem user_exists, invalid_user, weak_password */
  create(input: NewUser): Promise<User>;
  get(id: string): Promise<User | undefined>;
  byEmail(email: string): Promise<User | undefined>;
  /** What the person may do now. */
  principalOf(id: string): Promise<Principal | undefined>;
  /** Everybody of the installation, by address. */
  all(): Promise<readonly User[]>;
  /** Whose these are; takes as long for an address that is unknown. */
  verifyPassword(email: string, password: string): Promise<User | undefined>;
  /** Ends the person's sessions. @throws Problem user_not_found, weak_password */
  setPassword(id: string, password: string): Promise<void>;
  /** @param role undefined takes the person out of the tenant. @throws Problem user_not_found, tenant_not_found */
  setRole(tenant: TenantId, userId: string, role: Role | undefined): Promise<void>;
  /** As {@link setRole}, but a tenant keeps an owner. @throws Problem last_owner */
  changeRole(tenant: TenantId, userId: string, role: Role | undefined): Promise<void>;
  /** The tenant's members, by address. */
  list(tenant: TenantId): Promise<readonly (User & { readonly role: Role })[]>;
  /** Removes the person with their sessions, links and memberships. */
  remove(id: string): Promise<boolean>;
}

type UserRow = typeof users.$inferSelect;

/** @param endSessions  called when a person's password changes */
export function createUsers(
  context: PlatformContext,
  endSessions: (userId: string) => Promise<void>,
): Users {
  const { database, clock, rights, changes } = context;
  const passwords = createPasswords();

  const rowBy = async (column: 'id' | 'email', value: string) => {
    const rows = await database.run((queries) =>
      queries.select().from(users).where(eq(users[column], value)),
    );
    return rows[0];
  };

  const writeRole = async (
    queries: Queries,
    tenant: TenantId,
    userId: string,
    role: Role | undefined,
  ): Promise<void> => {
    await (role === undefined
      ? queries
          .delete(memberships)
          .where(and(eq(memberships.tenantId, tenant), eq(memberships.userId, userId)))
      : queries
          .insert(memberships)
          .values({ tenantId: tenant, userId, role })
          .onConflictDoUpdate({
            target: [memberships.tenantId, memberships.userId],
            set: { role },
          }));
  };

  return {
    create: async (input) => {
      const row: UserRow = {
        id: randomUUID(),
        email: parseEmail(input.email),
        name: parseName(input.name),
        passwordHash: input.password === undefined ? null : await passwords.hash(input.password),
        operator: input.operator ?? false,
        createdAt: clock.now(),
      };
      try {
        await database.run((queries) => queries.insert(users).values(row));
      } catch (error) {
        throw isUniqueViolation(error) ? userExists() : error;
      }
      return toUser(row);
    },
    get: async (id) => toUserIfAny(await rowBy('id', id)),
    byEmail: async (email) => toUserIfAny(await rowBy('email', normaliseEmail(email))),
    principalOf: async (id) => {
      const rows = await database.run((queries) =>
        queries
          .select({
            userId: users.id,
            name: users.name,
            operator: users.operator,
            tenantId: memberships.tenantId,
            role: memberships.role,
          })
          .from(users)
          .leftJoin(memberships, eq(memberships.userId, users.id))
          .where(eq(users.id, id)),
      );
      return toUserPrincipal(rows, rights);
    },
    all: async () => {
      const rows = await database.run((queries) =>
        queries.select().from(users).orderBy(asc(users.email)),
      );
      return rows.map(toUser);
    },
    verifyPassword: async (email, password) => {
      const row = await rowBy('email', normaliseEmail(email));
      const matches = await passwords.matches(password, row?.passwordHash ?? undefined);
      return matches ? toUserIfAny(row) : undefined;
    },
    setPassword: async (id, password) => {
      const passwordHash = await passwords.hash(password);
      const rows = await database.run((queries) =>
        queries
          .update(users)
          .set({ passwordHash })
          .where(eq(users.id, id))
          .returning({ id: users.id }),
      );
      if (rows.length === 0) throw userNotFound();
      await endSessions(id);
    },
    setRole: async (tenant, userId, role) => {
      try {
        await database.run((queries) => writeRole(queries, tenant, userId, role));
      } catch (error) {
        if (!isForeignKeyViolation(error)) throw error;
        throw (await rowBy('id', userId)) === undefined ? userNotFound() : tenantNotFound(tenant);
      }
      changes.publishAccess();
    },
    changeRole: async (tenant, userId, role) => {
      await database.transaction(async (queries) => {
        // two owners who leave at one moment must not both see the other stay
        await queries
          .select({ id: tenants.id })
          .from(tenants)
          .where(eq(tenants.id, tenant))
          .for('update');
        const owners = await queries
          .select({ userId: memberships.userId })
          .from(memberships)
          .where(and(eq(memberships.tenantId, tenant), eq(memberships.role, 'owner')));
        const isOnly = owners.length === 1 && owners[0]?.userId === userId;
        if (isOnly && role !== 'owner') throw lastOwner();
        await writeRole(queries, tenant, userId, role);
      });
      changes.publishAccess();
    },
    list: async (tenant) => {
      const rows = await database.run((queries) =>
        queries
          .select({ user: users, role: memberships.role })
          .from(memberships)
          .innerJoin(users, eq(users.id, memberships.userId))
          .where(eq(memberships.tenantId, tenant))
          .orderBy(asc(users.email)),
      );
      return rows.flatMap(({ user, role }) => {
        const known = parseRole(role);
        return known === undefined ? [] : [{ ...toUser(user), role: known }];
      });
    },
    remove: async (id) => {
      const rows = await database.run((queries) =>
        queries.delete(users).where(eq(users.id, id)).returning({ id: users.id }),
      );
      changes.publishAccess();
      return rows.length > 0;
    },
  };
}

function toUser(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    operator: row.operator,
    hasPassword: row.passwordHash !== null,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

function toUserIfAny(row: UserRow | undefined): User | undefined {
  return row === undefined ? undefined : toUser(row);
}

function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** @throws Problem invalid_user */
export function parseEmail(email: string): string {
  const address = normaliseEmail(email);
  if (address.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(address)) return address;
  throw invalidUser('/email', 'This is not an email address.');
}

/** @throws Problem invalid_user */
export function parseName(name: string): string {
  if (name.trim() !== '' && name.length <= 200) return name;
  throw invalidUser('/name', 'A name has 1 to 200 characters.');
}

function invalidUser(at: string, message: string): Problem {
  return new Problem({ code: 'invalid_user', kind: 'invalid', message, remedy: 'Correct it.', at });
}

function userExists(): Problem {
  return new Problem({
    code: 'user_exists',
    kind: 'conflict',
    message: 'Somebody with this address is here already.',
    remedy: 'Invite them instead.',
    at: '/email',
  });
}

function lastOwner(): Problem {
  return new Problem({
    code: 'last_owner',
    kind: 'conflict',
    message: 'This is the only owner here',
    remedy: 'Make somebody else an owner first.',
    at: '/email',
  });
}

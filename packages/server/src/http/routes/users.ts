import { Problem } from '@olympus/core';
import type { Platform, User } from '@olympus/platform';
import { parseRole, roles } from '@olympus/platform';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';

const tags = ['users'];
const access = { access: { permission: 'users:admin', tenant: 'path' } } as const;
const RoleField = Type.Enum([...roles]);
const email = Type.String({ minLength: 3, maxLength: 254 });

const describeUser = (user: User) => ({ id: user.id, email: user.email, name: user.name });

export interface UserRouteDeps {
  readonly platform: Pick<Platform, 'users' | 'links'>;
  readonly audit: AuditTrail;
  /** Address of the server as people reach it. */
  readonly publicUrl: () => string;
}

/** People who may sign in, and what they are within a tenant. */
export function registerUserRoutes(app: App, deps: UserRouteDeps): void {
  const { platform, audit } = deps;
  const base = '/api/tenants/:tenant_id/users';

  app.get(
    base,
    {
      config: access,
      schema: {
        tags,
        summary: 'List the people of a tenant',
        params: Type.Object({ tenant_id: Type.String() }),
      },
    },
    async (request) => {
      const members = await platform.users.list(tenantOf(request).id);
      return { users: members.map((member) => ({ ...describeUser(member), role: member.role })) };
    },
  );

  app.put(
    `${base}/:email`,
    {
      config: access,
      schema: {
        tags,
        summary: 'Give a person a role',
        description: 'Somebody new gets an account; a password can only be set for a new account.',
        params: Type.Object({ tenant_id: Type.String(), email }),
        body: Type.Object(
          {
            role: RoleField,
            name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
            password: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request) => {
      const { role, name, password } = request.body;
      const address = request.params.email;
      const known = await platform.users.byEmail(address);
      if (known !== undefined && password !== undefined) throw hasAccount();
      const user =
        known ?? (await platform.users.create({ email: address, name: name ?? address, password }));
      await platform.users.setRole(tenantOf(request).id, user.id, parseRole(role));
      await audit.record(request, principalOf(request), 'user.role_set', {
        target: user.id,
        detail: { role },
      });
      return { ...describeUser(user), role };
    },
  );

  app.delete(
    `${base}/:email`,
    {
      config: access,
      schema: {
        tags,
        summary: 'Take a person out of a tenant',
        params: Type.Object({ tenant_id: Type.String(), email }),
      },
    },
    async (request, reply) => {
      const tenant = tenantOf(request).id;
      const members = await platform.users.list(tenant);
      const member = members.find((one) => one.email === request.params.email.toLowerCase());
      if (member === undefined) throw unknownUser();
      await platform.users.setRole(tenant, member.id, undefined);
      await audit.record(request, principalOf(request), 'user.removed', { target: member.id });
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/users',
    {
      config: { access: { permission: 'system:admin' } },
      schema: {
        tags,
        summary: 'Make an account',
        body: Type.Object(
          {
            email,
            name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
            password: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
            operator: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const { name, ...rest } = request.body;
      const user = await platform.users.create({ ...rest, name: name ?? rest.email });
      await audit.record(request, principalOf(request), 'user.created', { target: user.id });
      return reply.code(201).send({ ...describeUser(user), operator: user.operator });
    },
  );

  app.post(
    '/api/users/link',
    {
      config: { access: { permission: 'system:admin' } },
      schema: {
        tags,
        summary: 'Make a one-time sign-in link',
        description: 'Without an address, for the first operator of the installation.',
        body: Type.Object(
          {
            email: Type.Optional(email),
            minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const { email: address, minutes = 60 } = request.body;
      const user =
        address === undefined
          ? (await platform.users.all()).find((one) => one.operator)
          : await platform.users.byEmail(address);
      if (user === undefined) throw unknownUser();
      const token = await platform.links.create({ userId: user.id, ttlMs: minutes * 60_000 });
      await audit.record(request, principalOf(request), 'user.link_created', { target: user.id });
      return reply.code(201).send({
        email: user.email,
        url: `${deps.publicUrl()}/sign-in/${token}`,
        expires_in_minutes: minutes,
      });
    },
  );
}

function unknownUser(): Problem {
  return new Problem({
    code: 'unknown_user',
    kind: 'not_found',
    message: 'There is nobody with this address',
    remedy: 'Make an account with: olympus user create EMAIL',
  });
}

function hasAccount(): Problem {
  return new Problem({
    code: 'user_exists',
    kind: 'conflict',
    message: 'Somebody with this address has an account already',
    remedy: 'Leave the password out to give them the role.',
    at: '/password',
  });
}

import type { Cost, Permission, Principal } from '@olympus/contract';
import { Problem, parseTenantId, type TenantId } from '@olympus/core';
import type { Platform, Tenant } from '@olympus/platform';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { notFound } from './problems.js';
import type { App } from './type-provider.js';

/**
 * What a route asks of its caller. Every route must say it, or the server does not start.
 * `tenant` says where the request names its tenant; without it the permission must hold for the
 * whole installation.
 */
export interface Access {
  readonly permission: 'public' | 'signed_in' | Permission;
  /** `sender`: the only tenant of the caller's key, or the header `olympus-tenant`. */
  readonly tenant?: 'path' | 'query' | 'body' | 'sender';
}

/** Something that a request was allowed. */
export interface Admission {
  readonly access: Access;
  readonly tenant: TenantId | undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What a request counts against; `light` when it is not said. */
    cost?: Cost;
    /** Whether its body may take long to arrive. */
    upload?: boolean;
    /** False where the answer goes out in one piece. */
    lasts?: boolean;
  }
  interface FastifyRequest {
    /** Who calls; null on routes that ask for nobody. */
    principal: Principal | null;
    /** The tenant that the request is about, which the caller is allowed to see. */
    tenant: Tenant | null;
    /** What the caller was allowed so far: it has to hold until the answer is out. */
    admissions: readonly Admission[] | null;
  }
}

export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/**
 * Refuses to start a server with a route that does not declare its access.
 * @returns lists the routes, once the app is ready
 */
export function requireDeclaredAccess(app: App): () => readonly RegisteredRoute[] {
  const declared: RouteOptions[] = [];
  app.addHook('onRoute', (route: RouteOptions) => {
    declared.push(route);
  });
  const list = () =>
    declared.flatMap((route): RegisteredRoute[] => {
      const access = route.config?.access;
      if (access === undefined) {
        throw new Error(`The route ${route.method} ${route.url} does not declare its access`);
      }
      return [route.method].flat().map((method) => ({ method, url: route.url, access }));
    });
  // only now: hooks of inner plugins may have declared it for routes that are not ours
  app.addHook('onReady', async () => {
    list();
  });
  return list;
}

/** The caller, or a 401. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw unauthenticated();
  return request.principal;
}

/** For credentials that are not good, whatever is wrong with them. */
export function badCredentials(): Problem {
  return new Problem({
    code: 'unauthenticated',
    kind: 'unauthenticated',
    message: 'The key or token that was sent is not known here, has ended or was revoked',
    remedy: 'Send an API key of this server as "Authorization: Bearer oly_…"; an owner makes one.',
  });
}

export function unauthenticated(): Problem {
  return new Problem({
    code: 'unauthenticated',
    kind: 'unauthenticated',
    message: 'This address asks for a sign-in or an API key',
    remedy: 'Send an API key as "Authorization: Bearer oly_…", or sign in.',
  });
}

function forbidden(permission: Permission): Problem {
  return new Problem({
    code: 'forbidden',
    kind: 'forbidden',
    message: `This needs the permission ${permission}`,
    remedy: 'Ask an owner for a role or an API key with that permission.',
  });
}

export interface Authorizer {
  /** Runs before the body is read: everything but tenants named in a body. */
  readonly onRequest: (request: FastifyRequest) => Promise<void>;
  /** Runs when the body is known, and before it is checked. */
  readonly preValidation: (request: FastifyRequest) => Promise<void>;
  /**
   * The rule itself, for calls that are no request of their own.
   * @param tenantOf tells the tenant that the call names; asked once it is known who calls
   * @returns the tenant that the call is about
   */
  allow(
    request: FastifyRequest,
    access: Access,
    tenantOf: (principal: Principal) => TenantId | undefined,
  ): Promise<Tenant | undefined>;
  /** Whether this principal would still be allowed everything that the request was. @throws Problem */
  allowAgain(request: FastifyRequest, principal: Principal): Promise<void>;
}

/** Decides whether a request may go on, and finds its tenant. */
export function createAuthorizer(platform: Pick<Platform, 'tenants'>): Authorizer {
  async function decide(
    principal: Principal | null,
    { permission, tenant: place }: Access,
    tenantOf: (principal: Principal) => TenantId | undefined,
  ): Promise<Tenant | undefined> {
    if (permission === 'public') return undefined;
    if (principal === null) throw unauthenticated();
    if (permission === 'signed_in') return undefined;
    if (place === undefined) {
      if (!principal.allowsEverywhere(permission)) throw forbidden(permission);
      return undefined;
    }
    const id = tenantOf(principal);
    const visible =
      id !== undefined && (principal.tenants === 'all' || principal.tenants.includes(id));
    const tenant = visible ? await platform.tenants.get(id) : undefined;
    if (tenant === undefined) throw notFound();
    if (!principal.allows(tenant.id, permission)) throw forbidden(permission);
    return tenant;
  }

  async function allow(
    request: FastifyRequest,
    access: Access,
    tenantOf: (principal: Principal) => TenantId | undefined,
  ): Promise<Tenant | undefined> {
    const tenant = await decide(request.principal, access, tenantOf);
    request.admissions = [...(request.admissions ?? []), { access, tenant: tenant?.id }];
    return tenant;
  }

  async function admit(request: FastifyRequest, access: Access): Promise<void> {
    const tenant = await allow(request, access, (principal) =>
      tenantNamed(request, access, principal),
    );
    if (tenant !== undefined) request.tenant = tenant;
  }

  return {
    allow,
    async allowAgain({ admissions }, principal) {
      for (const { access, tenant } of admissions ?? []) {
        await decide(principal, access, () => tenant);
      }
    },
    async onRequest(request) {
      const access = request.routeOptions.config.access;
      if (access === undefined) throw new Error('a route without declared access was reached');
      if (access.tenant !== 'body') return admit(request, access);
      if (access.permission !== 'public') principalOf(request);
    },
    async preValidation(request) {
      const access = request.routeOptions.config.access;
      if (access?.tenant !== 'body') return;
      const named = (request.body as { tenant_id?: unknown } | null | undefined)?.tenant_id;
      // a body without a tenant is refused by its schema, which says what is missing
      if (named === undefined) return;
      await admit(request, access);
    },
  };
}

function tenantNamed(
  request: FastifyRequest,
  { tenant }: Access,
  principal: Principal,
): TenantId | undefined {
  switch (tenant) {
    case 'path':
      return tenantIn(request.params);
    case 'query':
      return tenantIn(request.query);
    case 'body':
      return tenantIn(request.body);
    case 'sender':
      return senderOf(request, principal);
    case undefined:
      return undefined;
    default:
      throw new Error(`unknown place of a tenant: ${tenant satisfies never}`);
  }
}

/** The tenant that the input of a call names. */
export function tenantIn(values: unknown): TenantId | undefined {
  return parseTenantId((values as { tenant_id?: unknown } | null | undefined)?.tenant_id);
}

/** The tenant on whose behalf a caller sends. @throws Problem `tenant_required` */
export function senderOf(request: FastifyRequest, principal: Principal): TenantId | undefined {
  const named = request.headers['olympus-tenant'];
  if (named !== undefined) return parseTenantId(named);
  const { tenants } = principal;
  if (tenants !== 'all' && tenants.length === 1) return tenants[0];
  throw new Problem({
    code: 'tenant_required',
    kind: 'invalid',
    message: 'It is not clear which tenant the events belong to',
    remedy: 'Name it in the header olympus-tenant, or use an API key of one tenant.',
    at: 'olympus-tenant',
  });
}

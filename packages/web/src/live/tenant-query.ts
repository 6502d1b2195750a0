import type { Query, QueryFunctionContext, QueryKey } from '@tanstack/react-query';

/** The ledgers that an answer is made from; `any` where it is made from all of them. */
export type Ledgers = 'any' | readonly string[];

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly ledgers?: Ledgers };
  }
}

/** The first parts of every key of a tenant's: what is kept of one tenant can be told by them. */
export const tenantKey = (tenantId: string) => ['tenant', tenantId] as const;

/** What `useQuery` is given; a page may add how long an answer is good for. */
export interface TenantQueryOptions<Answer> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: QueryFunctionContext) => Promise<Answer>;
  readonly meta: { readonly ledgers: Ledgers };
}

/** A question to the server about one tenant: its key, how it is asked, and what makes it outdated. */
export interface TenantQuery<Request, Answer> {
  /** All requests of the query, or one of them. */
  key(tenantId: string, request?: Request): QueryKey;
  options(tenantId: string, request: Request): TenantQueryOptions<Answer>;
}

/**
 * Declares a query of a page once: everyone who shows or outdates it uses this.
 * @param declaration.ledgers a change of one of them asks it again where it is on screen; none of
 *   them for what does not come from ledgers
 * @example
 *   const dashboard = defineTenantQuery({
 *     name: 'dashboard',
 *     ledgers: 'any',
 *     fetch: (tenantId, request: DashboardRequest, signal) => olympus.dashboard(tenantId, request, { signal }),
 *   });
 *   useQuery(dashboard.options(tenant.id, { timeframe: 'today' }));
 */
export function defineTenantQuery<Answer, Request = undefined>(declaration: {
  readonly name: string;
  readonly ledgers: Ledgers;
  readonly fetch: (tenantId: string, request: Request, signal: AbortSignal) => Promise<Answer>;
}): TenantQuery<Request, Answer> {
  const { name, ledgers, fetch } = declaration;
  const key = (tenantId: string, request?: Request): QueryKey => [
    ...tenantKey(tenantId),
    name,
    ...(request === undefined ? [] : [request]),
  ];
  return {
    key,
    options: (tenantId, request) => ({
      queryKey: key(tenantId, request),
      queryFn: ({ signal }) => fetch(tenantId, request, signal),
      meta: { ledgers },
    }),
  };
}

/** Whether a kept answer may be outdated once a tenant's ledgers have changed. */
export function dependsOn(
  query: Pick<Query, 'queryKey' | 'meta'>,
  tenantId: string,
  changed: Ledgers,
): boolean {
  const [kind, tenant] = query.queryKey;
  if (kind !== 'tenant' || tenant !== tenantId) return false;
  const ledgers = query.meta?.ledgers ?? [];
  if (ledgers === 'any') return true;
  if (changed === 'any') return ledgers.length > 0;
  return ledgers.some((ledger) => changed.includes(ledger));
}

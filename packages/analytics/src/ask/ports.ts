import type { Clock, Logger, TenantId } from '@olympus/core';
import type { ModelDescription } from '@olympus/semantic';
import type { TenantProfile } from '../ports.js';
import type { QueryAnswer, QueryRequest } from '../query/query-service.js';

/** The part of analytics that questions in plain words are answered with. */
export interface AskAnalytics {
  query(request: QueryRequest): Promise<QueryAnswer>;
  model(tenant: TenantId): Promise<ModelDescription>;
}

/** A value of a tenant's settings that its user checks. */
export interface JsonSetting {
  readonly name: string;
  readonly secret: boolean;
  parse(value: unknown): unknown;
}

/** The part of the control plane that questions need. */
export interface AskPlatform {
  readonly tenants: { get(id: TenantId): Promise<TenantProfile | undefined> };
  readonly settings: {
    get(scope: TenantId, setting: JsonSetting): Promise<unknown>;
    set(scope: TenantId, setting: JsonSetting, value: unknown): Promise<void>;
  };
}

export interface AskDependencies {
  readonly analytics: AskAnalytics;
  readonly platform: AskPlatform;
  readonly clock: Clock;
  readonly log: Logger;
  /** Rises with every change of the tenant's data. */
  readonly version: (tenant: TenantId) => number;
}

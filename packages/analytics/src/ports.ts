import type { TenantId, WeekStart } from '@olympus/core';

/** What analytics needs to know of a tenant; the control plane's record has more. */
export interface TenantProfile {
  readonly id: TenantId;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly weekStart: WeekStart;
  readonly locale: string;
}

/** A tenant's declaration of a metric, as it is stored. */
export interface StoredMetric {
  readonly name: string;
  readonly definition: unknown;
}

/** The part of the control plane that analytics uses. */
export interface AnalyticsPlatform {
  readonly tenants: { get(id: TenantId): Promise<TenantProfile | undefined> };
  readonly metrics: {
    list(tenant: TenantId): Promise<readonly StoredMetric[]>;
    put(tenant: TenantId, name: string, definition: unknown): Promise<unknown>;
    remove(tenant: TenantId, name: string): Promise<unknown>;
  };
}

/** A value of a tenant's settings that its user checks. */
export interface JsonSetting {
  readonly name: string;
  readonly secret: boolean;
  parse(value: unknown): unknown;
}

/** The part of the control plane that questions in plain words need beside it. */
export interface AskPlatform {
  readonly tenants: AnalyticsPlatform['tenants'];
  readonly settings: {
    get(scope: TenantId, setting: JsonSetting): Promise<unknown>;
    set(scope: TenantId, setting: JsonSetting, value: unknown): Promise<void>;
  };
}

/** The control plane's tables, by plain SQL. */
export interface ControlStore {
  execute(sql: string, params?: readonly unknown[]): Promise<readonly (readonly unknown[])[]>;
}

/** How much analytics may use at once. */
export interface AnalyticsLimits {
  /** A statement is cancelled after this long. */
  readonly deadlineMs: number;
  /** Statements that run at the same time. */
  readonly concurrency: number;
  /** Statements that wait for their turn; more are refused. */
  readonly queue: number;
  /** Results kept. */
  readonly cacheEntries: number;
  /** Cells of all results kept. */
  readonly cacheCells: number;
}

export const defaultLimits: AnalyticsLimits = {
  deadlineMs: 15_000,
  concurrency: 4,
  queue: 512,
  cacheEntries: 2_000,
  cacheCells: 1_000_000,
};

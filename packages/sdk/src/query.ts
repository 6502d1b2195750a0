import type { Comparison, Grain, LocalRange, Timeframe } from './time.js';

export interface QueryFilter {
  readonly dimension: string;
  /** One of the model's operators: `equals`, `not_equals`, `in`, … */
  readonly operator: string;
  readonly values: readonly (string | number | boolean)[];
}

/** A question to the semantic model. */
export interface MetricQuery {
  readonly tenant_id: string;
  readonly metrics: readonly string[];
  readonly dimensions?: readonly string[];
  readonly time?: { readonly timeframe: Timeframe } | LocalRange;
  readonly grain?: Grain;
  readonly compare?: Comparison | LocalRange;
  readonly filters?: readonly QueryFilter[];
  readonly order?: readonly { readonly by: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit?: number;
}

export interface QueryColumn {
  readonly name: string;
  readonly type: string;
  readonly unit?: string;
  readonly label?: string;
  readonly role: 'dimension' | 'time' | 'metric' | 'previous' | 'change';
}

export interface QueryAnswer {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly meta: {
    readonly tenant_id: string;
    readonly time_zone: string;
    readonly currency: string;
    readonly range: LocalRange | null;
    readonly comparison_range?: LocalRange;
    readonly grain?: Grain;
    readonly freshness: {
      readonly data_through: string | null;
      readonly last_received_at: string | null;
    };
    readonly generated_at: string;
    readonly elapsed_ms: number;
    readonly cache: 'hit' | 'miss' | 'shared';
    readonly truncated: boolean;
    /** Only for callers who may see it. */
    readonly sql?: string;
  };
}

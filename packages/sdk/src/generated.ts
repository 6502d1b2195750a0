// Made from the rooms’ contracts by scripts/generate-sdk.ts.

export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Whether a new password asks for the current one */
  readonly password_known: boolean;
}
/** A tenant as the signed-in user sees it */
export interface SessionTenant {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
  /** What the user may do there */
  readonly permissions: readonly string[];
  readonly time_zone: string;
  readonly currency: string;
  readonly locale: string;
  readonly week_start: 'monday' | 'sunday' | 'saturday';
  readonly demo: boolean;
}
/** Who is signed in, and what they may see: `user` is null and `tenants` empty when nobody is */
export interface Session {
  readonly user: SessionUser | null;
  readonly tenants: readonly SessionTenant[];
  /** May do everything on every tenant */
  readonly operator: boolean;
  readonly environment: string;
}
/** A business whose data is kept apart */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** IANA zone of its calendar */
  readonly time_zone: string;
  /** ISO 4217 code of its books */
  readonly currency: string;
  readonly week_start: 'monday' | 'sunday' | 'saturday';
  readonly locale: string;
  /** Units of its currency for one of each other currency */
  readonly exchange_rates: Readonly<Record<string, string>>;
  /** Simulated */
  readonly demo: boolean;
  readonly created_at: string;
}
export interface TenantList {
  readonly tenants: readonly Tenant[];
}
/** A key of a tenant, without its secret */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** How the secret begins */
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly status: 'active' | 'expired' | 'revoked';
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly replaces: string | null;
}
export interface ApiKeyList {
  readonly keys: readonly ApiKey[];
}
/** The key that was made */
export interface NewKey {
  readonly id: string;
  /** Shown this once */
  readonly secret: string;
}
/** A person and their role within a tenant */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
}
export interface MemberList {
  readonly users: readonly Member[];
}
/** The invitation that was made */
export interface NewInvitation {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
  readonly expires_at: string;
  /** The secret part of the link */
  readonly token: string;
  /** One-time link to pass on; shown this once */
  readonly url: string;
}
/** An invitation that waits to be accepted */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
  readonly expires_at: string;
  /** Name of who invited */
  readonly invited_by: string;
  readonly created_at: string;
}
export interface InvitationList {
  readonly invitations: readonly Invitation[];
}
export interface InvitationShown {
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly locale: string;
  };
  readonly email: string;
  readonly name: string | null;
  readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
  readonly expires_at: string;
}
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
}
export interface SignInLink {
  readonly email: string;
  readonly url: string;
  readonly expires_in_minutes: number;
}
/** Something that was done, and by whom */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
  };
  readonly action: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly request_id: string | null;
}
export interface AuditEntryList {
  readonly entries: readonly AuditEntry[];
}
/** Work in the queue */
export interface Job {
  /** Rises with every job */
  readonly id: number;
  /** What is to be done */
  readonly kind: string;
  readonly tenant_id: string | null;
  readonly state: 'waiting' | 'running' | 'cancelling' | 'succeeded' | 'cancelled' | 'dead';
  readonly priority: number;
  readonly exclusive_key: string | null;
  readonly input: unknown;
  readonly run_at: string | null;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly progress: {
    readonly fraction: number;
    readonly done?: number | undefined;
    readonly total?: number | undefined;
    readonly sentence?: string | undefined;
  } | null;
  /** What it came to, once it succeeded */
  readonly result: unknown;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly remedy?: string | undefined;
    /** For operators only */
    readonly detail?: string | undefined;
    readonly attempt: number;
  } | null;
  readonly schedule_id: string | null;
  readonly occurrence_at: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}
export interface JobList {
  readonly jobs: readonly Job[];
}
/** A job and what it said */
export interface JobWithLog {
  /** Rises with every job */
  readonly id: number;
  /** What is to be done */
  readonly kind: string;
  readonly tenant_id: string | null;
  readonly state: 'waiting' | 'running' | 'cancelling' | 'succeeded' | 'cancelled' | 'dead';
  readonly priority: number;
  readonly exclusive_key: string | null;
  readonly input: unknown;
  readonly run_at: string | null;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly progress: {
    readonly fraction: number;
    readonly done?: number | undefined;
    readonly total?: number | undefined;
    readonly sentence?: string | undefined;
  } | null;
  /** What it came to, once it succeeded */
  readonly result: unknown;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly remedy?: string | undefined;
    /** For operators only */
    readonly detail?: string | undefined;
    readonly attempt: number;
  } | null;
  readonly schedule_id: string | null;
  readonly occurrence_at: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** Its newest lines, oldest first */
  readonly log: readonly {
    readonly line: number;
    readonly attempt: number;
    readonly at: string;
    readonly level: string;
    readonly message: string;
  }[];
}
/** What makes jobs at its times */
export interface Schedule {
  readonly id: string;
  readonly tenant_id: string | null;
  /** Whether it is part of the product */
  readonly declared: boolean;
  /** Kind of its jobs */
  readonly kind: string;
  readonly input: unknown;
  readonly cron: string | null;
  readonly time_zone: string | null;
  readonly every_ms: number | null;
  readonly missed: 'once' | 'skip';
  readonly enabled: boolean;
  readonly next_at: string | null;
  readonly last_at: string | null;
}
export interface ScheduleList {
  readonly schedules: readonly Schedule[];
}
export interface EnqueuedJob {
  /** Id of the job */
  readonly id: number;
  /** False where such a job was waiting or running already */
  readonly created: boolean;
}
/** What became of an event */
export interface EventResult {
  readonly id: string | null;
  readonly outcome: 'stored' | 'duplicate' | 'deadLettered';
  readonly error?:
    | {
        readonly code: string;
        readonly path?: string | undefined;
        readonly reason: string;
        readonly step: string;
        readonly dead_letter_id: string;
      }
    | undefined;
}
/** Everything that was sent is on disk */
export interface IngestAnswer {
  /** One a sent event, in order */
  readonly results: readonly EventResult[];
  readonly stored: number;
  readonly duplicates: number;
  readonly dead_lettered: number;
}
/** A type of event, built in or the tenant’s own */
export interface EventType {
  readonly type: string;
  readonly version: number;
  /** JSON Schema of the event’s data */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Whether the tenant declared it, or extended what is built in */
  readonly declared: boolean;
}
export interface EventTypeList {
  readonly schemas: readonly EventType[];
}
/** An event that could not be stored */
export interface DeadLetter {
  readonly id: string;
  readonly status: 'open' | 'replayed' | 'discarded';
  readonly type: string | null;
  readonly source: string;
  readonly code: string;
  readonly step: string;
  readonly reason: string;
  readonly path: string | null;
  readonly received_at: string;
  /** The event as it was received, or as it was last corrected */
  readonly raw: string;
}
export interface DeadLetterList {
  readonly dead_letters: readonly DeadLetter[];
}
/** What became of a dead letter that was sent again */
export interface ReplayResult {
  readonly id: string | null;
  readonly outcome: 'stored' | 'duplicate' | 'deadLettered';
  readonly error?:
    | {
        readonly code: string;
        readonly path?: string | undefined;
        readonly reason: string;
        readonly step: string;
        readonly dead_letter_id: string;
      }
    | undefined;
  readonly dead_letter_id: string;
}
export interface ReplayResultList {
  readonly results: readonly ReplayResult[];
}
/** A file that waits to be imported */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** When it was uploaded */
  readonly created_at: string;
  /** When it will be removed */
  readonly expires_at: string;
}
export interface UploadList {
  readonly uploads: readonly Upload[];
}
/** Something that the importer says about a file */
export interface ImportNote {
  /** What is said; its parameters stand beside it */
  readonly code:
    | 'utf16_assumed'
    | 'some_lines_not_utf8'
    | 'encoding_assumed'
    | 'names_repeated'
    | 'no_rows'
    | 'lines_above_header'
    | 'decimal_signs_mixed'
    | 'point_assumed'
    | 'comma_assumed'
    | 'point_as_elsewhere'
    | 'comma_as_elsewhere'
    | 'date_orders_mixed'
    | 'date_order_as_elsewhere'
    | 'date_order_unknown'
    | 'times_skipped'
    | 'times_shown_twice'
    | 'shopify_orders'
    | 'woocommerce_orders_and_customers'
    | 'woocommerce_orders_advanced'
    | 'magento_orders'
    | 'magento_order_items'
    | 'prestashop_order_details'
    | 'prestashop_orders'
    | 'shopware_5_orders'
    | 'shopware_6_orders'
    | 'square_items'
    | 'stripe_payments'
    | 'amazon_orders'
    | 'etsy_order_items'
    | 'etsy_orders'
    | 'lightspeed_sales'
    | 'sumup_sales'
    | 'ebay_orders'
    | 'toast_items'
    | 'wix_orders'
    | 'opencart_order_products'
    | 'refund_dates_missing'
    | 'totals_include_tax_and_shipping'
    | 'prices_may_include_tax'
    | 'buyers_not_named'
    | 'kind_recognised'
    | 'not_recognised'
    | 'kind_unclear'
    | 'role_uncertain'
    | 'column_needed'
    | 'currency_assumed'
    | 'customers_unknown'
    | 'partial_refunds_as_given'
    | 'quantity_assumed'
    | 'prices_include_tax'
    | 'price_is_of_line'
    | 'price_assumed'
    | 'products_unknown'
    | 'tax_unknown'
    | 'amounts_include_tax'
    | 'said_so'
    | 'named_so_in_layout'
    | 'name_says_so'
    | 'name_holds_word'
    | 'other_column_possible'
    | 'empty_in_sample'
    | 'values_no_dates'
    | 'values_dates'
    | 'values_times_of_day'
    | 'values_emails'
    | 'values_currencies'
    | 'values_countries'
    | 'values_no_numbers'
    | 'values_mostly_numbers'
    | 'values_whole_numbers'
    | 'values_numbers'
    | 'values_no_amounts'
    | 'values_mostly_amounts'
    | 'values_amounts'
    | 'values_all_same'
    | 'values_repeat_below'
    | 'values_too_different'
    | 'wrong_number_of_cells'
    | 'nul_character'
    | 'not_utf8'
    | 'quote_never_closed'
    | 'quote_over_lines'
    | 'line_too_long'
    | 'nested_too_deep'
    | 'not_json'
    | 'not_a_json_object'
    | 'time_unreadable'
    | 'time_in_future'
    | 'time_too_old'
    | 'value_missing'
    | 'value_not_a_number'
    | 'value_too_small'
    | 'value_too_large'
    | 'value_too_long'
    | 'value_empty'
    | 'value_not_allowed'
    | 'amount_out_of_range'
    | 'currency_without_rate'
    | 'row_too_large'
    | 'row_refused'
    | 'said_earlier';
  /** The same as an English sentence */
  readonly message: string;
  /** The file it is about, where there are several */
  readonly file?: string | undefined;
  readonly column?: string | undefined;
  readonly role?:
    | 'order_id'
    | 'ordered_at'
    | 'clock'
    | 'zone'
    | 'status'
    | 'payment_status'
    | 'event_kind'
    | 'cancelled_at'
    | 'currency'
    | 'customer_id'
    | 'email'
    | 'customer_name'
    | 'phone'
    | 'country'
    | 'city'
    | 'product_id'
    | 'product_name'
    | 'category'
    | 'brand'
    | 'quantity'
    | 'unit_price'
    | 'line_total'
    | 'line_discount'
    | 'line_tax'
    | 'line_shipping'
    | 'unit_cost'
    | 'order_subtotal'
    | 'order_total'
    | 'order_discount'
    | 'shipping'
    | 'order_tax'
    | 'refund_id'
    | 'refund_amount'
    | 'refunded_at'
    | 'reason'
    | 'payment_id'
    | 'amount'
    | 'fee'
    | 'method'
    | 'on_hand'
    | 'reorder_point'
    | 'location'
    | 'channel'
    | 'promotion'
    | undefined;
  readonly kind?:
    | 'orders_by_line'
    | 'orders_by_order'
    | 'customers'
    | 'products'
    | 'refunds'
    | 'stock'
    | 'payments'
    | undefined;
  /** The code of a layout */
  readonly layout?: string | undefined;
  readonly currency?: string | undefined;
  /** A value of the file */
  readonly example?: string | undefined;
  readonly count?: number | undefined;
  readonly expected?: number | undefined;
  readonly limit?: number | undefined;
  /** Place in the event */
  readonly field?: string | undefined;
  /** What the collector said */
  readonly rule?: string | undefined;
  readonly encoding?: string | undefined;
  /** What it could be instead */
  readonly other?: string | undefined;
  /** The value of the file, read so */
  readonly other_example?: string | undefined;
  readonly text?: string | undefined;
}
/** How a file is read */
export interface FileForm {
  readonly format: 'csv' | 'ndjson' | 'json' | 'parquet';
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly header_line?: number | undefined;
}
/** What a file seems to be, and how it would be imported */
export interface ImportProposal {
  readonly kind:
    | 'orders_by_line'
    | 'orders_by_order'
    | 'customers'
    | 'products'
    | 'refunds'
    | 'stock'
    | 'payments'
    | null;
  readonly system: string | null;
  readonly title: ImportNote;
  /** 0 to 1, the least of what the mapping stands on */
  readonly confidence: number;
  readonly form: FileForm;
  readonly columns: readonly {
    readonly column: string;
    readonly role:
      | 'order_id'
      | 'ordered_at'
      | 'clock'
      | 'zone'
      | 'status'
      | 'payment_status'
      | 'event_kind'
      | 'cancelled_at'
      | 'currency'
      | 'customer_id'
      | 'email'
      | 'customer_name'
      | 'phone'
      | 'country'
      | 'city'
      | 'product_id'
      | 'product_name'
      | 'category'
      | 'brand'
      | 'quantity'
      | 'unit_price'
      | 'line_total'
      | 'line_discount'
      | 'line_tax'
      | 'line_shipping'
      | 'unit_cost'
      | 'order_subtotal'
      | 'order_total'
      | 'order_discount'
      | 'shipping'
      | 'order_tax'
      | 'refund_id'
      | 'refund_amount'
      | 'refunded_at'
      | 'reason'
      | 'payment_id'
      | 'amount'
      | 'fee'
      | 'method'
      | 'on_hand'
      | 'reorder_point'
      | 'location'
      | 'channel'
      | 'promotion'
      | null;
    readonly confidence: number;
    /** False where a person should look */
    readonly sure: boolean;
    readonly reasons: readonly ImportNote[];
    readonly examples: readonly string[];
  }[];
  readonly mapping: Readonly<Record<string, unknown>> | null;
  /** What has to be there: its `role` says which column */
  readonly missing: readonly ImportNote[];
  readonly warnings: readonly ImportNote[];
}
/** What an import would do */
export interface ImportPreview {
  readonly rows: number;
  /** Whether all rows were read */
  readonly complete: boolean;
  readonly forms: readonly FileForm[];
  readonly columns: readonly string[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly rejected_rows: number;
  readonly rejected: readonly {
    readonly reason: ImportNote;
    readonly rows: number;
    readonly lines: readonly number[];
    readonly example: string;
  }[];
  readonly unmatched: {
    readonly rows: number;
    readonly examples: readonly {
      readonly file: string;
      readonly line: number;
      readonly cells: Readonly<Record<string, string>>;
    }[];
  };
  readonly totals: {
    readonly events: Readonly<Record<string, number>>;
    readonly orders: number;
    readonly customers: number;
    readonly units: string;
    readonly revenue: readonly {
      readonly month: string;
      readonly currency: string;
      readonly revenue: string;
      readonly orders: number;
    }[];
    readonly first: string | null;
    readonly last: string | null;
    readonly mismatches: {
      /** Orders that do not come to what the file says */
      readonly orders: number;
      readonly compared: number;
      readonly examples: readonly {
        readonly order_id: string;
        readonly made: string;
        readonly expected: string;
      }[];
    };
  };
  readonly warnings: readonly ImportNote[];
  /** What a person has to say first */
  readonly questions: readonly ImportNote[];
}
/** An import of files */
export interface Import {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped' | 'undoing' | 'undone';
  /** Names of its files */
  readonly files: readonly string[];
  /** Source of its events */
  readonly source: string;
  readonly counts: {
    /** Rows of the files; 0 until they are read */
    readonly rows: number;
    readonly rows_done: number;
    /** 0 to 1 */
    readonly progress: number;
    readonly events: number;
    readonly stored: number;
    /** Events that were known already */
    readonly duplicates: number;
    readonly rejected_rows: number;
    /** Rows that no entry of the mapping takes */
    readonly unmatched_rows: number;
    /** Events taken back */
    readonly undone: number;
  };
  readonly warnings: readonly ImportNote[];
  readonly fault: {
    readonly code: string;
    readonly message: string;
    readonly remedy?: string | undefined;
    /** The file or the column it is about */
    readonly at?: string | undefined;
  } | null;
  /** When it was started */
  readonly created_at: string;
  /** When its state last changed */
  readonly changed_at: string;
}
export interface ImportList {
  readonly imports: readonly Import[];
}
export interface QueryCondition {
  readonly dimension: string;
  readonly operator:
    | 'equals'
    | 'not_equals'
    | 'gt'
    | 'gte'
    | 'lt'
    | 'lte'
    | 'contains'
    | 'not_contains'
    | 'starts_with'
    | 'ends_with';
  readonly values: readonly (string | number | boolean | null)[];
}
export interface AnyCondition {
  readonly any: readonly QueryCondition[];
}
/** All of them hold */
export interface AllConditions {
  readonly all: readonly (QueryCondition | AnyCondition)[];
}
/** Any of them holds */
export interface ConditionGroup {
  readonly any: readonly (QueryCondition | AllConditions)[];
}
export interface MetricQuery {
  readonly tenant_id: string;
  readonly metrics: readonly string[];
  readonly dimensions?: readonly string[] | undefined;
  readonly time?:
    | {
        readonly timeframe:
          | 'all_time'
          | 'today'
          | 'yesterday'
          | 'this_week'
          | 'last_week'
          | 'this_month'
          | 'last_month'
          | 'this_quarter'
          | 'last_quarter'
          | 'this_year'
          | 'last_year'
          | 'month_to_date'
          | 'quarter_to_date'
          | 'year_to_date'
          | 'last_7_days'
          | 'last_28_days'
          | 'last_30_days'
          | 'last_90_days'
          | 'last_12_months';
      }
    | {
        readonly from: string;
        readonly to: string;
      }
    | undefined;
  readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
  readonly compare?:
    | 'previous_period'
    | 'same_period_last_year'
    | {
        readonly from: string;
        readonly to: string;
      }
    | undefined;
  /** All of them hold; groups hold where any of their members does */
  readonly filters?: readonly (QueryCondition | ConditionGroup)[] | undefined;
  /** Thresholds that groups have to meet, before the limit cuts them */
  readonly having?:
    | readonly {
        readonly metric: string;
        readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte';
        readonly value: number;
      }[]
    | undefined;
  readonly order?:
    | readonly {
        readonly by: string;
        readonly direction?: 'asc' | 'desc' | undefined;
      }[]
    | undefined;
  readonly limit?: number | undefined;
  /** BCP 47; labels and descriptions are in its language where the model has it */
  readonly locale?: string | undefined;
}
export interface QueryColumn {
  readonly name: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime';
  readonly unit?: 'currency' | 'count' | 'ratio' | 'number' | undefined;
  readonly label?: string | undefined;
  readonly role: 'dimension' | 'time' | 'metric' | 'previous' | 'change';
}
/** Half-open span of the tenant’s calendar: local dates or local date-times, `to` exclusive */
export interface LocalRange {
  readonly from: string;
  readonly to: string;
}
/** How far the data reaches; null without data */
export interface Freshness {
  readonly data_through: string | null;
  readonly last_received_at: string | null;
}
/** Columns and rows */
export interface QueryAnswer {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly meta: {
    readonly tenant_id: string;
    readonly time_zone: string;
    readonly currency: string;
    readonly range: LocalRange | null;
    readonly comparison_range?: LocalRange | undefined;
    readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
    readonly freshness: Freshness;
    readonly generated_at: string;
    readonly elapsed_ms: number;
    readonly cache: 'hit' | 'miss' | 'shared';
    readonly truncated: boolean;
    /** The rollup that was read; absent when none was */
    readonly rollup?: string | undefined;
    /** For those with sql:read */
    readonly sql?: string | undefined;
  };
}
export interface ModelEntity {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly key: string;
}
/** Other words for the same thing, by language */
export interface Synonyms {
  readonly en: readonly string[];
  readonly de: readonly string[];
}
export interface ModelDimension {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly synonyms: Synonyms;
  readonly operators: readonly (
    | 'equals'
    | 'not_equals'
    | 'gt'
    | 'gte'
    | 'lt'
    | 'lte'
    | 'contains'
    | 'not_contains'
    | 'starts_with'
    | 'ends_with'
  )[];
  /** All values it can have, with their names, where they are known beforehand */
  readonly values?:
    | readonly {
        readonly value: number;
        readonly label: string;
      }[]
    | undefined;
}
export interface ModelMeasure {
  readonly name: string;
  readonly ledger: string;
  readonly aggregate: string;
  readonly column: string | null;
}
export interface ModelMetric {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** How it is made, in words of other metrics */
  readonly formula: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  /** Whether more is better */
  readonly polarity: 'up_good' | 'down_good' | 'neutral';
  /** Whether groups and buckets add up to the whole */
  readonly additive: boolean;
  readonly synonyms: Synonyms;
  /** Dimensions that it may be split and filtered by */
  readonly dimensions: readonly string[];
  /** Declared by the tenant */
  readonly custom: boolean;
  /** Mainly a part that other metrics are made of */
  readonly part: boolean;
}
/** The semantic model as one tenant sees it, its own metrics included */
export interface ModelDescription {
  readonly entities: readonly ModelEntity[];
  readonly dimensions: readonly ModelDimension[];
  readonly measures: readonly ModelMeasure[];
  readonly metrics: readonly ModelMetric[];
  readonly grains: readonly ('hour' | 'day' | 'week' | 'month' | 'quarter' | 'year')[];
  readonly timeframes: readonly (
    | 'all_time'
    | 'today'
    | 'yesterday'
    | 'this_week'
    | 'last_week'
    | 'this_month'
    | 'last_month'
    | 'this_quarter'
    | 'last_quarter'
    | 'this_year'
    | 'last_year'
    | 'month_to_date'
    | 'quarter_to_date'
    | 'year_to_date'
    | 'last_7_days'
    | 'last_28_days'
    | 'last_30_days'
    | 'last_90_days'
    | 'last_12_months'
  )[];
  readonly operators: readonly (
    | 'equals'
    | 'not_equals'
    | 'gt'
    | 'gte'
    | 'lt'
    | 'lte'
    | 'contains'
    | 'not_contains'
    | 'starts_with'
    | 'ends_with'
  )[];
}
export interface DashboardFreshness {
  readonly data_through: string | null;
  readonly last_received_at: string | null;
  /** By what was last received: within 5 minutes, within 24 hours, longer ago, never */
  readonly status: 'live' | 'recent' | 'late' | 'empty';
}
export interface SeriesPoint {
  /** Local start of the bucket */
  readonly t: string;
  readonly value: number | null;
  /** The bucket is not over, or only partly inside the range */
  readonly incomplete?: true | undefined;
}
/** One number, what it was before, and how it went */
export interface DashboardTile {
  readonly metric: string;
  readonly label: string;
  readonly description: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  /** Whether more is better */
  readonly polarity: 'up_good' | 'down_good' | 'neutral';
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  /** `points`: the difference of two ratios; `ratio`: relative to the previous value */
  readonly change_kind: 'ratio' | 'points';
  readonly series: readonly SeriesPoint[];
}
/** A metric over time, and over the time before */
export interface DashboardSeries {
  readonly metric: string;
  readonly label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  readonly points: readonly SeriesPoint[];
  readonly previous: readonly SeriesPoint[] | null;
}
export interface BreakdownRow {
  readonly key: string | null;
  readonly label: string;
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  readonly share: number | null;
}
/** A metric by the values of a dimension */
export interface Breakdown {
  readonly dimension: string;
  readonly label: string;
  readonly metric: string;
  readonly rows: readonly BreakdownRow[];
  readonly other: number | null;
  readonly total: number | null;
}
/** What is missing behind the figures */
export interface DataQuality {
  readonly events: number;
  readonly dead_letters_open: number;
  readonly sales_lines: number;
  readonly lines_without_customer: number;
  readonly lines_without_cost: number;
  readonly latest_problems: readonly {
    readonly code: string;
    readonly count: number;
  }[];
}
/** The overview of a business */
export interface Dashboard {
  readonly tenant_id: string;
  readonly name: string;
  readonly timeframe: string;
  readonly range: {
    readonly from: string;
    readonly to: string;
    readonly time_zone: string;
  };
  readonly comparison: LocalRange | null;
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly currency: string;
  readonly locale: string;
  readonly generated_at: string;
  /** A newer one is being built: data pours in faster than it can be summed up. Ask again in a moment. */
  readonly stale?: true | undefined;
  readonly freshness: DashboardFreshness;
  readonly tiles: readonly DashboardTile[];
  readonly series: readonly DashboardSeries[];
  readonly breakdowns: readonly Breakdown[];
  readonly quality: DataQuality;
}
export interface LedgersChanged {
  /** What changed */
  readonly ledgers: readonly string[];
  /** Rises with each change, while the server runs */
  readonly version: number;
  /** Stored since the message before */
  readonly events: number;
}
export interface StoredMetric {
  readonly name: string;
  /** See the guide “Adding a metric” */
  readonly definition: Readonly<Record<string, unknown>>;
}
export interface StoredMetricList {
  readonly metrics: readonly StoredMetric[];
}
export interface DeclaredMetric {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  /** Whether more is better */
  readonly polarity: 'up_good' | 'down_good' | 'neutral';
  readonly synonyms: {
    readonly en: readonly string[];
    readonly de: readonly string[];
  };
  readonly definition: unknown;
  /** How it is computed, for people */
  readonly formula: string;
  readonly part?: true | undefined;
  readonly custom?: true | undefined;
}
/** A question as an exact query; may be sent back as it is */
export interface Frame {
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly filters: readonly {
    readonly dimension: string;
    readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains';
    readonly values: readonly (string | number | boolean)[];
  }[];
  readonly time: {
    readonly from: string;
    readonly to: string;
    readonly label: string;
  } | null;
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | null;
  readonly compare: {
    readonly kind: 'previous_period' | 'same_period_last_year' | 'range';
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly label?: string | undefined;
  } | null;
  readonly order: readonly {
    readonly by: string;
    readonly direction: 'asc' | 'desc';
  }[];
  readonly limit: number | null;
  readonly horizon: {
    readonly n: number;
    readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  } | null;
  readonly transform: {
    readonly kind: 'share' | 'moving_average' | 'cumulative';
    readonly window: number | null;
  } | null;
  readonly chart: 'number' | 'bar' | 'line' | 'table' | 'funnel' | 'cohort';
  readonly intent:
    | 'query'
    | 'compare'
    | 'explain'
    | 'forecast'
    | 'funnel'
    | 'retention'
    | 'anomalies'
    | 'help'
    | 'command';
  /** Events of a funnel, in order */
  readonly steps: readonly string[];
  readonly command: {
    readonly type:
      | 'create_order'
      | 'view_analytics'
      | 'search_customers'
      | 'update_inventory'
      | 'generate_report';
    readonly entities: {
      readonly dates: readonly {
        readonly from: string;
        readonly to: string;
        readonly label: string;
      }[];
      readonly money: readonly {
        readonly amount: number;
        readonly currency: string;
      }[];
      readonly numbers: readonly number[];
      readonly products: readonly string[];
      readonly customers: readonly string[];
      readonly locations: readonly string[];
    };
  } | null;
}
/** What a part of the question was taken for; offsets are UTF-16 units of the question */
export interface QuestionSpan {
  readonly from: number;
  readonly to: number;
  readonly role:
    | 'metric'
    | 'dimension'
    | 'value'
    | 'time'
    | 'grain'
    | 'comparison'
    | 'condition'
    | 'rank'
    | 'transform'
    | 'intent'
    | 'event'
    | 'unknown';
  readonly value: string;
  readonly text: string;
}
/** A word that the asker taught by correcting */
export interface ProposedSynonym {
  readonly kind: 'metric' | 'dimension' | 'event';
  readonly name: string;
  readonly language: string;
  readonly phrase: string;
}
/** Understood as `interpretation` says; whatever was guessed is an assumption */
export interface QuestionAnswered {
  readonly kind: 'answer';
  readonly frame: Frame;
  readonly confidence: number;
  readonly interpretation: string;
  readonly assumptions: readonly string[];
  readonly spans: readonly QuestionSpan[];
  readonly language: string;
  readonly synonym?: ProposedSynonym | undefined;
  /** What a command still needs */
  readonly missing?: readonly string[] | undefined;
}
/** It has several meanings; sending an option’s frame chooses one */
export interface QuestionUnclear {
  readonly kind: 'clarify';
  readonly question: string;
  readonly options: readonly {
    readonly label: string;
    readonly frame: Frame;
  }[];
  readonly spans: readonly QuestionSpan[];
  readonly language: string;
}
/** It cannot be answered from what is known */
export interface QuestionDeclined {
  readonly kind: 'decline';
  readonly reason: string;
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly spans: readonly QuestionSpan[];
  readonly language: string;
}
export interface AskColumn {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime';
  readonly unit?: 'currency' | 'count' | 'ratio' | 'number' | undefined;
  /** Whether more is better */
  readonly polarity?: 'up_good' | 'down_good' | 'neutral' | undefined;
  readonly role:
    | 'dimension'
    | 'time'
    | 'metric'
    | 'previous'
    | 'change'
    | 'transformed'
    | 'forecast'
    | 'low'
    | 'high'
    | 'expected'
    | 'contribution'
    | 'flag';
}
/** Insights point at its cells as `<id>/<row>/<column>`, rows from 0 */
export interface AskTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly AskColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}
/** The first table is the answer, the others explain it */
export interface AskData {
  readonly chart: 'number' | 'bar' | 'line' | 'table' | 'funnel' | 'cohort';
  readonly tables: readonly AskTable[];
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | null;
  readonly range: LocalRange | null;
  readonly comparison_range: LocalRange | null;
  readonly time_zone: string;
  readonly currency: string;
  readonly freshness: Freshness;
  readonly truncated: boolean;
  /** What a reader has to know to read the figures right */
  readonly notes: readonly string[];
  /** For those with sql:read */
  readonly sql?: readonly string[] | undefined;
}
/** A computed fact told in words; every number names the cells it comes from */
export interface Insight {
  readonly text: string;
  readonly parts: readonly (
    | {
        readonly kind: 'text' | 'label';
        readonly text: string;
      }
    | {
        readonly kind: 'figure';
        readonly text: string;
        readonly value: number;
        readonly origin:
          | {
              readonly kind: 'cell';
              readonly cell: string;
            }
          | {
              readonly kind: 'difference' | 'ratio' | 'share' | 'sum' | 'remainder' | 'count';
              readonly cells: readonly string[];
            };
      }
  )[];
}
/** An editable part of an answered question */
export interface QuestionChip {
  readonly id: string;
  readonly kind:
    | 'metric'
    | 'dimension'
    | 'filter'
    | 'time'
    | 'grain'
    | 'compare'
    | 'rank'
    | 'transform'
    | 'horizon'
    | 'step';
  readonly label: string;
  readonly span?:
    | {
        readonly from: number;
        readonly to: number;
      }
    | undefined;
  readonly without?: Frame | undefined;
}
/** What a question came to */
export interface AskAnswer {
  readonly question: string;
  readonly outcome: QuestionAnswered | QuestionUnclear | QuestionDeclined;
  readonly frame: Frame | null;
  readonly data: AskData | null;
  readonly insights: readonly Insight[];
  readonly confidence: number | null;
  readonly chips: readonly QuestionChip[];
  /** Questions to go on with */
  readonly suggestions: readonly string[];
  readonly conversation_id: string;
}
export interface Completion {
  readonly text: string;
  /** Where in what was typed it begins */
  readonly from: number;
  readonly kind: 'metric' | 'dimension' | 'value' | 'event' | 'time';
}
export interface AskSuggestions {
  readonly completions: readonly Completion[];
  readonly examples: readonly string[];
}
export interface AskedQuestion {
  readonly id: number;
  readonly question: string;
  readonly locale: string | null;
  readonly outcome: 'answer' | 'clarify' | 'decline';
  readonly reason: string | null;
  readonly interpretation: string | null;
  readonly frame: Frame | null;
  readonly asked_at: string;
}
export interface Conversation {
  readonly id: string;
  readonly last_asked_at: string;
  readonly questions: readonly AskedQuestion[];
}
export interface ConversationList {
  readonly conversations: readonly Conversation[];
}
/** Like questions that were not answered */
export interface UnansweredQuestion {
  readonly question: string;
  readonly count: number;
  readonly askers: number;
  readonly outcome: 'answer' | 'clarify' | 'decline';
  readonly reason: string | null;
  readonly last_asked_at: string;
}
export interface UnansweredQuestionList {
  readonly questions: readonly UnansweredQuestion[];
}
/** A metric made of others for this question */
export interface FormulaMetric {
  readonly name: string;
  readonly label?: string | undefined;
  /** Metrics and numbers with + − × ÷ and parentheses: `revenue / sessions` */
  readonly formula: string;
  readonly unit?: 'currency' | 'count' | 'ratio' | 'number' | undefined;
  /** Whether more is better */
  readonly polarity?: 'up_good' | 'down_good' | 'neutral' | undefined;
}
/** Which groups are named */
export interface TopGroups {
  readonly n: number;
  readonly by?: 'value' | 'rise' | 'fall' | undefined;
  readonly metric?: string | undefined;
  /** The first n inside each value of a dimension */
  readonly per?: string | undefined;
  /** A row of all that is not named; default true */
  readonly others?: boolean | undefined;
}
/** What is made of values */
export interface TrendPresentation {
  readonly kind: 'value' | 'moving_average' | 'cumulative' | 'share';
  /** Of a moving average; default 7 */
  readonly buckets?: number | undefined;
}
export interface TrendForecast {
  readonly buckets: number;
}
export interface TrendsQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
  readonly metrics: readonly (string | FormulaMetric)[];
  /** Groups, or rows */
  readonly dimensions?: readonly string[] | undefined;
  /** Columns of a table; without a grain */
  readonly columns?: readonly string[] | undefined;
  readonly time?:
    | {
        readonly timeframe:
          | 'all_time'
          | 'today'
          | 'yesterday'
          | 'this_week'
          | 'last_week'
          | 'this_month'
          | 'last_month'
          | 'this_quarter'
          | 'last_quarter'
          | 'this_year'
          | 'last_year'
          | 'month_to_date'
          | 'quarter_to_date'
          | 'year_to_date'
          | 'last_7_days'
          | 'last_28_days'
          | 'last_30_days'
          | 'last_90_days'
          | 'last_12_months';
      }
    | {
        readonly from: string;
        readonly to: string;
      }
    | undefined;
  /** `auto` gives a chart some 12 to 100 points */
  readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'auto' | undefined;
  /** With `match`, the year before is moved by 52 weeks, so that weekdays meet */
  readonly compare?:
    | 'previous_period'
    | 'same_period_last_year'
    | {
        readonly from: string;
        readonly to: string;
      }
    | {
        readonly kind: 'same_period_last_year';
        readonly match: 'weekday';
      }
    | undefined;
  /** All of them hold; groups hold where any of their members does */
  readonly filters?: readonly (QueryCondition | ConditionGroup)[] | undefined;
  /** Thresholds that groups have to meet, before the limit cuts them */
  readonly having?:
    | readonly {
        readonly metric: string;
        readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte';
        readonly value: number;
      }[]
    | undefined;
  readonly top?: TopGroups | undefined;
  readonly presentation?: TrendPresentation | undefined;
  readonly forecast?: TrendForecast | undefined;
  /** BCP 47; what labels are in */
  readonly locale?: string | undefined;
}
export interface TrendMetric {
  readonly name: string;
  readonly label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  /** Whether more is better */
  readonly polarity: 'up_good' | 'down_good' | 'neutral';
  readonly additive: boolean;
  readonly formula: string;
}
export interface TrendDimension {
  readonly name: string;
  readonly label: string;
  readonly values?:
    | readonly {
        readonly value: number;
        readonly label: string;
      }[]
    | undefined;
}
export interface TrendBucket {
  /** Local start of the whole bucket */
  readonly t: string;
  /** The part of it inside the span */
  readonly from: string;
  readonly to: string;
  readonly incomplete: boolean;
}
export interface TrendValue {
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
}
export interface TrendSeries {
  readonly values: readonly (number | null)[];
  readonly previous: readonly (number | null)[] | null;
}
export interface TrendGroup {
  readonly kind: 'group' | 'others';
  readonly key: readonly (string | number | boolean | null)[];
  /** One a metric, over the whole span */
  readonly values: readonly TrendValue[];
  /** One a metric, by bucket */
  readonly series?: readonly TrendSeries[] | undefined;
}
export interface TrendTotal {
  /** One a metric, over the whole span */
  readonly values: readonly TrendValue[];
  /** One a metric, by bucket */
  readonly series?: readonly TrendSeries[] | undefined;
}
export interface TrendPivot {
  readonly columns: readonly {
    readonly key: readonly (string | number | boolean | null)[];
    readonly values: readonly TrendValue[];
  }[];
  readonly more_columns: boolean;
  /** By group and column; null where nothing happened */
  readonly cells: readonly (readonly (readonly TrendValue[] | null)[])[];
}
export interface TrendOutlook {
  /** Probability that each interval is made to hold */
  readonly level: number;
  readonly points: readonly {
    readonly t: string;
    readonly mean: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly reason:
    | 'past'
    | 'ended'
    | 'formula'
    | 'no_data'
    | 'not_computable'
    | 'horizon_too_long'
    | null;
}
/** Metrics by groups and time */
export interface Trends {
  readonly tenant_id: string;
  readonly metrics: readonly TrendMetric[];
  /** Those of rows, then those of columns */
  readonly dimensions: readonly TrendDimension[];
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | null;
  readonly presentation: {
    readonly kind: 'value' | 'moving_average' | 'cumulative' | 'share';
    readonly buckets: number | null;
  };
  readonly range: LocalRange | null;
  readonly comparison: LocalRange | null;
  readonly buckets: readonly TrendBucket[];
  readonly previous_buckets: readonly TrendBucket[];
  readonly groups: readonly TrendGroup[];
  /** Whether there are groups that are not named */
  readonly more: boolean;
  readonly total: TrendTotal;
  readonly pivot?: TrendPivot | undefined;
  /** What is to come, one a metric, from the running bucket on */
  readonly outlooks?: readonly TrendOutlook[] | undefined;
  readonly time_zone: string;
  readonly currency: string;
  readonly locale: string;
  readonly freshness: Freshness;
  readonly generated_at: string;
}
export interface DrillQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
  readonly metric: string | FormulaMetric;
  /** Of a rate: which part of it is listed */
  readonly part?: string | undefined;
  readonly time?:
    | {
        readonly timeframe:
          | 'all_time'
          | 'today'
          | 'yesterday'
          | 'this_week'
          | 'last_week'
          | 'this_month'
          | 'last_month'
          | 'this_quarter'
          | 'last_quarter'
          | 'this_year'
          | 'last_year'
          | 'month_to_date'
          | 'quarter_to_date'
          | 'year_to_date'
          | 'last_7_days'
          | 'last_28_days'
          | 'last_30_days'
          | 'last_90_days'
          | 'last_12_months';
      }
    | {
        readonly from: string;
        readonly to: string;
      }
    | undefined;
  /** All of them hold; groups hold where any of their members does */
  readonly filters?: readonly (QueryCondition | ConditionGroup)[] | undefined;
  readonly order?: 'value' | 'time' | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** BCP 47; what labels are in */
  readonly locale?: string | undefined;
}
export interface DrilledMetric {
  readonly name: string;
  readonly label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
}
export interface DrillColumn {
  readonly name: string;
  readonly type: 'time' | 'text' | 'number';
  readonly unit?: 'currency' | 'count' | 'ratio' | 'number' | undefined;
}
export interface DrilledRow {
  /** What tells it apart; customers by their pseudonymous key */
  readonly key: readonly (string | number | boolean | null)[];
  readonly value: number | null;
  /** One a column; times are local */
  readonly cells: readonly (string | number | boolean | null)[];
}
/** The things behind a number */
export interface Drill {
  readonly tenant_id: string;
  readonly kind:
    | 'order'
    | 'customer'
    | 'session'
    | 'visitor'
    | 'payment'
    | 'review'
    | 'spend'
    | 'stock'
    | 'event';
  readonly metric: DrilledMetric;
  /** What can be listed where the metric cannot be as a whole */
  readonly parts: readonly DrilledMetric[];
  readonly columns: readonly DrillColumn[];
  readonly rows: readonly DrilledRow[];
  /** How many there are */
  readonly count: number;
  readonly total: number | null;
  readonly number: number | null;
  /** Whether the total is the number */
  readonly adds_up: boolean;
  readonly offset: number;
  readonly next_offset: number | null;
  readonly range: LocalRange | null;
  readonly time_zone: string;
  readonly currency: string;
}
export interface DistributionQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
  readonly metric: string | FormulaMetric;
  readonly per: 'order' | 'customer';
  readonly time?:
    | {
        readonly timeframe:
          | 'all_time'
          | 'today'
          | 'yesterday'
          | 'this_week'
          | 'last_week'
          | 'this_month'
          | 'last_month'
          | 'this_quarter'
          | 'last_quarter'
          | 'this_year'
          | 'last_year'
          | 'month_to_date'
          | 'quarter_to_date'
          | 'year_to_date'
          | 'last_7_days'
          | 'last_28_days'
          | 'last_30_days'
          | 'last_90_days'
          | 'last_12_months';
      }
    | {
        readonly from: string;
        readonly to: string;
      }
    | undefined;
  /** All of them hold; groups hold where any of their members does */
  readonly filters?: readonly (QueryCondition | ConditionGroup)[] | undefined;
  /** About how many; chosen from the values where it is left out */
  readonly bins?: number | undefined;
  /** BCP 47; what labels are in */
  readonly locale?: string | undefined;
}
/** Half-open */
export interface DistributionBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}
/** How values of single orders or customers are spread */
export interface Distribution {
  readonly tenant_id: string;
  readonly metric: DrilledMetric;
  readonly per: 'order' | 'customer';
  /** The outermost hold all values beyond them as well */
  readonly bins: readonly DistributionBin[];
  /** Whether there are values below the first bin */
  readonly below: boolean;
  /** Whether there are values above the last bin */
  readonly above: boolean;
  /** Orders or customers that have a value */
  readonly count: number;
  readonly least: number | null;
  readonly most: number | null;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly range: LocalRange | null;
  readonly time_zone: string;
  readonly currency: string;
}
export interface DemoAccepted {
  /** Id of the job */
  readonly job: number;
  readonly tenant: string;
}
export interface ErasureAccepted {
  /** Id of the job */
  readonly job: number;
  readonly erasure: string | null;
}
export interface PersonalExportAccepted {
  readonly job: number;
  readonly export: string;
}
export interface Readmission {
  readonly readmitted: boolean;
}
/** All that is held of a person */
export interface PersonalExport {
  readonly exported_at: string;
  readonly customer_id: string;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly what: string;
        readonly kept: string;
        readonly content: readonly unknown[];
      }
    >
  >;
}
/** Proof of an erasure; it names nobody */
export interface ErasureReceipt {
  readonly id: string;
  readonly tenant: string;
  /** Stands for the customer; made of the id by a secret */
  readonly person: string;
  readonly requested_at: string;
  readonly finished_at: string;
  readonly outcome: 'erased' | 'nothing_found';
  readonly stores: readonly {
    readonly store: string;
    readonly what: string;
    /** customer: searched for a person and erased; account: of people who use Olympus; derived: follows another store */
    readonly about: 'customer' | 'account' | 'derived';
    readonly found: Readonly<Record<string, number>> | null;
    readonly done: Readonly<Record<string, number>> | null;
    readonly left: Readonly<Record<string, number>> | null;
    readonly goes: string | null;
  }[];
  /** Files that were cleared of what erasing had left in them */
  readonly scrubbed: readonly string[];
}
export interface Erasure {
  readonly id: string;
  readonly person: string;
  readonly requested_at: string;
  readonly finished_at: string | null;
  readonly receipt: ErasureReceipt | null;
  readonly signature: string | null;
  readonly valid: boolean | null;
}
export interface ErasureList {
  readonly erasures: readonly Erasure[];
}
export interface PersonalDataStore {
  readonly store: string;
  /** customer: searched for a person and erased; account: of people who use Olympus; derived: follows another store */
  readonly about: 'customer' | 'account' | 'derived';
  readonly what: string;
  readonly where: string;
  readonly kept: string;
  readonly form: 'clear' | 'sealed' | 'pseudonym';
  readonly tables: readonly string[];
  readonly goes: string | null;
}
export interface PersonalDataRegister {
  readonly stores: readonly PersonalDataStore[];
}
export interface ComponentHealth {
  readonly name: string;
  readonly status: 'ok' | 'degraded' | 'down';
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}
/** The worst of the components, and each of them */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly version: string;
  readonly components: readonly ComponentHealth[];
}
export interface BackupAccepted {
  /** Id of the job */
  readonly job: number;
  readonly name: string;
}
export interface Backup {
  readonly name: string;
  readonly folder: string;
  readonly made_at: string;
  /** Whether the key that opens what is sealed lies beside it */
  readonly with_key: boolean;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
  }[];
}
export interface BackupList {
  readonly backups: readonly Backup[];
}

/** What each operation takes and gives. */
export interface Operations {
  /** Tell who is signed in */
  readonly 'session.get': {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: Session;
  };
  /** Sign in. Sets the browser’s session cookie. */
  readonly 'session.sign_in': {
    readonly input: {
      readonly email: string;
      readonly password: string;
    };
    readonly answer: Session;
  };
  /** Choose a new password. For oneself only; ends all other sessions. In a session that a one-time link began the current password is not asked for. */
  readonly 'session.set_password': {
    readonly input: {
      readonly password: string;
      readonly current_password?: string | undefined;
    };
    readonly answer: Session;
  };
  /** Sign out */
  readonly 'session.sign_out': {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: undefined;
  };
  /** List the tenants that the caller may see */
  readonly 'tenants.list': {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: TenantList;
  };
  /** Make a tenant. For operators of the installation. Currency and time zone default to EUR and UTC. */
  readonly 'tenants.create': {
    readonly input: {
      readonly id: string;
      readonly name?: string | undefined;
      readonly time_zone?: string | undefined;
      readonly currency?: string | undefined;
      readonly week_start?: 'monday' | 'sunday' | 'saturday' | undefined;
      readonly locale?: string | undefined;
      readonly exchange_rates?: Readonly<Record<string, string>> | undefined;
    };
    readonly answer: Tenant;
  };
  /** Change a tenant */
  readonly 'tenants.update': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly name?: string | undefined;
      readonly time_zone?: string | undefined;
      readonly currency?: string | undefined;
      readonly week_start?: 'monday' | 'sunday' | 'saturday' | undefined;
      readonly locale?: string | undefined;
      readonly exchange_rates?: Readonly<Record<string, string>> | undefined;
    };
    readonly answer: Tenant;
  };
  /** List API keys, newest first */
  readonly 'keys.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: ApiKeyList;
  };
  /** Make an API key. With permissions that the caller holds, for no longer than the caller holds them. */
  readonly 'keys.create': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly name: string;
      /** Permissions that the key has */
      readonly scopes: readonly string[];
      /** When it ends; never when left out */
      readonly expires_at?: string | undefined;
    };
    readonly answer: NewKey;
  };
  /** Replace an API key. The old secret goes on working for `overlap_seconds`, by default a day. */
  readonly 'keys.rotate': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the key */
      readonly id: string;
      readonly overlap_seconds?: number | undefined;
    };
    readonly answer: NewKey;
  };
  /** Revoke an API key at once */
  readonly 'keys.revoke': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the key */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** List the people of a tenant */
  readonly 'users.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: MemberList;
  };
  /** Give somebody who works here another role. Who does not work here yet is invited: `invitations.create`. */
  readonly 'users.set_role': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** E-mail address */
      readonly email: string;
      readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
    };
    readonly answer: Member;
  };
  /** Take a person out of a tenant */
  readonly 'users.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** E-mail address */
      readonly email: string;
    };
    readonly answer: undefined;
  };
  /** Invite somebody to work here. Pass the link on: whoever opens it chooses their own password, or signs in to the account that they have. The answer is the same whether the address has an account or not. An earlier invitation of the address ends. It can be accepted while its inviter may give the role. */
  readonly 'invitations.create': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** E-mail address */
      readonly email: string;
      readonly role: 'owner' | 'analyst' | 'viewer' | 'ingest';
      readonly name?: string | undefined;
      /** How long it is good; by default 168 */
      readonly hours?: number | undefined;
    };
    readonly answer: NewInvitation;
  };
  /** List the open invitations of a tenant */
  readonly 'invitations.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: InvitationList;
  };
  /** Tell what an invitation is to, by its link */
  readonly 'invitations.show': {
    readonly input: {
      /** What follows # in the link */
      readonly token: string;
    };
    readonly answer: InvitationShown;
  };
  /** Accept an invitation. Somebody new chooses a password and is signed in. Who has an account signs in first and accepts with that session; in a session that a link began they choose a new password, which ends what others may know of the old one. */
  readonly 'invitations.accept': {
    readonly input: {
      /** What follows # in the link */
      readonly token: string;
      readonly name?: string | undefined;
      readonly password?: string | undefined;
    };
    readonly answer: Session;
  };
  /** Take an invitation back */
  readonly 'invitations.withdraw': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Make an account. Its person signs in by a link (`accounts.link`) and chooses a password themselves. */
  readonly 'accounts.create': {
    readonly input: {
      /** E-mail address */
      readonly email: string;
      readonly name?: string | undefined;
      /** May do everything on every tenant */
      readonly operator?: boolean | undefined;
    };
    readonly answer: Account;
  };
  /** Make a one-time sign-in link. Without an address, for the first operator of the installation. */
  readonly 'accounts.link': {
    readonly input: {
      /** E-mail address */
      readonly email?: string | undefined;
      /** By default 60 */
      readonly minutes?: number | undefined;
    };
    readonly answer: SignInLink;
  };
  /** List what was changed by whom, newest first */
  readonly 'audit.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly limit?: number | undefined;
      /** Id of the last entry seen */
      readonly before?: number | undefined;
    };
    readonly answer: AuditEntryList;
  };
  /** List jobs, newest first */
  readonly 'jobs.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly state?:
        | 'waiting'
        | 'running'
        | 'cancelling'
        | 'succeeded'
        | 'cancelled'
        | 'dead'
        | undefined;
      /** Only jobs of that kind */
      readonly kind?: string | undefined;
      /** Id of the last job seen */
      readonly before?: number | undefined;
      readonly limit?: number | undefined;
    };
    readonly answer: JobList;
  };
  /** Show a job with its log */
  readonly 'jobs.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the job */
      readonly id: number;
    };
    readonly answer: JobWithLog;
  };
  /** Cancel a job. One that waits is cancelled at once; one that runs is asked to stop and is `cancelling` until it has. */
  readonly 'jobs.cancel': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the job */
      readonly id: number;
    };
    readonly answer: Job;
  };
  /** Let a dead or cancelled job begin anew */
  readonly 'jobs.retry': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the job */
      readonly id: number;
    };
    readonly answer: Job;
  };
  /** List schedules */
  readonly 'schedules.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: ScheduleList;
  };
  /** Run a schedule's job now */
  readonly 'schedules.run': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the schedule */
      readonly id: string;
    };
    readonly answer: EnqueuedJob;
  };
  /** List jobs of the whole installation, newest first */
  readonly 'jobs.list_all': {
    readonly input: {
      readonly state?:
        | 'waiting'
        | 'running'
        | 'cancelling'
        | 'succeeded'
        | 'cancelled'
        | 'dead'
        | undefined;
      /** Only jobs of that kind */
      readonly kind?: string | undefined;
      /** Id of the last job seen */
      readonly before?: number | undefined;
      readonly limit?: number | undefined;
    };
    readonly answer: JobList;
  };
  /** Show any job of the installation with its log */
  readonly 'jobs.get_any': {
    readonly input: {
      /** Id of the job */
      readonly id: number;
    };
    readonly answer: JobWithLog;
  };
  /** Cancel any job of the installation */
  readonly 'jobs.cancel_any': {
    readonly input: {
      /** Id of the job */
      readonly id: number;
    };
    readonly answer: Job;
  };
  /** Let any dead or cancelled job of the installation begin anew */
  readonly 'jobs.retry_any': {
    readonly input: {
      /** Id of the job */
      readonly id: number;
    };
    readonly answer: Job;
  };
  /** List schedules of the whole installation */
  readonly 'schedules.list_all': {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: ScheduleList;
  };
  /** Run the job of any schedule of the installation now */
  readonly 'schedules.run_any': {
    readonly input: {
      /** Id of the schedule */
      readonly id: string;
    };
    readonly answer: EnqueuedJob;
  };
  /** Send events. CloudEvents 1.0: one event, an array of events, one a line (application/x-ndjson), or one in binary mode (attributes in `ce-` headers, the data as the body); gzip is understood. Answered when everything is on disk. Sending the same again stores nothing twice. */
  readonly 'events.send': {
    readonly input: {
      /** One event, or an array of events */
      readonly events: unknown;
    };
    readonly answer: IngestAnswer;
  };
  /** List event types with their JSON Schemas */
  readonly 'schemas.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: EventTypeList;
  };
  /** Declare an event type, or extend a built-in one. The body is a JSON Schema (draft 7) of the event’s data, of at most 64 KiB, 4,000 keywords and 32 levels, without references and regular expressions. It adds to a built-in schema and cannot loosen it. */
  readonly 'schemas.declare': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly type: string;
      /** JSON Schema of the event’s data */
      readonly schema: Readonly<Record<string, unknown>>;
    };
    readonly answer: EventType;
  };
  /** Remove a declared event type, or what was added to a built-in one. Events of the type that are stored stay. Those that come later are kept as dead letters, or held against the built-in schema alone. */
  readonly 'schemas.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly type: string;
    };
    readonly answer: undefined;
  };
  /** List dead letters, newest first */
  readonly 'dead_letters.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly status?: 'open' | 'replayed' | 'discarded' | undefined;
      readonly limit?: number | undefined;
    };
    readonly answer: DeadLetterList;
  };
  /** Show a dead letter */
  readonly 'dead_letters.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dead letter */
      readonly id: string;
    };
    readonly answer: DeadLetter;
  };
  /** Correct a dead letter. The body is the event as it should have been; a replay will send it. */
  readonly 'dead_letters.correct': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dead letter */
      readonly id: string;
      /** The corrected event */
      readonly event: Readonly<Record<string, unknown>>;
    };
    readonly answer: DeadLetter;
  };
  /** Send dead letters again. Those named in `ids`, or with `all` up to 1,000 open ones, oldest first. */
  readonly 'dead_letters.replay': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly ids?: readonly string[] | undefined;
      readonly all?: true | undefined;
    };
    readonly answer: ReplayResultList;
  };
  /** Send a dead letter again */
  readonly 'dead_letters.replay_one': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dead letter */
      readonly id: string;
    };
    readonly answer: ReplayResult;
  };
  /** Give a dead letter up */
  readonly 'dead_letters.discard': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dead letter */
      readonly id: string;
    };
    readonly answer: DeadLetter;
  };
  /** Upload a file to be imported. CSV, TSV, NDJSON, JSON or Parquet; gzip is fine. It is removed when it expires. */
  readonly 'uploads.add': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Name of the file, with its ending */
      readonly name: string;
    };
    readonly answer: Upload;
  };
  /** List uploaded files that have not expired */
  readonly 'uploads.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: UploadList;
  };
  /** Remove an uploaded file */
  readonly 'uploads.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the uploaded file */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Say what an uploaded file is and how it would be imported. Known layouts of shop systems, header words and the shapes of values decide; what is not sure is marked. `roles` and `kind` say what a person knows better. */
  readonly 'uploads.recognise': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the uploaded file */
      readonly id: string;
      readonly kind?:
        | 'orders_by_line'
        | 'orders_by_order'
        | 'customers'
        | 'products'
        | 'refunds'
        | 'stock'
        | 'payments'
        | undefined;
      /** The column of a role, or null for none */
      readonly roles?: Readonly<Record<string, string | null>> | undefined;
      readonly encoding?: string | undefined;
      /** Who sent it; part of the events’ ids */
      readonly source?: string | undefined;
    };
    readonly answer: ImportProposal;
  };
  /** Show what an import would do, storing nothing */
  readonly 'imports.preview': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Ids of uploaded files; several are one table */
      readonly uploads: readonly string[];
      /** How rows become events; docs/imports.md describes it */
      readonly mapping: Readonly<Record<string, unknown>>;
      /** Only about so many rows of each file; all by default */
      readonly rows?: number | undefined;
    };
    readonly answer: ImportPreview;
  };
  /** Import uploaded files. Goes on by itself, over restarts too. Importing the same rows again adds nothing. */
  readonly 'imports.start': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Ids of uploaded files; several are one table */
      readonly uploads: readonly string[];
      /** How rows become events; docs/imports.md describes it */
      readonly mapping: Readonly<Record<string, unknown>>;
    };
    readonly answer: Import;
  };
  /** List imports, newest first */
  readonly 'imports.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly limit?: number | undefined;
    };
    readonly answer: ImportList;
  };
  /** Show how far an import is */
  readonly 'imports.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the import */
      readonly id: string;
    };
    readonly answer: Import;
  };
  /** Download the rows that were rejected, with why */
  readonly 'imports.rejected': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the import */
      readonly id: string;
      /** BCP 47; the language of the reasons, English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: Blob;
  };
  /** Stop an import where it is */
  readonly 'imports.stop': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the import */
      readonly id: string;
    };
    readonly answer: Import;
  };
  /** Take back everything that an import stored. The ledgers are then as if it had never been; the same files can be imported again. */
  readonly 'imports.undo': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the import */
      readonly id: string;
    };
    readonly answer: Import;
  };
  /** Ask for metrics by dimensions and time */
  readonly 'analytics.query': { readonly input: MetricQuery; readonly answer: QueryAnswer };
  /** Describe what can be asked */
  readonly 'analytics.model': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; labels and descriptions are in its language where the model has it */
      readonly locale?: string | undefined;
    };
    readonly answer: ModelDescription;
  };
  /** Show the overview of a business. Without a time it covers the last 28 days, or today where nothing happened in those but something did today; `timeframe` and `range` say which. */
  readonly 'analytics.dashboard': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** A named span of the tenant’s calendar */
      readonly timeframe?:
        | 'all_time'
        | 'today'
        | 'yesterday'
        | 'this_week'
        | 'last_week'
        | 'this_month'
        | 'last_month'
        | 'this_quarter'
        | 'last_quarter'
        | 'this_year'
        | 'last_year'
        | 'month_to_date'
        | 'quarter_to_date'
        | 'year_to_date'
        | 'last_7_days'
        | 'last_28_days'
        | 'last_30_days'
        | 'last_90_days'
        | 'last_12_months'
        | undefined;
      /** Local date, first day */
      readonly from?: string | undefined;
      /** Local date, day after */
      readonly to?: string | undefined;
      readonly compare?: 'previous_period' | 'same_period_last_year' | 'none' | undefined;
      /** BCP 47; labels and descriptions are in its language where the model has it */
      readonly locale?: string | undefined;
    };
    readonly answer: Dashboard;
  };
  /** Follow changes as they happen. `event: changed` with `{"ledgers":["sales"],"version":12,"events":3}`; a comment every 15 seconds. */
  readonly 'analytics.live': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: LedgersChanged;
  };
  /** List the metrics that the tenant declared */
  readonly 'metrics.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: StoredMetricList;
  };
  /** Declare a metric as data */
  readonly 'metrics.declare': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Name of the metric */
      readonly name: string;
      /** See the guide “Adding a metric” */
      readonly definition: Readonly<Record<string, unknown>>;
    };
    readonly answer: DeclaredMetric;
  };
  /** Remove a declared metric */
  readonly 'metrics.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Name of the metric */
      readonly name: string;
    };
    readonly answer: undefined;
  };
  /** Ask in plain words: an answer, a question back, or a decline */
  readonly 'ask.question': {
    readonly input: {
      /** Up to 2,000 characters */
      readonly question: string;
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly conversation_id?: string | undefined;
      /** BCP 47; a hint, the words of the question weigh more */
      readonly locale?: string | undefined;
      readonly frame?: Frame | undefined;
    };
    readonly answer: AskAnswer;
  };
  /** Complete what is being typed, or tell what can be asked where nothing fits. Every completion and every example is a question that can be asked. */
  readonly 'ask.suggestions': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly typed?: string | undefined;
      /** BCP 47; a hint, the words of the question weigh more */
      readonly locale?: string | undefined;
    };
    readonly answer: AskSuggestions;
  };
  /** List the caller’s own questions by conversation, newest first */
  readonly 'ask.conversations': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly conversation_id?: string | undefined;
      /** Questions at most */
      readonly limit?: number | undefined;
      /** Id of the last question seen */
      readonly before?: number | undefined;
    };
    readonly answer: ConversationList;
  };
  /** List questions of everyone that were declined or asked back, like ones together */
  readonly 'ask.unanswered': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** ISO instant */
      readonly since?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly answer: UnansweredQuestionList;
  };
  /** Keep a word for a metric or dimension */
  readonly 'ask.keep_synonym': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly kind: 'metric' | 'dimension' | 'event';
      readonly name: string;
      readonly language: string;
      readonly phrase: string;
    };
    readonly answer: undefined;
  };
  /** Explore metrics by groups and time. Groups are ranked and the first are named; all others are one row, computed on its own, so that named groups and others make up the whole where values add up. */
  readonly 'analytics.trends': { readonly input: TrendsQuestion; readonly answer: Trends };
  /** List what is behind a number. Orders, customers, visits, payments or reviews, whose parts make up the number; what adds nothing to it is left out. A cell of a table is its filters and the span of its bucket. */
  readonly 'analytics.drill': { readonly input: DrillQuestion; readonly answer: Drill };
  /** Show how a metric is spread over orders or customers */
  readonly 'analytics.distribution': {
    readonly input: DistributionQuestion;
    readonly answer: Distribution;
  };
  /** Fill a tenant with a simulated shop. Two years of it up to now, in a tenant that is made for it; one that is there already is brought up to now. Runs as a job, which the answer names: some seconds the first time. */
  readonly 'demo.fill': {
    readonly input: {
      /** Which shop; the first when none is named */
      readonly preset?: 'home-and-garden' | 'restaurants' | 'subscription' | undefined;
    };
    readonly answer: DemoAccepted;
  };
  /** Erase a person. Runs as a job, which the answer names. Amounts stay, under a key that nobody can link. While an erasure of the person is under way the answer names that one. */
  readonly 'people.erase': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id under which the business knows the person */
      readonly customer_id: string;
    };
    readonly answer: ErasureAccepted;
  };
  /** Gather all that is held of a person. Runs as a job, which the answer names; the result can be fetched for 7 days. */
  readonly 'people.export': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id under which the business knows the person */
      readonly customer_id: string;
    };
    readonly answer: PersonalExportAccepted;
  };
  /** Let personal fields of an erased person be kept again. After an erasure names and texts of the person are not kept, should events about them arrive again. This ends that, for a person who agreed. */
  readonly 'people.readmit': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id under which the business knows the person */
      readonly customer_id: string;
    };
    readonly answer: Readmission;
  };
  /** Fetch what was gathered of a person */
  readonly 'personal_exports.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly export_id: string;
    };
    readonly answer: PersonalExport;
  };
  /** List erasures with their receipts, newest first */
  readonly 'erasures.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id under which the business knows the person */
      readonly customer_id?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly answer: ErasureList;
  };
  /** List every store of data about people */
  readonly 'personal_data.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: PersonalDataRegister;
  };
  /** Show the state of each component. Callers with `system:read` see details. */
  readonly 'system.health': {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: Health;
  };
  /** Copy the data into the folder of backups, while the server goes on. Runs as a job, which the answer names. The operator decides where backups lie (`OLYMPUS_BACKUP_DIR`). The key that opens what is sealed is not copied unless asked for: keep it somewhere else. */
  readonly 'system.backup': {
    readonly input: {
      /** What the backup is called; the time when none is given */
      readonly name?: string | undefined;
      /** Whether to copy the key beside what it opens */
      readonly with_key?: boolean | undefined;
    };
    readonly answer: BackupAccepted;
  };
  /** List complete backups, newest first */
  readonly 'system.backups': {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: BackupList;
  };
}

/** How an operation is called: method, path, what of its input is the body, kind of answer. */
export const operations = {
  'session.get': 'GET /api/session none json',
  'session.sign_in': 'POST /api/session members json',
  'session.set_password': 'PUT /api/session/password members json',
  'session.sign_out': 'DELETE /api/session none none',
  'tenants.list': 'GET /api/tenants none json',
  'tenants.create': 'POST /api/tenants members json',
  'tenants.update': 'PATCH /api/tenants/:tenant_id members json',
  'keys.list': 'GET /api/tenants/:tenant_id/keys none json',
  'keys.create': 'POST /api/tenants/:tenant_id/keys members json',
  'keys.rotate': 'POST /api/tenants/:tenant_id/keys/:id/rotate members json',
  'keys.revoke': 'DELETE /api/tenants/:tenant_id/keys/:id none none',
  'users.list': 'GET /api/tenants/:tenant_id/users none json',
  'users.set_role': 'PUT /api/tenants/:tenant_id/users/:email members json',
  'users.remove': 'DELETE /api/tenants/:tenant_id/users/:email none none',
  'invitations.create': 'POST /api/tenants/:tenant_id/invitations members json',
  'invitations.list': 'GET /api/tenants/:tenant_id/invitations none json',
  'invitations.show': 'POST /api/invitations/show members json',
  'invitations.accept': 'POST /api/invitations/accept members json',
  'invitations.withdraw': 'DELETE /api/tenants/:tenant_id/invitations/:id none none',
  'accounts.create': 'POST /api/users members json',
  'accounts.link': 'POST /api/users/link members json',
  'audit.list': 'GET /api/tenants/:tenant_id/audit none json',
  'jobs.list': 'GET /api/tenants/:tenant_id/jobs none json',
  'jobs.get': 'GET /api/tenants/:tenant_id/jobs/:id none json',
  'jobs.cancel': 'POST /api/tenants/:tenant_id/jobs/:id/cancel none json',
  'jobs.retry': 'POST /api/tenants/:tenant_id/jobs/:id/retry none json',
  'schedules.list': 'GET /api/tenants/:tenant_id/schedules none json',
  'schedules.run': 'POST /api/tenants/:tenant_id/schedules/:id/run none json',
  'jobs.list_all': 'GET /api/jobs none json',
  'jobs.get_any': 'GET /api/jobs/:id none json',
  'jobs.cancel_any': 'POST /api/jobs/:id/cancel none json',
  'jobs.retry_any': 'POST /api/jobs/:id/retry none json',
  'schedules.list_all': 'GET /api/schedules none json',
  'schedules.run_any': 'POST /api/schedules/:id/run none json',
  'events.send': 'POST /api/events =events json',
  'schemas.list': 'GET /api/tenants/:tenant_id/schemas none json',
  'schemas.declare': 'PUT /api/tenants/:tenant_id/schemas/:type =schema json',
  'schemas.remove': 'DELETE /api/tenants/:tenant_id/schemas/:type none none',
  'dead_letters.list': 'GET /api/tenants/:tenant_id/dead-letters none json',
  'dead_letters.get': 'GET /api/tenants/:tenant_id/dead-letters/:id none json',
  'dead_letters.correct': 'PUT /api/tenants/:tenant_id/dead-letters/:id =event json',
  'dead_letters.replay': 'POST /api/tenants/:tenant_id/dead-letters/replay members json',
  'dead_letters.replay_one': 'POST /api/tenants/:tenant_id/dead-letters/:id/replay none json',
  'dead_letters.discard': 'POST /api/tenants/:tenant_id/dead-letters/:id/discard none json',
  'uploads.add': 'POST /api/tenants/:tenant_id/uploads upload json',
  'uploads.list': 'GET /api/tenants/:tenant_id/uploads none json',
  'uploads.remove': 'DELETE /api/tenants/:tenant_id/uploads/:id none none',
  'uploads.recognise': 'POST /api/tenants/:tenant_id/uploads/:id/recognise members json',
  'imports.preview': 'POST /api/tenants/:tenant_id/imports/preview members json',
  'imports.start': 'POST /api/tenants/:tenant_id/imports members json',
  'imports.list': 'GET /api/tenants/:tenant_id/imports none json',
  'imports.get': 'GET /api/tenants/:tenant_id/imports/:id none json',
  'imports.rejected': 'GET /api/tenants/:tenant_id/imports/:id/rejected none file',
  'imports.stop': 'POST /api/tenants/:tenant_id/imports/:id/stop none json',
  'imports.undo': 'POST /api/tenants/:tenant_id/imports/:id/undo none json',
  'analytics.query': 'POST /api/analytics/query members json',
  'analytics.model': 'GET /api/analytics/model none json',
  'analytics.dashboard': 'GET /api/analytics/dashboard/:tenant_id none json',
  'analytics.live': 'GET /api/tenants/:tenant_id/live none stream',
  'metrics.list': 'GET /api/tenants/:tenant_id/metrics none json',
  'metrics.declare': 'PUT /api/tenants/:tenant_id/metrics/:name =definition json',
  'metrics.remove': 'DELETE /api/tenants/:tenant_id/metrics/:name none none',
  'ask.question': 'POST /api/analytics/nlp/query members json',
  'ask.suggestions': 'GET /api/analytics/nlp/suggestions none json',
  'ask.conversations': 'GET /api/tenants/:tenant_id/conversations none json',
  'ask.unanswered': 'GET /api/tenants/:tenant_id/unanswered-questions none json',
  'ask.keep_synonym': 'POST /api/tenants/:tenant_id/synonyms members none',
  'analytics.trends': 'POST /api/analytics/trends members json',
  'analytics.drill': 'POST /api/analytics/drill members json',
  'analytics.distribution': 'POST /api/analytics/distribution members json',
  'demo.fill': 'POST /api/system/demo members json',
  'people.erase': 'POST /api/tenants/:tenant_id/people/:customer_id/erasure none json',
  'people.export': 'POST /api/tenants/:tenant_id/people/:customer_id/export none json',
  'people.readmit': 'POST /api/tenants/:tenant_id/people/:customer_id/readmission none json',
  'personal_exports.get': 'GET /api/tenants/:tenant_id/personal-exports/:export_id none json',
  'erasures.list': 'GET /api/tenants/:tenant_id/erasures none json',
  'personal_data.list': 'GET /api/tenants/:tenant_id/personal-data none json',
  'system.health': 'GET /api/health none json',
  'system.backup': 'POST /api/system/backups members json',
  'system.backups': 'GET /api/system/backups none json',
} as const;

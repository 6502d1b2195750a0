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
  readonly target_name: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly request_id: string | null;
}
export interface AuditEntryList {
  readonly entries: readonly AuditEntry[];
}
export interface AuditChoices {
  readonly actors: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
  }[];
  readonly actions: readonly string[];
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
/** A mail server of your own */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** tls: from the first byte. starttls: refused without. none: in the clear, for networks of your own */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string | undefined;
  /** Left out in a change: as it was */
  readonly password?: string | undefined;
  /** Address, or Name <address> */
  readonly from: string;
}
export interface EmailRecipient {
  readonly address: string;
  readonly unsubscribed: boolean;
}
export interface KnownSmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password_known: boolean;
  readonly from: string;
}
/** Why a message did not arrive */
export interface DeliveryFailure {
  readonly code: string;
  /** One sentence for people */
  readonly message: string;
  /** Status of HTTP, or reply code of SMTP */
  readonly status?: number | undefined;
  readonly at: string;
}
/** A way to people outside of Olympus */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'email' | 'slack' | 'teams' | 'webhook';
  /** False: takes in nothing new, and what waits stays */
  readonly active: boolean;
  /** Messages within ten minutes to one recipient; what is beyond comes as one digest */
  readonly most: number;
  /** Where it leads, for people: the host, or how many addresses */
  readonly goes_to: string;
  /** Of channels of email; empty for who may not set up channels */
  readonly recipients: readonly EmailRecipient[];
  readonly smtp: KnownSmtpServer | null;
  /** new: nothing was sent by it so far */
  readonly state: 'ok' | 'failing' | 'paused' | 'new';
  readonly sent_at: string | null;
  readonly failing_since: string | null;
  readonly failure: DeliveryFailure | null;
  /** Messages that are still to be accepted */
  readonly waiting: number;
  /** Messages that were given up */
  readonly dead: number;
  readonly created_by: string;
  readonly created_at: string;
  readonly changed_at: string;
}
export interface NewChannel {
  readonly channel: Channel;
  readonly secret: string | null;
}
export interface Channels {
  readonly channels: readonly Channel[];
  readonly operator_smtp: string | null;
}
export interface TestOutcome {
  readonly recipient: string | null;
  readonly accepted: boolean;
  /** What the receiver said, or why it failed */
  readonly reply: string;
  readonly failure: DeliveryFailure | null;
}
export interface ChannelTest {
  readonly accepted: boolean;
  readonly outcomes: readonly TestOutcome[];
}
export interface MessagePreview {
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly body: string | null;
}
export interface ChannelMessage {
  readonly id: number;
  /** dead: given up */
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly recipient: string | null;
  /** How much it matters */
  readonly severity: 'info' | 'warning' | 'critical';
  readonly title: string;
  readonly path: string;
  /** One of several that go as one message */
  readonly in_digest: boolean;
  readonly attempts: number;
  readonly failure: DeliveryFailure | null;
  readonly created_at: string;
  readonly due_at: string | null;
  readonly settled_at: string | null;
}
export interface ChannelMessages {
  readonly messages: readonly ChannelMessage[];
  /** Whether there are older ones */
  readonly more: boolean;
}
export interface ResentMessages {
  readonly messages: number;
}
export interface WebhookSecret {
  readonly secret: string;
}
export interface InboxFact {
  readonly label: string;
  readonly value: string;
}
/** What somebody was told */
export interface InboxNotice {
  readonly id: number;
  readonly thread: string;
  /** How much it matters */
  readonly severity: 'info' | 'warning' | 'critical';
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts: readonly InboxFact[];
  /** Path of the page that it is about */
  readonly path: string;
  readonly at: string;
  readonly read: boolean;
}
export interface Inbox {
  readonly notices: readonly InboxNotice[];
  /** Whether there are older ones */
  readonly more: boolean;
}
export interface UnreadNotices {
  /** A thousand stands for as many or more */
  readonly count: number;
  /** Id of the newest of them, 0 where there is none */
  readonly newest: number;
}
/** How one is told of what happens */
export interface InboxPreferences {
  /** From which severity on it counts as unread */
  readonly bell: 'info' | 'warning' | 'critical' | 'never';
  /** Mail to one’s own address */
  readonly email: 'info' | 'warning' | 'critical' | 'never';
  /** Notifications of the browser, where it is allowed */
  readonly browser: 'info' | 'warning' | 'critical' | 'never';
  /** Whether the operator named a mail server */
  readonly email_possible: boolean;
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
    | 'currency_from_amounts'
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
    | 'amount_in_other_currency'
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
/** How far the figures can be relied on */
export interface DashboardConfidence {
  /** high: nothing is missing; low: figures may change or mean little */
  readonly level: 'high' | 'medium' | 'low';
  readonly completeness: number | null;
  /** Days since the first fact */
  readonly history_days: number;
  readonly reasons: readonly {
    /** What is missing */
    readonly code:
      | 'no_data'
      | 'data_late'
      | 'many_rejected'
      | 'some_rejected'
      | 'little_data'
      | 'short_history'
      | 'comparison_before_data'
      | 'lines_without_customer'
      | 'lines_without_cost';
    /** A share of 1; lines for little_data, days for short_history, else 0 */
    readonly value: number;
  }[];
}
/** What is to come, and how such forecasts did */
export interface DashboardPrediction {
  readonly metric: string;
  readonly label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Probability that each interval is made to hold */
  readonly level: number;
  readonly points: readonly {
    /** Local start of the bucket; the first one is running */
    readonly t: string;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly total: {
    /** Whole days after the running one */
    readonly days: number;
    readonly mean: number;
    /** Of the sum; not the sum of the days’ bounds */
    readonly low: number;
    readonly high: number;
  };
  readonly method: string;
  readonly past: {
    /** Forecasts of the past held against what came */
    readonly tries: number;
    /** Sum of absolute errors of days by the sum of days */
    readonly day_error: number;
    /** The same of their totals */
    readonly total_error: number;
  } | null;
}
/** A finding’s sentence; `analytics.insights` proves it */
export interface DashboardInsight {
  readonly id: string;
  readonly kind: string;
  readonly metric: string;
  readonly direction: 'up' | 'down' | 'none';
  readonly text: string;
  readonly span: LocalRange;
}
export interface DashboardOutlook {
  /** Being computed beside this answer: ask again in a moment, or with `wait` */
  readonly pending: boolean;
  /** Empty where there is too little to go by, or data ended */
  readonly predictions: readonly DashboardPrediction[];
  /** The morning’s brief, best first */
  readonly insights: readonly DashboardInsight[];
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
  readonly confidence: DashboardConfidence;
  readonly outlook: DashboardOutlook;
}
export interface LedgersChanged {
  /** What changed */
  readonly ledgers: readonly string[];
  /** Rises with each change, while the server runs */
  readonly version: number;
  /** Stored since the message before */
  readonly events: number;
}
export interface ExplainedMetric {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly formula: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  /** Whether more is better */
  readonly polarity: 'up_good' | 'down_good' | 'neutral';
  readonly additive: boolean;
}
/** The group of a dimension that stands out */
export interface TopDriver {
  readonly dimension: string;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly contribution: number;
  /** What goes beyond a change shared by size */
  readonly excess: number;
  readonly share: number | null;
}
export interface ExplainedGroup {
  /** Of the dimensions, in their order */
  readonly values: readonly (string | number | boolean | null)[];
  /** `new`: absent in the earlier span; `vanished`: absent in the later one */
  readonly status: 'changed' | 'new' | 'vanished';
  readonly current: number | null;
  readonly previous: number | null;
  readonly difference: number | null;
  readonly change: number | null;
  readonly contribution: number | null;
  /** Of a ratio: because the group’s share of the whole changed */
  readonly mix?: number | undefined;
  /** Of a ratio: because its own ratio changed */
  readonly rate?: number | undefined;
  /** Of a ratio: share of what it is divided by */
  readonly weight?: number | undefined;
  readonly previous_weight?: number | undefined;
}
/** The groups that are not named, together */
export interface OtherGroups {
  readonly count: number | null;
  readonly current: number | null;
  readonly previous: number | null;
  readonly difference: number | null;
  readonly change: number | null;
  readonly contribution: number | null;
  /** Of a ratio: because the group’s share of the whole changed */
  readonly mix?: number | undefined;
  /** Of a ratio: because its own ratio changed */
  readonly rate?: number | undefined;
}
/** The change by one dimension or by a pair of them */
export interface ExplainedPart {
  readonly dimensions: readonly {
    readonly name: string;
    readonly label: string;
  }[];
  /** `additive`: the groups’ differences add up; `mix_rate`: effects by midpoint weights (Marshall–Edgeworth) that add up; `own_change`: groups overlap, so each has its own change and none is a part */
  readonly method: 'additive' | 'mix_rate' | 'own_change';
  /** How much the mix changed: Jensen–Shannon divergence, bits */
  readonly divergence: number;
  readonly groups: readonly ExplainedGroup[];
  readonly others: OtherGroups | null;
  /** Over all groups */
  readonly mix?: number | undefined;
  /** Over all groups */
  readonly rate?: number | undefined;
}
export interface TreeFactor {
  readonly key: string;
  readonly label: string;
  readonly parent: string | null;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  readonly current: number | null;
  readonly previous: number | null;
  /** In the metric’s unit; adds up to that of the parent */
  readonly effect: number;
}
/** What happened nearby; told beside a change, no cause */
export interface ContextEvent {
  readonly kind: 'promotion_started' | 'promotion_ended' | 'sold_out' | 'price_changed' | 'holiday';
  readonly name: string;
  readonly at: string | null;
  readonly current: number | null;
  readonly previous: number | null;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
}
/** Why a metric differs between two spans, by arithmetic */
export interface Explanation {
  readonly metric: ExplainedMetric;
  readonly range: LocalRange | null;
  readonly comparison_range: LocalRange | null;
  readonly time_zone: string;
  readonly currency: string;
  readonly freshness: Freshness;
  readonly total: {
    readonly current: number | null;
    readonly previous: number | null;
    readonly difference: number | null;
    readonly change: number | null;
  };
  readonly top: readonly TopDriver[];
  readonly dimensions: readonly ExplainedPart[];
  readonly pairs: readonly ExplainedPart[];
  readonly tree: readonly TreeFactor[] | null;
  readonly context: readonly ContextEvent[];
  /** Left out because the rest took long */
  readonly skipped: readonly ('pairs' | 'context')[];
  readonly truncated: boolean;
}
export interface JudgedBucket {
  /** Local start */
  readonly t: string;
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly marked: boolean;
}
export interface JudgedSeries {
  readonly key: string | null;
  readonly label: string;
  readonly buckets: readonly JudgedBucket[];
}
export interface Anomaly {
  /** The same as long as the question is */
  readonly id: string;
  readonly series: string | null;
  readonly series_label: string;
  readonly time: string;
  readonly until: string | null;
  readonly kind: 'outlier' | 'level_shift' | 'missing_data';
  readonly direction: 'above' | 'below';
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Value less expected; of a shift new less old level */
  readonly size: number;
  /** The size in standard deviations of what is usual */
  readonly deviations: number;
  readonly p_value: number | null;
  readonly verdict: 'expected' | 'real' | null;
  readonly verdict_of: string | null;
  readonly explain: {
    readonly time: LocalRange;
    readonly compare: LocalRange;
  };
}
export interface HolidayAnomaly {
  /** The same as long as the question is */
  readonly id: string;
  readonly series: string | null;
  readonly series_label: string;
  readonly time: string;
  readonly until: string | null;
  readonly kind: 'outlier' | 'level_shift' | 'missing_data';
  readonly direction: 'above' | 'below';
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Value less expected; of a shift new less old level */
  readonly size: number;
  /** The size in standard deviations of what is usual */
  readonly deviations: number;
  readonly p_value: number | null;
  readonly verdict: 'expected' | 'real' | null;
  readonly verdict_of: string | null;
  readonly explain: {
    readonly time: LocalRange;
    readonly compare: LocalRange;
  };
  readonly holiday: {
    readonly name: string;
    readonly kind: 'public' | 'feast' | 'shopping';
  };
}
/** What stands out of a metric */
export interface Anomalies {
  readonly metric: ExplainedMetric;
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly breakdown: {
    readonly name: string;
    readonly label: string;
  } | null;
  readonly series: readonly JudgedSeries[];
  /** Buckets that were judged, of all series */
  readonly tested: number;
  readonly false_alarm_rate: number;
  /** Buckets that would be marked though nothing happened: rate × tested */
  readonly expected_false_alarms: number;
  readonly false_discovery_rate: number | null;
  readonly currency: string;
  readonly time_zone: string;
  readonly status: 'ok' | 'no_data' | 'too_few_buckets' | 'not_computable';
  readonly range: LocalRange;
  readonly freshness: Freshness;
  readonly anomalies: readonly Anomaly[];
  /** Those that people called expected, or that are like one of these */
  readonly expected: readonly Anomaly[];
  /** Those that go with a holiday, and are not marked */
  readonly holidays: readonly HolidayAnomaly[];
}
export interface BacktestedAnomaly {
  /** The same as long as the question is */
  readonly id: string;
  readonly series: string | null;
  readonly series_label: string;
  readonly time: string;
  readonly until: string | null;
  readonly kind: 'outlier' | 'level_shift' | 'missing_data';
  readonly direction: 'above' | 'below';
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Value less expected; of a shift new less old level */
  readonly size: number;
  /** The size in standard deviations of what is usual */
  readonly deviations: number;
  readonly p_value: number | null;
  readonly verdict: 'expected' | 'real' | null;
  readonly verdict_of: string | null;
  readonly explain: {
    readonly time: LocalRange;
    readonly compare: LocalRange;
  };
  /** Local start of the bucket after which it was seen */
  readonly seen: string;
}
/** What would have been marked as the data came */
export interface AnomaliesBacktest {
  readonly metric: ExplainedMetric;
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly breakdown: {
    readonly name: string;
    readonly label: string;
  } | null;
  readonly series: readonly JudgedSeries[];
  /** Buckets that were judged, of all series */
  readonly tested: number;
  readonly false_alarm_rate: number;
  /** Buckets that would be marked though nothing happened: rate × tested */
  readonly expected_false_alarms: number;
  readonly false_discovery_rate: number | null;
  readonly currency: string;
  readonly time_zone: string;
  readonly anomalies: readonly BacktestedAnomaly[];
}
export interface AnomalyDetector {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly breakdown: string | null;
  /** How readily something is marked: low, medium, high – one false alarm in 10,000, 1,000, 100 buckets of a quiet series – or that rate */
  readonly sensitivity: 'low' | 'medium' | 'high' | number;
  readonly filters: readonly {
    readonly dimension: string;
    readonly operator: string;
    readonly values: readonly (string | number | boolean | null)[];
  }[];
  readonly saved_at: string;
}
export interface AnomalyDetectorList {
  readonly detectors: readonly AnomalyDetector[];
}
export interface Holiday {
  readonly date: string;
  readonly name: string;
  /** A day off by law; kept by many; a day on which shops sell more */
  readonly kind: 'public' | 'feast' | 'shopping';
}
export interface Holidays {
  readonly country: string | null;
  /** False where the business’s time zone, or else its locale, names it */
  readonly chosen: boolean;
  /** Those whose holidays are known */
  readonly countries: readonly string[];
  readonly year: number;
  readonly holidays: readonly Holiday[];
}
/** A sentence whose every number names its cells */
export interface InsightSentence {
  readonly template: string;
  readonly text: string;
  readonly parts: readonly (
    | {
        readonly kind: 'text' | 'label';
        readonly text: string;
      }
    | {
        readonly kind: 'figure';
        readonly text: string;
        /** What the text rounds */
        readonly value: number;
        /** The cell itself; |a − b|; |a − b| ÷ |b|; a ÷ b; a ÷ the sum of all; of a line through them; how many */
        readonly origin: 'cell' | 'difference' | 'ratio' | 'quotient' | 'share' | 'slope' | 'count';
        /** `<evidence id>/<row>/<column>` */
        readonly cells: readonly string[];
      }
  )[];
}
export interface InsightEvidence {
  readonly id: string;
  readonly query: Readonly<Record<string, unknown>> | null;
  readonly operation: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}
/** Something worth telling, with what proves it */
export interface BusinessInsight {
  readonly id: string;
  readonly kind:
    | 'anomaly'
    | 'level_shift'
    | 'trend'
    | 'record'
    | 'mix_shift'
    | 'concentration'
    | 'new_member'
    | 'vanished_member'
    | 'stock_risk';
  readonly metric: {
    readonly name: string;
    readonly label: string;
    readonly unit: 'currency' | 'count' | 'ratio' | 'number';
    /** Whether more is better */
    readonly polarity: 'up_good' | 'down_good' | 'neutral';
  };
  readonly direction: 'up' | 'down' | 'none';
  readonly sentence: InsightSentence;
  readonly cause: InsightSentence | null;
  readonly evidence: readonly InsightEvidence[];
  /** At stake, in the tenant’s currency */
  readonly money: number;
  /** 1 less the chance after correction for all tested */
  readonly certainty: number;
  /** money × certainty */
  readonly score: number;
  readonly chart:
    | {
        readonly kind: 'line';
        readonly unit: 'currency' | 'count' | 'ratio' | 'number';
        readonly points: readonly {
          readonly t: string;
          readonly value: number | null;
          readonly low: number | null;
          readonly high: number | null;
          readonly marked: boolean;
        }[];
      }
    | {
        readonly kind: 'bars';
        readonly unit: 'currency' | 'count' | 'ratio' | 'number';
        readonly bars: readonly {
          readonly label: string;
          readonly value: number;
          readonly previous: number | null;
        }[];
      };
  readonly action: {
    readonly kind: 'explain' | 'check_payments' | 'reorder' | 'look_closer';
    readonly text: string;
  };
  readonly span: LocalRange;
  readonly compare: LocalRange | null;
}
export interface Insights {
  /** Best first; none: nothing unusual */
  readonly insights: readonly BusinessInsight[];
  /** Candidates that were looked at */
  readonly tested: number;
  readonly false_discovery_rate: number;
  readonly through: string | null;
  readonly currency: string;
  readonly time_zone: string;
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
/** By value, or by how much they changed; `per`: the limit holds inside each value */
export interface FrameRanking {
  readonly by: 'value' | 'rise' | 'fall';
  readonly per: string | null;
}
/** Who came back: retention.run */
export interface RetentionStudy {
  readonly kind: 'retention';
  readonly shown: 'back' | 'lost';
  readonly measure: 'customers' | 'revenue';
}
/** Second orders of customers whose first order lies in the time: repeat_purchases.run */
export interface RepeatsStudy {
  readonly kind: 'repeats';
  readonly shown: 'rate' | 'once' | 'interval';
  readonly within: number | null;
}
/** How many go on from act to act: funnels.run */
export interface FunnelStudy {
  readonly kind: 'funnel';
  readonly steps: readonly string[];
  readonly shown: 'steps' | 'dropped';
  readonly within: number | null;
}
/** Customers of whom conditions hold: customers.list */
export interface PeopleStudy {
  readonly kind: 'people';
  readonly shown: 'count' | 'list';
  readonly conditions: readonly {
    readonly column: string;
    readonly operator: 'equals' | 'gt' | 'gte' | 'lt' | 'lte';
    readonly values: readonly (string | number)[];
  }[];
  readonly order: {
    readonly by: string;
    readonly direction: 'asc' | 'desc';
  };
  readonly limit: number | null;
}
/** How many customers each segment holds: customers.rfm */
export interface SegmentsStudy {
  readonly kind: 'segments';
  readonly by: 'rfm' | 'spend';
}
/** What is bought together: baskets.run */
export interface BasketsStudy {
  readonly kind: 'baskets';
  readonly item: 'product' | 'category' | 'brand';
  readonly focus: string | null;
}
/** Single orders behind a metric: analytics.drill */
export interface OrdersStudy {
  readonly kind: 'orders';
  readonly shown: 'count' | 'list';
  readonly metric: string;
  readonly conditions: readonly {
    readonly operator: 'equals' | 'gt' | 'gte' | 'lt' | 'lte';
    readonly value: number;
  }[];
  readonly order: 'value' | 'time';
  readonly limit: number | null;
}
/** How targets stand: kpis.list */
export interface GoalsStudy {
  readonly kind: 'goals';
  readonly goals: readonly string[];
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
  readonly ratio?:
    | {
        readonly numerator: {
          readonly metric: string;
          readonly filters: readonly {
            readonly dimension: string;
            readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains';
            readonly values: readonly (string | number | boolean)[];
          }[];
        };
        readonly denominator: {
          readonly metric: string;
          readonly filters: readonly {
            readonly dimension: string;
            readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains';
            readonly values: readonly (string | number | boolean)[];
          }[];
        };
      }
    | null
    | undefined;
  readonly ranking?: FrameRanking | null | undefined;
  readonly study?:
    | RetentionStudy
    | RepeatsStudy
    | FunnelStudy
    | PeopleStudy
    | SegmentsStudy
    | BasketsStudy
    | OrdersStudy
    | GoalsStudy
    | null
    | undefined;
  readonly chart: 'number' | 'bar' | 'line' | 'table' | 'funnel' | 'cohort';
  readonly intent:
    | 'query'
    | 'compare'
    | 'explain'
    | 'forecast'
    | 'funnel'
    | 'retention'
    | 'anomalies'
    | 'study'
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
    | 'ratio'
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
/** A condition on a column of customers */
export interface CustomerCondition {
  readonly column: string;
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
  readonly values: readonly (string | number | null)[];
}
export interface CustomersRequest {
  /** Id of the tenant */
  readonly tenant_id: string;
  /** A pseudonymous key or its beginning, a customer’s id as the business knows it, or a part of city, country or segment */
  readonly search?: string | undefined;
  readonly filters?: readonly QueryCondition[] | undefined;
  readonly where?: readonly CustomerCondition[] | undefined;
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
  /** Local date up to whose end facts count; today without one */
  readonly as_of?: string | undefined;
  readonly order?:
    | readonly {
        readonly by: string;
        readonly direction?: 'asc' | 'desc' | undefined;
      }[]
    | undefined;
  /** Columns to show; a few that say most without */
  readonly columns?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** BCP 47; labels and descriptions are English or German */
  readonly locale?: string | undefined;
}
export interface CustomerColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'count' | 'number' | 'currency' | 'days' | 'word';
  readonly label: string;
  /** Counts only what lies in the period asked for */
  readonly in_period: boolean;
}
/** Customers with their figures */
export interface CustomerPage {
  readonly columns: readonly CustomerColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** What segments are called */
  readonly words: {
    readonly rfm_segment: Readonly<Record<string, string>>;
    readonly spend_segment: Readonly<Record<string, string>>;
  };
  /** Customers found, on all pages */
  readonly total: number;
  /** What they spent in all */
  readonly revenue: number;
  readonly limit: number;
  readonly offset: number;
  readonly as_of: string;
  readonly range: LocalRange | null;
  readonly time_zone: string;
  readonly currency: string;
}
export interface RfmSegment {
  readonly id: string;
  readonly label: string;
  /** Whom it holds */
  readonly about: string;
  /** What to do, in a sentence */
  readonly advice: string;
  /** Spans of scores, both ends included */
  readonly cells: readonly {
    readonly recency: {
      readonly from: number;
      readonly to: number;
    };
    readonly value: {
      readonly from: number;
      readonly to: number;
    };
  }[];
  readonly customers: number;
  /** Net of refunds, of all time up to the day */
  readonly revenue: number;
  readonly orders: number;
  readonly share: number | null;
  readonly revenue_share: number | null;
}
/** What has to hold, all of it; the first such segment counts */
export interface SpendRule {
  readonly revenue_above: number | null;
  readonly days_below: number | null;
  readonly days_above: number | null;
  readonly orders: number | null;
}
export interface SpendSegment {
  readonly id: string;
  readonly label: string;
  /** Whom it holds */
  readonly about: string;
  /** What to do, in a sentence */
  readonly advice: string;
  readonly rule: SpendRule;
  readonly customers: number;
  /** Net of refunds, of all time up to the day */
  readonly revenue: number;
  readonly orders: number;
  readonly share: number | null;
  readonly revenue_share: number | null;
}
/** Everybody who ordered, by recency, frequency and money */
export interface CustomerSegments {
  readonly as_of: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly customers: number;
  readonly revenue: number;
  readonly orders: number;
  /** Whether there are enough customers for fifths to mean something */
  readonly enough: boolean;
  readonly needed: number;
  /** How the scores are made */
  readonly method: string;
  readonly thresholds: {
    readonly recency: readonly {
      readonly score: number;
      readonly customers: number;
      readonly from: number | null;
      readonly to: number | null;
    }[];
    readonly frequency: readonly {
      readonly score: number;
      readonly customers: number;
      readonly from: number | null;
      readonly to: number | null;
    }[];
    readonly monetary: readonly {
      readonly score: number;
      readonly customers: number;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  };
  /** 25 cells, best recency first */
  readonly grid: readonly {
    readonly recency: number;
    /** Mean of the scores for frequency and money */
    readonly value: number;
    readonly segment: string;
    readonly customers: number;
    /** Net of refunds, of all time up to the day */
    readonly revenue: number;
    readonly orders: number;
    readonly share: number | null;
    readonly revenue_share: number | null;
  }[];
  readonly segments: readonly RfmSegment[];
  /** The first whose rule holds is a customer’s */
  readonly spend_segments: readonly SpendSegment[];
}
/** How many customers each segment held */
export interface SegmentHistory {
  /** rfm: the trade’s segments; spend: those by what was spent and when */
  readonly by: 'rfm' | 'spend';
  readonly segments: readonly {
    readonly id: string;
    readonly label: string;
  }[];
  readonly months: readonly {
    /** First day of the month */
    readonly month: string;
    /** Day that it is counted on: the month’s last, or today */
    readonly as_of: string;
    readonly running: boolean;
    readonly customers: number;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  readonly time_zone: string;
}
/** Customers by their segments on two days */
export interface SegmentMovement {
  /** rfm: the trade’s segments; spend: those by what was spent and when */
  readonly by: 'rfm' | 'spend';
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly time_zone: string;
  readonly segments: readonly {
    readonly id: string;
    readonly label: string;
  }[];
  readonly flows: readonly {
    /** `none`: had not ordered yet */
    readonly from: string;
    readonly to: string;
    readonly customers: number;
    /** Theirs up to the later day */
    readonly revenue: number;
  }[];
}
export interface ScoreReason {
  readonly score: number;
  /** The customer’s own */
  readonly value: number;
  readonly from: number | null;
  readonly to: number | null;
}
/** One customer, without what is personal */
export interface CustomerProfile {
  readonly customer_key: string;
  /** The person was erased: amounts stay under a key that leads to nobody */
  readonly erased: boolean;
  readonly as_of: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly country: string | null;
  readonly record: {
    readonly country: string | null;
    readonly city: string | null;
    readonly segment: string | null;
    readonly birth_decade: number | null;
    readonly updated_at: string;
  } | null;
  readonly totals: {
    readonly revenue: number;
    readonly units: number;
    readonly orders: number;
    readonly average_order_value: number;
    readonly discounts: number;
    readonly refunds: number;
    readonly first_order: string;
    readonly last_order: string;
    readonly days_since_last_order: number;
  } | null;
  readonly rfm: {
    readonly segment: string;
    readonly label: string;
    /** Whom it holds */
    readonly about: string;
    /** What to do, in a sentence */
    readonly advice: string;
    readonly recency: ScoreReason;
    readonly frequency: ScoreReason;
    readonly monetary: ScoreReason;
    readonly value_score: number;
  } | null;
  readonly spend: {
    readonly segment: string;
    readonly label: string;
    /** Whom it holds */
    readonly about: string;
    /** What to do, in a sentence */
    readonly advice: string;
    readonly rule: SpendRule;
  } | null;
  readonly rhythm:
    | {
        readonly kind: 'known';
        /** Median of days between days with an order */
        readonly typical_days: number;
        readonly expected_on: string;
        /** More than one and a half typical intervals passed */
        readonly overdue: boolean;
      }
    | {
        readonly kind: 'undefined';
        readonly reason: 'too_few_orders';
        /** Days with an order */
        readonly needed: number;
      };
  readonly value: {
    readonly grain: 'month' | 'quarter';
    readonly points: readonly {
      readonly t: string;
      readonly revenue: number | null;
      readonly orders: number | null;
      readonly running: boolean;
    }[];
  };
  readonly products: readonly {
    readonly product_id: string;
    readonly name: string | null;
    readonly revenue: number;
    readonly units: number;
    readonly orders: number;
  }[];
  readonly categories: readonly {
    readonly category: string;
    readonly revenue: number;
    readonly units: number;
    readonly orders: number;
  }[];
  /** The newest 200 */
  readonly orders: readonly {
    readonly order_id: string;
    /** Local time */
    readonly placed_at: string;
    readonly units: number;
    /** What is left after refunds and cancellations */
    readonly revenue: number;
    readonly refunded: number;
    readonly cancelled: number;
    readonly channel: string | null;
  }[];
}
export interface TimelineEntry {
  readonly kind:
    | 'order'
    | 'refund'
    | 'cancellation'
    | 'payment'
    | 'visit'
    | 'feedback'
    | 'conversation';
  readonly id: string;
  /** Local time */
  readonly at: string;
  readonly order_id?: string | null | undefined;
  readonly amount?: number | null | undefined;
  readonly units?: number | null | undefined;
  readonly channel?: string | null | undefined;
  /** A later version of the order */
  readonly changed?: boolean | undefined;
  readonly method?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly failure_code?: string | null | undefined;
  readonly pages?: number | null | undefined;
  readonly device?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly rating?: number | null | undefined;
  readonly product_id?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly messages?: number | null | undefined;
  readonly lines?:
    | readonly {
        readonly product_id: string;
        readonly name: string | null;
        readonly units: number;
        readonly revenue: number;
      }[]
    | undefined;
  readonly steps?:
    | readonly {
        readonly at: string;
        readonly action: string;
        readonly path: string | null;
        readonly product_id: string | null;
      }[]
    | undefined;
}
export interface CustomerTimeline {
  readonly customer_key: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly entries: readonly TimelineEntry[];
  readonly next: string | null;
}
export interface CustomerPersonal {
  readonly customer_key: string;
  readonly state: 'known' | 'erased' | 'nothing_known';
  readonly fields: Readonly<Record<string, unknown>>;
}
export interface RetentionQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
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
  /** BCP 47; labels are in its language where the model has it */
  readonly locale?: string | undefined;
  /** What makes somebody a member; order.first by default */
  readonly start?:
    | {
        /** order.placed, order.first, order.second, order.repeated or an event type */
        readonly act: string;
        readonly filters?: readonly QueryCondition[] | undefined;
      }
    | undefined;
  /** What counts as having come back; order.placed by default */
  readonly return?:
    | {
        /** order.placed, order.first, order.second, order.repeated or an event type */
        readonly act: string;
        readonly filters?: readonly QueryCondition[] | undefined;
      }
    | undefined;
  /** first: by the first start ever (default); recurring: in every period with a start */
  readonly cohorts?: 'first' | 'recurring' | undefined;
  /** Came back in the period (default), or in it or any later one */
  readonly bracket?: 'on' | 'on_or_after' | undefined;
  readonly measure?: 'customers' | 'revenue' | undefined;
  /** Length of a period, on the tenant’s calendar */
  readonly grain?: 'day' | 'week' | 'month' | undefined;
  /** Later periods; default 12 */
  readonly periods?: number | undefined;
  /** Conditions on who is looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
  /** A dimension of the start, such as customer.country */
  readonly breakdown?: string | undefined;
}
/** Where an answer about people comes from */
export interface WatchSource {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly range: LocalRange | null;
  readonly freshness: Freshness;
  readonly generated_at: string;
  readonly elapsed_ms: number;
}
export interface RetentionCell {
  /** Periods after the cohort’s own */
  readonly period: number;
  /** False while the period is not over */
  readonly complete: boolean;
  /** Customers who came back */
  readonly customers?: number | undefined;
  /** Net of refunds, in the tenant’s currency */
  readonly revenue?: number | undefined;
  readonly share: number | null;
  /** Share who did not come back in the period or after; with on_or_after */
  readonly lost?: number | undefined;
  /** Revenue of the period a customer */
  readonly per_customer?: number | undefined;
  /** Revenue so far a customer of the cohort */
  readonly cumulative?: number | undefined;
}
export interface RetentionCohort {
  /** First day of the cohort’s period */
  readonly cohort: string;
  /** False while customers may still join */
  readonly complete: boolean;
  readonly customers: number;
  /** Periods that have begun */
  readonly cells: readonly RetentionCell[];
}
export interface RetentionAverage {
  readonly period: number;
  readonly share: number | null;
  readonly cumulative?: number | undefined;
  readonly lost?: number | undefined;
  /** Cohorts for which the period is over */
  readonly cohorts: number;
  /** Their customers */
  readonly customers: number;
}
export interface ValueAhead {
  /** Periods after the cohort’s own */
  readonly period: number;
  /** Revenue a customer by the end of the period */
  readonly value: number;
  /** Lower end of its interval */
  readonly lower: number;
  /** Upper end of its interval */
  readonly upper: number;
}
export interface CohortAhead {
  /** First day of the cohort’s period */
  readonly cohort: string;
  readonly points: readonly ValueAhead[];
}
export interface ProjectionRecord {
  /** Values held against what would have been projected before they came */
  readonly judged: number;
  /** Sum of absolute errors by the sum of the values */
  readonly error: number;
  /** Share of them inside the interval before it was widened */
  readonly covered: number;
  /** What the past’s errors widened the interval by; 1 where it held */
  readonly widening: number;
}
export interface ProjectedValue {
  readonly kind: 'projected';
  /** Share of what comes that the interval holds */
  readonly level: number;
  /** Last period that is projected to */
  readonly reach: number;
  readonly cohorts: readonly CohortAhead[];
  readonly record: ProjectionRecord | null;
}
export interface NoProjection {
  readonly kind: 'none';
  /** one_cohort: fewer than two cohorts have been through two periods; recurring: somebody may be in several cohorts */
  readonly reason: 'one_cohort' | 'recurring';
}
export interface RetentionGroup {
  readonly label: string | number | null;
  /** All groups beyond those that are shown */
  readonly rest: boolean;
  readonly customers: number;
  readonly cohorts: readonly RetentionCohort[];
  /** All cohorts together, each by its size, in periods that are over */
  readonly average: readonly RetentionAverage[];
  /** What customers will have spent; where revenue is measured */
  readonly projection?: ProjectedValue | NoProjection | undefined;
}
/** Who came back, by when they began */
export interface RetentionAnswer {
  readonly meta: WatchSource;
  readonly start: string;
  readonly return: string;
  readonly cohorts: 'first' | 'recurring';
  readonly bracket: 'on' | 'on_or_after';
  readonly measure: 'customers' | 'revenue';
  /** Length of a period, on the tenant’s calendar */
  readonly grain: 'day' | 'week' | 'month';
  readonly periods: number;
  readonly breakdown: {
    readonly name: string;
    readonly label: string;
  } | null;
  readonly groups: readonly RetentionGroup[];
}
export interface LifecycleQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
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
  /** BCP 47; labels are in its language where the model has it */
  readonly locale?: string | undefined;
  /** What counts as being active; order.placed by default */
  readonly act?:
    | {
        /** order.placed, order.first, order.second, order.repeated or an event type */
        readonly act: string;
        readonly filters?: readonly QueryCondition[] | undefined;
      }
    | undefined;
  /** Length of a period, on the tenant’s calendar */
  readonly grain?: 'day' | 'week' | 'month' | undefined;
  /** Conditions on who is looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
}
export interface LifecyclePeriod {
  /** Its first day */
  readonly period: string;
  /** False while the period is not over */
  readonly complete: boolean;
  /** new + returning + resurrecting */
  readonly active: number;
  /** Never before */
  readonly new: number;
  /** Also in the period before */
  readonly returning: number;
  /** Before, but not in the period before */
  readonly resurrecting: number;
  /** In the period before, but not in this one: active before − returning */
  readonly dormant: number;
}
export interface LifecycleAnswer {
  readonly meta: WatchSource;
  readonly act: string;
  /** Length of a period, on the tenant’s calendar */
  readonly grain: 'day' | 'week' | 'month';
  readonly periods: readonly LifecyclePeriod[];
}
export interface StickinessQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
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
  /** BCP 47; labels are in its language where the model has it */
  readonly locale?: string | undefined;
  /** What counts as being there; order.placed by default */
  readonly act?:
    | {
        /** order.placed, order.first, order.second, order.repeated or an event type */
        readonly act: string;
        readonly filters?: readonly QueryCondition[] | undefined;
      }
    | undefined;
  readonly grain?: 'week' | 'month' | undefined;
  readonly unit?: 'day' | 'week' | undefined;
  /** Conditions on who is looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
}
export interface StickinessPeople {
  /** In so many days or weeks */
  readonly units: number;
  readonly people: number;
}
export interface StickinessPeriod {
  /** Its first day */
  readonly period: string;
  /** False while the period is not over */
  readonly complete: boolean;
  readonly active: number;
  /** Days or weeks of it that have begun */
  readonly units: number;
  readonly mean_units: number | null;
  readonly ratio: number | null;
  readonly distribution: readonly StickinessPeople[];
}
/** Of all periods that are over */
export interface StickinessOverall {
  readonly mean_units: number | null;
  readonly ratio: number | null;
  readonly distribution: readonly StickinessPeople[];
}
export interface StickinessAnswer {
  readonly meta: WatchSource;
  readonly act: string;
  readonly grain: 'week' | 'month';
  readonly unit: 'day' | 'week';
  readonly periods: readonly StickinessPeriod[];
  readonly overall: StickinessOverall;
}
export interface RepeatPurchasesQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
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
  /** BCP 47; labels are in its language where the model has it */
  readonly locale?: string | undefined;
  /** Days; 30, 60 and 90 by default */
  readonly windows?: readonly number[] | undefined;
  /** Conditions on who is looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
}
/** Whole days since the customer’s order before */
export interface OrderIntervals {
  /** That were not their customer’s first */
  readonly orders: number;
  readonly median_days: number | null;
  readonly percentiles: readonly {
    readonly percent: number;
    readonly days: number;
  }[];
  readonly distribution: readonly {
    readonly from_days: number;
    readonly to_days: number | null;
    readonly orders: number;
  }[];
}
/** With Wilson’s interval; null where nobody had the time */
export interface SecondOrderRate {
  readonly within_days: number;
  /** Whose first order is at least so many days old */
  readonly customers: number;
  /** Of them, who ordered again within so many days */
  readonly again: number;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}
export interface RepeatCohort {
  /** Of the first order: its first day */
  readonly month: string;
  readonly customers: number;
  /** With a second order by now */
  readonly again: number;
  readonly rates: readonly SecondOrderRate[];
}
export interface RepeatPurchasesAnswer {
  readonly meta: WatchSource;
  /** Of the intervals of rates */
  readonly confidence: number;
  readonly intervals: OrderIntervals;
  readonly rates: readonly SecondOrderRate[];
  readonly cohorts: readonly RepeatCohort[];
}
export interface BasketsQuestion {
  /** Id of the tenant */
  readonly tenant_id: string;
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
  /** BCP 47; labels are in its language where the model has it */
  readonly locale?: string | undefined;
  readonly by?: 'order' | 'customer' | undefined;
  readonly item?: 'product' | 'category' | 'brand' | undefined;
  /** Only what goes with this item */
  readonly focus?: string | undefined;
  /** Baskets that a pair has to lie in; 5 by default */
  readonly minimum?: number | undefined;
  /** Pairs by how often, or by the lower end of their lift */
  readonly order?: 'together' | 'lift' | undefined;
  readonly limit?: number | undefined;
  /** Conditions on who is looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
}
export interface BasketSide {
  readonly id: string;
  readonly label: string | null;
  /** That hold it */
  readonly baskets: number;
}
export interface BasketPair {
  readonly one: BasketSide;
  readonly other: BasketSide;
  /** Baskets with both */
  readonly together: number;
  /** Share of all baskets */
  readonly support: number;
  /** Share of the baskets with the one that hold the other */
  readonly confidence_one: number;
  /** The other way round */
  readonly confidence_other: number;
  /** How many times as often as if they had nothing to do with each other */
  readonly lift: number;
  readonly lift_lower: number;
  readonly lift_upper: number;
}
export interface BasketsAnswer {
  readonly meta: WatchSource;
  readonly by: 'order' | 'customer';
  readonly item: 'product' | 'category' | 'brand';
  readonly focus: string | null;
  /** Pairs by how often, or by the lower end of their lift */
  readonly order: 'together' | 'lift';
  readonly minimum: number;
  /** Of the intervals of lifts */
  readonly confidence: number;
  /** That were looked at */
  readonly baskets: number;
  readonly largest: number | null;
  /** Baskets that were too large */
  readonly left_out: number;
  /** Share of the baskets that was looked at; 1 is all */
  readonly sampled: number;
  readonly pairs: readonly BasketPair[];
}
/** Customers by name */
export interface CohortByList {
  readonly kind: 'list';
}
export interface Act {
  /** order.placed, order.first, order.second, order.repeated or an event type */
  readonly act: string;
  readonly filters?: readonly QueryCondition[] | undefined;
}
/** Did it, once or a number of times */
export interface CohortDid {
  readonly kind: 'did';
  readonly act: Act;
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
  /** Of the last days, today among them, or from a date up to not another; else ever */
  readonly within?:
    | {
        readonly last_days: number;
      }
    | {
        /** Local date */
        readonly from: string;
        /** Local date */
        readonly to: string;
      }
    | undefined;
}
export interface CohortDidNot {
  readonly kind: 'did_not';
  readonly act: Act;
  /** Of the last days, today among them, or from a date up to not another; else ever */
  readonly within?:
    | {
        readonly last_days: number;
      }
    | {
        /** Local date */
        readonly from: string;
        /** Local date */
        readonly to: string;
      }
    | undefined;
}
/** Did one thing, and another at most so many days later */
export interface CohortSequence {
  readonly kind: 'sequence';
  readonly first: Act;
  readonly next: Act;
  readonly days: number;
  /** Of the last days, today among them, or from a date up to not another; else ever */
  readonly within?:
    | {
        readonly last_days: number;
      }
    | {
        /** Local date */
        readonly from: string;
        /** Local date */
        readonly to: string;
      }
    | undefined;
}
/** What the customer’s record says */
export interface CohortProperty {
  readonly kind: 'property';
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
/** A sum or count of the customer’s rows; of customers with any */
export interface CohortMetric {
  readonly kind: 'metric';
  readonly metric: string;
  readonly operator: 'gt' | 'gte' | 'lt' | 'lte';
  readonly value: number;
  /** Of the last days, today among them, or from a date up to not another; else ever */
  readonly within?:
    | {
        readonly last_days: number;
      }
    | {
        /** Local date */
        readonly from: string;
        /** Local date */
        readonly to: string;
      }
    | undefined;
}
/** Did it for the first time then; an order by default */
export interface CohortFirstSeen {
  readonly kind: 'first_seen';
  readonly act?: Act | undefined;
  /** Of the last days, today among them, or from a date up to not another; else ever */
  readonly within?:
    | {
        readonly last_days: number;
      }
    | {
        /** Local date */
        readonly from: string;
        /** Local date */
        readonly to: string;
      }
    | undefined;
}
export interface CohortMember {
  readonly kind: 'cohort';
  readonly cohort: string;
  /** False: is not in it */
  readonly member: boolean;
}
export interface CohortGroup {
  /** Whether all or any have to hold */
  readonly match: 'all' | 'any';
  readonly conditions: readonly (
    | CohortDid
    | CohortDidNot
    | CohortSequence
    | CohortProperty
    | CohortMetric
    | CohortFirstSeen
    | CohortMember
  )[];
}
/** Customers of whom groups of conditions hold */
export interface CohortByRules {
  readonly kind: 'rules';
  /** Whether all or any have to hold */
  readonly match: 'all' | 'any';
  readonly groups: readonly CohortGroup[];
}
/** Customers of whom something is true */
export interface Cohort {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'rules' | 'list';
  readonly definition: CohortByList | CohortByRules;
  readonly listed: number | null;
  readonly created_at: string;
  readonly changed_at: string;
}
export interface CohortList {
  readonly cohorts: readonly Cohort[];
}
export interface CohortMembers {
  readonly customers: number;
  /** Everybody who is known: customers with a record or an order */
  readonly of: number;
  readonly keys: readonly string[];
}
export interface CohortSize {
  readonly customers: number;
  /** Everybody who is known: customers with a record or an order */
  readonly of: number;
}
export interface FunnelStep {
  /** order.placed, order.first, order.second, order.repeated or an event type */
  readonly act: string;
  readonly filters?: readonly QueryCondition[] | undefined;
  readonly label?: string | undefined;
  /** The step may be left out; never the first or the last */
  readonly optional?: boolean | undefined;
}
export interface FunnelExclusion {
  /** order.placed, order.first, order.second, order.repeated or an event type */
  readonly act: string;
  readonly filters?: readonly QueryCondition[] | undefined;
  /** Step after which it ends the chain; the first by default */
  readonly after?: number | undefined;
  /** Step before which it ends the chain; the last by default */
  readonly before?: number | undefined;
}
export interface FunnelBreakdown {
  readonly dimension: string;
  /** Take the value from this step’s acts; by default from the customer where the dimension is one of customers, else from the first step */
  readonly step?: number | undefined;
  /** Which known value counts; the first by default */
  readonly touch?: 'first' | 'last' | undefined;
  /** How many values to tell apart, those with most people first; 5 by default */
  readonly limit?: number | undefined;
}
export interface FunnelQuery {
  /** Id of the tenant */
  readonly tenant_id: string;
  readonly steps: readonly FunnelStep[];
  /** ordered (default): one step after another, whatever lies between. strict: nothing else that the person did lies between two steps: no page.viewed, product.viewed, product.added, cart.updated, checkout.started, user.logged_in, order.placed, feedback.submitted or conversation.started, and no act of the funnel whatever its filters. any: all steps within the window, in whatever order; the first step lies in the range */
  readonly order?: 'ordered' | 'strict' | 'any' | undefined;
  /** How long the whole funnel may take, up to 366 days; a month is 30 days. 7 days by default */
  readonly window?:
    | {
        readonly count: number;
        readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month';
      }
    | undefined;
  /** person (default): steps may lie in different visits. session: within one visit, which is what a person did without a pause of 30 minutes, orders included */
  readonly per?: 'person' | 'session' | undefined;
  /** Conditions on the acts of every step whose acts carry the dimension, which the first step’s have to; exclusions are not looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
  /** Acts that end a chain when they lie between two of its steps */
  readonly exclusions?: readonly FunnelExclusion[] | undefined;
  readonly breakdown?: FunnelBreakdown | undefined;
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
  /** BCP 47; labels are in its language where there are words */
  readonly locale?: string | undefined;
  readonly compare?: 'previous_period' | 'same_period_last_year' | undefined;
  /** Of the trend; by the range by default */
  readonly grain?: 'day' | 'week' | 'month' | undefined;
}
export interface FunnelStepFigures {
  readonly number: number;
  readonly act: string;
  readonly label: string;
  readonly optional: boolean;
  /** People, or visits, that got this far */
  readonly people: number;
  readonly share_of_start: number | null;
  readonly share_of_previous: number | null;
  /** Fewer than at the required step before */
  readonly dropped: number;
  readonly time: {
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p90: number;
  } | null;
  readonly previous: {
    readonly people: number;
    readonly share_of_start: number | null;
    readonly share_of_previous: number | null;
  } | null;
}
export interface FunnelGroup {
  readonly value: string | null;
  /** By step */
  readonly people: readonly number[];
  readonly share_of_start: number | null;
  readonly median_seconds: number | null;
  readonly worth: number | null;
}
/** What to know when reading the figures */
export interface FunnelNote {
  readonly code: string;
  readonly message: string;
  /** Number of the step that it is about */
  readonly step?: number | undefined;
}
export interface FunnelAnswer {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly range: LocalRange;
  readonly freshness: Freshness;
  readonly generated_at: string;
  readonly elapsed_ms: number;
  readonly comparison_range: LocalRange | null;
  readonly order: 'ordered' | 'strict' | 'any';
  readonly per: 'person' | 'session';
  readonly window: {
    readonly count: number;
    readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month';
    readonly seconds: number;
  };
  readonly steps: readonly FunnelStepFigures[];
  readonly started: number;
  readonly converted: number;
  readonly rate: number | null;
  /** Have not converted, and their window goes on beyond the data */
  readonly open: number;
  /** How many took how long from start to end */
  readonly times: readonly {
    readonly from_seconds: number;
    readonly to_seconds: number;
    readonly people: number;
  }[];
  readonly trend: {
    readonly grain: 'day' | 'week' | 'month';
    /** By when the chain began that got furthest; each counts once */
    readonly points: readonly {
      readonly at: string;
      readonly started: number;
      readonly converted: number;
      readonly rate: number | null;
      /** Windows of those that started then go on */
      readonly open: boolean;
    }[];
  };
  readonly worth: {
    /** Revenue of the converting orders, less what was refunded or cancelled since */
    readonly total: number;
    readonly per_conversion: number | null;
    readonly per_start: number | null;
    readonly previous_total: number | null;
  } | null;
  readonly breakdown: {
    readonly dimension: string;
    readonly label: string;
    readonly of: 'customer' | 'step';
    readonly step: number | null;
    readonly touch: 'first' | 'last' | null;
    readonly limit: number;
    /** How many different values there are */
    readonly values: number;
    readonly groups: readonly FunnelGroup[];
    readonly others: FunnelGroup | null;
  } | null;
  readonly notes: readonly FunnelNote[];
}
export interface FunnelPeopleQuery {
  /** Id of the tenant */
  readonly tenant_id: string;
  readonly steps: readonly FunnelStep[];
  /** ordered (default): one step after another, whatever lies between. strict: nothing else that the person did lies between two steps: no page.viewed, product.viewed, product.added, cart.updated, checkout.started, user.logged_in, order.placed, feedback.submitted or conversation.started, and no act of the funnel whatever its filters. any: all steps within the window, in whatever order; the first step lies in the range */
  readonly order?: 'ordered' | 'strict' | 'any' | undefined;
  /** How long the whole funnel may take, up to 366 days; a month is 30 days. 7 days by default */
  readonly window?:
    | {
        readonly count: number;
        readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month';
      }
    | undefined;
  /** person (default): steps may lie in different visits. session: within one visit, which is what a person did without a pause of 30 minutes, orders included */
  readonly per?: 'person' | 'session' | undefined;
  /** Conditions on the acts of every step whose acts carry the dimension, which the first step’s have to; exclusions are not looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
  /** Acts that end a chain when they lie between two of its steps */
  readonly exclusions?: readonly FunnelExclusion[] | undefined;
  readonly breakdown?: FunnelBreakdown | undefined;
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
  /** BCP 47; labels are in its language where there are words */
  readonly locale?: string | undefined;
  /** Number of the step */
  readonly step: number;
  /** converted: got to the step; dropped: got to the required step before only */
  readonly which: 'converted' | 'dropped';
  readonly page?: number | undefined;
  /** 50 by default */
  readonly limit?: number | undefined;
}
export interface FunnelPerson {
  /** Pseudonymous key of the customer, or of the browser */
  readonly key: string;
  /** Whether it is a customer’s key */
  readonly customer: boolean;
  /** When the chain began that got furthest */
  readonly began_at: string;
  /** When each step was first completed; null where it was not */
  readonly step_times: readonly (string | null)[];
  readonly seconds: number | null;
  /** May still convert: the window goes on beyond the data */
  readonly open: boolean;
}
export interface FunnelPeople {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly range: LocalRange;
  readonly freshness: Freshness;
  readonly generated_at: string;
  readonly elapsed_ms: number;
  readonly step: number;
  readonly which: 'converted' | 'dropped';
  readonly page: number;
  readonly limit: number;
  /** On all pages */
  readonly total: number;
  readonly people: readonly FunnelPerson[];
}
export interface ActChoice {
  readonly act: string;
  readonly label: string;
  /** An event type of the tenant’s own */
  readonly own: boolean;
  readonly count: number | null;
  readonly last_at: string | null;
  /** It can be filtered by these */
  readonly dimensions: readonly string[];
}
export interface ActList {
  readonly tenant_id: string;
  /** Acts are counted over the last so many days of data */
  readonly days: number;
  readonly until: string;
  readonly acts: readonly ActChoice[];
  readonly dimensions: readonly {
    readonly name: string;
    readonly label: string;
    readonly type: 'string' | 'integer';
    readonly of_customer: boolean;
  }[];
  /** Steps to begin with */
  readonly suggested: readonly string[];
}
export interface FunnelCorrelationQuery {
  /** Id of the tenant */
  readonly tenant_id: string;
  readonly steps: readonly FunnelStep[];
  /** ordered (default): one step after another, whatever lies between. strict: nothing else that the person did lies between two steps: no page.viewed, product.viewed, product.added, cart.updated, checkout.started, user.logged_in, order.placed, feedback.submitted or conversation.started, and no act of the funnel whatever its filters. any: all steps within the window, in whatever order; the first step lies in the range */
  readonly order?: 'ordered' | 'strict' | 'any' | undefined;
  /** How long the whole funnel may take, up to 366 days; a month is 30 days. 7 days by default */
  readonly window?:
    | {
        readonly count: number;
        readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month';
      }
    | undefined;
  /** person (default): steps may lie in different visits. session: within one visit, which is what a person did without a pause of 30 minutes, orders included */
  readonly per?: 'person' | 'session' | undefined;
  /** Conditions on the acts of every step whose acts carry the dimension, which the first step’s have to; exclusions are not looked at */
  readonly filters?: readonly QueryCondition[] | undefined;
  /** Acts that end a chain when they lie between two of its steps */
  readonly exclusions?: readonly FunnelExclusion[] | undefined;
  readonly breakdown?: FunnelBreakdown | undefined;
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
  /** BCP 47; labels are in its language where there are words */
  readonly locale?: string | undefined;
}
export interface FunnelFactor {
  readonly kind: 'property' | 'act';
  /** Name of the dimension or the act */
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  /** Have the value, or did the act on the way */
  readonly people: number;
  readonly converted: number;
  /** Converted of these */
  readonly rate: number;
  /** Converted of all others; for a property, of those of whom it is known */
  readonly others_rate: number;
  /** Of the two rates; 0.05 is five points */
  readonly difference: number;
  /** Lower end of the interval of the difference */
  readonly low: number;
  readonly high: number;
  /** p-value, corrected for the number of comparisons (Benjamini and Hochberg) */
  readonly p_adjusted: number;
  /** Hardly chance: the corrected p-value is below 0.05 */
  readonly notable: boolean;
}
export interface FunnelCorrelations {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly range: LocalRange;
  readonly freshness: Freshness;
  readonly generated_at: string;
  readonly elapsed_ms: number;
  readonly started: number;
  readonly converted: number;
  readonly rate: number | null;
  /** How many comparisons were made */
  readonly tested: number;
  /** Values that too few people have to compare */
  readonly too_few: number;
  readonly least_people: number;
  /** Of the intervals */
  readonly confidence: number;
  readonly factors: readonly FunnelFactor[];
}
export interface PathQuery {
  /** Id of the tenant */
  readonly tenant_id: string;
  /** The act to begin with, its first in a visit (its last, for previous steps); without it where visits begin or end */
  readonly from?:
    | {
        /** order.placed, order.first, order.second, order.repeated or an event type */
        readonly act: string;
        readonly filters?: readonly QueryCondition[] | undefined;
      }
    | undefined;
  /** Steps after it (next, by default) or before it */
  readonly direction?: 'next' | 'previous' | undefined;
  /** How many steps; 3 by default */
  readonly depth?: number | undefined;
  /** How many nodes to tell apart at each step; 5 by default, the rest together */
  readonly top?: number | undefined;
  /** page (default): pages by their path, other acts by name; act: by name */
  readonly by?: 'page' | 'act' | undefined;
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
  /** BCP 47; labels are in its language where there are words */
  readonly locale?: string | undefined;
}
export interface PathNode {
  readonly id: string;
  /** How many steps from the beginning, which is 0 */
  readonly step: number;
  readonly kind: 'start' | 'page' | 'act' | 'others' | 'end';
  /** Of pages their path; empty for others and end */
  readonly label: string;
  readonly visits: number;
}
export interface PathAnswer {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly range: LocalRange;
  readonly freshness: Freshness;
  readonly generated_at: string;
  readonly elapsed_ms: number;
  readonly from: {
    readonly act: string;
    readonly label: string;
  } | null;
  readonly direction: 'next' | 'previous';
  readonly depth: number;
  readonly top: number;
  readonly by: 'page' | 'act';
  /** Visits with the beginning */
  readonly visits: number;
  readonly nodes: readonly PathNode[];
  readonly links: readonly {
    /** Id of the node that came first in time */
    readonly from: string;
    readonly to: string;
    readonly visits: number;
  }[];
  readonly notes: readonly FunnelNote[];
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
  /** List every order or customer with its value, as a distribution counts them */
  readonly per?: 'order' | 'customer' | undefined;
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
  /** What each thing’s part of the number has to meet: orders above 500 */
  readonly thresholds?:
    | readonly {
        readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte';
        readonly value: number;
      }[]
    | undefined;
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
/** Local dates, `to` exclusive */
export interface KpiPeriod {
  readonly from: string;
  readonly to: string;
}
export interface KpiPace {
  /** Local end of what is compared: the last finished bucket */
  readonly through: string;
  readonly value: number;
  /** Of the whole, usually reached by then, 0–1 */
  readonly expected_share: number;
  /** Of the whole, if it came evenly */
  readonly straight_share: number;
  readonly expected: number | null;
  readonly ratio: number | null;
  /** What the usual share was learnt from */
  readonly method:
    | 'same_period_last_year'
    | 'earlier_periods'
    | 'weekdays'
    | 'hours'
    | 'straight_line';
  /** Earlier periods, weeks or days */
  readonly learnt_from: number;
}
export interface KpiLanding {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Probability that the bounds hold */
  readonly level: number;
  /** forecast: what is there plus the forecast of the rest. share: what is there over its usual share */
  readonly method: 'forecast' | 'share';
  readonly prospect: 'reaches' | 'open' | 'misses' | null;
}
/** How a KPI stands in its present period */
export interface KpiState {
  readonly status:
    | 'reached'
    | 'ahead'
    | 'on'
    | 'behind'
    | 'missed'
    | 'too_early'
    | 'no_target'
    | 'no_data'
    | 'unknown_metric';
  readonly why:
    | 'none_set'
    | 'not_for_this_period'
    | 'no_last_year'
    | 'last_year_not_positive'
    | 'never'
    | 'not_in_period'
    | 'undefined_value'
    | null;
  readonly kind: 'sum' | 'distinct' | 'rate' | null;
  readonly period: KpiPeriod;
  /** Share of the period that has passed, 0–1 */
  readonly elapsed: number;
  readonly value: number | null;
  readonly target: number | null;
  readonly pace: KpiPace | null;
  readonly landing: KpiLanding | null;
  readonly no_landing: 'rate' | 'too_early' | 'too_little_history' | 'too_far' | null;
  readonly previous: number | null;
  readonly last_year: number | null;
  /** By period, oldest first, the present one last */
  readonly recent: readonly {
    readonly from: string;
    readonly value: number | null;
  }[];
  readonly data_through: string | null;
}
/** A metric with a target for each period, and how it stands */
export interface Kpi {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  /** The metric’s name where the metric is gone */
  readonly metric_label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number' | null;
  readonly filters: readonly QueryCondition[];
  readonly direction: 'up_good' | 'down_good' | null;
  /** The direction that counts */
  readonly better: 'up_good' | 'down_good';
  /** Length of the periods */
  readonly calendar: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly target:
    | {
        readonly kind: 'value';
        readonly value: number;
      }
    | {
        readonly kind: 'growth';
        readonly growth: number;
      }
    | {
        readonly kind: 'list';
        readonly values: readonly {
          /** A day of the period */
          readonly period: string;
          readonly value: number;
        }[];
      }
    | null;
  readonly owner: string;
  readonly description: string;
  /** When it was made */
  readonly created_at: string;
  /** When it was last changed */
  readonly changed_at: string;
  readonly state: KpiState;
}
export interface KpiList {
  readonly kpis: readonly Kpi[];
  readonly time_zone: string;
  readonly currency: string;
  readonly generated_at: string;
}
/** The period bucket by bucket */
export interface KpiPath {
  readonly grain: 'hour' | 'day';
  readonly points: readonly {
    /** Local start of the bucket */
    readonly time: string;
    readonly value: number | null;
    readonly expected: number | null;
  }[];
  /** From the running bucket on */
  readonly projection: readonly {
    readonly time: string;
    readonly mean: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}
export interface KpiHistoryEntry {
  readonly period: KpiPeriod;
  /** Length of the periods */
  readonly calendar: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly known: {
    readonly value: number | null;
    readonly target: number | null;
    readonly status:
      | 'reached'
      | 'ahead'
      | 'on'
      | 'behind'
      | 'missed'
      | 'too_early'
      | 'no_target'
      | 'no_data'
      | 'unknown_metric';
    /** When it was recorded */
    readonly computed_at: string;
    /** Number of the tenant’s data at that moment */
    readonly data_version: number;
  } | null;
  readonly today: number | null;
  /** What is measured was changed since, so there is nothing to compare */
  readonly redefined: boolean;
}
/** What moved most against the same part of the period before */
export interface KpiDriver {
  readonly dimension: string;
  readonly dimension_label: string;
  readonly value: string | null;
  readonly difference: number;
  /** Whether differences of all values make the whole’s */
  readonly adds_up: boolean;
}
/** Among the businesses of this server that take part */
export interface KpiPeers {
  /** Whether the tenant takes part */
  readonly shared: boolean;
  readonly quarter: number | null;
  readonly figure: 'rate' | 'growth' | null;
  readonly period: KpiPeriod | null;
  readonly why:
    | 'not_shared'
    | 'custom_metric'
    | 'filtered'
    | 'no_figure'
    | 'not_yet'
    | 'too_few'
    | null;
}
export interface KpiBenchmarks {
  readonly past: {
    readonly through: string;
    readonly value: number | null;
    readonly earlier: readonly {
      readonly basis: 'previous_period' | 'same_period_last_year';
      readonly period: KpiPeriod;
      readonly value: number | null;
    }[];
  } | null;
  /** Best first; empty where there are fewer than two */
  readonly locations: readonly {
    readonly name: string;
    readonly value: number;
    readonly rank: number;
    readonly own: boolean;
  }[];
  readonly peers: KpiPeers;
}
export interface KpiDetail {
  readonly kpi: Kpi;
  readonly path: KpiPath;
  /** Finished periods, newest first */
  readonly history: readonly KpiHistoryEntry[];
  readonly drivers: {
    readonly difference: number | null;
    readonly previous: number | null;
    readonly main: KpiDriver | null;
  };
  readonly benchmarks: KpiBenchmarks;
  readonly time_zone: string;
  readonly currency: string;
  readonly generated_at: string;
}
export interface KpiHistory {
  /** Finished periods, newest first */
  readonly history: readonly KpiHistoryEntry[];
}
export interface KpiTargetSuggestion {
  readonly last_period: number | null;
  readonly last_year: number | null;
  readonly suggested: number | null;
}
export interface KpiProposal {
  readonly metric: string;
  readonly metric_label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  readonly better: 'up_good' | 'down_good';
  /** Length of the periods */
  readonly calendar: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly target:
    | {
        readonly kind: 'value';
        readonly value: number;
      }
    | {
        readonly kind: 'growth';
        readonly growth: number;
      }
    | {
        readonly kind: 'list';
        readonly values: readonly {
          /** A day of the period */
          readonly period: string;
          readonly value: number;
        }[];
      }
    | null;
  readonly basis: 'last_year' | 'last_period' | 'none';
}
export interface KpiSuggestions {
  readonly target: KpiTargetSuggestion | null;
  /** The most telling first */
  readonly proposals: readonly KpiProposal[];
  /** What the proposals were chosen for */
  readonly template: 'shop' | 'restaurants' | 'subscription';
}
export interface KpiPeerSharing {
  readonly shared: boolean;
}
export interface ExperimentArm {
  /** As exposures name it in `variant` */
  readonly key: string;
  readonly name?: string | undefined;
  /** Share of the experiment’s units; all together 1 */
  readonly weight: number;
}
export interface ExperimentRule {
  /** A member of the attributes that the application gives, such as country; `cohorts` holds the cohorts of the unit */
  readonly attribute: string;
  /** equals: any of the values; not_equals: none of them; the others take one number */
  readonly operator: 'equals' | 'not_equals' | 'gt' | 'gte' | 'lt' | 'lte';
  readonly values: readonly (string | number)[];
}
export interface ExperimentMetric {
  /** A metric of the model */
  readonly metric: string;
  /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
  readonly kind: 'mean' | 'share' | 'ratio';
}
export interface EffectInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}
/** Holds however often one looks; change is a share of the control’s, gain a unit */
export interface ExperimentVerdict {
  readonly kind:
    | 'not_started'
    | 'no_exposures'
    | 'broken'
    | 'too_early'
    | 'winner'
    | 'guardrail'
    | 'loser'
    | 'no_difference'
    | 'not_shown'
    | 'undecided';
  readonly arm: string | null;
  readonly change: EffectInterval | null;
  readonly gain: EffectInterval | null;
  readonly chance_to_win: number | null;
  /** Guardrails that are hurt, or checks that failed */
  readonly because: readonly string[];
}
export interface ExperimentDecision {
  /** What everybody gets from now on */
  readonly arm: string;
  readonly reason: string;
  readonly decided_by: string;
  /** When it was decided */
  readonly decided_at: string;
  readonly verdict: ExperimentVerdict | null;
}
/** A controlled experiment, as it stands */
export interface Experiment {
  /** Key of the experiment, as exposures name it in `experiment_id` */
  readonly key: string;
  readonly state: 'draft' | 'running' | 'stopped' | 'decided' | 'archived';
  readonly version: number;
  readonly name: string;
  readonly hypothesis: string;
  /** Whom the application assigns: a customer’s id, or a browser’s anonymous id */
  readonly unit: 'customer' | 'visitor';
  /** The first is the control */
  readonly arms: readonly ExperimentArm[];
  /** Whom it is meant for: all have to be met */
  readonly rules: readonly ExperimentRule[];
  /** Share of those it is meant for who take part */
  readonly traffic: number;
  readonly layer: string | null;
  /** Whether units that are held out of everything stay out */
  readonly holdout: boolean;
  readonly primary: ExperimentMetric;
  readonly secondary: readonly {
    /** A metric of the model */
    readonly metric: string;
    /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
    readonly kind: 'mean' | 'share' | 'ratio';
  }[];
  readonly guardrails: readonly {
    /** A metric of the model */
    readonly metric: string;
    /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
    readonly kind: 'mean' | 'share' | 'ratio';
    /** Relative loss that is still bearable: 0.02 is two per cent */
    readonly margin: number;
  }[];
  /** Days after the first exposure within which deeds count */
  readonly window_days: number;
  /** Relative change that would matter: 0.05 is five per cent */
  readonly minimum_effect: number;
  readonly planned_units: number | null;
  readonly planned_days: number | null;
  readonly changed_by: string;
  /** When it was made */
  readonly created_at: string;
  /** When it was last changed */
  readonly changed_at: string;
  readonly started_at: string | null;
  readonly measured_from: string | null;
  readonly stopped_at: string | null;
  readonly decision: ExperimentDecision | null;
}
/** units and verdict are null where they were not told in time, or a metric is gone: experiments.results says which */
export interface ListedExperiment {
  /** Key of the experiment, as exposures name it in `experiment_id` */
  readonly key: string;
  readonly state: 'draft' | 'running' | 'stopped' | 'decided' | 'archived';
  readonly version: number;
  readonly name: string;
  readonly hypothesis: string;
  /** Whom the application assigns: a customer’s id, or a browser’s anonymous id */
  readonly unit: 'customer' | 'visitor';
  /** The first is the control */
  readonly arms: readonly ExperimentArm[];
  /** Whom it is meant for: all have to be met */
  readonly rules: readonly ExperimentRule[];
  /** Share of those it is meant for who take part */
  readonly traffic: number;
  readonly layer: string | null;
  /** Whether units that are held out of everything stay out */
  readonly holdout: boolean;
  readonly primary: ExperimentMetric;
  readonly secondary: readonly {
    /** A metric of the model */
    readonly metric: string;
    /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
    readonly kind: 'mean' | 'share' | 'ratio';
  }[];
  readonly guardrails: readonly {
    /** A metric of the model */
    readonly metric: string;
    /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
    readonly kind: 'mean' | 'share' | 'ratio';
    /** Relative loss that is still bearable: 0.02 is two per cent */
    readonly margin: number;
  }[];
  /** Days after the first exposure within which deeds count */
  readonly window_days: number;
  /** Relative change that would matter: 0.05 is five per cent */
  readonly minimum_effect: number;
  readonly planned_units: number | null;
  readonly planned_days: number | null;
  readonly changed_by: string;
  /** When it was made */
  readonly created_at: string;
  /** When it was last changed */
  readonly changed_at: string;
  readonly started_at: string | null;
  readonly measured_from: string | null;
  readonly stopped_at: string | null;
  readonly decision: ExperimentDecision | null;
  readonly days: number | null;
  readonly units: number | null;
  readonly verdict: ExperimentVerdict | null;
}
export interface ExperimentList {
  readonly experiments: readonly ListedExperiment[];
}
export interface ExperimentDetail {
  readonly experiment: Experiment;
  /** Newest first */
  readonly versions: readonly {
    readonly version: number;
    readonly state: 'draft' | 'running' | 'stopped' | 'decided' | 'archived';
    readonly name: string;
    readonly changed_by: string;
    readonly changed_at: string;
  }[];
}
export interface Reallocation {
  readonly experiment: Experiment;
  /** Share of units whose arm stays, 0–1 */
  readonly kept: number;
}
export interface HealthFinding {
  readonly check:
    | 'sample_ratio'
    | 'mixed_units'
    | 'unknown_arms'
    | 'exposure_gaps'
    | 'before_exposure'
    | 'enough_units'
    | 'metrics_gone';
  readonly status: 'ok' | 'warn' | 'bad' | 'unknown';
  readonly value: number | null;
  readonly names: readonly string[];
}
/** Against the control. change and once are shares of the control’s; gain is in the metric’s own unit. change and gain hold at every look, once at one look */
export interface ArmComparison {
  readonly change: EffectInterval | null;
  readonly gain: EffectInterval | null;
  readonly once: EffectInterval | null;
  readonly p_value: number | null;
  readonly once_p_value: number | null;
  readonly corrected_p_value: number | null;
  /** Told from nothing, however often one looked */
  readonly significant: boolean;
  readonly chance_to_win: number | null;
  readonly expected_loss: number | null;
  readonly variance_reduction: number | null;
  readonly guardrail: 'safe' | 'hurt' | 'open' | null;
  readonly reason: string | null;
}
export interface MetricResult {
  readonly metric: string;
  readonly label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
  readonly kind: 'mean' | 'share' | 'ratio';
  readonly role: 'primary' | 'secondary' | 'guardrail';
  readonly margin: number | null;
  readonly lower_is_better: boolean;
  /** Whether deeds before the exposure took out noise */
  readonly adjusted: boolean;
  /** The control first */
  readonly arms: readonly {
    readonly arm: string;
    /** Units */
    readonly units: number;
    readonly mean: number | null;
    readonly deviation: number | null;
    readonly chance_best: number | null;
    readonly comparison: ArmComparison | null;
  }[];
}
/** What was known of the primary metric at its end */
export interface ExperimentDay {
  /** Local date */
  readonly day: string;
  /** By arm, so far */
  readonly units: readonly number[];
  readonly means: readonly (number | null)[];
  /** By treatment */
  readonly changes: readonly (EffectInterval | null)[];
}
export interface ExperimentResults {
  /** Key of the experiment, as exposures name it in `experiment_id` */
  readonly key: string;
  readonly state: 'draft' | 'running' | 'stopped' | 'decided' | 'archived';
  readonly currency: string;
  readonly known_to: string | null;
  readonly verdict: ExperimentVerdict;
  readonly health: readonly HealthFinding[];
  /** By arm */
  readonly units: readonly number[];
  /** Shown several arms, and left out */
  readonly mixed_units: number;
  readonly progress: number | null;
  readonly metrics: readonly MetricResult[];
  readonly days: readonly ExperimentDay[];
}
export interface ExperimentSegments {
  /** Key of the experiment, as exposures name it in `experiment_id` */
  readonly key: string;
  /** What units were before they were exposed */
  readonly by: 'returning' | 'device' | 'channel' | 'country' | 'segment';
  readonly metric: string;
  /** Nobody planned for segments: a difference here is a question, no answer */
  readonly exploratory: true;
  /** Most units first; p-values corrected over all segments */
  readonly segments: readonly {
    readonly value: string | null;
    readonly arms: readonly {
      readonly arm: string;
      /** Units */
      readonly units: number;
      readonly mean: number | null;
      readonly deviation: number | null;
      readonly chance_best: number | null;
      readonly comparison: ArmComparison | null;
    }[];
  }[];
}
export interface DesignBasis {
  /** Visitors from here */
  readonly from: string;
  /** Visitors to here */
  readonly to: string;
  /** Units */
  readonly units: number;
  /** New ones, in the last week of those */
  readonly units_per_day: number;
  readonly mean: number;
  readonly deviation: number;
  /** Share of the spread that deeds before explain */
  readonly explained: number;
}
export interface DesignSize {
  /** Units */
  readonly units: number;
  readonly days: number | null;
}
export interface ExperimentDesign {
  readonly basis: DesignBasis | null;
  readonly too_few: 'no_visits' | 'few_units' | 'few_acting' | 'no_spread' | null;
  readonly anytime: DesignSize | null;
  readonly once: DesignSize | null;
  /** The relative change that can be found after so many days, looking any time */
  readonly curve: readonly {
    readonly days: number;
    readonly effect: number | null;
  }[];
}
export interface ExperimentMetrics {
  readonly metrics: readonly {
    readonly metric: string;
    readonly label: string;
    readonly description: string;
    readonly unit: 'currency' | 'count' | 'ratio' | 'number';
    readonly kinds: readonly ('mean' | 'share' | 'ratio')[];
  }[];
}
export interface AssignableExperiment {
  /** Key of the experiment, as exposures name it in `experiment_id` */
  readonly key: string;
  /** Whom the application assigns: a customer’s id, or a browser’s anonymous id */
  readonly unit: 'customer' | 'visitor';
  readonly seed: string;
  readonly layer_seed: string;
  /** Half-open spans of the 10,000 buckets */
  readonly traffic: readonly (readonly number[])[];
  readonly arms: readonly {
    readonly key: string;
    /** Half-open spans of the 10,000 buckets */
    readonly buckets: readonly (readonly number[])[];
  }[];
  /** Whom it is meant for: all have to be met */
  readonly rules: readonly ExperimentRule[];
  readonly holdout: boolean;
}
/** What the SDK assigns by; nothing of it is secret or personal */
export interface RunningExperiments {
  readonly holdout: {
    readonly seed: string;
    readonly buckets: number;
  };
  readonly experiments: readonly AssignableExperiment[];
}
export interface Assignments {
  readonly assignments: readonly {
    readonly unit: string;
    readonly arm: string | null;
    readonly reason: 'assigned' | 'not_running' | 'not_targeted' | 'held_out' | 'not_in_traffic';
  }[];
}
export interface Holdout {
  /** Of all units; they stay out of every experiment that respects it */
  readonly share: number;
}
/** Hours that end before they begin go on past midnight */
export interface AlertHours {
  /** 1 is Monday */
  readonly days: readonly number[];
  /** Local, 09:00 */
  readonly from: string;
  /** Local, 09:00 */
  readonly to: string;
}
/** Why it cannot be judged */
export interface AlertBroken {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
  /** ISO 8601, UTC */
  readonly since: string;
}
export interface Alert {
  readonly id: string;
  readonly name: string;
  /** A metric of the model */
  readonly metric: string;
  readonly filters?: readonly QueryCondition[] | undefined;
  readonly group_by?: string | null | undefined;
  /** How long a time is looked at: rolling minutes, or the calendar’s own */
  readonly window: '5m' | '15m' | '30m' | '60m' | 'hour' | 'day' | 'week' | 'month';
  readonly rule:
    | {
        readonly kind: 'threshold';
        readonly direction: 'above' | 'below';
        readonly level: number;
        readonly resolve?: number | null | undefined;
      }
    | {
        readonly kind: 'change';
        readonly direction: 'up' | 'down';
        /** Per cent, or the metric’s unit */
        readonly as: 'percent' | 'absolute';
        readonly size: number;
        /** The window before; the same a week before; the same a year before (52 weeks, of months the month) */
        readonly against: 'previous' | 'week' | 'year';
        readonly resolve?: number | null | undefined;
      }
    | {
        readonly kind: 'band';
        readonly direction: 'either' | 'above' | 'below';
        readonly sensitivity: 'low' | 'medium' | 'high';
      }
    | {
        readonly kind: 'pace';
        readonly kpi: string;
      }
    | {
        readonly kind: 'no_data';
        readonly minutes: number;
      }
    | {
        readonly kind: 'new_value';
        readonly dimension: string;
      };
  /** Windows in a row that have to break the rule; default 1 */
  readonly for?: number | undefined;
  readonly hours?: AlertHours | null | undefined;
  readonly quiet?: AlertHours | null | undefined;
  /** Default warning */
  readonly severity?: 'info' | 'warning' | 'critical' | undefined;
  /** Who answers for it */
  readonly owner?: string | undefined;
  readonly description?: string | undefined;
  /** Ids of channels of delivery; the inbox always gets it */
  readonly channels?: readonly string[] | undefined;
  readonly escalation?:
    | {
        readonly after_minutes: number;
        /** Ids of channels of delivery; the inbox always gets it */
        readonly channels: readonly string[];
      }
    | null
    | undefined;
  /** Default true */
  readonly enabled?: boolean | undefined;
  readonly state:
    | 'ok'
    | 'pending'
    | 'firing'
    | 'acknowledged'
    | 'resolved'
    | 'silenced'
    | 'broken'
    | 'off';
  /** Where each group stands, those that fire first */
  readonly groups: readonly {
    readonly key: string;
    readonly phase: 'ok' | 'pending' | 'firing';
    readonly value: number | null;
    readonly reference: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly window_at: string | null;
  readonly checked_at: string | null;
  readonly broken: AlertBroken | null;
  readonly silenced_until: string | null;
  /** How often it fired so far */
  readonly firings: number;
  readonly last_fired_at: string | null;
  readonly metric_label: string;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number' | null;
  /** ISO 8601, UTC */
  readonly created_at: string;
  /** ISO 8601, UTC */
  readonly changed_at: string;
}
export interface AlertList {
  readonly alerts: readonly Alert[];
}
export interface AlertGroup {
  /** Value of the group; empty for the whole */
  readonly key: string;
  readonly value: number | null;
  readonly reference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
/** What lies behind it, as far as arithmetic and the calendar tell */
export interface AlertWhy {
  readonly current: number | null;
  readonly previous: number | null;
  readonly compared: {
    readonly from: string;
    readonly to: string;
  };
  /** Groups that moved the metric more than their size lets expect */
  readonly drivers: readonly {
    readonly dimension: string;
    readonly dimension_label: string;
    readonly value: string | null;
    /** Its part of the change, in the metric’s unit */
    readonly contribution: number;
  }[];
  /** Promotions, prices, stock and holidays nearby; no causes */
  readonly context: readonly {
    readonly kind: string;
    readonly name: string;
    readonly at: string | null;
  }[];
  readonly data_through: string | null;
  /** Firings in the 90 days before */
  readonly earlier: number;
}
export interface AlertFiring {
  readonly alert_id: string;
  readonly name: string;
  /** From 1 */
  readonly number: number;
  readonly state: 'firing' | 'acknowledged' | 'resolved';
  readonly severity: 'info' | 'warning' | 'critical';
  /** The window that broke the rule */
  readonly window: {
    readonly at: string;
    /** ISO 8601, UTC */
    readonly from: string;
    /** ISO 8601, UTC */
    readonly to: string;
  };
  /** As they were when they began to fire */
  readonly groups: readonly AlertGroup[];
  readonly why: AlertWhy | null;
  /** The same in sentences, in the tenant’s language */
  readonly lines: readonly string[];
  readonly note: string;
  /** ISO 8601, UTC */
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly acknowledged_at: string | null;
  readonly acknowledged_by: string | null;
  readonly told_at: string | null;
  readonly escalated_at: string | null;
  /** Page that shows what it was about */
  readonly path: string;
}
export interface AlertDetail {
  readonly alert: Alert;
  readonly firing: AlertFiring | null;
}
export interface AlertEpisode {
  /** The window that it would have fired in */
  readonly from: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly to: string | null;
  readonly windows: number;
  readonly groups: readonly AlertGroup[];
}
/** The level that fires about as often as asked */
export interface AlertSuggestion {
  /** Level, or size of the change */
  readonly level: number;
  readonly sensitivity?: string | undefined;
  readonly firings: number;
}
export interface AlertTrial {
  readonly tried: boolean;
  readonly why_not: 'needs_whole_hours' | 'needs_present' | null;
  readonly window: '5m' | '15m' | '30m' | '60m' | 'hour' | 'day' | 'week' | 'month' | null;
  /** Whole hours stood for rolling minutes */
  readonly approximate: boolean;
  readonly from: string | null;
  readonly to: string | null;
  /** Days that were gone over */
  readonly days: number;
  /** How often it would have fired */
  readonly firings: number;
  /** When it would have fired, oldest first */
  readonly episodes: readonly AlertEpisode[];
  /** What was judged: the whole, or the groups that would have fired first */
  readonly series: readonly {
    readonly key: string;
    readonly points: readonly {
      readonly at: string;
      readonly value: number | null;
      readonly reference: number | null;
      readonly low: number | null;
      readonly high: number | null;
    }[];
  }[];
  readonly suggestion: AlertSuggestion | null;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number' | null;
  readonly metric_label: string;
}
/** null where it never fired */
export interface AlertAcknowledged {
  readonly firing: AlertFiring | null;
}
export interface AlertHistory {
  readonly firings: readonly AlertFiring[];
}
export interface AlertTemplate {
  readonly template: string;
  readonly name: string;
  /** A metric of the model */
  readonly metric: string;
  readonly filters?: readonly QueryCondition[] | undefined;
  readonly group_by?: string | null | undefined;
  /** How long a time is looked at: rolling minutes, or the calendar’s own */
  readonly window: '5m' | '15m' | '30m' | '60m' | 'hour' | 'day' | 'week' | 'month';
  readonly rule:
    | {
        readonly kind: 'threshold';
        readonly direction: 'above' | 'below';
        readonly level: number;
        readonly resolve?: number | null | undefined;
      }
    | {
        readonly kind: 'change';
        readonly direction: 'up' | 'down';
        /** Per cent, or the metric’s unit */
        readonly as: 'percent' | 'absolute';
        readonly size: number;
        /** The window before; the same a week before; the same a year before (52 weeks, of months the month) */
        readonly against: 'previous' | 'week' | 'year';
        readonly resolve?: number | null | undefined;
      }
    | {
        readonly kind: 'band';
        readonly direction: 'either' | 'above' | 'below';
        readonly sensitivity: 'low' | 'medium' | 'high';
      }
    | {
        readonly kind: 'pace';
        readonly kpi: string;
      }
    | {
        readonly kind: 'no_data';
        readonly minutes: number;
      }
    | {
        readonly kind: 'new_value';
        readonly dimension: string;
      };
  /** Windows in a row that have to break the rule; default 1 */
  readonly for?: number | undefined;
  readonly hours?: AlertHours | null | undefined;
  readonly quiet?: AlertHours | null | undefined;
  /** Default warning */
  readonly severity?: 'info' | 'warning' | 'critical' | undefined;
  /** Who answers for it */
  readonly owner?: string | undefined;
  readonly description?: string | undefined;
  /** Ids of channels of delivery; the inbox always gets it */
  readonly channels?: readonly string[] | undefined;
  readonly escalation?:
    | {
        readonly after_minutes: number;
        /** Ids of channels of delivery; the inbox always gets it */
        readonly channels: readonly string[];
      }
    | null
    | undefined;
  /** Default true */
  readonly enabled?: boolean | undefined;
}
export interface AlertTemplates {
  readonly templates: readonly AlertTemplate[];
}
/** A measured figure with its 95 % interval, by the bootstrap over customers */
export interface MlFigure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}
export interface MlJudgement {
  /** Customers at cut-offs that it was judged on */
  readonly rows: number;
  readonly cut_offs: readonly string[];
  readonly base_rate: number | null;
  readonly model: Readonly<Record<string, MlFigure>>;
  readonly baseline: Readonly<Record<string, MlFigure>>;
  readonly against_baseline: MlFigure;
  readonly against_running: MlFigure | null;
  readonly reliability: readonly {
    readonly foretold: number;
    readonly observed: number;
    readonly count: number;
  }[];
  readonly importance: readonly {
    readonly feature: string;
    readonly share: number;
  }[];
  readonly expected_total: number | null;
  readonly real_total: number | null;
}
export interface MlModel {
  readonly kind: 'churn' | 'value';
  readonly version: number;
  readonly state: 'candidate' | 'running' | 'retired';
  readonly trained_at: string;
  readonly data: {
    readonly from: string;
    readonly to: string;
    readonly customers: number;
    readonly fingerprint: string;
    readonly seed: number;
  };
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly features: readonly string[];
  readonly judgement: MlJudgement;
  readonly duration_ms: number;
  readonly decided_at: string | null;
  readonly decided_by: string | null;
  /** Why it runs or does not: not_better_than_rule, first_better_than_rule, first_with_intervals, other_features, better_than_running, running_is_old, not_better_than_running; or the words of who decided */
  readonly reason: string;
}
export interface MlReadiness {
  readonly ready: boolean;
  readonly buyers: number;
  readonly buyers_needed: number;
  /** From the first order to the last whole day */
  readonly days: number;
  readonly days_needed: number;
  readonly missing: string | null;
}
export interface MlFeature {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  readonly unit: 'days' | 'count' | 'currency' | 'ratio';
  readonly group: string;
}
export interface MlModels {
  readonly models: readonly MlModel[];
  readonly readiness: MlReadiness;
  readonly features: readonly MlFeature[];
  readonly scored_at: string | null;
}
export interface MlTraining {
  readonly job_id: number;
}
export interface MlForetold {
  /** Expected, on average */
  readonly orders: number;
  /** Expected, in the tenant’s currency */
  readonly value: number;
  /** Four of five outcomes lie between lower and upper */
  readonly lower: number;
  readonly upper: number;
}
export interface MlFactor {
  readonly group: string;
  /** Added to the log odds of leaving: base + all contributions is the score, exactly */
  readonly contribution: number;
  readonly words: string;
}
export interface MlPrediction {
  readonly customer_key: string;
  readonly customer_id: string | null;
  /** False where nobody of that id or key ordered */
  readonly known: boolean;
  readonly churn_risk: number | null;
  readonly risk_band: 'low' | 'medium' | 'high' | null;
  readonly risk_before: number | null;
  readonly next_90_days: MlForetold | null;
  readonly next_365_days: MlForetold | null;
  readonly value_at_risk: number | null;
  readonly days_since_last_order: number | null;
  readonly usual_gap_days: number | null;
  readonly factors: readonly MlFactor[];
  readonly base: number | null;
  readonly score: number | null;
}
export interface MlPredictions {
  readonly horizon_days: number;
  /** Local date; everything up to its end counts */
  readonly as_of: string;
  readonly models: readonly {
    readonly kind: 'churn' | 'value';
    readonly version: number;
  }[];
  readonly predictions: readonly MlPrediction[];
}
export interface MlRiskRow {
  readonly customer_key: string;
  readonly churn_risk: number;
  readonly risk_band: 'low' | 'medium' | 'high';
  readonly risk_before: number | null;
  /** Spent in 90 days at the pace of the last year */
  readonly usual_value: number;
  /** churn_risk × usual_value */
  readonly value_at_risk: number;
  readonly next_90_days: MlForetold | null;
  /** The customer’s rhythm, then what raises the risk most */
  readonly words: readonly string[];
}
export interface MlAtRisk {
  readonly customers: readonly MlRiskRow[];
  readonly total: number;
  readonly value_at_risk: {
    readonly value: number;
    /** Four of five outcomes lie between lower and upper, were the risks exact */
    readonly lower: number;
    readonly upper: number;
  };
  readonly scored_at: string | null;
  readonly currency: string;
}
/** Time, comparison, grain and filters of all tiles */
export interface BoardScope {
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
  readonly compare?: 'previous_period' | 'same_period_last_year' | 'none' | undefined;
  readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'auto' | undefined;
  readonly filters?: readonly QueryCondition[] | undefined;
}
export interface TileQuestion {
  /** Id of an operation that only reads, such as analytics.query */
  readonly operation: string;
  /** The operation’s input without tenant_id */
  readonly input: Readonly<Record<string, unknown>>;
}
/** What a tile takes from the dashboard around it */
export interface TileFollows {
  /** False: the tile keeps its own time */
  readonly time?: boolean | undefined;
  /** False: only its own filters hold */
  readonly filters?: boolean | undefined;
  /** False: a series keeps its own grain */
  readonly grain?: boolean | undefined;
  /** True: it takes the comparison */
  readonly compare?: boolean | undefined;
}
export interface TileView {
  /** How it is drawn */
  readonly kind: string;
  /** Of a text */
  readonly markdown?: string | undefined;
  /** What the kind understands */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}
/** The page that shows the same, and what its address keeps */
export interface TileOpens {
  readonly path: string;
  readonly search: Readonly<Record<string, string | readonly string[]>>;
}
export interface BoardTile {
  readonly id: string;
  readonly title: string;
  /** Column, from 0 */
  readonly x: number;
  /** Row, from 0 */
  readonly y: number;
  /** Columns of 12 */
  readonly w: number;
  /** Rows */
  readonly h: number;
  readonly ask?: TileQuestion | undefined;
  /** What else its drawing needs: the series beside a figure. Never compared. */
  readonly more?: readonly TileQuestion[] | undefined;
  readonly follows?: TileFollows | undefined;
  readonly view: TileView;
  readonly opens?: TileOpens | undefined;
}
/** A dashboard with its tiles */
export interface Board {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Rises with every save */
  readonly version: number;
  readonly changed_by: string;
  readonly created_at: string;
  readonly changed_at: string;
  /** Of whoever asks */
  readonly favourite: boolean;
  readonly scope: BoardScope;
  readonly tiles: readonly BoardTile[];
}
export interface BoardEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Rises with every save */
  readonly version: number;
  readonly changed_by: string;
  readonly created_at: string;
  readonly changed_at: string;
  /** Of whoever asks */
  readonly favourite: boolean;
  readonly tiles: number;
}
export interface BoardList {
  readonly boards: readonly BoardEntry[];
}
export interface BoardVersion {
  readonly version: number;
  readonly name: string;
  readonly tiles: number;
  readonly changed_by: string;
  readonly changed_at: string;
}
export interface BoardVersions {
  readonly versions: readonly BoardVersion[];
}
export interface BoardTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tiles: number;
}
export interface BoardTemplates {
  readonly templates: readonly BoardTemplate[];
}
export interface TileAsk {
  readonly ask: TileQuestion;
  /** What else its drawing needs: the series beside a figure. Never compared. */
  readonly more?: readonly TileQuestion[] | undefined;
  readonly follows?: TileFollows | undefined;
}
export interface TileAnswer {
  /** The questions as they were put */
  readonly asked: readonly TileQuestion[];
  readonly outcomes: readonly (
    | {
        /** What the operation answered */
        readonly answer: unknown;
      }
    | {
        readonly problem: {
          readonly code: string;
          readonly message: string;
          readonly at?: string | undefined;
          readonly remedy?: string | undefined;
          /** Whether asking again may help */
          readonly transient: boolean;
        };
      }
  )[];
}
export interface NewBoardShare {
  readonly id: string;
  readonly name: string;
  readonly open_period: boolean;
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly expired: boolean;
  /** How often it was opened */
  readonly opened: number;
  readonly opened_at: string | null;
  /** Shown this once */
  readonly token: string;
  readonly url: string;
}
/** A link to a dashboard */
export interface BoardShare {
  readonly id: string;
  readonly name: string;
  readonly open_period: boolean;
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly expired: boolean;
  /** How often it was opened */
  readonly opened: number;
  readonly opened_at: string | null;
}
export interface BoardShares {
  readonly shares: readonly BoardShare[];
}
export interface SharedTile {
  readonly id: string;
  readonly title: string;
  /** Column, from 0 */
  readonly x: number;
  /** Row, from 0 */
  readonly y: number;
  /** Columns of 12 */
  readonly w: number;
  /** Rows */
  readonly h: number;
  readonly view: TileView;
}
/** Something that happened on a day, drawn on charts */
export interface Annotation {
  readonly id: string;
  readonly board_id: string | null;
  /** Local date */
  readonly on: string;
  readonly label: string;
  readonly changed_by: string;
  readonly changed_at: string;
}
/** A dashboard without the questions behind it */
export interface SharedBoard {
  readonly name: string;
  readonly description: string;
  readonly shop: {
    readonly name: string;
    readonly time_zone: string;
    readonly currency: string;
    readonly locale: string;
  };
  readonly scope: BoardScope;
  /** Whether another period may be asked for */
  readonly open_period: boolean;
  readonly expires_at: string;
  readonly tiles: readonly SharedTile[];
  /** The dashboard’s own */
  readonly annotations: readonly Annotation[];
  /** Of what its tiles count, whether more is better */
  readonly metrics: readonly {
    readonly name: string;
    readonly polarity: 'up_good' | 'down_good' | 'neutral';
  }[];
}
export interface SharedTileAnswer {
  readonly outcomes: readonly (
    | {
        /** What the operation answered */
        readonly answer: unknown;
      }
    | {
        readonly problem: {
          readonly code: string;
          readonly message: string;
          readonly at?: string | undefined;
          readonly remedy?: string | undefined;
          /** Whether asking again may help */
          readonly transient: boolean;
        };
      }
  )[];
}
export interface NewBoardEmbed {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** What of the business is shown; all of them hold, and visitors cannot change them */
  readonly filters: readonly QueryCondition[];
  readonly open_period: boolean;
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly expired: boolean;
  /** How often it was opened */
  readonly opened: number;
  readonly opened_at: string | null;
  /** Shown this once */
  readonly token: string;
  readonly url: string;
}
/** Leave to show a dashboard in frames of some sites */
export interface BoardEmbed {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** What of the business is shown; all of them hold, and visitors cannot change them */
  readonly filters: readonly QueryCondition[];
  readonly open_period: boolean;
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly expired: boolean;
  /** How often it was opened */
  readonly opened: number;
  readonly opened_at: string | null;
}
export interface BoardEmbeds {
  readonly embeds: readonly BoardEmbed[];
}
export interface AnnotationList {
  readonly annotations: readonly Annotation[];
}
/** What somebody said about a dashboard */
export interface BoardComment {
  readonly id: string;
  readonly text: string;
  /** What whoever wrote it is called */
  readonly author: string;
  /** Whether that is whoever asks */
  readonly own: boolean;
  readonly created_at: string;
  readonly resolved_by: string | null;
  readonly resolved_at: string | null;
}
export interface BoardComments {
  readonly comments: readonly BoardComment[];
}
/** A saved question: a page and what its address keeps */
export interface Exploration {
  readonly id: string;
  readonly name: string;
  readonly opens: TileOpens;
  /** Who saved it */
  readonly owner: string;
  /** Whether that is whoever asks */
  readonly own: boolean;
  /** Of whoever asks */
  readonly favourite: boolean;
  readonly created_at: string;
  readonly changed_at: string;
}
export interface ExplorationList {
  readonly explorations: readonly Exploration[];
}
/** A MetricQuery */
export interface ExportQuery {
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
}
export interface ExportStarted {
  readonly job_id: number;
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
      /** Id of who did it */
      readonly actor?: string | undefined;
      /** Such as `key.created` */
      readonly action?: string | undefined;
      /** Done then or later */
      readonly from?: string | undefined;
      /** Done before */
      readonly to?: string | undefined;
    };
    readonly answer: AuditEntryList;
  };
  /** List by whom and what was done, to narrow the list of changes */
  readonly 'audit.choices': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: AuditChoices;
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
  /** Set up a channel to people outside of Olympus. Of a webhook the answer holds the secret that signs it, this once. Addresses in private networks are refused unless the operator allows them. */
  readonly 'channels.create': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly name: string;
      readonly kind: 'email' | 'slack' | 'teams' | 'webhook';
      /** Messages within ten minutes to one recipient; what is beyond comes as one digest */
      readonly most?: number | undefined;
      /** email: addresses, each of which gets a message of its own */
      readonly recipients?: readonly string[] | undefined;
      readonly smtp?: SmtpServer | null | undefined;
      /** slack, teams, webhook: where messages are posted to; not given back */
      readonly url?: string | undefined;
    };
    readonly answer: NewChannel;
  };
  /** List the channels with how they are doing, the oldest first */
  readonly 'channels.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: Channels;
  };
  /** Change a channel, pause it or let it go on. What is left out stays as it was. An address that is named again after its reader unsubscribed stays unsubscribed. */
  readonly 'channels.change': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the channel */
      readonly id: string;
      readonly name?: string | undefined;
      readonly active?: boolean | undefined;
      /** Messages within ten minutes to one recipient; what is beyond comes as one digest */
      readonly most?: number | undefined;
      /** email: addresses, each of which gets a message of its own */
      readonly recipients?: readonly string[] | undefined;
      readonly smtp?: SmtpServer | null | undefined;
      /** slack, teams, webhook: where messages are posted to; not given back */
      readonly url?: string | undefined;
    };
    readonly answer: Channel;
  };
  /** Send a test message now and tell what became of it. Nothing is kept or tried again. A channel of email writes to each of its addresses. */
  readonly 'channels.test': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the channel */
      readonly id: string;
    };
    readonly answer: ChannelTest;
  };
  /** Show what a message by a kind of channel looks like */
  readonly 'channels.preview': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly kind: 'email' | 'slack' | 'teams' | 'webhook';
      /** Several notices as one message */
      readonly digest?: boolean | undefined;
    };
    readonly answer: MessagePreview;
  };
  /** Read the log of a channel, newest first */
  readonly 'channels.messages': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the channel */
      readonly id: string;
      readonly state?: 'waiting' | 'sent' | 'dead' | undefined;
      /** Older than the message of this id */
      readonly before?: number | undefined;
      /** Default 50 */
      readonly limit?: number | undefined;
    };
    readonly answer: ChannelMessages;
  };
  /** Send messages again that were given up. One, or all of the channel; each is tried for a day again. */
  readonly 'channels.resend': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the channel */
      readonly id: string;
      /** All of them if left out */
      readonly message_id?: number | undefined;
    };
    readonly answer: ResentMessages;
  };
  /** Replace the secret that signs a webhook. For a day both secrets sign, so that nothing is refused meanwhile. */
  readonly 'channels.rotate': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the channel */
      readonly id: string;
    };
    readonly answer: WebhookSecret;
  };
  /** Remove a channel with its log; what waits is not sent */
  readonly 'channels.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the channel */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Read the inbox, newest first. A key reads what is for everybody; what is read is kept for people only. */
  readonly 'inbox.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Only what is unread */
      readonly unread?: boolean | undefined;
      /** How much it matters */
      readonly severity?: 'info' | 'warning' | 'critical' | undefined;
      /** Older than the message of this id */
      readonly before?: number | undefined;
      /** Default 50 */
      readonly limit?: number | undefined;
    };
    readonly answer: Inbox;
  };
  /** Count what is unread */
  readonly 'inbox.unread': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: UnreadNotices;
  };
  /** Mark a message as read, or as unread */
  readonly 'inbox.mark': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly id: number;
      /** Default true */
      readonly read?: boolean | undefined;
    };
    readonly answer: undefined;
  };
  /** Mark everything as read */
  readonly 'inbox.mark_all': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Up to and with this message */
      readonly until?: number | undefined;
    };
    readonly answer: undefined;
  };
  /** Tell how one wants to be told of what happens */
  readonly 'inbox.preferences': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: InboxPreferences;
  };
  /** Choose which messages one is told of by which way. The inbox holds everything, whatever is chosen here. */
  readonly 'inbox.prefer': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** From which severity on it counts as unread */
      readonly bell: 'info' | 'warning' | 'critical' | 'never';
      /** Mail to one’s own address */
      readonly email: 'info' | 'warning' | 'critical' | 'never';
      /** Notifications of the browser, where it is allowed */
      readonly browser: 'info' | 'warning' | 'critical' | 'never';
    };
    readonly answer: InboxPreferences;
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
  /** List dead letters, newest first. Fewer than `limit` where their texts together are longer than 8 MB. */
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
  /** Show the overview of a business. Without a time it covers the last 28 days, or today where nothing happened in those but something did today; `timeframe` and `range` say which. `outlook` is about the next days whatever the time asked for. */
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
      /** Wait for the outlook, which is otherwise told once it is found */
      readonly wait?: boolean | undefined;
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
  /** Take the change of a metric between two spans apart. Contributions of each dimension add up to the change exactly. They are arithmetic and name no cause. */
  readonly 'analytics.explain': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Name of the metric */
      readonly metric: string;
      readonly filters?: readonly QueryCondition[] | undefined;
      /** BCP 47; labels are in its language where the model has it */
      readonly locale?: string | undefined;
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
      readonly compare?:
        | 'previous_period'
        | 'same_period_last_year'
        | {
            readonly from: string;
            readonly to: string;
          }
        | undefined;
      /** By these, in their order; else by all that tell something */
      readonly dimensions?: readonly string[] | undefined;
      /** Look at pairs of dimensions; default true */
      readonly pairs?: boolean | undefined;
      /** Look up what happened nearby; default true */
      readonly context?: boolean | undefined;
      /** Groups to name; default 8 */
      readonly groups?: number | undefined;
    };
    readonly answer: Explanation;
  };
  /** Find what is unusual in a metric. Outliers, shifts of the level and missing data, each with what was expected. By default the last 90 days by day. With a breakdown false discoveries are held down over all series together. */
  readonly 'analytics.anomalies': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Name of the metric */
      readonly metric: string;
      readonly filters?: readonly QueryCondition[] | undefined;
      /** BCP 47; labels are in its language where the model has it */
      readonly locale?: string | undefined;
      readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
      /** A dimension whose largest groups are looked at too, each by itself */
      readonly breakdown?: string | undefined;
      /** How readily something is marked: low, medium, high – one false alarm in 10,000, 1,000, 100 buckets of a quiet series – or that rate */
      readonly sensitivity?: 'low' | 'medium' | 'high' | number | undefined;
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
    };
    readonly answer: Anomalies;
  };
  /** Show what a detector would have marked. Every bucket is judged with nothing known but what came before it, as if it had been watched. */
  readonly 'analytics.anomalies_backtest': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Name of the metric */
      readonly metric: string;
      readonly filters?: readonly QueryCondition[] | undefined;
      /** BCP 47; labels are in its language where the model has it */
      readonly locale?: string | undefined;
      readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
      /** A dimension whose largest groups are looked at too, each by itself */
      readonly breakdown?: string | undefined;
      /** How readily something is marked: low, medium, high – one false alarm in 10,000, 1,000, 100 buckets of a quiet series – or that rate */
      readonly sensitivity?: 'low' | 'medium' | 'high' | number | undefined;
      /** Buckets to go back; default 90 */
      readonly last?: number | undefined;
    };
    readonly answer: AnomaliesBacktest;
  };
  /** Say that an anomaly was expected, or real. One labelled expected is not marked again, nor is a later one of its kind and direction on the same day of the week that is not a tenth further out. One labelled real stays marked whatever the sensitivity. Without a verdict the label is taken back. */
  readonly 'analytics.label_anomaly': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly metric: string;
      readonly grain: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
      readonly filters?: readonly QueryCondition[] | undefined;
      readonly breakdown?: string | undefined;
      readonly series: string | null;
      readonly time: string;
      readonly kind: 'outlier' | 'level_shift' | 'missing_data';
      readonly direction: 'above' | 'below';
      readonly deviations: number;
      readonly verdict: 'expected' | 'real' | null;
    };
    readonly answer: undefined;
  };
  /** List saved detectors of anomalies */
  readonly 'detectors.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: AnomalyDetectorList;
  };
  /** Save a detector of anomalies. With the id of a saved one it takes its place. */
  readonly 'detectors.save': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly id?: string | undefined;
      readonly name: string;
      readonly metric: string;
      readonly grain?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
      readonly filters?: readonly QueryCondition[] | undefined;
      /** A dimension whose largest groups are looked at too, each by itself */
      readonly breakdown?: string | undefined;
      /** How readily something is marked: low, medium, high – one false alarm in 10,000, 1,000, 100 buckets of a quiet series – or that rate */
      readonly sensitivity?: 'low' | 'medium' | 'high' | number | undefined;
    };
    readonly answer: AnomalyDetector;
  };
  /** Remove a saved detector */
  readonly 'detectors.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** List the holidays that a business knows. Public holidays of the whole country, feasts that are kept without one, and days of sales; those of regions are not known. What is unusual on one of them is named after it. */
  readonly 'holidays.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** The present one by default */
      readonly year?: number | undefined;
      /** BCP 47; names are in English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: Holidays;
  };
  /** Choose the country whose holidays count */
  readonly 'holidays.choose': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly country: string | null;
    };
    readonly answer: undefined;
  };
  /** Tell what is worth knowing this morning. Unusual days, new levels, trends, records, shifts of the mix, concentrations, new and vanished groups, thin stock: by money at stake and certainty, without repeats, false findings held at 5 %. Five are the morning’s brief. */
  readonly 'analytics.insights': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Default 5 */
      readonly limit?: number | undefined;
      /** BCP 47; sentences are in English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: Insights;
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
  /** List customers with what they bought. Customers with at least one order, by pseudonymous key. Amounts and orders are of the period where `time` gives one; days, scores and segments are always of all time up to `as_of`. */
  readonly 'customers.list': { readonly input: CustomersRequest; readonly answer: CustomerPage };
  /** Download customers as a CSV file. At most 100000 customers, in the order asked for, under their pseudonymous keys. With `personal` their ids, names and addresses are beside them, for those with people:read_personal. Each download is in the audit trail. */
  readonly 'customers.export': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** A pseudonymous key or its beginning, a customer’s id as the business knows it, or a part of city, country or segment */
      readonly search?: string | undefined;
      readonly filters?: readonly QueryCondition[] | undefined;
      readonly where?: readonly CustomerCondition[] | undefined;
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
      /** Local date up to whose end facts count; today without one */
      readonly as_of?: string | undefined;
      readonly order?:
        | readonly {
            readonly by: string;
            readonly direction?: 'asc' | 'desc' | undefined;
          }[]
        | undefined;
      /** Columns to show; a few that say most without */
      readonly columns?: readonly string[] | undefined;
      /** With what is personal */
      readonly personal?: boolean | undefined;
      readonly limit?: number | undefined;
      /** BCP 47; labels and descriptions are English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: Blob;
  };
  /** Tell customers apart by recency, frequency and money. The grid of scores, the trade’s segments and segments by spend, as they were on a day: from nothing but what had happened by then. */
  readonly 'customers.rfm': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Local date up to whose end facts count; today without one */
      readonly as_of?: string | undefined;
      /** BCP 47; labels and descriptions are English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: CustomerSegments;
  };
  /** Follow how many customers each segment held, month by month */
  readonly 'customers.history': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** rfm: the trade’s segments; spend: those by what was spent and when */
      readonly by?: 'rfm' | 'spend' | undefined;
      readonly months?: number | undefined;
      /** BCP 47; labels and descriptions are English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: SegmentHistory;
  };
  /** Tell who moved from which segment to which between two days */
  readonly 'customers.movement': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** rfm: the trade’s segments; spend: those by what was spent and when */
      readonly by?: 'rfm' | 'spend' | undefined;
      /** Local date, its end counts */
      readonly from: string;
      /** Local date, its end counts */
      readonly to: string;
      /** BCP 47; labels and descriptions are English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: SegmentMovement;
  };
  /** Show one customer: what they bought, how often, and where they stand */
  readonly 'customers.profile': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Pseudonymous key of the customer */
      readonly customer_key: string;
      /** BCP 47; labels and descriptions are English or German */
      readonly locale?: string | undefined;
    };
    readonly answer: CustomerProfile;
  };
  /** Follow one customer, newest first */
  readonly 'customers.timeline': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Pseudonymous key of the customer */
      readonly customer_key: string;
      /** Some of order, refund, cancellation, payment, visit, feedback, conversation, separated by commas; all without */
      readonly kinds?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
    };
    readonly answer: CustomerTimeline;
  };
  /** Show what is personal of one customer. Id, name, address and the like, opened with the person’s own key. Each call is in the audit trail. */
  readonly 'customers.personal': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Pseudonymous key of the customer */
      readonly customer_key: string;
    };
    readonly answer: CustomerPersonal;
  };
  /** Tell who came back, by when they began. Customers are put into cohorts by the whole period of the tenant’s calendar that their start lies in; each later period tells how many did the return act, or what they spent. Periods that are not over are marked, those that have not begun are absent. */
  readonly 'retention.run': { readonly input: RetentionQuestion; readonly answer: RetentionAnswer };
  /** Tell new, returning, resurrecting and dormant people apart. By whole periods of the tenant’s calendar. Dormant people of a period that is not over may still come. */
  readonly 'lifecycle.run': { readonly input: LifecycleQuestion; readonly answer: LifecycleAnswer };
  /** Tell in how many days of a period people were there. By whole periods of the tenant’s calendar. */
  readonly 'stickiness.run': {
    readonly input: StickinessQuestion;
    readonly answer: StickinessAnswer;
  };
  /** Tell when customers order again. Intervals end with an order of the range. Rates of second orders count only customers whose first order, in the range, is old enough to have had the time. */
  readonly 'repeat_purchases.run': {
    readonly input: RepeatPurchasesQuestion;
    readonly answer: RepeatPurchasesAnswer;
  };
  /** Tell what is bought together. Pairs of items of one order or of one customer. Rare items are left out first; baskets of more than 200 kinds of items are not paired, and where there are still too many pairs a share of the baskets is looked at: the answer says both. Intervals are those of the logarithm of the lift. */
  readonly 'baskets.run': { readonly input: BasketsQuestion; readonly answer: BasketsAnswer };
  /** Save a cohort of customers. By what customers did, what is known of them, or as a list. Any question can then be filtered by `customer.cohort`. */
  readonly 'cohorts.save': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the cohort: small letters, digits, - and _ */
      readonly cohort_id: string;
      readonly name: string;
      readonly description?: string | undefined;
      readonly definition: CohortByList | CohortByRules;
      /** Of a list: your ids of its customers; only their pseudonyms are kept */
      readonly customers?: readonly string[] | undefined;
    };
    readonly answer: Cohort;
  };
  /** List the saved cohorts */
  readonly 'cohorts.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: CohortList;
  };
  /** Show a saved cohort */
  readonly 'cohorts.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the cohort: small letters, digits, - and _ */
      readonly cohort_id: string;
    };
    readonly answer: Cohort;
  };
  /** Count the members of a cohort and list their pseudonymous keys */
  readonly 'cohorts.members': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the cohort: small letters, digits, - and _ */
      readonly cohort_id: string;
      /** Last key of the page before */
      readonly after?: string | undefined;
      /** 100 by default */
      readonly limit?: number | undefined;
    };
    readonly answer: CohortMembers;
  };
  /** Count for how many customers a definition holds */
  readonly 'cohorts.preview': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly definition: CohortByList | CohortByRules;
      /** Of a list: your ids of its customers; only their pseudonyms are kept */
      readonly customers?: readonly string[] | undefined;
    };
    readonly answer: CohortSize;
  };
  /** Remove a saved cohort */
  readonly 'cohorts.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the cohort: small letters, digits, - and _ */
      readonly cohort_id: string;
    };
    readonly answer: undefined;
  };
  /** Show where people leave on their way from one act to another. Chains begin in the range (the last 28 days by default) and may end a window later. A person counts once, at every step that any of their chains completes. Acts of one instant are taken in the order in which the funnel first names them, then by their ids; exclusions after steps. Two steps that name the same act take two of them. */
  readonly 'funnels.run': { readonly input: FunnelQuery; readonly answer: FunnelAnswer };
  /** List who got to a step of a funnel, or left before it. Keys are pseudonymous. Who began last comes first. */
  readonly 'funnels.people': { readonly input: FunnelPeopleQuery; readonly answer: FunnelPeople };
  /** List what people do, and how often lately */
  readonly 'funnels.acts': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; labels are in its language where there are words */
      readonly locale?: string | undefined;
    };
    readonly answer: ActList;
  };
  /** Show what goes along with converting. Compares how many convert among those with a property, or who did something else on the way, with all others of whom the property is known. It says what goes along with converting, not what causes it: who is about to buy does more of everything, and who converts quickly had less time to do other things. People are compared, also where the funnel is by visit. */
  readonly 'funnels.correlations': {
    readonly input: FunnelCorrelationQuery;
    readonly answer: FunnelCorrelations;
  };
  /** Show where visits go after an act, or come from before it. A visit is what a person did without a pause of 30 minutes, orders included. Each counts once; the same twice in a row counts as one step. The last 28 days by default. */
  readonly 'paths.run': { readonly input: PathQuery; readonly answer: PathAnswer };
  /** Explore metrics by groups and time. Groups are ranked and the first are named; all others are one row, computed on its own, so that named groups and others make up the whole where values add up. */
  readonly 'analytics.trends': { readonly input: TrendsQuestion; readonly answer: Trends };
  /** List what is behind a number. Orders, customers, visits, payments or reviews, whose parts make up the number; what adds nothing to it is left out. A cell of a table is its filters and the span of its bucket. */
  readonly 'analytics.drill': { readonly input: DrillQuestion; readonly answer: Drill };
  /** Show how a metric is spread over orders or customers */
  readonly 'analytics.distribution': {
    readonly input: DistributionQuestion;
    readonly answer: Distribution;
  };
  /** Define a KPI with a target, or change one. Without an id it makes a new one. What finished periods came to was recorded and stays as it is. */
  readonly 'kpis.save': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the KPI */
      readonly id?: string | undefined;
      readonly name: string;
      /** A metric of the tenant’s model */
      readonly metric: string;
      /** Length of its periods */
      readonly calendar: 'day' | 'week' | 'month' | 'quarter' | 'year';
      /** Conditions that its figures keep to */
      readonly filters?: readonly QueryCondition[] | undefined;
      readonly direction?: 'up_good' | 'down_good' | null | undefined;
      readonly target?:
        | {
            readonly kind: 'value';
            readonly value: number;
          }
        | {
            readonly kind: 'growth';
            readonly growth: number;
          }
        | {
            readonly kind: 'list';
            readonly values: readonly {
              /** A day of the period */
              readonly period: string;
              readonly value: number;
            }[];
          }
        | null
        | undefined;
      /** Who answers for it */
      readonly owner?: string | undefined;
      readonly description?: string | undefined;
      /** BCP 47; labels of metrics and dimensions are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: Kpi;
  };
  /** List KPIs and how each stands now */
  readonly 'kpis.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; labels of metrics and dimensions are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: KpiList;
  };
  /** Show a KPI with its path to the target, history, drivers and benchmarks */
  readonly 'kpis.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the KPI */
      readonly id: string;
      /** BCP 47; labels of metrics and dimensions are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: KpiDetail;
  };
  /** List finished periods as they were known then and as they are today */
  readonly 'kpis.history': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the KPI */
      readonly id: string;
      /** Default 60 */
      readonly limit?: number | undefined;
    };
    readonly answer: KpiHistory;
  };
  /** Suggest a target for a metric, and KPIs that suit the business. With `metric` and `calendar`, a target; `template` names what kind of business it is. A tenant has at most 100 KPIs. */
  readonly 'kpis.suggest': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly metric?: string | undefined;
      /** Length of the periods */
      readonly calendar?: 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined;
      readonly template?: 'shop' | 'restaurants' | 'subscription' | undefined;
      /** BCP 47; labels of metrics and dimensions are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: KpiSuggestions;
  };
  /** Take part in the comparison with other businesses of this server, or leave it. Off until somebody turns it on. What is kept for it are rounded rates and growth, never amounts; leaving removes them. Nobody sees more than the quarter of the group they are in, of groups of five or more. */
  readonly 'kpis.set_peers': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly shared: boolean;
    };
    readonly answer: KpiPeerSharing;
  };
  /** Remove a KPI and its history */
  readonly 'kpis.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the KPI */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Plan an experiment. It is a draft that nobody is assigned by, until it is started. */
  readonly 'experiments.create': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
      readonly name: string;
      readonly hypothesis?: string | undefined;
      /** Whom the application assigns: a customer’s id, or a browser’s anonymous id */
      readonly unit?: 'customer' | 'visitor' | undefined;
      /** The first is the control */
      readonly arms?: readonly ExperimentArm[] | undefined;
      /** Whom it is meant for: all have to be met */
      readonly rules?: readonly ExperimentRule[] | undefined;
      /** Share of those it is meant for who take part */
      readonly traffic?: number | undefined;
      readonly layer?: string | null | undefined;
      /** Whether units that are held out of everything stay out */
      readonly holdout?: boolean | undefined;
      readonly primary: ExperimentMetric;
      readonly secondary?:
        | readonly {
            /** A metric of the model */
            readonly metric: string;
            /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
            readonly kind: 'mean' | 'share' | 'ratio';
          }[]
        | undefined;
      readonly guardrails?:
        | readonly {
            /** A metric of the model */
            readonly metric: string;
            /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
            readonly kind: 'mean' | 'share' | 'ratio';
            /** Relative loss that is still bearable: 0.02 is two per cent */
            readonly margin: number;
          }[]
        | undefined;
      /** Days after the first exposure within which deeds count */
      readonly window_days?: number | undefined;
      /** Relative change that would matter: 0.05 is five per cent */
      readonly minimum_effect?: number | undefined;
      readonly planned_units?: number | null | undefined;
      readonly planned_days?: number | null | undefined;
    };
    readonly answer: Experiment;
  };
  /** List experiments, newest change first, with what is known of each */
  readonly 'experiments.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly state?: 'draft' | 'running' | 'stopped' | 'decided' | 'archived' | undefined;
      /** In names, keys, hypotheses and decisions */
      readonly search?: string | undefined;
    };
    readonly answer: ExperimentList;
  };
  /** Show an experiment with its versions */
  readonly 'experiments.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
    };
    readonly answer: ExperimentDetail;
  };
  /** Change a draft. What is left out gets its default. What runs or ran stays as it was planned. */
  readonly 'experiments.save': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
      readonly name: string;
      readonly hypothesis?: string | undefined;
      /** Whom the application assigns: a customer’s id, or a browser’s anonymous id */
      readonly unit?: 'customer' | 'visitor' | undefined;
      /** The first is the control */
      readonly arms?: readonly ExperimentArm[] | undefined;
      /** Whom it is meant for: all have to be met */
      readonly rules?: readonly ExperimentRule[] | undefined;
      /** Share of those it is meant for who take part */
      readonly traffic?: number | undefined;
      readonly layer?: string | null | undefined;
      /** Whether units that are held out of everything stay out */
      readonly holdout?: boolean | undefined;
      readonly primary: ExperimentMetric;
      readonly secondary?:
        | readonly {
            /** A metric of the model */
            readonly metric: string;
            /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
            readonly kind: 'mean' | 'share' | 'ratio';
          }[]
        | undefined;
      readonly guardrails?:
        | readonly {
            /** A metric of the model */
            readonly metric: string;
            /** mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another */
            readonly kind: 'mean' | 'share' | 'ratio';
            /** Relative loss that is still bearable: 0.02 is two per cent */
            readonly margin: number;
          }[]
        | undefined;
      /** Days after the first exposure within which deeds count */
      readonly window_days?: number | undefined;
      /** Relative change that would matter: 0.05 is five per cent */
      readonly minimum_effect?: number | undefined;
      readonly planned_units?: number | null | undefined;
      readonly planned_days?: number | null | undefined;
    };
    readonly answer: Experiment;
  };
  /** Start an experiment: from now on units are assigned */
  readonly 'experiments.start': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
    };
    readonly answer: Experiment;
  };
  /** Change how many units take part, or the arms’ weights, while it runs. Units keep their arm as far as the new weights allow; `kept` says for how many that is. A change of weights begins the measurement anew, because earlier units were split otherwise; a change of traffic does not. */
  readonly 'experiments.reallocate': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
      /** Share of those it is meant for who take part */
      readonly traffic?: number | undefined;
      /** By arm, in their order */
      readonly weights?: readonly number[] | undefined;
    };
    readonly answer: Reallocation;
  };
  /** Stop an experiment: nobody is assigned any more. Deeds within the window after an exposure still count. */
  readonly 'experiments.stop': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
    };
    readonly answer: Experiment;
  };
  /** Write down what was decided, with what was known */
  readonly 'experiments.decide': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
      /** What everybody gets from now on */
      readonly arm: string;
      readonly reason: string;
    };
    readonly answer: Experiment;
  };
  /** Put a decided experiment, or a draft, into the archive */
  readonly 'experiments.archive': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
    };
    readonly answer: Experiment;
  };
  /** Remove a draft. What ran is kept, so that its key is not used again for other arms. */
  readonly 'experiments.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
    };
    readonly answer: undefined;
  };
  /** Tell what an experiment has shown so far. Units count from their first exposure; those that were shown several arms are in none. The verdict holds at every look: nobody has to wait for an end that was set before. */
  readonly 'experiments.results': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
      /** BCP 47; labels of metrics are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: ExperimentResults;
  };
  /** Tell the primary metric by what units were before they were exposed */
  readonly 'experiments.segments': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Key of the experiment, as exposures name it in `experiment_id` */
      readonly key: string;
      /** What units were before they were exposed */
      readonly by: 'returning' | 'device' | 'channel' | 'country' | 'segment';
    };
    readonly answer: ExperimentSegments;
  };
  /** Tell how large an experiment has to be, from the last weeks’ visitors. Power 80 %, false positives 5 % over all treatments. `too_few` says what is missing where nothing can be told. */
  readonly 'experiments.design': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly primary: ExperimentMetric;
      readonly arms?: number | undefined;
      /** Share of those it is meant for who take part */
      readonly traffic?: number | undefined;
      /** Days after the first exposure within which deeds count */
      readonly window_days?: number | undefined;
      /** Relative change that would matter: 0.05 is five per cent */
      readonly minimum_effect?: number | undefined;
    };
    readonly answer: ExperimentDesign;
  };
  /** List metrics that experiments can be judged by */
  readonly 'experiments.metrics': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; labels of metrics are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: ExperimentMetrics;
  };
  /** Give what running experiments are assigned by. For the SDK, which then assigns without asking: bucket = ⌊murmur3(`seed:unit`) × 10,000 ÷ 2³²⌋, with MurmurHash3 for x86, 32 bits, seed 0, over UTF-8. */
  readonly 'experiments.running': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: RunningExperiments;
  };
  /** Assign units to the arms of a running experiment. The same as the SDK gives, for programs without it. */
  readonly 'experiments.assign': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly experiment: string;
      readonly units: readonly {
        readonly unit: string;
        readonly attributes?:
          | Readonly<Record<string, string | number | boolean | readonly string[]>>
          | undefined;
      }[];
    };
    readonly answer: Assignments;
  };
  /** Show the share of units that is held out of all experiments */
  readonly 'experiments.holdout': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: Holdout;
  };
  /** Hold a share of units out of all experiments */
  readonly 'experiments.hold_out': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Of all units; they stay out of every experiment that respects it */
      readonly share: number;
    };
    readonly answer: Holdout;
  };
  /** Set up an alert. A tenant has at most 200. Try it on the past first with alerts.try. */
  readonly 'alerts.create': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly name: string;
      /** A metric of the model */
      readonly metric: string;
      readonly filters?: readonly QueryCondition[] | undefined;
      readonly group_by?: string | null | undefined;
      /** How long a time is looked at: rolling minutes, or the calendar’s own */
      readonly window: '5m' | '15m' | '30m' | '60m' | 'hour' | 'day' | 'week' | 'month';
      readonly rule:
        | {
            readonly kind: 'threshold';
            readonly direction: 'above' | 'below';
            readonly level: number;
            readonly resolve?: number | null | undefined;
          }
        | {
            readonly kind: 'change';
            readonly direction: 'up' | 'down';
            /** Per cent, or the metric’s unit */
            readonly as: 'percent' | 'absolute';
            readonly size: number;
            /** The window before; the same a week before; the same a year before (52 weeks, of months the month) */
            readonly against: 'previous' | 'week' | 'year';
            readonly resolve?: number | null | undefined;
          }
        | {
            readonly kind: 'band';
            readonly direction: 'either' | 'above' | 'below';
            readonly sensitivity: 'low' | 'medium' | 'high';
          }
        | {
            readonly kind: 'pace';
            readonly kpi: string;
          }
        | {
            readonly kind: 'no_data';
            readonly minutes: number;
          }
        | {
            readonly kind: 'new_value';
            readonly dimension: string;
          };
      /** Windows in a row that have to break the rule; default 1 */
      readonly for?: number | undefined;
      readonly hours?: AlertHours | null | undefined;
      readonly quiet?: AlertHours | null | undefined;
      /** Default warning */
      readonly severity?: 'info' | 'warning' | 'critical' | undefined;
      /** Who answers for it */
      readonly owner?: string | undefined;
      readonly description?: string | undefined;
      /** Ids of channels of delivery; the inbox always gets it */
      readonly channels?: readonly string[] | undefined;
      readonly escalation?:
        | {
            readonly after_minutes: number;
            /** Ids of channels of delivery; the inbox always gets it */
            readonly channels: readonly string[];
          }
        | null
        | undefined;
      /** Default true */
      readonly enabled?: boolean | undefined;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: Alert;
  };
  /** List alerts and how each stands */
  readonly 'alerts.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: AlertList;
  };
  /** Show an alert with the firing under way */
  readonly 'alerts.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the alert */
      readonly id: string;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: AlertDetail;
  };
  /** Change an alert. The whole definition is given. Another condition begins anew; a firing under way ends. */
  readonly 'alerts.change': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the alert */
      readonly id: string;
      readonly name: string;
      /** A metric of the model */
      readonly metric: string;
      readonly filters?: readonly QueryCondition[] | undefined;
      readonly group_by?: string | null | undefined;
      /** How long a time is looked at: rolling minutes, or the calendar’s own */
      readonly window: '5m' | '15m' | '30m' | '60m' | 'hour' | 'day' | 'week' | 'month';
      readonly rule:
        | {
            readonly kind: 'threshold';
            readonly direction: 'above' | 'below';
            readonly level: number;
            readonly resolve?: number | null | undefined;
          }
        | {
            readonly kind: 'change';
            readonly direction: 'up' | 'down';
            /** Per cent, or the metric’s unit */
            readonly as: 'percent' | 'absolute';
            readonly size: number;
            /** The window before; the same a week before; the same a year before (52 weeks, of months the month) */
            readonly against: 'previous' | 'week' | 'year';
            readonly resolve?: number | null | undefined;
          }
        | {
            readonly kind: 'band';
            readonly direction: 'either' | 'above' | 'below';
            readonly sensitivity: 'low' | 'medium' | 'high';
          }
        | {
            readonly kind: 'pace';
            readonly kpi: string;
          }
        | {
            readonly kind: 'no_data';
            readonly minutes: number;
          }
        | {
            readonly kind: 'new_value';
            readonly dimension: string;
          };
      /** Windows in a row that have to break the rule; default 1 */
      readonly for?: number | undefined;
      readonly hours?: AlertHours | null | undefined;
      readonly quiet?: AlertHours | null | undefined;
      /** Default warning */
      readonly severity?: 'info' | 'warning' | 'critical' | undefined;
      /** Who answers for it */
      readonly owner?: string | undefined;
      readonly description?: string | undefined;
      /** Ids of channels of delivery; the inbox always gets it */
      readonly channels?: readonly string[] | undefined;
      readonly escalation?:
        | {
            readonly after_minutes: number;
            /** Ids of channels of delivery; the inbox always gets it */
            readonly channels: readonly string[];
          }
        | null
        | undefined;
      /** Default true */
      readonly enabled?: boolean | undefined;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: Alert;
  };
  /** Tell when an alert would have fired, before it is saved. The last 90 days by day, 21 days by hour, a year by week, two years by month; the same reading and the same rules as when it is live. */
  readonly 'alerts.try': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** A metric of the model */
      readonly metric: string;
      readonly filters?: readonly QueryCondition[] | undefined;
      readonly group_by?: string | null | undefined;
      /** How long a time is looked at: rolling minutes, or the calendar’s own */
      readonly window: '5m' | '15m' | '30m' | '60m' | 'hour' | 'day' | 'week' | 'month';
      readonly rule:
        | {
            readonly kind: 'threshold';
            readonly direction: 'above' | 'below';
            readonly level: number;
            readonly resolve?: number | null | undefined;
          }
        | {
            readonly kind: 'change';
            readonly direction: 'up' | 'down';
            /** Per cent, or the metric’s unit */
            readonly as: 'percent' | 'absolute';
            readonly size: number;
            /** The window before; the same a week before; the same a year before (52 weeks, of months the month) */
            readonly against: 'previous' | 'week' | 'year';
            readonly resolve?: number | null | undefined;
          }
        | {
            readonly kind: 'band';
            readonly direction: 'either' | 'above' | 'below';
            readonly sensitivity: 'low' | 'medium' | 'high';
          }
        | {
            readonly kind: 'pace';
            readonly kpi: string;
          }
        | {
            readonly kind: 'no_data';
            readonly minutes: number;
          }
        | {
            readonly kind: 'new_value';
            readonly dimension: string;
          };
      /** Windows in a row that have to break the rule; default 1 */
      readonly for?: number | undefined;
      readonly hours?: AlertHours | null | undefined;
      /** Firings that the suggested level aims at; default 3 */
      readonly aim?: number | undefined;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: AlertTrial;
  };
  /** Tell nobody of an alert for some time, or again */
  readonly 'alerts.silence': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the alert */
      readonly id: string;
      readonly minutes: number | null;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: Alert;
  };
  /** Say that somebody looks after a firing, or add a note to it */
  readonly 'alerts.acknowledge': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the alert */
      readonly id: string;
      /** Default: the newest firing */
      readonly number?: number | undefined;
      readonly note?: string | undefined;
    };
    readonly answer: AlertAcknowledged;
  };
  /** List when alerts fired, newest first, and why */
  readonly 'alerts.history': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Of one alert only */
      readonly id?: string | undefined;
      /** Default 100 */
      readonly limit?: number | undefined;
    };
    readonly answer: AlertHistory;
  };
  /** List alerts that suit the business, to start from */
  readonly 'alerts.templates': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; labels are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: AlertTemplates;
  };
  /** Remove an alert and its history */
  readonly 'alerts.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the alert */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** List models with what runs, how it was judged, and whether there is enough data */
  readonly 'ml.models': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47; words are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: MlModels;
  };
  /** Show one version of a model */
  readonly 'ml.model': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly kind: 'churn' | 'value';
      readonly version: number;
    };
    readonly answer: MlModel;
  };
  /** Train models of customers as a job; what is better runs from then on. Judged on cut-offs after everything that was learned from, beside the simple rule. A model runs when it is better than the rule and than what runs, beyond noise. Customers are scored at the end. */
  readonly 'ml.train': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: MlTraining;
  };
  /** Run a version of a model by hand, with a reason */
  readonly 'ml.promote': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly kind: 'churn' | 'value';
      readonly version: number;
      readonly reason: string;
    };
    readonly answer: MlModel;
  };
  /** Run the version again that ran before */
  readonly 'ml.rollback': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly kind: 'churn' | 'value';
      readonly reason: string;
    };
    readonly answer: MlModel;
  };
  /** Foretell risk and value of one customer or many, as of now. By the business’s ids or by pseudonymous keys, up to 1,000. Factors are given for up to 20 customers. Before a model runs, `models` is empty and nothing is foretold. */
  readonly 'ml.predict': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly customer_ids?: readonly string[] | undefined;
      readonly customer_keys?: readonly string[] | undefined;
      /** BCP 47; words are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: MlPredictions;
  };
  /** List customers by the value that is at risk with them, as last scored */
  readonly 'ml.at_risk': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Bands, such as high,medium; all without */
      readonly bands?: string | undefined;
      /** Only where the risk rose by 0.1 or more within 28 days */
      readonly rising?: boolean | undefined;
      readonly limit?: number | undefined;
      readonly offset?: number | undefined;
      /** BCP 47; words are in its language where it is known */
      readonly locale?: string | undefined;
    };
    readonly answer: MlAtRisk;
  };
  /** Download customers at risk as a CSV file, by pseudonymous key */
  readonly 'ml.export_at_risk': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Bands, such as high,medium; all without */
      readonly bands?: string | undefined;
      /** Only where the risk rose by 0.1 or more within 28 days */
      readonly rising?: boolean | undefined;
    };
    readonly answer: Blob;
  };
  /** Make a dashboard, empty, with tiles, or from a template */
  readonly 'boards.create': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly name: string;
      readonly description?: string | undefined;
      readonly scope?: BoardScope | undefined;
      readonly tiles?: readonly BoardTile[] | undefined;
      /** A template, whose tiles it begins with */
      readonly template?: string | undefined;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: Board;
  };
  /** List dashboards by name */
  readonly 'boards.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: BoardList;
  };
  /** Read a dashboard */
  readonly 'boards.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
    };
    readonly answer: Board;
  };
  /** Save a dashboard as a new version. `version` is the one that was changed. Where somebody else saved meanwhile the answer is 409 `board_changed`, and nothing is lost. */
  readonly 'boards.save': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      readonly version: number;
      readonly name: string;
      readonly description: string;
      readonly scope: BoardScope;
      readonly tiles: readonly BoardTile[];
    };
    readonly answer: Board;
  };
  /** Keep a dashboard among one’s favourites, or no longer */
  readonly 'boards.favour': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      readonly favourite: boolean;
    };
    readonly answer: undefined;
  };
  /** List the versions of a dashboard, newest first */
  readonly 'boards.versions': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
    };
    readonly answer: BoardVersions;
  };
  /** Bring back an earlier version of a dashboard, as its newest */
  readonly 'boards.restore': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      readonly version: number;
    };
    readonly answer: Board;
  };
  /** Copy a dashboard */
  readonly 'boards.duplicate': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      readonly name: string;
    };
    readonly answer: Board;
  };
  /** List what dashboards can begin with */
  readonly 'boards.templates': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: BoardTemplates;
  };
  /** Ask what a tile asks, within the scope of its dashboard. The tile need not be saved. A fault of one question is a value of the answer, so that the others still come. */
  readonly 'boards.ask': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly tile: TileAsk;
      readonly scope: BoardScope;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: TileAnswer;
  };
  /** Remove a dashboard with its versions and links */
  readonly 'boards.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Make a link that shows a dashboard to people without an account. The link shows what the dashboard’s tiles ask and nothing else. It ends by itself, and at once when it is taken back. */
  readonly 'boards.share': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** For whom it is */
      readonly name: string;
      /** It holds */
      readonly days: number;
      /** Visitors may choose another period; not by default */
      readonly open_period?: boolean | undefined;
    };
    readonly answer: NewBoardShare;
  };
  /** List the links to a dashboard, newest first */
  readonly 'boards.shares': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
    };
    readonly answer: BoardShares;
  };
  /** Read a dashboard by its link */
  readonly 'shared.board': {
    readonly input: {
      /** The link’s secret */
      readonly token: string;
    };
    readonly answer: SharedBoard;
  };
  /** Ask what a tile of a shared dashboard asks. As it is saved; another period only where the link leaves it open. */
  readonly 'shared.tile': {
    readonly input: {
      /** The link’s secret */
      readonly token: string;
      /** Id of the tile */
      readonly tile: string;
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
      /** First day */
      readonly from?: string | undefined;
      /** Day after */
      readonly to?: string | undefined;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: SharedTileAnswer;
  };
  /** Take a link back, at once */
  readonly 'boards.unshare': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** Id of the link */
      readonly share: string;
    };
    readonly answer: undefined;
  };
  /** Make a token that shows a dashboard in a frame of another site. The token is signed. Its page may be framed by the sites named and shows what the tiles ask, within the filters given; a tile that cannot be limited to them is not shown. It ends by itself, and at once when it is taken back. */
  readonly 'boards.embed': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** Where it is shown */
      readonly name: string;
      /** It holds */
      readonly days: number;
      /** Sites that may frame it: https://example.com, https://*.example.com */
      readonly origins: readonly string[];
      /** What of the business is shown; all of them hold, and visitors cannot change them */
      readonly filters?: readonly QueryCondition[] | undefined;
      /** Visitors may choose another period; not by default */
      readonly open_period?: boolean | undefined;
    };
    readonly answer: NewBoardEmbed;
  };
  /** List the embeddings of a dashboard, newest first */
  readonly 'boards.embeds': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
    };
    readonly answer: BoardEmbeds;
  };
  /** Read a dashboard by the token of an embedding */
  readonly 'embedded.board': {
    readonly input: {
      /** The link’s secret */
      readonly token: string;
    };
    readonly answer: SharedBoard;
  };
  /** Ask what a tile of an embedded dashboard asks. As it is saved and within the filters of the embedding; another period only where it leaves that open. */
  readonly 'embedded.tile': {
    readonly input: {
      /** The link’s secret */
      readonly token: string;
      /** Id of the tile */
      readonly tile: string;
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
      /** First day */
      readonly from?: string | undefined;
      /** Day after */
      readonly to?: string | undefined;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: SharedTileAnswer;
  };
  /** Take an embedding back, at once */
  readonly 'boards.unembed': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** Id of the embedding */
      readonly embed: string;
    };
    readonly answer: undefined;
  };
  /** Note what happened on a day, to be drawn on charts */
  readonly 'annotations.add': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Local date */
      readonly on: string;
      readonly label: string;
      /** The dashboard that it is drawn on; all without it */
      readonly board_id?: string | undefined;
    };
    readonly answer: Annotation;
  };
  /** List annotations by date */
  readonly 'annotations.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Those of this dashboard, beside those of all */
      readonly board_id?: string | undefined;
    };
    readonly answer: AnnotationList;
  };
  /** Correct an annotation */
  readonly 'annotations.change': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the annotation */
      readonly id: string;
      /** Local date */
      readonly on: string;
      readonly label: string;
    };
    readonly answer: Annotation;
  };
  /** Remove an annotation */
  readonly 'annotations.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the annotation */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Say something about a dashboard, to everybody who sees it at the tenant */
  readonly 'comments.add': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** Plain text */
      readonly text: string;
    };
    readonly answer: BoardComment;
  };
  /** List the comments on a dashboard, oldest first */
  readonly 'comments.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
    };
    readonly answer: BoardComments;
  };
  /** Settle a comment, or open it again */
  readonly 'comments.resolve': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** Id of the comment */
      readonly comment: string;
      readonly resolved: boolean;
    };
    readonly answer: BoardComment;
  };
  /** Remove a comment. Whoever wrote it may, and who runs the tenant. */
  readonly 'comments.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the dashboard */
      readonly id: string;
      /** Id of the comment */
      readonly comment: string;
    };
    readonly answer: undefined;
  };
  /** Save an exploration by name, for everybody at the tenant */
  readonly 'explorations.save': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly name: string;
      readonly opens: TileOpens;
    };
    readonly answer: Exploration;
  };
  /** List saved explorations by name */
  readonly 'explorations.list': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
    };
    readonly answer: ExplorationList;
  };
  /** Read a saved exploration */
  readonly 'explorations.get': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the exploration */
      readonly id: string;
    };
    readonly answer: Exploration;
  };
  /** Rename a saved exploration, or put another question in its place. Whoever saved it may, and who runs the tenant. */
  readonly 'explorations.change': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the exploration */
      readonly id: string;
      readonly name?: string | undefined;
      readonly opens?: TileOpens | undefined;
    };
    readonly answer: Exploration;
  };
  /** Keep an exploration among one’s favourites, or no longer */
  readonly 'explorations.favour': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the exploration */
      readonly id: string;
      readonly favourite: boolean;
    };
    readonly answer: undefined;
  };
  /** Remove a saved exploration. Whoever saved it may, and who runs the tenant. */
  readonly 'explorations.remove': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      /** Id of the exploration */
      readonly id: string;
    };
    readonly answer: undefined;
  };
  /** Fetch the answer of a query as a file. As many rows as a query answers, 10,000. XLSX has what the rows are about on a second sheet, Parquet in its key-value metadata, JSON under `about`; CSV is nothing but rows. Texts that a spreadsheet would run as formulas begin with an apostrophe in CSV and XLSX. */
  readonly 'analytics.export': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly query: ExportQuery;
      readonly format: 'csv' | 'json' | 'xlsx' | 'parquet';
      /** Names the file */
      readonly title?: string | undefined;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: Blob;
  };
  /** Fetch what an operation answers as a file. As rows and columns, like analytics.export. Of analytics.query, analytics.trends, analytics.distribution, funnels.run, retention.run, lifecycle.run, stickiness.run, repeat_purchases.run, customers.list, baskets.run. */
  readonly 'exports.answer': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly ask: TileQuestion;
      readonly format: 'csv' | 'json' | 'xlsx' | 'parquet';
      /** Names the file */
      readonly title?: string | undefined;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: Blob;
  };
  /** Make a file of an answer of any size, as a job. A series by hour or day without order, limit and comparison may have up to 200,000 rows; everything else as many as a query answers. The job’s result has the link to the file, which holds for a day. */
  readonly 'exports.start': {
    readonly input: {
      /** Id of the tenant */
      readonly tenant_id: string;
      readonly query: ExportQuery;
      readonly format: 'csv' | 'json' | 'xlsx' | 'parquet';
      /** Names the file */
      readonly title?: string | undefined;
      /** BCP 47: what is named for people is named in its language, where there is one */
      readonly locale?: string | undefined;
    };
    readonly answer: ExportStarted;
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
  'audit.choices': 'GET /api/tenants/:tenant_id/audit/choices none json',
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
  'channels.create': 'POST /api/tenants/:tenant_id/channels members json',
  'channels.list': 'GET /api/tenants/:tenant_id/channels none json',
  'channels.change': 'PATCH /api/tenants/:tenant_id/channels/:id members json',
  'channels.test': 'POST /api/tenants/:tenant_id/channels/:id/test none json',
  'channels.preview': 'GET /api/tenants/:tenant_id/channels/preview none json',
  'channels.messages': 'GET /api/tenants/:tenant_id/channels/:id/messages none json',
  'channels.resend': 'POST /api/tenants/:tenant_id/channels/:id/resend members json',
  'channels.rotate': 'POST /api/tenants/:tenant_id/channels/:id/rotate none json',
  'channels.remove': 'DELETE /api/tenants/:tenant_id/channels/:id none none',
  'inbox.list': 'GET /api/tenants/:tenant_id/inbox none json',
  'inbox.unread': 'GET /api/tenants/:tenant_id/inbox/unread none json',
  'inbox.mark': 'POST /api/tenants/:tenant_id/inbox/:id/read members none',
  'inbox.mark_all': 'POST /api/tenants/:tenant_id/inbox/read members none',
  'inbox.preferences': 'GET /api/tenants/:tenant_id/inbox/preferences none json',
  'inbox.prefer': 'PUT /api/tenants/:tenant_id/inbox/preferences members json',
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
  'analytics.explain': 'POST /api/analytics/explain members json',
  'analytics.anomalies': 'POST /api/analytics/anomalies members json',
  'analytics.anomalies_backtest': 'POST /api/analytics/anomalies/backtest members json',
  'analytics.label_anomaly': 'POST /api/analytics/anomalies/label members none',
  'detectors.list': 'GET /api/tenants/:tenant_id/detectors none json',
  'detectors.save': 'POST /api/tenants/:tenant_id/detectors members json',
  'detectors.remove': 'DELETE /api/tenants/:tenant_id/detectors/:id none none',
  'holidays.list': 'GET /api/analytics/holidays/:tenant_id none json',
  'holidays.choose': 'PUT /api/analytics/holidays/:tenant_id members none',
  'analytics.insights': 'GET /api/analytics/insights/:tenant_id none json',
  'metrics.list': 'GET /api/tenants/:tenant_id/metrics none json',
  'metrics.declare': 'PUT /api/tenants/:tenant_id/metrics/:name =definition json',
  'metrics.remove': 'DELETE /api/tenants/:tenant_id/metrics/:name none none',
  'ask.question': 'POST /api/analytics/nlp/query members json',
  'ask.suggestions': 'GET /api/analytics/nlp/suggestions none json',
  'ask.conversations': 'GET /api/tenants/:tenant_id/conversations none json',
  'ask.unanswered': 'GET /api/tenants/:tenant_id/unanswered-questions none json',
  'ask.keep_synonym': 'POST /api/tenants/:tenant_id/synonyms members none',
  'customers.list': 'POST /api/analytics/customers members json',
  'customers.export': 'POST /api/analytics/customers/export members file',
  'customers.rfm': 'GET /api/analytics/customers/segments none json',
  'customers.history': 'GET /api/analytics/customers/segments/history none json',
  'customers.movement': 'GET /api/analytics/customers/segments/movement none json',
  'customers.profile': 'GET /api/analytics/customers/by-key/:customer_key none json',
  'customers.timeline': 'GET /api/analytics/customers/by-key/:customer_key/timeline none json',
  'customers.personal': 'GET /api/analytics/customers/by-key/:customer_key/personal none json',
  'retention.run': 'POST /api/analytics/retention members json',
  'lifecycle.run': 'POST /api/analytics/lifecycle members json',
  'stickiness.run': 'POST /api/analytics/stickiness members json',
  'repeat_purchases.run': 'POST /api/analytics/repeat-purchases members json',
  'baskets.run': 'POST /api/analytics/baskets members json',
  'cohorts.save': 'PUT /api/tenants/:tenant_id/cohorts/:cohort_id members json',
  'cohorts.list': 'GET /api/tenants/:tenant_id/cohorts none json',
  'cohorts.get': 'GET /api/tenants/:tenant_id/cohorts/:cohort_id none json',
  'cohorts.members': 'GET /api/tenants/:tenant_id/cohorts/:cohort_id/members none json',
  'cohorts.preview': 'POST /api/tenants/:tenant_id/cohorts/preview members json',
  'cohorts.remove': 'DELETE /api/tenants/:tenant_id/cohorts/:cohort_id none none',
  'funnels.run': 'POST /api/analytics/funnels/run members json',
  'funnels.people': 'POST /api/analytics/funnels/people members json',
  'funnels.acts': 'GET /api/analytics/funnels/acts none json',
  'funnels.correlations': 'POST /api/analytics/funnels/correlations members json',
  'paths.run': 'POST /api/analytics/paths/run members json',
  'analytics.trends': 'POST /api/analytics/trends members json',
  'analytics.drill': 'POST /api/analytics/drill members json',
  'analytics.distribution': 'POST /api/analytics/distribution members json',
  'kpis.save': 'POST /api/analytics/kpis members json',
  'kpis.list': 'GET /api/analytics/kpis none json',
  'kpis.get': 'GET /api/analytics/kpis/:id none json',
  'kpis.history': 'GET /api/analytics/kpis/:id/history none json',
  'kpis.suggest': 'GET /api/analytics/kpi-suggestions none json',
  'kpis.set_peers': 'PUT /api/analytics/kpi-peers members json',
  'kpis.remove': 'DELETE /api/analytics/kpis/:id none none',
  'experiments.create': 'POST /api/analytics/experiments members json',
  'experiments.list': 'GET /api/analytics/experiments none json',
  'experiments.get': 'GET /api/analytics/experiments/:key none json',
  'experiments.save': 'PUT /api/analytics/experiments/:key members json',
  'experiments.start': 'POST /api/analytics/experiments/:key/start members json',
  'experiments.reallocate': 'POST /api/analytics/experiments/:key/reallocate members json',
  'experiments.stop': 'POST /api/analytics/experiments/:key/stop members json',
  'experiments.decide': 'POST /api/analytics/experiments/:key/decide members json',
  'experiments.archive': 'POST /api/analytics/experiments/:key/archive members json',
  'experiments.remove': 'DELETE /api/analytics/experiments/:key none none',
  'experiments.results': 'GET /api/analytics/experiments/:key/results none json',
  'experiments.segments': 'GET /api/analytics/experiments/:key/segments none json',
  'experiments.design': 'POST /api/analytics/experiments/design members json',
  'experiments.metrics': 'GET /api/analytics/experiments/metrics none json',
  'experiments.running': 'GET /api/analytics/experiments/running none json',
  'experiments.assign': 'POST /api/analytics/experiments/assign members json',
  'experiments.holdout': 'GET /api/analytics/experiments/holdout none json',
  'experiments.hold_out': 'PUT /api/analytics/experiments/holdout members json',
  'alerts.create': 'POST /api/tenants/:tenant_id/alerts members json',
  'alerts.list': 'GET /api/tenants/:tenant_id/alerts none json',
  'alerts.get': 'GET /api/tenants/:tenant_id/alerts/:id none json',
  'alerts.change': 'PUT /api/tenants/:tenant_id/alerts/:id members json',
  'alerts.try': 'POST /api/tenants/:tenant_id/alerts/try members json',
  'alerts.silence': 'POST /api/tenants/:tenant_id/alerts/:id/silence members json',
  'alerts.acknowledge': 'POST /api/tenants/:tenant_id/alerts/:id/acknowledge members json',
  'alerts.history': 'GET /api/tenants/:tenant_id/alert-history none json',
  'alerts.templates': 'GET /api/tenants/:tenant_id/alert-templates none json',
  'alerts.remove': 'DELETE /api/tenants/:tenant_id/alerts/:id none none',
  'ml.models': 'GET /api/ml/models none json',
  'ml.model': 'GET /api/ml/models/:kind/:version none json',
  'ml.train': 'POST /api/ml/train members json',
  'ml.promote': 'POST /api/ml/models/:kind/:version/promote members json',
  'ml.rollback': 'POST /api/ml/models/:kind/rollback members json',
  'ml.predict': 'POST /api/ml/predictions members json',
  'ml.at_risk': 'GET /api/ml/at-risk none json',
  'ml.export_at_risk': 'GET /api/ml/at-risk/export none file',
  'boards.create': 'POST /api/analytics/dashboards members json',
  'boards.list': 'GET /api/analytics/dashboards none json',
  'boards.get': 'GET /api/analytics/dashboards/:id none json',
  'boards.save': 'PUT /api/analytics/dashboards/:id members json',
  'boards.favour': 'PUT /api/analytics/dashboards/:id/favourite members none',
  'boards.versions': 'GET /api/analytics/dashboards/:id/versions none json',
  'boards.restore': 'POST /api/analytics/dashboards/:id/restore members json',
  'boards.duplicate': 'POST /api/analytics/dashboards/:id/duplicate members json',
  'boards.templates': 'GET /api/analytics/dashboard-templates none json',
  'boards.ask': 'POST /api/analytics/dashboard-tiles/ask members json',
  'boards.remove': 'DELETE /api/analytics/dashboards/:id none none',
  'boards.share': 'POST /api/analytics/dashboards/:id/shares members json',
  'boards.shares': 'GET /api/analytics/dashboards/:id/shares none json',
  'shared.board': 'GET /api/shared/:token none json',
  'shared.tile': 'GET /api/shared/:token/tiles/:tile none json',
  'boards.unshare': 'DELETE /api/analytics/dashboards/:id/shares/:share none none',
  'boards.embed': 'POST /api/analytics/dashboards/:id/embeds members json',
  'boards.embeds': 'GET /api/analytics/dashboards/:id/embeds none json',
  'embedded.board': 'GET /api/embedded/:token none json',
  'embedded.tile': 'GET /api/embedded/:token/tiles/:tile none json',
  'boards.unembed': 'DELETE /api/analytics/dashboards/:id/embeds/:embed none none',
  'annotations.add': 'POST /api/analytics/annotations members json',
  'annotations.list': 'GET /api/analytics/annotations none json',
  'annotations.change': 'PUT /api/analytics/annotations/:id members json',
  'annotations.remove': 'DELETE /api/analytics/annotations/:id none none',
  'comments.add': 'POST /api/analytics/dashboards/:id/comments members json',
  'comments.list': 'GET /api/analytics/dashboards/:id/comments none json',
  'comments.resolve': 'PUT /api/analytics/dashboards/:id/comments/:comment/resolved members json',
  'comments.remove': 'DELETE /api/analytics/dashboards/:id/comments/:comment none none',
  'explorations.save': 'POST /api/analytics/explorations members json',
  'explorations.list': 'GET /api/analytics/explorations none json',
  'explorations.get': 'GET /api/analytics/explorations/:id none json',
  'explorations.change': 'PUT /api/analytics/explorations/:id members json',
  'explorations.favour': 'PUT /api/analytics/explorations/:id/favourite members none',
  'explorations.remove': 'DELETE /api/analytics/explorations/:id none none',
  'analytics.export': 'POST /api/analytics/export members file',
  'exports.answer': 'POST /api/analytics/exports/answer members file',
  'exports.start': 'POST /api/analytics/exports members json',
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

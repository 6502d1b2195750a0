/** A condition on a figure of a customer; columns are those of the catalogue's studies. */
export interface StudyCondition {
  readonly column: string;
  readonly operator: 'equals' | 'gt' | 'gte' | 'lt' | 'lte';
  readonly values: readonly (string | number)[];
}

/** Who came back, by when they began. `lost`: who did not. */
export interface RetentionStudy {
  readonly kind: 'retention';
  readonly shown: 'back' | 'lost';
  readonly measure: 'customers' | 'revenue';
}

/** Whether and when customers order a second time; the frame's time is that of their first order. */
export interface RepeatsStudy {
  readonly kind: 'repeats';
  /** `once`: who did not; `interval`: days from one order to the next. */
  readonly shown: 'rate' | 'once' | 'interval';
  /** Days that the second order may take; null for any time until now. */
  readonly within: number | null;
}

/** How many go from each act to the next. Without steps: the shop's own way to an order. */
export interface FunnelStudy {
  readonly kind: 'funnel';
  /** Names of acts, in order. */
  readonly steps: readonly string[];
  /** `dropped`: those who did not go on. */
  readonly shown: 'steps' | 'dropped';
  /** Days that the way may take. */
  readonly within: number | null;
}

/** Customers of whom conditions hold. */
export interface PeopleStudy {
  readonly kind: 'people';
  readonly shown: 'count' | 'list';
  readonly conditions: readonly StudyCondition[];
  /** A column, most first unless `asc`. */
  readonly order: { readonly by: string; readonly direction: 'asc' | 'desc' };
  readonly limit: number | null;
}

/** How many customers each segment holds. */
export interface SegmentsStudy {
  readonly kind: 'segments';
  readonly by: 'rfm' | 'spend';
}

/** What is bought together. */
export interface BasketsStudy {
  readonly kind: 'baskets';
  readonly item: 'product' | 'category' | 'brand';
  /** Only what goes with this item, by its name. */
  readonly focus: string | null;
}

/** Single orders by what they came to. */
export interface OrdersStudy {
  readonly kind: 'orders';
  readonly shown: 'count' | 'list';
  /** What of each order is listed and compared. */
  readonly metric: string;
  readonly conditions: readonly {
    readonly operator: StudyCondition['operator'];
    readonly value: number;
  }[];
  readonly order: 'value' | 'time';
  readonly limit: number | null;
}

/** How targets stand. Without goals: all of them. */
export interface GoalsStudy {
  readonly kind: 'goals';
  /** Ids of goals. */
  readonly goals: readonly string[];
}

/** What an engine of its own answers, beyond metrics by groups and time. */
export type Study =
  | RetentionStudy
  | RepeatsStudy
  | FunnelStudy
  | PeopleStudy
  | SegmentsStudy
  | BasketsStudy
  | OrdersStudy
  | GoalsStudy;

export type StudyKind = Study['kind'];

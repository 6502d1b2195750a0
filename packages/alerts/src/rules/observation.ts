/** What is known of one group when a window has ended. Values are in the metric's unit. */
export interface Observation {
  /** The group's value; empty for the whole. */
  readonly key: string;
  readonly value: number | null;
  /** The value of the window that this one is held against. */
  readonly reference: number | null;
  /** The usual range of the window. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A window of time that has ended, as the alert sees it. */
export interface Frame {
  /** Local start of the window; of rolling windows their local end. */
  readonly at: string;
  /** The instants that it lies between, in milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly observations: readonly Observation[];
}

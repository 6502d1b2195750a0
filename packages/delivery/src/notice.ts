/** How much a message matters to its reader. */
export type Severity = 'info' | 'warning' | 'critical';

/** What rooms say to people; each way there gives it its own form. */
export interface Notice {
  /** What it is about, the duplicates key: one message per recipient and cause (`alert:ab12:firing:3`). */
  readonly cause: string;
  /** Notices of one thread belong together (digests, threads of email), such as `alert:ab12`. */
  readonly thread: string;
  readonly severity: Severity;
  /** Plain text, at most 200 characters. */
  readonly title: string;
  /** Plain paragraphs: why, since when, how much. */
  readonly lines: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Path inside Olympus that opens that very view, such as `/alerts/ab12`. */
  readonly path: string;
  readonly at: Date;
}

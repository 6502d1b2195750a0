import { dayMs, hourMs } from '@olympus/core';

/** How much is taken, kept and tried. */
export const deliveryLimits = {
  /** Channels of one tenant. */
  channels: 50,
  /** Addresses of one channel of email. */
  recipients: 50,
  /** Characters. */
  title: 200,
  cause: 300,
  path: 500,
  line: 2_000,
  label: 100,
  value: 500,
  /** Paragraphs and facts of one notice. */
  lines: 20,
  facts: 30,
  /** Notices that a digest names; the others it counts. */
  namedInDigest: 20,
  /** Time over which a channel's messages are counted. */
  windowMs: 10 * 60_000,
  /** Messages of one channel to one recipient within the window, unless it says otherwise. */
  most: 20,
  /** How long a message is tried before it is given up. */
  patienceMs: dayMs,
  firstDelayMs: 10_000,
  maxDelayMs: hourMs,
  /** How long one attempt may take. */
  attemptMs: 10_000,
  /** How long the former secret of a webhook signs too. */
  overlapMs: dayMs,
  /** How long notices stay in the inbox, and how long sent and dead messages in the log. */
  noticesMs: 90 * dayMs,
  logMs: 30 * dayMs,
} as const;

/** How a process works at the queue. */
export interface WorkerPolicy {
  /** How many jobs run at a time in this process. */
  readonly slots: number;
  /**
   * Longest time between two looks at the queue. What this process enqueues or knows to become due
   * it sees at once; this is for what other processes enqueue.
   */
  readonly pollMs: number;
  /** Time between two beats of the heart. */
  readonly beatMs: number;
  /** Beats of one's own without one of another worker, after which that one is taken for dead. */
  readonly beatsToDeath: number;
  /** How long jobs that do not heed their signal hold up a stop. */
  readonly stopMs: number;
}

/** @param alone whether no other process works on this store, so that nobody has to be watched */
export function defaultWorkerPolicy(alone: boolean): WorkerPolicy {
  return {
    slots: 8,
    pollMs: alone ? 60_000 : 1_000,
    beatMs: 5_000,
    beatsToDeath: 6,
    stopMs: 10_000,
  };
}

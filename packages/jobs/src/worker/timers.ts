/** The only source of waiting. */
export interface Timers {
  /** Calls back once, after `ms`. Waiting keeps no process alive. @returns calls it off */
  after(ms: number, callback: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

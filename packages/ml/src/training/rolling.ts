/** How models are trained and judged; days. */
export const plan = {
  /** How far ahead the risk and the value look. */
  horizon: 90,
  /** Before the first cut-off that is learned from there are at least so many days of data. */
  warmUp: 60,
  /** Between cut-offs that are learned from. */
  step: 7,
  /** Cut-offs that are learned from, at most. */
  cutOffs: 14,
  /** Between cut-offs that are judged on. */
  foldStep: 28,
  folds: 3,
  /** Examples that a model is fitted to, at most: with more, cut-offs are left out. */
  examples: 60_000,
  /** Customers that are learned from, at most; their keys are by chance, and so is the sample. */
  customers: 20_000,
  /** Fewer buyers are too few to learn from. */
  leastBuyers: 500,
} as const;

/** Days of data without which nothing can be learned and judged apart in time. */
export const leastDays = plan.warmUp + 2 * plan.horizon;

/** Cut-offs whose outcomes were known at a day, latest first. */
export function trainingCutOffs(startDay: number, known: number, customers: number): number[] {
  const most = Math.max(
    2,
    Math.min(plan.cutOffs, Math.floor(plan.examples / Math.max(1, customers))),
  );
  const step = Math.round((plan.step * plan.cutOffs) / most);
  const cutOffs: number[] = [];
  for (
    let at = known - plan.horizon;
    at >= startDay + plan.warmUp && cutOffs.length < most;
    at -= step
  ) {
    cutOffs.push(at);
  }
  return cutOffs;
}

/**
 * Cut-offs to judge on, latest first: what came after each is known, and a model can be fitted to
 * what was known at it.
 */
export function judgedCutOffs(startDay: number, endDay: number): number[] {
  const all = Array.from(
    { length: plan.folds },
    (_, k) => endDay - plan.horizon - k * plan.foldStep,
  );
  return all.filter((at) => at - plan.horizon >= startDay + plan.warmUp);
}

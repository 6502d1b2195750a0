/** Something the frame rests on that the question did not say. */
export interface Assumption {
  readonly key:
    | 'noTime'
    | 'lately'
    | 'readAs'
    | 'running'
    | 'baseline'
    | 'limit'
    | 'grain'
    | 'metric'
    | 'carried'
    | 'fiscal'
    | 'notAdditive'
    | 'dayFirst'
    | 'anyOf'
    | 'ignored';
  readonly args: readonly string[];
}

/** Notes an assumption once. */
export function note(assumptions: Assumption[], assumption: Assumption): void {
  if (
    !assumptions.some((a) => a.key === assumption.key && a.args.join() === assumption.args.join())
  )
    assumptions.push(assumption);
}

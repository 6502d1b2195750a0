/** A row of what somebody did, as the reference sees it. */
export interface DoneRow {
  readonly id: string;
  readonly who: string;
  readonly act: string;
  readonly path?: string | undefined;
  readonly atMs: number;
}

/** An act of a funnel: any of that name, or only those of one page. */
export interface WantedAct {
  readonly act: string;
  readonly path?: string | undefined;
}

export interface ReferenceFunnel {
  readonly steps: readonly (WantedAct & { readonly optional?: boolean })[];
  readonly order: 'ordered' | 'strict' | 'any';
  readonly per: 'person' | 'session';
  readonly windowMs: number;
  readonly exclusions: readonly (WantedAct & { readonly after: number; readonly before: number })[];
  readonly fromMs: number;
  readonly toMs: number;
}

const strict = [
  'page.viewed',
  'product.viewed',
  'product.added',
  'cart.updated',
  'checkout.started',
  'user.logged_in',
  'order.placed',
  'feedback.submitted',
  'conversation.started',
];

const meets = (row: DoneRow, { act, path }: WantedAct) =>
  row.act === act && (path === undefined || row.path === path);

/** When a unit first completed a step, and the latest start of a chain that did. */
export interface Completion {
  readonly atMs: number;
  readonly begunMs: number;
}

/** By unit: the completion of each step. Every chain there is gets looked at. */
export function referenceFunnel(
  funnel: ReferenceFunnel,
  rows: readonly DoneRow[],
): ReadonlyMap<string, readonly (Completion | undefined)[]> {
  const readFrom = funnel.order === 'any' ? funnel.fromMs - funnel.windowMs : funnel.fromMs;
  const readTo = funnel.toMs + funnel.windowMs;
  const within = rows.filter(({ atMs }) => atMs >= readFrom && atMs <= readTo);
  const found = new Map<string, readonly (Completion | undefined)[]>();
  for (const [unit, own] of unitsOf(funnel, within)) {
    const steps = funnel.steps.map((_, step) =>
      funnel.order === 'any' ? together(funnel, own, step) : inOrder(funnel, own, step),
    );
    if (steps[0] !== undefined) found.set(unit, steps);
  }
  return found;
}

function unitsOf(funnel: ReferenceFunnel, rows: readonly DoneRow[]): Map<string, DoneRow[]> {
  const units = new Map<string, DoneRow[]>();
  const people = new Set(rows.map(({ who }) => who));
  const looked = (row: DoneRow) =>
    strict.includes(row.act) ||
    [...funnel.steps, ...funnel.exclusions].some((act) => meets(row, act)) ||
    (funnel.order === 'strict' && funnel.steps.some(({ act }) => row.act === act));
  for (const who of people) {
    const own = rows
      .filter((row) => row.who === who && looked(row))
      .sort((a, b) => a.atMs - b.atMs);
    let visit = 0;
    own.forEach((row, index) => {
      const before = own[index - 1];
      if (before !== undefined && row.atMs - before.atMs >= 30 * 60_000) visit += 1;
      const unit = funnel.per === 'session' ? `${who}/${visit}` : who;
      units.set(unit, [...(units.get(unit) ?? []), row]);
    });
  }
  return units;
}

/** Compares places: time, then the order in which the funnel names acts, then ids. */
function placesOf(funnel: ReferenceFunnel) {
  const names = [
    ...new Set([
      ...funnel.steps.map(({ act }) => act),
      ...funnel.exclusions.map(({ act }) => act),
      ...strict,
    ]),
  ];
  return (a: DoneRow, b: DoneRow) =>
    a.atMs - b.atMs ||
    names.indexOf(a.act) - names.indexOf(b.act) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function ended(funnel: ReferenceFunnel, rows: readonly DoneRow[]) {
  const compare = placesOf(funnel);
  const named = new Set([...strict, ...funnel.steps.map(({ act }) => act)]);
  return (a: DoneRow, from: number, b: DoneRow, to: number) =>
    rows.some((row) => {
      if (compare(a, row) >= 0 || compare(row, b) >= 0) return false;
      if (funnel.order === 'strict' && named.has(row.act)) return true;
      return funnel.exclusions.some(
        (exclusion) => meets(row, exclusion) && from < exclusion.before && to > exclusion.after,
      );
    });
}

function inOrder(
  funnel: ReferenceFunnel,
  rows: readonly DoneRow[],
  goal: number,
): Completion | undefined {
  const compare = placesOf(funnel);
  const isEnded = ended(funnel, rows);
  const found: Completion[] = [];
  const follow = (start: DoneRow, at: DoneRow, step: number) => {
    if (at.atMs - start.atMs > funnel.windowMs) return;
    if (step === goal) found.push({ atMs: at.atMs, begunMs: start.atMs });
    for (let next = step + 1; next <= goal; next += 1) {
      const wanted = funnel.steps[next];
      if (wanted === undefined) break;
      for (const row of rows) {
        if (!meets(row, wanted) || compare(at, row) >= 0) continue;
        if (!isEnded(at, step, row, next)) follow(start, row, next);
      }
      if (wanted.optional !== true) break;
    }
  };
  const [first] = funnel.steps;
  for (const row of rows) {
    if (first === undefined || !meets(row, first)) continue;
    if (row.atMs >= funnel.fromMs && row.atMs < funnel.toMs) follow(row, row, 0);
  }
  return firstOf(found);
}

function together(
  funnel: ReferenceFunnel,
  rows: readonly DoneRow[],
  goal: number,
): Completion | undefined {
  const compare = placesOf(funnel);
  const needed = funnel.steps.filter(
    ({ optional }, step) => step === goal || (step < goal && optional !== true),
  );
  const found: Completion[] = [];
  const choose = (chosen: readonly DoneRow[]) => {
    const wanted = needed[chosen.length];
    if (wanted === undefined) {
      const sorted = [...chosen].sort(compare);
      const [first, last] = [sorted[0], sorted.at(-1)];
      if (first === undefined || last === undefined) return;
      if (last.atMs - first.atMs > funnel.windowMs) return;
      const broken = rows.some(
        (row) =>
          funnel.exclusions.some((exclusion) => meets(row, exclusion)) &&
          compare(first, row) < 0 &&
          compare(row, last) < 0,
      );
      if (!broken) found.push({ atMs: last.atMs, begunMs: first.atMs });
      return;
    }
    for (const row of rows) {
      if (!meets(row, wanted)) continue;
      const starts = row.atMs >= funnel.fromMs && row.atMs < funnel.toMs;
      if (wanted === funnel.steps[0] && !starts) continue;
      choose([...chosen, row]);
    }
  };
  choose([]);
  return firstOf(found);
}

function firstOf(found: readonly Completion[]): Completion | undefined {
  if (found.length === 0) return undefined;
  const atMs = Math.min(...found.map((one) => one.atMs));
  const begun = found.filter((one) => one.atMs === atMs).map(({ begunMs }) => begunMs);
  return { atMs, begunMs: Math.max(...begun) };
}

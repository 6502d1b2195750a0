import {
  actNames,
  actSource,
  compileActCounts,
  compileCorrelations,
  correlationCandidates,
  type PlannedAct,
} from '@olympus/semantic';
import { benjaminiHochberg, isUndefined, proportionTest } from '@olympus/stats';
import type { PeopleDependencies, PeopleRun } from '../people/people-run.js';
import { labelOfAct } from './act-labels.js';
import type { FunnelCorrelations } from './correlations.contract.js';
import { type FunnelRequest, startFunnel } from './funnel-request.js';

/** People that have a value, and people that have not, that a comparison needs. */
const leastPeople = 20;
/** Converted and not converted that both sides of a comparison are expected to have. */
const leastExpected = 5;
const alpha = 0.05;
/** Own event types that are looked at, the most frequent ones. */
const mostOwn = 15;
const told = 50;

/** Acts that are no circumstance of the way to another: messages of the shop, what follows an order. */
const left = /^(order\.|message\.sent|conversation\.closed|payment\.processed)/;

async function otherActs(run: PeopleRun): Promise<readonly PlannedAct[]> {
  const { fromMs, toMs } = run.range;
  const rows = await run.ask(compileActCounts(run.context, { fromMs, toMs }));
  const done = rows
    .filter((row) => Number(row[1]) > 0)
    .map(([act, n]) => ({ act: String(act), n: Number(n) }));
  const own = done
    .filter(({ act }) => !actNames.includes(act) && !act.startsWith('customer.'))
    .sort((a, b) => b.n - a.n)
    .slice(0, mostOwn);
  const declared = done.filter(({ act }) => actNames.includes(act) && !left.test(act));
  return [...declared, ...own].map(({ act }) => ({
    name: act,
    source: actSource(act),
    filters: [],
  }));
}

type Factor = FunnelCorrelations['factors'][number];

/** What goes along with converting: properties of people, and what else they did on the way. */
export async function correlateFunnel(
  deps: PeopleDependencies,
  request: FunnelRequest,
): Promise<FunnelCorrelations> {
  const { run, plan: asked } = await startFunnel(deps, request);
  const plan = { ...asked, per: 'person' as const };
  const candidates = correlationCandidates(run.model, plan, await otherActs(run));
  const rows = await run.ask(
    compileCorrelations(run.context, plan, run.range, candidates, leastPeople),
  );
  const whole = rows.find(([kind]) => Number(kind) === 0);
  const started = Number(whole?.[3] ?? 0);
  const converted = Number(whole?.[4] ?? 0);
  const properties = [...candidates.dimensions, ...candidates.attributes];
  const factors: (Factor & { readonly p: number })[] = [];
  let tooFew = 0;
  for (const [kind, candidate, value, n, own] of rows) {
    if (Number(kind) === 0) continue;
    const people = Number(n);
    const tested = compare({ people, converted: Number(own) }, { started, converted });
    if (tested === undefined) {
      tooFew += 1;
      continue;
    }
    const property = Number(kind) === 1 ? properties[Number(candidate)] : undefined;
    const act = candidates.acts[Number(candidate)]?.name ?? '';
    factors.push({
      kind: property === undefined ? 'act' : 'property',
      name: property?.name ?? act,
      label: property?.label ?? labelOfAct(act, run.model.language),
      value: property === undefined ? null : String(value),
      people,
      converted: Number(own),
      ...tested,
      p_adjusted: 1,
      notable: false,
    });
  }
  const corrected = benjaminiHochberg(factors.map(({ p }) => p));
  const adjusted = isUndefined(corrected) ? [] : corrected;
  const answered = factors.map(({ p: _, ...factor }, index) => {
    const p = adjusted[index] ?? 1;
    return { ...factor, p_adjusted: p, notable: p < alpha };
  });
  answered.sort(
    (a, b) =>
      Number(b.notable) - Number(a.notable) || Math.abs(b.difference) - Math.abs(a.difference),
  );
  return {
    ...run.source(),
    started,
    converted,
    rate: started > 0 ? converted / started : null,
    tested: factors.length,
    too_few: tooFew,
    least_people: leastPeople,
    confidence: 1 - alpha,
    factors: answered.slice(0, told),
  };
}

/** The rate with against the rate without; undefined where there are too few to compare. */
function compare(
  own: { readonly people: number; readonly converted: number },
  whole: { readonly started: number; readonly converted: number },
) {
  const people = whole.started - own.people;
  const converted = whole.converted - own.converted;
  const share = whole.converted / whole.started;
  const expected = Math.min(own.people, people) * Math.min(share, 1 - share);
  if (people < leastPeople || expected < leastExpected) return undefined;
  const test = proportionTest(
    { successes: converted, trials: people },
    { successes: own.converted, trials: own.people },
    alpha,
  );
  if (isUndefined(test) || isUndefined(test.pValue)) return undefined;
  return {
    rate: own.converted / own.people,
    others_rate: converted / people,
    difference: test.estimate,
    low: test.lower,
    high: test.upper,
    p: test.pValue,
  };
}

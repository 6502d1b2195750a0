import { type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { actSource } from '../act.js';
import type { PeopleContext } from '../compile-acts.js';
import type { PlannedAct } from '../plan-act.js';
import type { FunnelPlan } from './funnel.js';
import { type Carried, compileSources, type Role } from './funnel-sources.js';
import { sourceKey } from './plan-funnel.js';
import { worthStep } from './worth-step.js';

/** A pause after which a person's next act begins another visit. */
export const visitPauseMs = 30 * 60_000;

/** What lies between two steps of a strict funnel ends it, beside the acts of the funnel itself. */
export const strictActs: readonly string[] = [
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

/** Half-open span in which chains begin. */
export interface StartSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What to carry along beside who and when. */
export interface RowsOptions {
  /** The pseudonymous keys, for lists. */
  readonly keys?: boolean;
  /** The orders that converting is worth. */
  readonly orders?: boolean;
}

/** The tables that a funnel's chains are found in, one a role. */
export interface FunnelRows {
  readonly tables: readonly Fragment[];
  /** Whether rows of two roles may be the same, so that they are told apart by `tie`. */
  readonly tied: boolean;
  /** Whether all that counts lies in one table, as in strict funnels. */
  readonly streamed: boolean;
  step(index: number): RoleTable;
  /** Whose acts end a chain on its way to the step. */
  enders(index: number): readonly RoleTable[];
}

/** The acts of a step, or those that end chains. */
export interface RoleTable {
  readonly name: Fragment;
  /**
   * Position among the acts of one instant: they are taken in the order in which the funnel first
   * names them, and exclusions after steps. Acts of the same rows share it.
   */
  readonly group: number;
}

const plain = (name: string): PlannedAct => ({ name, source: actSource(name), filters: [] });

/** The acts that end a strict chain: what people do, and whatever the funnel names. */
function strictRoles(plan: FunnelPlan): readonly PlannedAct[] {
  const acts = [...plan.steps.map(({ act }) => act.name), ...strictActs].map(plain);
  const seen = new Set<string>();
  return acts.filter(({ source }) => {
    const key = sourceKey(source);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The span whose acts can take part in chains that begin in the range. */
export function readSpan(plan: FunnelPlan, { fromMs, toMs }: StartSpan): Required<StartSpan> {
  const { order, windowMs } = plan;
  // an act exactly a window after the last start still counts
  return { fromMs: order === 'any' ? fromMs - windowMs : fromMs, toMs: toMs + windowMs + 1 };
}

const sameSource = (one: PlannedAct, other: PlannedAct): boolean =>
  JSON.stringify(one.source) === JSON.stringify(other.source);

/** Whether every act that a strict funnel looks at ends every chain, so that acts next to each other tell all. */
const isStreamed = ({ order, exclusions, steps }: FunnelPlan): boolean =>
  order === 'strict' &&
  exclusions.every(({ after, before }) => after === 0 && before === steps.length - 1);

/** Acts that end chains and are no step by themselves, and exclusions that are none of these. */
function strictOthers(plan: FunnelPlan): {
  readonly enders: readonly PlannedAct[];
  readonly exclusions: FunnelPlan['exclusions'];
} {
  const enders = strictRoles(plan);
  if (!isStreamed(plan)) return { enders, exclusions: plan.exclusions };
  const whole = plan.steps.filter(({ act }) => act.filters.length === 0);
  const known = new Set(enders.map(({ source }) => sourceKey(source)));
  return {
    enders: enders.filter((act) => !whole.some((step) => sameSource(step.act, act))),
    exclusions: plan.exclusions.filter(({ act }) => !known.has(sourceKey(act.source))),
  };
}

function rolesOf(plan: FunnelPlan): readonly Role[] {
  const others =
    plan.order === 'strict' ? strictOthers(plan) : { enders: [], exclusions: plan.exclusions };
  const groups = new Map<string, number>();
  const groupOf = ({ source }: PlannedAct) => {
    const key = sourceKey(source);
    const known = groups.get(key) ?? groups.size;
    groups.set(key, known);
    return known;
  };
  return [
    ...plan.steps.map(({ act }, index) => ({
      table: `s${index}`,
      act,
      group: groupOf(act),
      step: index,
      exclusion: undefined,
    })),
    ...others.exclusions.map(({ act }, index) => ({
      table: `x${index}`,
      act,
      group: groupOf(act),
      step: undefined,
      exclusion: index,
    })),
    ...others.enders.map((act, index) => ({
      table: `o${index}`,
      act,
      group: groupOf(act),
      step: undefined,
      exclusion: undefined,
    })),
  ];
}

/**
 * All that counts in a strict funnel as one table: each act once, with the bits of the steps that it
 * can be.
 */
function streamOf(
  roles: readonly Role[],
  sources: ReturnType<typeof compileSources>,
  { tied, orders }: { readonly tied: boolean; readonly orders: boolean },
): Fragment {
  const looks = new Map<number, number[]>();
  roles.forEach((_, index) => {
    const look = sources.lookOf(index);
    looks.set(look, [...(looks.get(look) ?? []), index]);
  });
  const last = Math.max(...roles.map(({ step }) => step ?? 0));
  const parts = [...looks.values()].map((members) => {
    const byAct = (value: (role: Role) => number) =>
      sql`CASE act ${join(
        members.map(
          (index) =>
            sql`WHEN ${integerLiteral(index)} THEN ${integerLiteral(value(roles[index] as Role))}`,
        ),
        sql` `,
      )} END`;
    const steps = byAct(({ step }) => (step === undefined ? 0 : 2 ** step));
    const hasRef = members.some((index) => roles[index]?.step === last);
    const ref = orders ? sql`, ${hasRef ? sql`ref` : sql`CAST(NULL AS VARCHAR)`} AS ref` : sql``;
    return sql`SELECT unit, acted, acted * 64 + ${byAct(({ group }) => group)} AS pos${tied ? sql`, tie` : sql``}, ${steps} AS steps${ref} FROM ${sources.tableOf(members[0] ?? 0)} WHERE act >= 0`;
  });
  const all = join(parts, sql` UNION ALL `);
  if (!tied) return sql`stream AS (${all})`;
  const ref = orders ? sql`, max(ref) AS ref` : sql``;
  return sql`stream AS (SELECT unit, min(acted) AS acted, pos, tie, CAST(sum(steps) AS BIGINT) AS steps${ref} FROM (${all}) AS a GROUP BY unit, pos, tie)`;
}

/**
 * Tables of `unit` (a hash of the person or visit) and `acted` in microseconds. Beside these `tie`
 * where rows may be the same, `trait`, `ref` and `who` where asked, and in visits the first step's
 * `person`.
 */
export function compileFunnelRows(
  context: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  options: RowsOptions,
): FunnelRows {
  const roles = rolesOf(plan);
  const tied = new Set(roles.map(({ group }) => group)).size < roles.length;
  const { breakdown } = plan;
  const streamed = isStreamed(plan);
  const ofWorth = worthStep(plan);
  const carried = ({ step }: Role): Carried => ({
    trait: breakdown?.kind === 'step' && breakdown.step === step ? breakdown.dimension : undefined,
    ref: options.orders === true && step === ofWorth,
    who: options.keys === true && step === 0,
  });
  const byVisit = plan.per === 'session';
  const sources = compileSources(context, {
    roles: roles.map((role) => ({ role, carried: carried(role) })),
    span: readSpan(plan, start),
    tied,
    // strict acts are those that people do: they open and keep a visit
    visits: byVisit ? strictActs.map(plain) : undefined,
  });
  const tables = roles.map((role, index) => {
    const { trait, ref, who } = carried(role);
    const names = [
      sql`unit`,
      sql`acted`,
      ...(byVisit && role.step === 0 ? [sql`person`] : []),
      ...(tied ? [sql`tie`] : []),
      ...(trait === undefined ? [] : [sql`trait`]),
      ...(ref ? [sql`ref`] : []),
      ...(who ? [sql`who`] : []),
    ];
    const within =
      role.step === 0
        ? sql` AND acted >= ${integerLiteral(start.fromMs * 1000)} AND acted < ${integerLiteral(start.toMs * 1000)}`
        : sql``;
    return sql`${identifier(role.table)} AS (SELECT ${join(names)} FROM ${sources.tableOf(index)} WHERE act = ${integerLiteral(index)}${within})`;
  });
  const enders = (index: number) =>
    roles.flatMap(({ table, step, group, exclusion }) => {
      const planned = exclusion === undefined ? undefined : plan.exclusions[exclusion];
      const here = planned === undefined || (planned.after < index && index <= planned.before);
      return step === undefined && here ? [{ name: identifier(table), group }] : [];
    });
  return {
    tables: [
      ...sources.tables,
      ...tables,
      ...(streamed ? [streamOf(roles, sources, { tied, orders: options.orders === true })] : []),
    ],
    tied,
    streamed,
    step: (index) => ({ name: identifier(`s${index}`), group: roles[index]?.group ?? 0 }),
    enders,
  };
}

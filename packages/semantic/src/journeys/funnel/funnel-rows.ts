import { type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { column, dimensionValue, type Scope } from '../../compile/scope.js';
import { actSource } from '../act.js';
import { type ActColumn, type ActSpan, compileActs, type PeopleContext } from '../compile-acts.js';
import type { PlannedAct } from '../plan-act.js';
import type { FunnelPlan } from './funnel.js';
import { sourceKey } from './plan-funnel.js';

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

/** What acts open and keep a visit where steps must lie in one. */
const visitActs = strictActs;

/** Half-open span in which chains begin. */
export interface StartSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What to carry along beside who and when. */
export interface RowsOptions {
  /** The pseudonymous keys, for lists. */
  readonly keys?: boolean;
  /** The order of the last step's acts, for its worth. */
  readonly orders?: boolean;
}

/** The tables that a funnel's chains are found in, one a role. */
export interface FunnelRows {
  readonly tables: readonly Fragment[];
  /** Whether rows of two roles may be the same, so that they are told apart by `tie`. */
  readonly tied: boolean;
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

interface Role {
  readonly table: string;
  readonly act: PlannedAct;
  readonly span: ActSpan;
  readonly group: number;
  readonly step: number | undefined;
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

function rolesOf(plan: FunnelPlan, start: StartSpan): readonly Role[] {
  const span = readSpan(plan, start);
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
      span: index === 0 ? start : span,
      group: groupOf(act),
      step: index,
    })),
    ...plan.exclusions.map(({ act }, index) => ({
      table: `x${index}`,
      act,
      span,
      group: groupOf(act),
      step: undefined,
    })),
    ...(plan.order === 'strict' ? strictRoles(plan) : []).map((act, index) => ({
      table: `o${index}`,
      act,
      span,
      group: groupOf(act),
      step: undefined,
    })),
  ];
}

/** What tells two rows of one instant apart, in the order they are taken: ids of events or documents. */
function tieOf(scope: Scope, { source }: PlannedAct): Fragment {
  if (source.kind !== 'document') return column(scope, 'event_id');
  return column(scope, source.entry === 'refund' ? 'document_id' : 'order_id');
}

const absent = sql`CAST(NULL AS VARCHAR)`;

/**
 * Tables of `unit` (a hash of the person or visit) and `at` in microseconds. Beside these `tie` where
 * rows may be the same, `trait`, `ref` and `who` where asked, and in visits the first step's `person`.
 */
export function compileFunnelRows(
  context: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  options: RowsOptions,
): FunnelRows {
  const roles = rolesOf(plan, start);
  const tied = new Set(roles.map(({ group }) => group)).size < roles.length;
  const { breakdown } = plan;
  const last = plan.steps.length - 1;
  const carries = (role: Pick<Role, 'step'>) => ({
    trait: breakdown?.kind === 'step' && breakdown.step === role.step,
    ref: options.orders === true && role.step === last,
    who: options.keys === true && role.step === 0,
  });
  const visits = plan.per === 'session' ? visitActs.map(plain) : [];
  const columnsOf = (role: Role) => (scope: Scope) => {
    const { trait, ref } = carries(role);
    const columns: ActColumn[] = [];
    if (tied) columns.push({ name: 'tie', value: tieOf(scope, role.act) });
    if (trait && breakdown !== undefined) {
      columns.push({ name: 'trait', value: dimensionValue(scope, breakdown.dimension) });
    }
    if (ref) columns.push({ name: 'ref', value: column(scope, 'order_id') });
    return columns;
  };
  const span = readSpan(plan, start);
  const acts = compileActs(
    context,
    [
      ...roles.map((role) => ({ act: role.act, span: role.span, columns: columnsOf(role) })),
      ...visits.map((act) => ({ act, span, columns: () => [] })),
    ],
    span,
  );
  const each = roles.map((role, index) => ({
    role,
    carried: carries(role),
    rows: acts.each[index] ?? sql``,
  }));
  const tables =
    plan.per === 'session'
      ? visitTables(context, each, acts.each.slice(roles.length), tied)
      : each.map((entry) => personTable(context, entry, tied));
  const enders = (index: number) =>
    roles.flatMap(({ table, step, group }) => {
      if (step !== undefined) return [];
      const exclusion = table.startsWith('x') ? plan.exclusions[Number(table.slice(1))] : undefined;
      const here =
        exclusion === undefined || (exclusion.after < index && index <= exclusion.before);
      return here ? [{ name: identifier(table), group }] : [];
    });
  return {
    tables: [...acts.tables, ...tables],
    tied,
    step: (index) => ({ name: identifier(`s${index}`), group: roles[index]?.group ?? 0 }),
    enders,
  };
}

interface Entry {
  readonly role: Role;
  readonly carried: { readonly trait: boolean; readonly ref: boolean; readonly who: boolean };
  readonly rows: Fragment;
}

function personTable({ dialect }: PeopleContext, { role, carried, rows }: Entry, tied: boolean) {
  const names = [
    sql`${dialect.hash(sql`who`)} AS unit`,
    sql`acted_at AS acted`,
    ...(tied ? [sql`tie`] : []),
    ...(carried.trait ? [sql`trait`] : []),
    ...(carried.ref ? [sql`ref`] : []),
    ...(carried.who ? [sql`who`] : []),
  ];
  return sql`${identifier(role.table)} AS (SELECT ${join(names)} FROM (${rows}) AS a)`;
}

/** Tables of acts under the visit that they belong to: told by pauses among all that people did. */
function visitTables(
  { dialect }: PeopleContext,
  each: readonly Entry[],
  others: readonly Fragment[],
  tied: boolean,
): readonly Fragment[] {
  const tagged = [
    ...each.map(
      ({ rows, carried }, index) =>
        sql`SELECT ${integerLiteral(index)} AS role, who, acted_at, ${tied ? sql`tie` : absent} AS tie, ${carried.trait ? sql`trait` : absent} AS trait, ${carried.ref ? sql`ref` : absent} AS ref FROM (${rows}) AS a`,
    ),
    ...others.map(
      (rows) =>
        sql`SELECT -1 AS role, who, acted_at, ${absent} AS tie, ${absent} AS trait, ${absent} AS ref FROM (${rows}) AS a`,
    ),
  ];
  const pause = integerLiteral(visitPauseMs * 1000);
  const base = [
    sql`tagged AS (${join(tagged, sql` UNION ALL `)})`,
    sql`paused AS (SELECT role, who, acted_at, tie, trait, ref, acted_at - lag(acted_at) OVER (PARTITION BY who ORDER BY acted_at) AS pause FROM tagged)`,
    sql`visited AS (SELECT role, who, acted_at, tie, trait, ref, sum(CASE WHEN pause >= ${pause} THEN 1 ELSE 0 END) OVER (PARTITION BY who ORDER BY acted_at) AS visit FROM paused)`,
  ];
  const tables = each.map(({ role, carried }, index) => {
    const names = [
      sql`${dialect.hash(sql`concat(who, '/', visit)`)} AS unit`,
      sql`acted_at AS acted`,
      ...(role.step === 0 ? [sql`${dialect.hash(sql`who`)} AS person`] : []),
      ...(tied ? [sql`tie`] : []),
      ...(carried.trait ? [sql`trait`] : []),
      ...(carried.ref ? [sql`ref`] : []),
      ...(carried.who ? [sql`who`] : []),
    ];
    return sql`${identifier(role.table)} AS (SELECT ${join(names)} FROM visited WHERE role = ${integerLiteral(index)})`;
  });
  return [...base, ...tables];
}

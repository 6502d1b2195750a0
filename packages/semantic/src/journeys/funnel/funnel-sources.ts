import { type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { column, dimensionValue, type Scope } from '../../compile/scope.js';
import type { Dimension } from '../../model/declarations.js';
import { type ActColumn, compileActs, type PeopleContext } from '../compile-acts.js';
import { compileLedgerActs, type LedgerActs } from '../compile-ledger-acts.js';
import type { PlannedAct } from '../plan-act.js';

/** A pause after which a person's next act begins another visit. */
export const visitPauseMs = 30 * 60_000;

/** What an act does in a funnel. */
export interface Role {
  readonly table: string;
  readonly act: PlannedAct;
  readonly group: number;
  /** Position among the steps. */
  readonly step: number | undefined;
  /** Position among the exclusions. */
  readonly exclusion: number | undefined;
}

/** What to carry along beside who and when. */
export interface Carried {
  readonly trait: Dimension | undefined;
  readonly ref: boolean;
  readonly who: boolean;
}

interface Sources {
  readonly roles: readonly { readonly role: Role; readonly carried: Carried }[];
  readonly span: { readonly fromMs: number; readonly toMs: number };
  readonly tied: boolean;
  /** What opens and keeps a visit; absent where steps may lie in different ones. */
  readonly visits: readonly PlannedAct[] | undefined;
}

/** One look over a ledger. */
interface Source {
  readonly members: { readonly act: PlannedAct; readonly number: number }[];
  /** What no two members may share. */
  readonly groups: Set<number>;
  readonly ledger: LedgerActs['ledger'] | undefined;
}

/** Roles by the looks that find them: as many acts of one ledger in one as no row is two of. */
function looksOf({ roles, visits }: Sources): readonly Source[] {
  const looks: Source[] = [];
  const put = (act: PlannedAct, number: number, group: number) => {
    const ledger = act.source.kind === 'rows' ? act.source.ledger : undefined;
    let look = looks.find(
      (one) => ledger !== undefined && one.ledger === ledger && !one.groups.has(group),
    );
    if (look === undefined) {
      look = { members: [], groups: new Set(), ledger };
      looks.push(look);
    }
    look.members.push({ act, number });
    look.groups.add(group);
  };
  roles.forEach(({ role }, index) => {
    put(role.act, index, role.group);
  });
  // a row that no role takes still keeps a visit going
  visits?.forEach((act, index) => {
    put(act, -1, -1 - index);
  });
  return looks;
}

/** What tells two rows of one instant apart, in the order they are taken: ids of events or documents. */
function tieOf(scope: Scope, { source }: PlannedAct): Fragment {
  if (source.kind !== 'document') return column(scope, 'event_id');
  return column(scope, source.entry === 'refund' ? 'document_id' : 'order_id');
}

const absent = sql`CAST(NULL AS VARCHAR)`;

/** Tables of what was done: `act` (the role's number), `unit`, `acted`, and what is carried along. */
export function compileSources(context: PeopleContext, sources: Sources) {
  const { roles, span, tied, visits } = sources;
  const looks = looksOf(sources);
  const carriedBy = (look: Source) => {
    const own = look.members.flatMap(({ number }) => roles[number]?.carried ?? []);
    return {
      trait: own.find(({ trait }) => trait !== undefined)?.trait,
      ref: own.some(({ ref }) => ref),
      who: own.some(({ who }) => who),
    };
  };
  const columnsOf = (look: Source) => (scope: Scope) => {
    const { trait, ref } = carriedBy(look);
    const columns: ActColumn[] = [];
    const [first] = look.members;
    if (tied && first) columns.push({ name: 'tie', value: tieOf(scope, first.act) });
    if (trait) columns.push({ name: 'trait', value: dimensionValue(scope, trait) });
    if (ref) columns.push({ name: 'ref', value: column(scope, 'order_id') });
    return columns;
  };
  const acts = compileActs(
    context,
    looks.map((look) => ({
      act: look.members[0]?.act ?? unreachable(),
      span,
      columns: (scope) => [
        { name: 'act', value: integerLiteral(look.members[0]?.number ?? -1) },
        ...columnsOf(look)(scope),
      ],
    })),
    span,
  );
  const rows = looks.map((look, index) =>
    look.ledger === undefined || look.members.length === 1
      ? (acts.each[index] ?? unreachable())
      : compileLedgerActs(context, {
          ledger: look.ledger,
          acts: look.members,
          span,
          columns: columnsOf(look),
        }),
  );
  const lookAt = (index: number) =>
    looks.findIndex(({ members }) => members.some(({ number }) => number === index));
  if (visits !== undefined) {
    const tagged = rows.map((from, index) =>
      taggedRows(from, carriedBy(looks[index] ?? unreachable()), tied),
    );
    return {
      tables: [...acts.tables, ...visitTables(context, tagged)],
      tableOf: () => identifier('visited'),
      lookOf: () => 0,
    };
  }
  const { dialect } = context;
  const tables = looks.map((look, index) => {
    const { trait, ref, who } = carriedBy(look);
    const names = [
      sql`act`,
      sql`${dialect.hash(sql`who`)} AS unit`,
      sql`acted_at AS acted`,
      ...(tied ? [sql`tie`] : []),
      ...(trait === undefined ? [] : [sql`trait`]),
      ...(ref ? [sql`ref`] : []),
      ...(who ? [sql`who`] : []),
    ];
    return sql`${identifier(`b${index}`)} AS (SELECT ${join(names)} FROM (${rows[index] ?? unreachable()}) AS a)`;
  });
  return {
    tables: [...acts.tables, ...tables],
    tableOf: (role: number) => identifier(`b${lookAt(role)}`),
    lookOf: lookAt,
  };
}

function unreachable(): never {
  throw new Error('every look has a role');
}

const taggedRows = (from: Fragment, { trait, ref }: Carried, tied: boolean): Fragment =>
  sql`SELECT act, who, acted_at, ${tied ? sql`tie` : absent} AS tie, ${trait ? sql`trait` : absent} AS trait, ${ref ? sql`ref` : absent} AS ref FROM (${from}) AS a`;

/** Acts under the visit that they belong to: told by pauses among all that people did. */
function visitTables({ dialect }: PeopleContext, tagged: readonly Fragment[]): readonly Fragment[] {
  const pause = integerLiteral(visitPauseMs * 1000);
  const person = dialect.hash(sql`who`);
  return [
    sql`tagged AS (SELECT ${person} AS person, act, who, acted_at, tie, trait, ref FROM (${join(tagged, sql` UNION ALL `)}) AS a)`,
    sql`paused AS (SELECT person, act, who, acted_at, tie, trait, ref, acted_at - lag(acted_at) OVER (PARTITION BY person ORDER BY acted_at) AS pause FROM tagged)`,
    sql`counted AS (SELECT person, act, who, acted_at, tie, trait, ref, sum(CASE WHEN pause >= ${pause} THEN 1 ELSE 0 END) OVER (PARTITION BY person ORDER BY acted_at) AS visit FROM paused)`,
    sql`visited AS (SELECT act, person, ${dialect.hash(sql`concat(person, '/', visit)`)} AS unit, acted_at AS acted, tie, trait, ref, who FROM counted)`,
  ];
}

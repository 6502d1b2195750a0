import type { TenantId } from '@olympus/core';
import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  integerLiteral,
  join,
  nameLiteral,
  type Statement,
  sql,
} from '@olympus/sql';
import { isAct } from '../compile/visits.js';

/** What happens with a customer, told by kind. */
export const timelineKinds = [
  'order',
  'refund',
  'cancellation',
  'payment',
  'visit',
  'feedback',
  'conversation',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** The entry that a page of the timeline goes on after. */
export interface TimelineCursor {
  readonly atMs: number;
  readonly kind: TimelineKind;
  readonly id: string;
}

/** One customer of one tenant. */
export interface OneCustomer {
  readonly tenantId: TenantId;
  readonly key: string;
}

interface Who {
  readonly tenant: Fragment;
  readonly key: Fragment;
  readonly dialect: Dialect;
}

const whoOf = ({ tenantId, key }: OneCustomer, dialect: Dialect): Who => ({
  tenant: bind('string', tenantId),
  key: bind('string', key),
  dialect,
});

const none = sql`CAST(NULL AS VARCHAR)`;

/** The columns that each part of a timeline gives: when, kind, id, amount, count, and three texts. */
function entry(
  columns: {
    readonly at: Fragment;
    readonly kind: TimelineKind;
    readonly id: Fragment;
    readonly amount?: Fragment;
    readonly count?: Fragment;
    readonly texts?: readonly Fragment[];
  },
  dialect: Dialect,
): Fragment {
  const [first = none, second = none, third = none] = columns.texts ?? [];
  const number = (value: Fragment | undefined) => dialect.toFloat(value ?? sql`NULL`);
  return sql`SELECT ${columns.at} AS happened_at, ${nameLiteral(columns.kind)} AS kind, ${columns.id} AS id, ${number(columns.amount)} AS amount, ${number(columns.count)} AS count_of, ${first} AS text_1, ${second} AS text_2, ${third} AS text_3`;
}

/** Sales are told by document and time: each version of an order books what it changed. */
function salesPart(
  { tenant, key, dialect }: Who,
  kind: 'order' | 'refund' | 'cancellation',
): Fragment {
  const booked = kind === 'order' ? nameLiteral('sale') : nameLiteral(kind);
  const id = sql`coalesce(f.order_id, f.document_id)`;
  const texts = [
    sql`max(f.channel)`,
    sql`CASE WHEN sum(f.orders) > 0 THEN 'placed' ELSE 'changed' END`,
    sql`max(f.document_id)`,
  ];
  const shown = entry(
    {
      at: sql`f.occurred_at`,
      kind,
      id,
      amount: sql`sum(f.net)`,
      count: sql`sum(f.quantity)`,
      texts,
    },
    dialect,
  );
  return sql`${shown} FROM sales AS f WHERE f.tenant_id = ${tenant} AND f.customer_key = ${key} AND f.entry = ${booked} GROUP BY f.occurred_at, ${id} HAVING sum(f.net) <> 0 OR sum(f.quantity) <> 0 OR sum(f.orders) <> 0`;
}

/** Rows of `sessions` of the customer, and of browsers that became known to be theirs. */
const visitsOf = ({ tenant, key }: Who): Fragment =>
  sql`FROM sessions AS f WHERE f.tenant_id = ${tenant} AND ${isAct(sql`f.action`)} AND (f.customer_key = ${key} OR f.visitor_key = ${key} OR (f.customer_key IS NULL AND f.visitor_key IN (SELECT s.visitor_key FROM sessions AS s WHERE s.tenant_id = ${tenant} AND s.customer_key = ${key} AND s.visitor_key IS NOT NULL)))`;

function partOf(who: Who, kind: TimelineKind): Fragment {
  const { tenant, key, dialect } = who;
  const mine = sql`f.tenant_id = ${tenant} AND f.customer_key = ${key}`;
  const at = sql`f.occurred_at`;
  switch (kind) {
    case 'order':
    case 'refund':
    case 'cancellation':
      return salesPart(who, kind);
    case 'payment': {
      const texts = [sql`f.method`, sql`f.status`, sql`f.failure_code`];
      const id = sql`concat(f.payment_id, '/', f.status)`;
      return sql`${entry({ at, kind, id, amount: sql`f.amount`, texts }, dialect)} FROM payments AS f WHERE ${mine}`;
    }
    case 'visit': {
      const pages = dialect.aggregate('count', undefined, sql`f.path IS NOT NULL`);
      const texts = [sql`max(f.device)`, sql`coalesce(max(f.utm_source), max(f.referrer))`];
      const shown = entry(
        { at: sql`min(f.occurred_at)`, kind, id: sql`f.session_id`, count: pages, texts },
        dialect,
      );
      return sql`${shown} ${visitsOf(who)} GROUP BY f.session_id`;
    }
    case 'feedback': {
      const texts = [sql`f.product_id`, sql`f.language`];
      return sql`${entry({ at, kind, id: sql`f.feedback_id`, amount: sql`f.rating`, texts }, dialect)} FROM feedback AS f WHERE ${mine}`;
    }
    case 'conversation': {
      const said = dialect.aggregate('count', undefined, sql`f.entry = 'message'`);
      const closed = dialect.aggregate('count', undefined, sql`f.entry = 'closed'`);
      const texts = [
        sql`CASE WHEN ${closed} > 0 THEN 'closed' ELSE 'open' END`,
        sql`max(f.language)`,
      ];
      const shown = entry(
        {
          at: sql`min(f.occurred_at)`,
          kind,
          id: sql`f.conversation_id`,
          amount: sql`max(f.rating)`,
          count: said,
          texts,
        },
        dialect,
      );
      return sql`${shown} FROM messages AS f WHERE f.tenant_id = ${tenant} AND f.conversation_id IN (SELECT m.conversation_id FROM messages AS m WHERE m.tenant_id = ${tenant} AND m.customer_key = ${key}) GROUP BY f.conversation_id`;
    }
  }
}

/**
 * What happened with a customer, newest first: columns time, kind, id, amount, count, and three
 * texts whose meaning goes with the kind.
 */
export function compileTimeline(
  customer: OneCustomer,
  dialect: Dialect,
  {
    kinds,
    after,
    limit,
  }: {
    readonly kinds: readonly TimelineKind[];
    readonly after?: TimelineCursor | undefined;
    readonly limit: number;
  },
): Statement {
  const who = whoOf(customer, dialect);
  const parts = join(
    kinds.map((kind) => partOf(who, kind)),
    sql` UNION ALL `,
  );
  const where = after === undefined ? sql`` : sql` WHERE ${isAfter(after)}`;
  return compile(
    sql`SELECT happened_at, kind, id, amount, count_of, text_1, text_2, text_3 FROM (${parts}) AS t${where} ORDER BY happened_at DESC, kind, id LIMIT ${integerLiteral(limit)}`,
    dialect,
  );
}

function isAfter({ atMs, kind, id }: TimelineCursor): Fragment {
  const at = bind('timestamp', atMs);
  const word = nameLiteral(kind);
  return sql`(happened_at < ${at} OR (happened_at = ${at} AND (kind > ${word} OR (kind = ${word} AND id > ${bind('string', id)}))))`;
}

const listed = (values: readonly string[]) => join(values.map((value) => bind('string', value)));

/** What was done in some of a customer's visits, in order: visit, time, action, page, product. */
export function compileVisitSteps(
  customer: OneCustomer,
  dialect: Dialect,
  sessions: readonly string[],
  limit: number,
): Statement {
  return compile(
    sql`SELECT f.session_id, f.occurred_at, f.action, f.path, f.product_id ${visitsOf(whoOf(customer, dialect))} AND f.session_id IN (${listed(sessions)}) ORDER BY f.occurred_at, f.event_id LIMIT ${integerLiteral(limit)}`,
    dialect,
  );
}

/** What some of a customer's orders hold: order, product, its name, units, net. */
export function compileOrderLines(
  customer: OneCustomer,
  dialect: Dialect,
  orders: readonly string[],
  limit: number,
): Statement {
  const { tenant, key } = whoOf(customer, dialect);
  return compile(
    sql`SELECT f.order_id, f.product_id, max(p.name), sum(f.quantity), sum(f.net) FROM sales AS f LEFT JOIN products AS p ON p.tenant_id = ${tenant} AND p.product_id = f.product_id WHERE f.tenant_id = ${tenant} AND f.customer_key = ${key} AND f.entry = 'sale' AND f.product_id IS NOT NULL AND f.order_id IN (${listed(orders)}) GROUP BY f.order_id, f.product_id HAVING sum(f.quantity) <> 0 ORDER BY 1, 5 DESC, 2 LIMIT ${integerLiteral(limit)}`,
    dialect,
  );
}

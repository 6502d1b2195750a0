import { type CustomerKey, Problem, printWall, type TenantId, toWall } from '@olympus/core';
import {
  compileOrderLines,
  compileTimeline,
  compileVisitSteps,
  type TimelineCursor,
  type TimelineKind,
  timelineKinds,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import { roundAmount } from './list.js';
import type { CustomersDependencies } from './reckoning.js';

export interface TimelineRequest {
  readonly tenantId: TenantId;
  readonly key: CustomerKey;
  readonly kinds?: readonly TimelineKind[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** Lines of orders and steps of visits that one page tells at most. */
const detailsTold = 1_000;

const isKind = (value: unknown): value is TimelineKind =>
  timelineKinds.some((kind) => kind === value);

/** A place in a timeline as text that means nothing to callers. */
const printCursor = ({ atMs, kind, id }: TimelineCursor): string =>
  Buffer.from(JSON.stringify([atMs, kind, id])).toString('base64url');

function parseCursor(text: string): TimelineCursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const [atMs, kind, id] = Array.isArray(value) ? value : [];
    if (Number.isSafeInteger(atMs) && isKind(kind) && typeof id === 'string')
      return { atMs, kind, id };
  } catch {
    // told below, like every other text that is none
  }
  throw new Problem({
    code: 'invalid_cursor',
    kind: 'invalid',
    message: 'This is no place in a timeline',
    at: '/cursor',
    remedy: 'Give what "next" of the page before said, or leave it out.',
  });
}

type Cells = readonly unknown[];

const textOf = (cell: unknown): string | null =>
  cell === null || cell === undefined ? null : String(cell);
const amountOf = (cell: unknown): number | null =>
  cell === null || cell === undefined ? null : roundAmount(numberIn(String(cell)));

/** What an entry says beside when and what, by its kind. */
function detailsOf(kind: TimelineKind, [, , id, amount, count, first, second, third]: Cells) {
  switch (kind) {
    case 'order':
    case 'refund':
    case 'cancellation':
      return {
        order_id: textOf(id),
        amount: amountOf(amount),
        units: amountOf(count),
        channel: textOf(first),
        ...(kind === 'order' ? { changed: second === 'changed' } : {}),
      };
    case 'payment':
      return {
        amount: amountOf(amount),
        method: textOf(first),
        status: textOf(second),
        failure_code: textOf(third),
      };
    case 'visit':
      return { pages: amountOf(count), device: textOf(first), source: textOf(second) };
    case 'feedback':
      return { rating: amountOf(amount), product_id: textOf(first), language: textOf(second) };
    case 'conversation':
      return {
        rating: amountOf(amount),
        messages: amountOf(count),
        status: textOf(first),
        language: textOf(second),
      };
  }
}

/** Rows by their first cell. */
function grouped<Item>(
  rows: readonly Cells[],
  read: (row: Cells) => Item,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const key = String(row[0]);
    const group = groups.get(key) ?? [];
    group.push(read(row));
    groups.set(key, group);
  }
  return groups;
}

async function fetchDetails(
  { runner, dialect }: CustomersDependencies,
  { tenantId, key, signal }: TimelineRequest,
  rows: readonly Cells[],
  timeZone: string,
) {
  const customer = { tenantId, key };
  const idsOf = (kind: TimelineKind) => [
    ...new Set(rows.filter((row) => row[1] === kind).map((row) => String(row[2]))),
  ];
  const [visits, orders] = [idsOf('visit'), idsOf('order')];
  const steps =
    visits.length === 0
      ? []
      : (
          await runner.run(
            tenantId,
            compileVisitSteps(customer, dialect, visits, detailsTold),
            signal,
          )
        ).rows;
  const lines =
    orders.length === 0
      ? []
      : (
          await runner.run(
            tenantId,
            compileOrderLines(customer, dialect, orders, detailsTold),
            signal,
          )
        ).rows;
  return {
    steps: grouped(steps, ([, at, action, path, product]) => ({
      at: localOf(Number(at), timeZone),
      action: String(action),
      path: textOf(path),
      product_id: textOf(product),
    })),
    lines: grouped(lines, ([, product, name, units, net]) => ({
      product_id: String(product),
      name: textOf(name),
      units: amountOf(units) ?? 0,
      revenue: amountOf(net) ?? 0,
    })),
  };
}

const localOf = (ms: number, timeZone: string) => printWall(toWall(timeZone, ms)).slice(0, 19);

/**
 * What happened with a customer, newest first, page by page.
 * @throws Problem `invalid_cursor`
 */
export async function describeTimeline(deps: CustomersDependencies, request: TimelineRequest) {
  const { tenantId, key, limit, signal } = request;
  const after = request.cursor === undefined ? undefined : parseCursor(request.cursor);
  const at = await deps.queries.moment(tenantId);
  const { timeZone } = at.calendar;
  const kinds =
    request.kinds === undefined || request.kinds.length === 0 ? timelineKinds : request.kinds;
  // one more than asked for says whether there are more
  const page = { kinds: [...new Set(kinds)], after, limit: limit + 1 };
  const statement = compileTimeline({ tenantId, key }, deps.dialect, page);
  const { rows } = await deps.runner.run(tenantId, statement, signal);
  const shown = rows.slice(0, limit);
  const { steps, lines } = await fetchDetails(deps, request, shown, timeZone);
  const [lastAt, lastKind, lastId] = shown.at(-1) ?? [];
  return {
    customer_key: key,
    time_zone: timeZone,
    currency: at.tenant.currency,
    entries: shown.flatMap((row) => {
      const [atMs, kind, id] = row;
      if (!isKind(kind)) return [];
      const key = String(id);
      return {
        kind,
        id: key,
        at: localOf(Number(atMs), timeZone),
        ...detailsOf(kind, row),
        ...(kind === 'visit' ? { steps: steps.get(key) ?? [] } : {}),
        ...(kind === 'order' ? { lines: lines.get(key) ?? [] } : {}),
      };
    }),
    next:
      rows.length > limit && isKind(lastKind)
        ? printCursor({ atMs: Number(lastAt), kind: lastKind, id: String(lastId) })
        : null,
  };
}

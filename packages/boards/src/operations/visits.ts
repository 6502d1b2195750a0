import type { AnalyticsService } from '@olympus/analytics/room';
import { createPrincipal, type Permission, type Principal } from '@olympus/contract';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Audit, Tenants } from '@olympus/platform';
import type { Filters, Scope, Tile } from '../board.js';
import { invalidTile } from '../problems.js';
import type { AnnotationStore } from '../store/annotation-store.js';
import type { BoardStore } from '../store/board-store.js';
import type { AskTile } from '../tiles/ask-tile.js';
import { describeAnnotation } from './annotations.js';
import { calendarOf } from './boards.js';

/** All that a visit permits, and only for the questions of its dashboard. */
export const visitRights: ReadonlySet<Permission> = new Set<Permission>(['analytics:read']);

/** Somebody without an account looks at a dashboard: by a link, or in a frame. */
export interface Visit {
  /** `share:…`, `embed:…` */
  readonly id: string;
  readonly name: string;
  readonly tenant: TenantId;
  readonly board: string;
  readonly openPeriod: boolean;
  readonly expiresAt: string;
  /** What of the business is shown at all. */
  readonly fixed: Filters;
}

interface AskedTile {
  readonly tile: string;
  readonly timeframe?: string;
  readonly from?: string;
  readonly to?: string;
  readonly locale?: string;
}

/** What visitors see of a dashboard, and nothing else. */
export function createVisits(deps: {
  readonly boards: BoardStore;
  readonly annotations: AnnotationStore;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly clock: Clock;
  readonly askTile: AskTile;
  readonly analytics: Pick<AnalyticsService['analytics'], 'model'>;
}) {
  const boardOf = ({ tenant, board }: Visit) =>
    deps.boards.get(tenant, board, { id: '', name: '' });
  return {
    /** @param over what to throw once the business is gone */
    async board(visit: Visit, over: () => Problem) {
      const [{ content }, annotations, shop, model] = await Promise.all([
        boardOf(visit),
        deps.annotations.list(visit.tenant, visit.board),
        deps.tenants.get(visit.tenant),
        deps.analytics.model(visit.tenant),
      ]);
      if (shop === undefined) throw over();
      const { name, timeZone, currency, locale } = shop;
      return {
        name: content.name,
        description: content.description,
        shop: { name, time_zone: timeZone, currency, locale },
        scope: visibleScope(content.scope),
        open_period: visit.openPeriod,
        expires_at: visit.expiresAt,
        tiles: content.tiles.map(({ id, title, x, y, w, h, view }) => ({
          ...{ id, title, x, y, w, h, view },
        })),
        // what the business notes for all of its dashboards is its own
        annotations: annotations.filter(({ board }) => board !== null).map(describeAnnotation),
        metrics: countedBy(content.tiles, model.metrics),
      };
    },
    async recordOpening(visit: Visit, action: string, requestId: string): Promise<void> {
      await deps.audit.record({
        tenantId: visit.tenant,
        actor: visitorOf(visit),
        action,
        target: visit.board,
        requestId,
      });
    },
    async tile(visit: Visit, input: AskedTile, signal: AbortSignal, requestId: string) {
      const { content } = await boardOf(visit);
      const tile = content.tiles.find(({ id }) => id === input.tile);
      if (tile?.ask === undefined) throw tileNotFound();
      const { tenant, fixed } = visit;
      const { outcomes } = await deps.askTile({
        tenant,
        tile: { ask: tile.ask, ...moreOf(tile) },
        scope: scopeOf(content.scope, visit, input),
        fixed,
        calendar: await calendarOf(deps.tenants, deps.clock, tenant),
        caller: visitorOf(visit),
        locale: input.locale,
        signal,
        requestId,
      });
      return { outcomes };
    },
  };
}

export type Visits = ReturnType<typeof createVisits>;

/** What is known of the metrics that tiles name, and of no others. */
function countedBy(
  tiles: readonly Tile[],
  metrics: Awaited<ReturnType<AnalyticsService['analytics']['model']>>['metrics'],
) {
  const named = new Set(tiles.flatMap(({ ask }) => ask?.input.metrics ?? []));
  return metrics
    .filter(({ name }) => named.has(name))
    .map(({ name, polarity }) => ({ name, polarity }));
}

function visitorOf({ id, name, tenant, expiresAt }: Visit): Principal {
  const identity = { kind: 'token', id, name } as const;
  return createPrincipal(identity, new Map([[tenant, visitRights]]), Date.parse(expiresAt));
}

const moreOf = ({ more, follows }: Tile) => ({
  ...(more === undefined ? {} : { more }),
  ...(follows === undefined ? {} : { follows }),
});

/** Filters are part of what was asked, and what they hold may be nobody else's. */
const visibleScope = ({ filters: _, ...scope }: Scope): Scope => scope;

/** The saved scope, with the visitor's period where the visit leaves it open. */
function scopeOf(
  scope: Scope,
  { openPeriod }: Pick<Visit, 'openPeriod'>,
  { timeframe, from, to }: Pick<AskedTile, 'timeframe' | 'from' | 'to'>,
): Scope {
  if (timeframe === undefined && from === undefined && to === undefined) return scope;
  if (!openPeriod) {
    throw new Problem({
      code: 'period_not_open',
      kind: 'forbidden',
      message: 'This link shows one period only',
      remedy: 'Leave timeframe, from and to out.',
    });
  }
  if (timeframe !== undefined) {
    return { ...scope, time: { timeframe } as NonNullable<Scope['time']> };
  }
  if (from === undefined || to === undefined) {
    throw invalidTile('A period has two ends', '/from', 'Give both from and to, or a timeframe.');
  }
  return { ...scope, time: { from, to } };
}

function tileNotFound(): Problem {
  return new Problem({
    code: 'tile_not_found',
    kind: 'not_found',
    message: 'The dashboard has no such tile to ask',
    remedy: 'Load the dashboard again: it may have been changed.',
  });
}

import type { AnalyticsService } from '@olympus/analytics/room';
import {
  createPrincipal,
  type Handlers,
  type Permission,
  type Principal,
  requireOwnRights,
} from '@olympus/contract';
import { type Clock, dayMs, Problem } from '@olympus/core';
import type { Audit, Tenants } from '@olympus/platform';
import type { Scope, Tile } from '../board.js';
import { invalidTile, shareOver } from '../problems.js';
import type { AnnotationStore } from '../store/annotation-store.js';
import type { BoardStore } from '../store/board-store.js';
import type { Share, SharedBoard, ShareStore } from '../store/share-store.js';
import type { AskTile } from '../tiles/ask-tile.js';
import { describeAnnotation } from './annotations.js';
import { calendarOf, personOf } from './boards.js';
import type { shareOperations } from './shares.contract.js';

/** All that a link permits, and only for the questions of its dashboard. */
const sharedRights: ReadonlySet<Permission> = new Set<Permission>(['analytics:read']);

export function shareHandlers(deps: {
  readonly boards: BoardStore;
  readonly shares: ShareStore;
  readonly annotations: AnnotationStore;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly clock: Clock;
  readonly askTile: AskTile;
  readonly publicUrl: () => string;
  readonly analytics: Pick<AnalyticsService['analytics'], 'model'>;
}): Handlers<typeof shareOperations> {
  const { boards, shares, clock } = deps;
  const describe = (share: Share) => describeShare(share, clock.now());
  const boardOf = (share: SharedBoard) =>
    boards.get(share.tenant, share.board, { id: '', name: '' });

  return {
    'boards.share': async ({ tenant, caller, input, note }) => {
      const { id, name, days, open_period: openPeriod = false } = input;
      const ttlMs = days * dayMs;
      requireOwnRights(caller, {
        tenant,
        permissions: sharedRights,
        untilMs: clock.now() + ttlMs,
        at: '/days',
      });
      const given = { name, openPeriod, ttlMs };
      const { share, token } = await shares.add(tenant, id, given, personOf(caller));
      note({ target: id, detail: { share: share.id, name, expires_at: share.expiresAt } });
      return { ...describe(share), token, url: `${deps.publicUrl()}/shared/${token}` };
    },
    'boards.shares': async ({ tenant, input }) => ({
      shares: (await shares.list(tenant, input.id)).map(describe),
    }),
    'boards.unshare': async ({ tenant, input, note }) => {
      note({ target: input.id, detail: { share: input.share } });
      await shares.remove(tenant, input.id, input.share);
      return undefined;
    },
    'shared.board': async ({ input, requestId }) => {
      const share = await shares.find(input.token);
      const [{ content }, annotations, shop, model] = await Promise.all([
        boardOf(share),
        deps.annotations.list(share.tenant, share.board),
        deps.tenants.get(share.tenant),
        deps.analytics.model(share.tenant),
      ]);
      if (shop === undefined) throw shareOver();
      if (await shares.opened(share.id)) {
        await deps.audit.record({
          tenantId: share.tenant,
          actor: visitorOf(share),
          action: 'board.opened_by_link',
          target: share.board,
          requestId,
        });
      }
      const { name, timeZone, currency, locale } = shop;
      return {
        name: content.name,
        description: content.description,
        shop: { name, time_zone: timeZone, currency, locale },
        scope: visibleScope(content.scope),
        open_period: share.openPeriod,
        expires_at: share.expiresAt,
        tiles: content.tiles.map(({ id, title, x, y, w, h, view }) => ({
          ...{ id, title, x, y, w, h, view },
        })),
        // what the business notes for all of its dashboards is its own
        annotations: annotations.filter(({ board }) => board !== null).map(describeAnnotation),
        metrics: countedBy(content.tiles, model.metrics),
      };
    },
    'shared.tile': async ({ input, signal, requestId }) => {
      const share = await shares.find(input.token);
      const { content } = await boardOf(share);
      const tile = content.tiles.find(({ id }) => id === input.tile);
      if (tile?.ask === undefined) throw tileNotFound();
      const { tenant } = share;
      const { outcomes } = await deps.askTile({
        tenant,
        tile: { ask: tile.ask, ...moreOf(tile) },
        scope: scopeOf(content.scope, share, input),
        calendar: await calendarOf(deps.tenants, clock, tenant),
        caller: visitorOf(share),
        locale: input.locale,
        signal,
        requestId,
      });
      return { outcomes };
    },
  };
}

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

function visitorOf({ id, name, tenant, expiresAt }: SharedBoard): Principal {
  const identity = { kind: 'token', id: `share:${id}`, name } as const;
  return createPrincipal(identity, new Map([[tenant, sharedRights]]), Date.parse(expiresAt));
}

const moreOf = ({ more, follows }: Tile) => ({
  ...(more === undefined ? {} : { more }),
  ...(follows === undefined ? {} : { follows }),
});

/** Filters are part of what was asked, and what they hold may be nobody else's. */
const visibleScope = ({ filters: _, ...scope }: Scope): Scope => scope;

/** The saved scope, with the visitor's period where the link leaves it open. */
function scopeOf(
  scope: Scope,
  { openPeriod }: Share,
  { timeframe, from, to }: { timeframe?: string; from?: string; to?: string },
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

const describeShare = (share: Share, nowMs: number) => ({
  id: share.id,
  name: share.name,
  open_period: share.openPeriod,
  created_by: share.createdBy,
  created_at: share.createdAt,
  expires_at: share.expiresAt,
  expired: Date.parse(share.expiresAt) <= nowMs,
  opened: share.opened,
  opened_at: share.openedAt,
});

function tileNotFound(): Problem {
  return new Problem({
    code: 'tile_not_found',
    kind: 'not_found',
    message: 'The dashboard has no such tile to ask',
    remedy: 'Load the dashboard again: it may have been changed.',
  });
}

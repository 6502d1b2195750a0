import { type Handlers, requireOwnRights } from '@olympus/contract';
import { type Clock, dayMs } from '@olympus/core';
import { shareOver } from '../problems.js';
import type { Share, SharedBoard, ShareStore } from '../store/share-store.js';
import { personOf } from './boards.js';
import type { shareOperations } from './shares.contract.js';
import { type Visit, type Visits, visitRights } from './visits.js';

export function shareHandlers(deps: {
  readonly shares: ShareStore;
  readonly visits: Visits;
  readonly clock: Clock;
  readonly publicUrl: () => string;
}): Handlers<typeof shareOperations> {
  const { shares, visits, clock } = deps;
  const describe = (share: Share) => describeShare(share, clock.now());

  return {
    'boards.share': async ({ tenant, caller, input, note }) => {
      const { id, name, days, open_period: openPeriod = false } = input;
      const ttlMs = days * dayMs;
      requireOwnRights(caller, {
        tenant,
        permissions: visitRights,
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
      const visit = visitBy(share);
      const board = await visits.board(visit, shareOver);
      if (await shares.opened(share.id)) {
        await visits.recordOpening(visit, 'board.opened_by_link', requestId);
      }
      return board;
    },
    'shared.tile': async ({ input, signal, requestId }) =>
      visits.tile(visitBy(await shares.find(input.token)), input, signal, requestId),
  };
}

function visitBy({ id, name, tenant, board, openPeriod, expiresAt }: SharedBoard): Visit {
  return { id: `share:${id}`, name, tenant, board, openPeriod, expiresAt, fixed: [] };
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

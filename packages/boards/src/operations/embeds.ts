import type { AnalyticsService } from '@olympus/analytics/room';
import { type Handlers, requireOwnRights } from '@olympus/contract';
import { type Clock, dayMs, Problem, type TenantId } from '@olympus/core';
import { cohortDimension } from '@olympus/semantic';
import type { Filters } from '../board.js';
import type { EmbedTokens } from '../embeds/embed-token.js';
import { embedOver } from '../problems.js';
import type { Embed, EmbeddedBoard, EmbedStore } from '../store/embed-store.js';
import { personOf } from './boards.js';
import type { embedOperations } from './embeds.contract.js';
import { type Visit, type Visits, visitRights } from './visits.js';

export function embedHandlers(deps: {
  readonly embeds: EmbedStore;
  readonly tokens: EmbedTokens;
  readonly visits: Visits;
  readonly analytics: Pick<AnalyticsService['analytics'], 'model'>;
  readonly clock: Clock;
  readonly publicUrl: () => string;
}): Handlers<typeof embedOperations> {
  const { embeds, tokens, visits, clock } = deps;
  const describe = (embed: Embed) => describeEmbed(embed, clock.now());

  async function checkFilters(tenant: TenantId, filters: Filters): Promise<void> {
    const { dimensions } = await deps.analytics.model(tenant);
    const index = filters.findIndex(
      ({ dimension }) =>
        dimension !== cohortDimension.name && !dimensions.some(({ name }) => name === dimension),
    );
    if (index >= 0) throw unknownDimension(filters[index]?.dimension ?? '', index);
  }

  return {
    'boards.embed': async ({ tenant, caller, input, note }) => {
      const { id, name, days, origins, open_period: openPeriod = false } = input;
      const filters = structuredClone(input.filters ?? []) as Filters;
      const ttlMs = days * dayMs;
      requireOwnRights(caller, {
        tenant,
        permissions: visitRights,
        untilMs: clock.now() + ttlMs,
        at: '/days',
      });
      await checkFilters(tenant, filters);
      const given = { name, origins: [...origins], filters, openPeriod, ttlMs };
      const embed = await embeds.add(tenant, id, given, personOf(caller));
      const { expiresAt } = embed;
      note({
        target: id,
        detail: { embed: embed.id, name, origins: origins.join(' '), expires_at: expiresAt },
      });
      const token = tokens.sign({ id: embed.id, expiresMs: Date.parse(expiresAt) });
      return { ...describe(embed), token, url: `${deps.publicUrl()}/embed/${token}` };
    },
    'boards.embeds': async ({ tenant, input }) => ({
      embeds: (await embeds.list(tenant, input.id)).map(describe),
    }),
    'boards.unembed': async ({ tenant, input, note }) => {
      note({ target: input.id, detail: { embed: input.embed } });
      await embeds.remove(tenant, input.id, input.embed);
      return undefined;
    },
    'embedded.board': async ({ input, requestId }) => {
      const embed = await embeds.find(tokens.verify(input.token).id);
      const visit = visitIn(embed);
      const board = await visits.board(visit, embedOver);
      if (await embeds.opened(embed.id)) {
        await visits.recordOpening(visit, 'board.opened_in_frame', requestId);
      }
      return board;
    },
    'embedded.tile': async ({ input, signal, requestId }) => {
      const embed = await embeds.find(tokens.verify(input.token).id);
      return visits.tile(visitIn(embed), input, signal, requestId);
    },
  };
}

/** Who may frame the page of an embedding: its sites, for as long as it holds; nobody other pages. */
export function createFramers(embeds: Pick<EmbedStore, 'find'>, tokens: EmbedTokens) {
  return async (path: string): Promise<readonly string[] | undefined> => {
    const [, token] = /^\/embed\/([A-Za-z0-9_-]{44,400})$/.exec(path) ?? [];
    if (token === undefined) return undefined;
    try {
      const { origins } = await embeds.find(tokens.verify(token).id);
      return origins;
    } catch (error) {
      if (error instanceof Problem && error.code === 'embed_over') return undefined;
      throw error;
    }
  };
}

function visitIn(embed: EmbeddedBoard): Visit {
  const { id, name, tenant, board, openPeriod, expiresAt, filters } = embed;
  return { id: `embed:${id}`, name, tenant, board, openPeriod, expiresAt, fixed: filters };
}

function unknownDimension(dimension: string, index: number): Problem {
  return new Problem({
    code: 'unknown_dimension',
    kind: 'invalid',
    message: `There is no dimension ${dimension}`,
    at: `/filters/${index}/dimension`,
    remedy: 'Take one of those that analytics.model lists.',
  });
}

const describeEmbed = (embed: Embed, nowMs: number) => ({
  id: embed.id,
  name: embed.name,
  origins: [...embed.origins],
  filters: embed.filters,
  open_period: embed.openPeriod,
  created_by: embed.createdBy,
  created_at: embed.createdAt,
  expires_at: embed.expiresAt,
  expired: Date.parse(embed.expiresAt) <= nowMs,
  opened: embed.opened,
  opened_at: embed.openedAt,
});

import type { Clock, TenantId } from '@olympus/core';
import type { Database } from '@olympus/platform';
import type { Filters } from '../board.js';
import { boardLimits } from '../limits.js';
import { embedOver } from '../problems.js';
import type { Person } from './board-store.js';
import { createPasses, type Opened, type Pass } from './passes.js';
import { parsedJson } from './rows.js';

/** Leave to show one dashboard in frames of some sites. */
export interface Embed extends Pass {
  /** Sites that may frame it, such as `https://example.com`. */
  readonly origins: readonly string[];
  /** What of the business it shows: all of them hold, whatever a tile asks. */
  readonly filters: Filters;
}

export type EmbeddedBoard = Embed & Opened;

export type NewEmbed = Pick<Embed, 'name' | 'origins' | 'filters' | 'openPeriod'> & {
  readonly ttlMs: number;
};

/** Embeddings of dashboards. Their tokens are signed and not stored. */
export interface EmbedStore {
  /** Newest first. @throws Problem `board_not_found` */
  list(tenant: TenantId, board: string): Promise<readonly Embed[]>;
  /** @throws Problem `board_not_found`, `too_many` */
  add(tenant: TenantId, board: string, embed: NewEmbed, person: Person): Promise<Embed>;
  /** @throws Problem `embed_over` */
  remove(tenant: TenantId, board: string, id: string): Promise<void>;
  /** Asks the store each time, so that an embedding ends at once. @throws Problem `embed_over` */
  find(id: string): Promise<EmbeddedBoard>;
  /** Counts an opening. @returns whether it is the first within a minute */
  opened(id: string): Promise<boolean>;
}

export function createEmbedStore(database: Database, clock: Clock): EmbedStore {
  const { list, add, remove, find, opened } = createPasses<Embed>(database, clock, {
    table: 'board_embeds',
    over: embedOver,
    most: boardLimits.embeds,
    called: 'open embeddings',
    own: ['origins', 'filters'],
    read: (pass, [origins, filters]) => ({
      ...pass,
      origins: parsedJson<readonly string[]>(origins),
      filters: parsedJson<Filters>(filters),
    }),
  });
  return {
    list,
    remove,
    opened,
    add: (tenant, board, { origins, filters, ...given }, person) =>
      add(
        { ...given, tenant, board, by: person.name },
        {
          origins: { value: JSON.stringify(origins), json: true },
          filters: { value: JSON.stringify(filters), json: true },
        },
      ),
    find: (id) => find('id', id),
  };
}

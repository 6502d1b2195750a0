import type { BoardScope, TileAsk } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export const boardsQuery = defineTenantQuery({
  name: 'boards',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) =>
    olympus.boards.list({ tenant_id: tenantId }, { signal }),
});

export const boardQuery = defineTenantQuery({
  name: 'board',
  ledgers: [],
  fetch: (tenantId, id: string, signal) =>
    olympus.boards.get({ tenant_id: tenantId, id }, { signal }),
});

export const versionsQuery = defineTenantQuery({
  name: 'board-versions',
  ledgers: [],
  fetch: (tenantId, id: string, signal) =>
    olympus.boards.versions({ tenant_id: tenantId, id }, { signal }),
});

export const sharesQuery = defineTenantQuery({
  name: 'board-shares',
  ledgers: [],
  fetch: (tenantId, id: string, signal) =>
    olympus.boards.shares({ tenant_id: tenantId, id }, { signal }),
});

export const embedsQuery = defineTenantQuery({
  name: 'board-embeds',
  ledgers: [],
  fetch: (tenantId, id: string, signal) =>
    olympus.boards.embeds({ tenant_id: tenantId, id }, { signal }),
});

export const commentsQuery = defineTenantQuery({
  name: 'board-comments',
  ledgers: [],
  fetch: (tenantId, id: string, signal) =>
    olympus.comments.list({ tenant_id: tenantId, id }, { signal }),
});

export const explorationsQuery = defineTenantQuery({
  name: 'explorations',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) =>
    olympus.explorations.list({ tenant_id: tenantId }, { signal }),
});

export const templatesQuery = defineTenantQuery({
  name: 'board-templates',
  ledgers: [],
  fetch: (tenantId, locale: string, signal) =>
    olympus.boards.templates({ tenant_id: tenantId, locale }, { signal }),
});

export const annotationsQuery = defineTenantQuery({
  name: 'annotations',
  ledgers: [],
  fetch: (tenantId, board: string, signal) =>
    olympus.annotations.list({ tenant_id: tenantId, board_id: board }, { signal }),
});

/** What a tile asks within a scope; tiles that ask the same share the answer. */
export const tileQuery = defineTenantQuery({
  name: 'board-tile',
  ledgers: 'any',
  fetch: (tenantId, request: { tile: TileAsk; scope: BoardScope; locale: string }, signal) =>
    olympus.boards.ask({ tenant_id: tenantId, ...request }, { signal }),
});

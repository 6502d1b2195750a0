import analyticsRoom from '@olympus/analytics/room';
import { defineRoom } from '@olympus/contract';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { annotationHandlers } from './operations/annotations.js';
import { boardHandlers } from './operations/boards.js';
import { exportHandlers } from './operations/exports.js';
import { shareHandlers } from './operations/shares.js';
import { authorsOfBoards } from './personal-data.js';
import { createAnnotationStore } from './store/annotation-store.js';
import { createBoardStore } from './store/board-store.js';
import { createShareStore } from './store/share-store.js';
import { createAskTile } from './tiles/ask-tile.js';
import { createAskables } from './tiles/askable.js';

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock } = hall;
    const { database, tenants, audit } = await hall.use(platformRoom);
    const { analytics } = await hall.use(analyticsRoom);
    const find = createAskables(hall.contracts);
    const askTile = createAskTile(find, hall.handler);
    const boards = createBoardStore(database, clock);
    const annotations = createAnnotationStore(database, clock);
    const shares = createShareStore(database, clock);
    return {
      service: undefined,
      handlers: {
        ...boardHandlers({ boards, tenants, clock, find, askTile }),
        ...shareHandlers({
          boards,
          shares,
          annotations,
          tenants,
          audit,
          clock,
          askTile,
          publicUrl: hall.publicUrl,
          analytics,
        }),
        ...annotationHandlers(annotations),
        ...exportHandlers({ analytics }),
      },
      personalData: [authorsOfBoards],
    };
  },
});

import analyticsRoom from '@olympus/analytics/room';
import { defineRoom } from '@olympus/contract';
import { defineSchedule } from '@olympus/jobs';
import jobsRoom from '@olympus/jobs/room';
import objectsRoom from '@olympus/objects/room';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createEmbedTokens } from './embeds/embed-token.js';
import { createExportJob, createExportSweep } from './exports/export-job.js';
import { annotationHandlers } from './operations/annotations.js';
import { boardHandlers } from './operations/boards.js';
import { commentHandlers } from './operations/comments.js';
import { createFramers, embedHandlers } from './operations/embeds.js';
import { explorationHandlers } from './operations/explorations.js';
import { exportHandlers } from './operations/exports.js';
import { shareHandlers } from './operations/shares.js';
import { createVisits } from './operations/visits.js';
import { authorsOfBoards, commentsAsPersonalData, exportedFiles } from './personal-data.js';
import { createAnnotationStore } from './store/annotation-store.js';
import { createBoardStore } from './store/board-store.js';
import { createCommentStore } from './store/comment-store.js';
import { createEmbedStore } from './store/embed-store.js';
import { createExplorationStore } from './store/exploration-store.js';
import { createShareStore } from './store/share-store.js';
import { createAskTile } from './tiles/ask-tile.js';
import { createAskables } from './tiles/askable.js';

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  async open(hall) {
    const { clock, publicUrl } = hall;
    const platform = await hall.use(platformRoom);
    const { database, tenants, audit } = platform;
    const { analytics } = await hall.use(analyticsRoom);
    const jobs = await hall.use(jobsRoom);
    const objects = await hall.use(objectsRoom);
    const exporting = { analytics, objects, tenants, clock };
    const job = createExportJob(exporting);
    const sweep = createExportSweep(exporting);
    jobs.register(job, sweep);
    jobs.declare(
      defineSchedule({
        id: sweep.kind,
        job: sweep,
        input: {},
        recurrence: { everyMs: 3_600_000 },
      }),
    );
    const find = createAskables(hall.contracts);
    const askTile = createAskTile(find, hall.handler);
    const boards = createBoardStore(database, clock);
    const annotations = createAnnotationStore(database, clock);
    const comments = createCommentStore(database, clock);
    const shares = createShareStore(database, clock);
    const embeds = createEmbedStore(database, clock);
    const tokens = createEmbedTokens(platform.deriveKey('boards.embeds'), clock);
    const seen = { boards, annotations, tenants, audit, clock, askTile, analytics };
    const visits = createVisits(seen);
    return {
      service: undefined,
      handlers: {
        ...boardHandlers({ boards, tenants, clock, find, askTile }),
        ...shareHandlers({ shares, visits, clock, publicUrl }),
        ...embedHandlers({ embeds, tokens, visits, analytics, clock, publicUrl }),
        ...annotationHandlers(annotations),
        ...commentHandlers(comments),
        ...explorationHandlers(createExplorationStore(database, clock)),
        ...exportHandlers({ analytics, jobs, job, askTile, tenants, clock }),
      },
      framedBy: createFramers(embeds, tokens),
      personalData: [authorsOfBoards, exportedFiles, commentsAsPersonalData(comments, database)],
    };
  },
});

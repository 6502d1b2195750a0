import { contract } from '@olympus/contract';
import { annotationOperations } from './operations/annotations.contract.js';
import { boardOperations } from './operations/boards.contract.js';
import { commentOperations } from './operations/comments.contract.js';
import { embedOperations } from './operations/embeds.contract.js';
import { explorationOperations } from './operations/explorations.contract.js';
import { exportOperations } from './operations/exports.contract.js';
import { shareOperations } from './operations/shares.contract.js';

export default contract({
  room: 'boards',
  about:
    'Saved dashboards and explorations: tiles, versions, links, embeddings, comments, annotations, files',
  permissions: {
    'boards:write': {
      about: 'make and change dashboards and annotations',
      heldBy: ['owner', 'analyst'],
    },
    'boards:comment': {
      about: 'comment on dashboards, and settle comments',
      heldBy: ['owner', 'analyst', 'viewer'],
    },
    'boards:share': {
      about: 'make and end links and embeddings that show dashboards to anybody',
      heldBy: ['owner', 'analyst'],
    },
  },
  operations: [
    ...boardOperations,
    ...shareOperations,
    ...embedOperations,
    ...annotationOperations,
    ...commentOperations,
    ...explorationOperations,
    ...exportOperations,
  ],
});

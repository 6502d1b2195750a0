import { contract } from '@olympus/contract';
import { annotationOperations } from './operations/annotations.contract.js';
import { boardOperations } from './operations/boards.contract.js';
import { exportOperations } from './operations/exports.contract.js';
import { shareOperations } from './operations/shares.contract.js';

export default contract({
  room: 'boards',
  about: 'Saved dashboards: tiles, versions, links, annotations, files',
  permissions: {
    'boards:write': {
      about: 'make and change dashboards and annotations',
      heldBy: ['owner', 'analyst'],
    },
    'boards:share': {
      about: 'make and end links that show dashboards to anybody',
      heldBy: ['owner', 'analyst'],
    },
  },
  operations: [
    ...boardOperations,
    ...shareOperations,
    ...annotationOperations,
    ...exportOperations,
  ],
});

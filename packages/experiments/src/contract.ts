import { contract } from '@olympus/contract';
import { assignmentOperations } from './operations/assignment.contract.js';
import { experimentOperations } from './operations/experiments.contract.js';
import { figureOperations } from './operations/figures.contract.js';

export default contract({
  room: 'experiments',
  about: 'Controlled experiments: designed, assigned, measured, decided',
  permissions: {
    'experiments:write': {
      about: 'plan, start, stop and decide experiments',
      heldBy: ['owner', 'analyst'],
    },
  },
  operations: [...experimentOperations, ...figureOperations, ...assignmentOperations],
});

import { contract } from '@olympus/contract';
import { mlOperations } from './operations/ml.contract.js';

export default contract({
  room: 'ml',
  about:
    'Models of customers: who is about to leave, what each is worth, and how well that was foretold',
  permissions: {
    'ml:read': {
      about: 'see models, predictions and their track record',
      heldBy: ['owner', 'analyst', 'viewer'],
    },
    'ml:write': { about: 'train, promote and roll back models', heldBy: ['owner', 'analyst'] },
  },
  operations: mlOperations,
});

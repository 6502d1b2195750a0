import { contract } from '@olympus/contract';
import { alertOperations } from './operations/alerts.contract.js';

export default contract({
  room: 'alerts',
  about: 'Alerts that say why: tried on the past, judged as data comes in, kept with their reasons',
  permissions: {
    'alerts:write': {
      about: 'set up, silence and acknowledge alerts',
      heldBy: ['owner', 'analyst'],
    },
  },
  operations: [...alertOperations],
});

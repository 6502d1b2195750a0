import { contract } from '@olympus/contract';
import { peopleOperations } from './operations/people.contract.js';

export default contract({
  room: 'privacy',
  about: 'Personal data: where it is, copies for the person, and erasure with a receipt',
  permissions: {
    'privacy:read': { about: 'see where personal data is and receipts', heldBy: ['owner'] },
    'privacy:write': { about: 'export and erase a person’s data', heldBy: ['owner'] },
  },
  operations: peopleOperations,
});

import { contract } from '@olympus/contract';
import { deadLetterOperations } from './operations/dead-letters.contract.js';
import { eventOperations } from './operations/events.contract.js';
import { schemaOperations } from './operations/schemas.contract.js';

export default contract({
  room: 'ingest',
  about: 'What happens, as events: checked, stored once, or kept as dead letters',
  permissions: {
    'events:write': { about: 'send events', heldBy: ['owner', 'ingest'] },
    'schemas:read': { about: 'see event types', heldBy: ['owner', 'analyst', 'ingest'] },
    'schemas:write': { about: 'declare event types', heldBy: ['owner'] },
    'dead_letters:read': { about: 'see dead letters', heldBy: ['owner', 'analyst'] },
    'dead_letters:write': {
      about: 'correct, replay and discard dead letters',
      heldBy: ['owner'],
    },
  },
  operations: [...eventOperations, ...schemaOperations, ...deadLetterOperations],
});

import { contract } from '@olympus/contract';
import { channelOperations } from './operations/channels.contract.js';
import { inboxOperations } from './operations/inbox.contract.js';
import { unsubscribeOperations } from './operations/unsubscribe.contract.js';

export default contract({
  room: 'delivery',
  about: 'Messages that arrive: the inbox, and channels by email, Slack, Teams and webhook',
  permissions: {
    'delivery:read': {
      about: 'see channels and what was sent by them',
      heldBy: ['owner', 'analyst'],
    },
    'delivery:write': { about: 'set up channels and send tests', heldBy: ['owner'] },
    'inbox:read': {
      about: 'read the inbox and mark messages as read',
      heldBy: ['owner', 'analyst', 'viewer'],
    },
  },
  operations: [...channelOperations, ...inboxOperations, ...unsubscribeOperations],
});

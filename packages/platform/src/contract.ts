import { contract } from '@olympus/contract';
import { accountOperations } from './operations/accounts.contract.js';
import { auditOperations } from './operations/audit.contract.js';
import { invitationOperations } from './operations/invitations.contract.js';
import { keyOperations } from './operations/keys.contract.js';
import { sessionOperations } from './operations/session.contract.js';
import { tenantOperations } from './operations/tenants.contract.js';
import { userOperations } from './operations/users.contract.js';

export default contract({
  room: 'platform',
  about: 'Businesses, the people and keys that may do something there, and who did what',
  permissions: {
    'tenants:read': { about: 'see the business', heldBy: ['owner', 'analyst', 'viewer'] },
    'tenants:admin': { about: 'change the business', heldBy: ['owner'] },
    'keys:admin': { about: 'make, list and revoke API keys', heldBy: ['owner'] },
    'users:admin': { about: 'see and change who works here', heldBy: ['owner'] },
    'audit:read': { about: 'see who changed what', heldBy: ['owner'] },
    'system:read': { about: 'see the state of the installation', heldBy: 'installation' },
    'system:admin': { about: 'run the installation', heldBy: 'installation' },
  },
  operations: [
    ...sessionOperations,
    ...tenantOperations,
    ...keyOperations,
    ...userOperations,
    ...invitationOperations,
    ...accountOperations,
    ...auditOperations,
  ],
});

import { contract } from '@olympus/contract';
import { installationJobOperations } from './operations/installation.contract.js';
import { jobOperations } from './operations/jobs.contract.js';
import { scheduleOperations } from './operations/schedules.contract.js';

export default contract({
  room: 'jobs',
  about: 'Work that outlives a request: jobs in a durable queue, and schedules that make them',
  permissions: {
    'jobs:read': { about: 'see jobs and schedules', heldBy: ['owner', 'analyst'] },
    'jobs:write': { about: 'cancel and retry jobs and run schedules', heldBy: ['owner'] },
  },
  operations: [...jobOperations, ...scheduleOperations, ...installationJobOperations],
});

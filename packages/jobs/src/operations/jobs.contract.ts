import { json, ofTenant, operation, record } from '@olympus/contract';
import {
  cancelFaults,
  jobAnswer,
  jobFilter,
  jobId,
  jobListAnswer,
  jobMissing,
  jobWithLogAnswer,
  retryFaults,
} from './schemas.js';

const base = '/api/tenants/:tenant_id/jobs';

export const jobOperations = [
  operation({
    id: 'jobs.list',
    method: 'GET',
    path: base,
    summary: 'List jobs, newest first',
    permission: 'jobs:read',
    input: record({ ...ofTenant, ...jobFilter }),
    answer: json(jobListAnswer),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Those that gave up', input: { tenant_id: 'shop', state: 'dead' } }],
  }),
  operation({
    id: 'jobs.get',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Show a job with its log',
    permission: 'jobs:read',
    input: record({ ...ofTenant, id: jobId }),
    answer: json(jobWithLogAnswer),
    problems: jobMissing,
    repeats: 'safe',
    since: '0.1.0',
  }),
  operation({
    id: 'jobs.cancel',
    method: 'POST',
    path: `${base}/:id/cancel`,
    summary: 'Cancel a job',
    description:
      'One that waits is cancelled at once; one that runs is asked to stop and is `cancelling` until it has.',
    permission: 'jobs:write',
    input: record({ ...ofTenant, id: jobId }),
    answer: json(jobAnswer),
    problems: cancelFaults,
    repeats: 'idempotent',
    audit: 'job.cancelled',
    since: '0.1.0',
  }),
  operation({
    id: 'jobs.retry',
    method: 'POST',
    path: `${base}/:id/retry`,
    summary: 'Let a dead or cancelled job begin anew',
    permission: 'jobs:write',
    input: record({ ...ofTenant, id: jobId }),
    answer: json(jobAnswer),
    problems: retryFaults,
    repeats: 'once',
    audit: 'job.retried',
    since: '0.1.0',
  }),
] as const;

import { json, ofTenant, operation, record } from '@olympus/contract';
import { enqueuedAnswer, runFaults, scheduleId, scheduleListAnswer } from './schemas.js';

const base = '/api/tenants/:tenant_id/schedules';

export const scheduleOperations = [
  operation({
    id: 'schedules.list',
    method: 'GET',
    path: base,
    summary: 'List schedules',
    permission: 'jobs:read',
    input: record(ofTenant),
    answer: json(scheduleListAnswer),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of a tenant', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'schedules.run',
    method: 'POST',
    path: `${base}/:id/run`,
    summary: "Run a schedule's job now",
    permission: 'jobs:write',
    input: record({ ...ofTenant, id: scheduleId }),
    answer: json(enqueuedAnswer),
    problems: runFaults,
    repeats: 'once',
    audit: 'schedule.run',
    since: '0.1.0',
  }),
] as const;

import type { DeadLetter, DeadLetterList } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** As many as the server lists at once. */
export const LISTED = 1000;

export const deadLettersQuery = defineTenantQuery({
  name: 'dead-letters',
  ledgers: 'any',
  fetch: (tenantId, status: DeadLetter['status'], signal): Promise<DeadLetterList> =>
    olympus.deadLetters.list({ tenant_id: tenantId, status, limit: LISTED }, { signal }),
});

export const deadLetterQuery = defineTenantQuery({
  name: 'dead-letter',
  ledgers: [],
  fetch: (tenantId, id: string, signal): Promise<DeadLetter> =>
    olympus.deadLetters.get({ tenant_id: tenantId, id }, { signal }),
});

import type { InputOf } from '@olympus/sdk';
import { defineTenantQuery, olympus } from '@olympus/web/kit';

/** What a person knows better than the recognition. */
export type Recognition = Omit<InputOf<'uploads.recognise'>, 'tenant_id'>;

export const recognition = defineTenantQuery({
  name: 'import-recognition',
  ledgers: [],
  fetch: (tenantId, said: Recognition, signal) =>
    olympus.uploads.recognise({ tenant_id: tenantId, ...said }, { signal }),
});

export const preview = defineTenantQuery({
  name: 'import-preview',
  ledgers: [],
  fetch: (tenantId, request: Omit<InputOf<'imports.preview'>, 'tenant_id'>, signal) =>
    olympus.imports.preview({ tenant_id: tenantId, ...request }, { signal }),
});

export const oneImport = defineTenantQuery({
  name: 'import',
  ledgers: [],
  fetch: (tenantId, id: string, signal) =>
    olympus.imports.get({ tenant_id: tenantId, id }, { signal }),
});

export const importList = defineTenantQuery({
  name: 'imports',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) =>
    olympus.imports.list({ tenant_id: tenantId, limit: 50 }, { signal }),
});

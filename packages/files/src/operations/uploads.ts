import type { Handlers } from '@olympus/contract';
import { type Clock, Problem } from '@olympus/core';
import type { Tenants } from '@olympus/platform';
import type { Uploads } from '../imports/uploads.js';
import { recognise } from '../recognise/recognise.js';
import { type Role, roles } from '../recognise/roles.js';
import type { uploadOperations } from './uploads.contract.js';

export function uploadHandlers(deps: {
  readonly uploads: Uploads;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly clock: Clock;
}): Handlers<typeof uploadOperations> {
  const { uploads, tenants, clock } = deps;
  return {
    'uploads.add': async ({ tenant, input, upload, note }) => {
      const added = await uploads.add(tenant, input.name, upload.content);
      note({ target: added.id, detail: { bytes: added.bytes } });
      return added;
    },
    'uploads.list': async ({ tenant }) => ({ uploads: await uploads.list(tenant) }),
    'uploads.remove': async ({ tenant, input, note }) => {
      await uploads.remove(tenant, input.id);
      note({ target: input.id });
      return undefined;
    },
    'uploads.recognise': async ({ tenant, input }) => {
      const file = await uploads.get(tenant, input.id);
      const shop = await tenants.get(tenant);
      const proposal = await uploads.withFiles(tenant, [file.id], ([path = '']) =>
        recognise(path, {
          name: file.name,
          currency: shop?.currency ?? 'EUR',
          zone: shop?.timeZone ?? 'UTC',
          now: new Date(clock.now()).toISOString(),
          source: input.source,
          encoding: input.encoding,
          kind: input.kind,
          roles: parseRoles(input.roles ?? {}),
        }),
      );
      const { kind, system, mapping, columns, ...rest } = proposal;
      return {
        ...rest,
        kind: kind ?? null,
        system: system ?? null,
        mapping: mapping ?? null,
        columns: columns.map(({ role, ...column }) => ({ ...column, role: role ?? null })),
      };
    },
  };
}

function parseRoles(
  said: Readonly<Record<string, string | null>>,
): Readonly<Partial<Record<Role, string | null>>> {
  for (const name of Object.keys(said)) {
    if (roles.some((role) => role === name)) continue;
    throw new Problem({
      code: 'invalid_request',
      kind: 'invalid',
      message: `There is no role "${name.slice(0, 40)}"`,
      at: '/roles',
      remedy: `Use one of: ${roles.join(', ')}.`,
    });
  }
  return said;
}

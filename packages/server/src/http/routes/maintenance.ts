import { findPreset, presetIds, presets, type Shop } from '@olympus/demo';
import { Type } from 'typebox';
import { principalOf } from '../access.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';

export interface BackupResult {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export interface MaintenanceDeps {
  /** Copies everything into a new folder on the server's own disk. */
  readonly backup: (folder: string) => Promise<BackupResult>;
  /** Makes a demo's tenant when it is missing and brings it up to now. @returns events sent */
  readonly fillDemo: (shop: Shop) => Promise<number>;
  readonly audit: AuditTrail;
}

/** What operators do to the installation. */
export function registerMaintenanceRoutes(app: App, deps: MaintenanceDeps): void {
  const { backup, fillDemo, audit } = deps;
  app.post(
    '/api/system/backup',
    {
      config: { access: { permission: 'system:admin' } },
      schema: {
        tags: ['operations'],
        summary: 'Copy the data into a folder on the server',
        body: Type.Object(
          { folder: Type.String({ minLength: 1, maxLength: 4096 }) },
          { additionalProperties: false },
        ),
      },
    },
    async (request) => {
      const result = await backup(request.body.folder);
      await audit.record(request, principalOf(request), 'system.backed_up');
      return result;
    },
  );

  app.post(
    '/api/system/demo',
    {
      config: { access: { permission: 'system:admin' } },
      schema: {
        tags: ['operations'],
        summary: 'Fill a tenant with a simulated shop',
        description:
          'Brings it up to now when it is there already. Takes some seconds the first time. ' +
          `Presets: ${presetIds.join(', ')}; the first when none is named.`,
        body: Type.Optional(
          Type.Union([
            Type.Object(
              { preset: Type.Optional(Type.String({ maxLength: 80 })) },
              { additionalProperties: false },
            ),
            Type.Null(),
          ]),
        ),
      },
    },
    async (request) => {
      const shop = findPreset(request.body?.preset ?? presets[0].id);
      const events = await fillDemo(shop);
      await audit.record(request, principalOf(request), 'system.demo_filled');
      return { tenant: shop.tenant, events };
    },
  );
}

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
  /** Makes the demo's tenant when it is missing and brings it up to now. @returns events sent */
  readonly fillDemo: () => Promise<number>;
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
        summary: 'Fill the tenant demo with a simulated shop',
        description:
          'Brings it up to now when it is there already. Takes some seconds the first time.',
      },
    },
    async (request) => {
      const events = await fillDemo();
      await audit.record(request, principalOf(request), 'system.demo_filled');
      return { tenant: 'demo', events };
    },
  );
}

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
  readonly audit: AuditTrail;
}

/** What operators do to the installation. */
export function registerMaintenanceRoutes(app: App, { backup, audit }: MaintenanceDeps): void {
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
}

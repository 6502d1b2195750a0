import { join } from 'node:path';
import { defineRoom } from '@olympus/contract';
import warehouseRoom from '@olympus/warehouse/room';
import { jwtIssuers } from './access/jwt-settings.js';
import contract from './contract.js';
import { checkInstallation } from './installation.js';
import { accountHandlers } from './operations/accounts.js';
import { auditHandlers } from './operations/audit.js';
import { createBrowserSessions } from './operations/browser-sessions.js';
import { invitationHandlers } from './operations/invitations.js';
import { keyHandlers } from './operations/keys.js';
import { sessionHandlers } from './operations/session.js';
import { tenantHandlers } from './operations/tenants.js';
import { userHandlers } from './operations/users.js';
import { controlStoreAsPersonalData } from './people/personal-data.js';
import { createPlatform, type Platform } from './platform.js';
import { controlStore, loadOrCreateSecretKey } from './secrets/secret-key.js';
import { type PlatformSettings, readPlatformSettings } from './settings.js';

export default defineRoom({
  contract,
  settings: readPlatformSettings,
  async open(hall, settings: PlatformSettings) {
    const { environment, clock, log, dataDir, rights, migrations } = hall;
    const { databaseUrl } = settings;
    const where = databaseUrl === undefined ? join(dataDir, controlStore) : 'the PostgreSQL server';
    const secretKey = await loadOrCreateSecretKey(dataDir, environment, {
      OLYMPUS_SECRET_KEY: settings.secretKey,
    });
    const platform = await createPlatform(
      databaseUrl === undefined ? { dataDir } : { databaseUrl },
      {
        clock,
        log,
        secretKey,
        environment,
        rights,
        migrations,
        bus: hall.bus,
        fetch: hall.fetch,
      },
    );
    try {
      await checkInstallation(platform, await hall.use(warehouseRoom), where);
      await applyTokenIssuer(platform, settings);
    } catch (error) {
      await platform.close();
      throw error;
    }
    const browser = createBrowserSessions({ ...platform, rights, environment, clock });
    return {
      service: platform,
      handlers: {
        ...sessionHandlers({ ...platform, browser }),
        ...tenantHandlers(platform.tenants),
        ...keyHandlers(platform.keys, rights),
        ...userHandlers(platform.users, rights),
        ...invitationHandlers({ ...platform, browser, publicUrl: hall.publicUrl }),
        ...accountHandlers({ ...platform, publicUrl: hall.publicUrl }),
        ...auditHandlers(platform.audit),
      },
      health: [
        {
          name: 'control_store',
          essential: true,
          async check() {
            await platform.ping();
            return { status: 'ok' };
          },
        },
      ],
      personalData: controlStoreAsPersonalData(platform.database, platform.people, where),
      close: () => platform.close(),
    };
  },
});

/** The settings decide whose tokens are accepted, so taking them out ends that too. */
async function applyTokenIssuer(platform: Platform, { jwt }: PlatformSettings): Promise<void> {
  const wanted = jwt === undefined ? [] : [jwt];
  const stored = (await platform.settings.get('system', jwtIssuers)) ?? [];
  if (JSON.stringify(stored) === JSON.stringify(wanted)) return;
  await platform.settings.set('system', jwtIssuers, wanted);
}

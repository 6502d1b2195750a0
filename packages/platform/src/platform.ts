import { hkdfSync } from 'node:crypto';
import { type Bus, createBus } from '@olympus/bus';
import type { Rights, RoomMigrations } from '@olympus/contract';
import { type Clock, type Logger, Problem, type TenantId } from '@olympus/core';
import { createInvitations, type Invitations } from './access/invitations.js';
import { jwtIssuers } from './access/jwt-settings.js';
import { type ApiKeys, createApiKeys } from './access/keys.js';
import { createLinks, type Links } from './access/links.js';
import { createSessions, type Sessions } from './access/sessions.js';
import { createTokens, type Tokens } from './access/tokens.js';
import { createUsers, type Users } from './access/users.js';
import { createChanges, type PlatformChange } from './changes.js';
import type { PlatformContext } from './context.js';
import { createDatabase, type Database } from './database/database.js';
import type { Engine } from './database/engine.js';
import { migrate } from './database/migrate.js';
import { openEngine, type PlatformLocation, restoreStore } from './database/open-database.js';
import { createPeople, type People } from './people/people.js';
import { type Audit, createAudit } from './records/audit.js';
import { createEventSchemas, type EventSchemas } from './records/event-schemas.js';
import { createMetricDefinitions, type MetricDefinitions } from './records/metric-definitions.js';
import { createQuestions, type Questions } from './records/questions.js';
import { createSettings, type Settings } from './records/settings.js';
import { open, seal } from './secrets/seal.js';
import { acceptSecretKey, type Environment } from './secrets/secret-key.js';
import { createWrapping } from './secrets/wrapping.js';
import { createTenantSecrets } from './tenants/tenant-secrets.js';
import { createTenants, type Tenants } from './tenants/tenants.js';

/** The control plane: who there is, what they may do, and what they declared. */
export interface Platform {
  /** The control store, for the tables of other rooms. */
  readonly database: Database;
  readonly tenants: Tenants;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly invitations: Invitations;
  readonly keys: ApiKeys;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly pseudonyms: {
    /** 32 bytes that make customer keys of customer ids. @throws Problem tenant_not_found */
    secretOf(tenant: TenantId): Promise<Uint8Array>;
  };
  readonly people: People;
  readonly schemas: EventSchemas;
  readonly metrics: MetricDefinitions;
  readonly settings: Settings;
  /** Questions in plain words that were asked, and what they came to. */
  readonly questions: Questions;
  readonly changes: {
    /** Called after a change was committed, by this process or another on the bus. @returns stops listening */
    onChange(listener: (change: PlatformChange) => void): () => void;
    /**
     * Called when who may do what may have changed, by this process or another on the bus; asking the
     * platform then gives what holds now. @returns stops listening
     */
    onAccess(listener: () => void): () => void;
  };
  /** 32 bytes for one purpose, always the same; only this installation can make them. */
  deriveKey(purpose: string): Uint8Array;
  /** The whole store, for {@link restorePlatform}. @throws Problem dump_not_offered on a server */
  dump(): Promise<Uint8Array>;
  /** Rejects with a Problem when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface PlatformDeps {
  readonly clock: Clock;
  readonly log: Logger;
  /** The master key, 32 bytes; see loadOrCreateSecretKey. */
  readonly secretKey: Uint8Array;
  readonly environment: Environment;
  /** Every permission there is. */
  readonly rights: Rights;
  /** Tables of other rooms, which are brought up to date together with the platform's own. */
  readonly migrations?: readonly RoomMigrations[];
  /** Carries changes to other rooms and processes; by default one of the platform's own. */
  readonly bus?: Bus;
  /** Fetches JWK sets; the server passes one that refuses private addresses. */
  readonly fetch?: typeof fetch;
}

export const platformMigrations = new URL('../migrations/', import.meta.url);

/** What other processes on one PostgreSQL changed is seen after this long at the latest. */
const sharedCacheTtlMs = 10_000;

/**
 * Opens the control plane, bringing its schema up to date.
 * @throws Problem control_store_unavailable, control_store_newer, secret_key_weak, secret_key_wrong
 */
export async function createPlatform(
  location: PlatformLocation,
  deps: PlatformDeps,
): Promise<Platform> {
  acceptSecretKey(deps.secretKey, deps.environment);
  return await createPlatformOn(await openEngine(location, deps.log), deps);
}

/** Like {@link createPlatform}, on an engine that is open; closing the platform closes it. */
export async function createPlatformOn(engine: Engine, deps: PlatformDeps): Promise<Platform> {
  const { clock, log, environment } = deps;
  const database = createDatabase(engine);
  try {
    const secretKey = acceptSecretKey(deps.secretKey, environment);
    const applied = await migrate(database, [
      { room: 'platform', folder: platformMigrations },
      ...(deps.migrations ?? []),
    ]);
    if (applied.length > 0) log.info({ applied }, 'control store brought up to date');
    const context: PlatformContext = {
      database,
      clock,
      log,
      environment,
      rights: deps.rights,
      wrapping: createWrapping(secretKey),
      changes: createChanges(deps.bus ?? createBus(log)),
      cacheTtlMs: database.kind === 'postgres' ? sharedCacheTtlMs : Number.POSITIVE_INFINITY,
    };
    const sealingKey = new Uint8Array(hkdfSync('sha256', secretKey, '', 'olympus/settings/1', 32));
    const settings = createSettings(context, sealingKey);
    await refuseWrongKey(context, sealingKey);
    return assemble(context, settings, deps, secretKey);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Fills the control store of an empty data folder from {@link Platform.dump}. The master key that
 * was in use then is needed to open it.
 */
export async function restorePlatform(
  location: { readonly dataDir: string },
  dump: Uint8Array,
): Promise<void> {
  await restoreStore(location.dataDir, dump);
}

function assemble(
  context: PlatformContext,
  settings: Settings,
  deps: PlatformDeps,
  secretKey: Uint8Array,
): Platform {
  const { database, clock, log, environment, changes } = context;
  const secrets = createTenantSecrets(context);
  const sessions = createSessions(context);
  const keys = createApiKeys(context);
  const users = createUsers(context, sessions.revokeAll);
  const people = createPeople(context, (tenant) => secrets.of(tenant, 'sealing'));
  const tenants = createTenants(context, () => {
    for (const part of [secrets, people]) part.forget();
  });
  // before anybody else hears of it
  const stopListening = changes.onAccess(() => {
    for (const part of [sessions, keys, tenants]) part.forget();
  });
  return {
    database,
    tenants,
    users,
    sessions,
    links: createLinks(context),
    invitations: createInvitations(context, { users, keys }),
    keys,
    tokens: createTokens({
      issuers: async () => (await settings.get('system', jwtIssuers)) ?? [],
      clock,
      log,
      environment,
      rights: deps.rights,
      fetch: deps.fetch ?? fetch,
    }),
    audit: createAudit(context),
    pseudonyms: { secretOf: (tenant) => secrets.of(tenant, 'pseudonym') },
    people,
    schemas: createEventSchemas(context),
    metrics: createMetricDefinitions(context),
    settings,
    questions: createQuestions(context, people.tenantKey),
    changes: { onChange: changes.onChange, onAccess: changes.onAccess },
    deriveKey: (purpose) =>
      new Uint8Array(hkdfSync('sha256', secretKey, '', `olympus/derived/${purpose}/1`, 32)),
    dump: () => database.dump(),
    ping: async () => {
      await database.execute('select 1');
    },
    close: () => {
      stopListening();
      return database.close();
    },
  };
}

/** The first start leaves a sealed word; a start with another master key cannot read it. */
async function refuseWrongKey(context: PlatformContext, sealingKey: Uint8Array): Promise<void> {
  const { database, clock } = context;
  const name = 'secret_key.check';
  const word = JSON.stringify(seal(sealingKey, 'olympus', name));
  await database.execute(
    `insert into settings (tenant_id, name, value, updated_at)
     values (null, $1, $2::text::jsonb, $3::text::timestamptz) on conflict do nothing`,
    [name, word, new Date(clock.now()).toISOString()],
  );
  const rows = await database.execute(
    `select value #>> '{}' from settings where tenant_id is null and name = $1`,
    [name],
  );
  if (open(sealingKey, String(rows[0]?.[0]), name) === 'olympus') return;
  throw new Problem({
    code: 'secret_key_wrong',
    kind: 'invalid',
    message: 'The control store was made with another secret key.',
    remedy: 'Bring back that key: OLYMPUS_SECRET_KEY, or secret.key in the data folder.',
    at: 'OLYMPUS_SECRET_KEY',
  });
}

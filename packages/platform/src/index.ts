export { type JwtIssuer, type JwtKeySource, jwtIssuers } from './access/jwt-settings.js';
export type { ApiKey, ApiKeys, NewApiKey } from './access/keys.js';
export type { Links } from './access/links.js';
export type { Session, Sessions } from './access/sessions.js';
export type { Tokens } from './access/tokens.js';
export type { NewUser, User, Users } from './access/users.js';
export type { PlatformChange } from './changes.js';
export type { Database, Queries } from './database/database.js';
export type { Execute, Row } from './database/engine.js';
export { DatabaseError, isForeignKeyViolation, isUniqueViolation } from './database/faults.js';
export { migrate } from './database/migrate.js';
export { openDatabase, type PlatformLocation } from './database/open-database.js';
export { dumpNotOffered } from './database/postgres-engine.js';
export { scrubDatabase } from './database/scrub.js';
export { storable, storableJson } from './database/storable.js';
export { sessionCookie } from './operations/browser-sessions.js';
export type { People } from './people/people.js';
export {
  createPlatform,
  type Platform,
  type PlatformDeps,
  platformMigrations,
  restorePlatform,
} from './platform.js';
export type { Audit, AuditEntry, AuditRecord } from './records/audit.js';
export type { EventSchemas, StoredSchema } from './records/event-schemas.js';
export type { MetricDefinitions, StoredMetric } from './records/metric-definitions.js';
export type {
  AskedQuestion,
  NewQuestion,
  QuestionOutcome,
  Questions,
  UnansweredQuestion,
} from './records/questions.js';
export { jsonSetting, type Setting, type SettingScope, type Settings } from './records/settings.js';
export { open, seal } from './secrets/seal.js';
export { openStream, sealStream } from './secrets/seal-stream.js';
export { type Environment, loadOrCreateSecretKey, parseSecretKey } from './secrets/secret-key.js';
export type { TenantFields } from './tenants/tenant-fields.js';
export type { NewTenant, Tenant, Tenants } from './tenants/tenants.js';

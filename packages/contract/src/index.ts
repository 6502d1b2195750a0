export {
  type Answer,
  accepted,
  created,
  type Deep,
  type Download,
  type FileAnswer,
  file,
  type Given,
  type JsonAnswer,
  json,
  type NoAnswer,
  nothing,
  type RedirectAnswer,
  redirect,
  type StreamAnswer,
  stream,
} from './answer.js';
export type { BodyBytes, Call, Handler, Handlers, HttpSide, Upload } from './call.js';
export { type Components, createComponents, type JsonSchema } from './emit/components.js';
export { toOpenApi } from './emit/openapi.js';
export { toClientModule } from './emit/typescript.js';
export { type Grant, grantProblems, isWithinOwnRights, requireOwnRights } from './granting.js';
export {
  type AboutTenant,
  areaOf,
  type Cost,
  deadlineOf,
  type Example,
  type InputOf,
  isOffered,
  type Operation,
  operation,
  type Repeats,
  type Surface,
  verbOf,
} from './operation.js';
export {
  createRights,
  type Permission,
  type PermissionDeclaration,
  parseRole,
  type Rights,
  type Role,
  roles,
} from './permission.js';
export type {
  CustomerData,
  OtherPersonalData,
  PersonalData,
  PersonalFinding,
  PersonReference,
  Scrub,
} from './personal-data.js';
export { membersOf, type Placement, placementOf, tenantPlace } from './placement.js';
export {
  createOperatorPrincipal,
  createPrincipal,
  type Principal,
  type PrincipalIdentity,
  systemPrincipal,
} from './principal.js';
export { commonProblems, type ProblemDocument, problemSchema, statusByKind } from './problems.js';
export {
  type ComponentHealth,
  type Contract,
  contract,
  defineRoom,
  type Hall,
  type HealthCheck,
  type LedgerChange,
  type LedgerChanges,
  type Meter,
  type OpenPluggedRoom,
  type OpenRoom,
  type PluggedRoom,
  type RoomDefinition,
  type RoomMigrations,
  type RoomToken,
} from './room.js';
export {
  anyObject,
  instantField,
  nullable,
  ofTenant,
  oneOf,
  optional,
  record,
  tenantField,
} from './schemas.js';
export type { SettingsReader } from './settings.js';

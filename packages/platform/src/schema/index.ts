export { apiKeys, invitations, links, memberships, sessions, users } from './access.js';
export { auditLog, eventSchemas, metricDefinitions, questions, settings } from './records.js';
export { personKeys, tenantSecrets, tenants } from './tenants.js';

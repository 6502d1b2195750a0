export { codeOf, startMs, testSecretKey } from './harness.js';
export { findPostgres, type PostgresServer, startPostgres } from './postgres-server.js';

import type { SettingsReader } from '@olympus/contract';
import { parseTenantId, type TenantId } from '@olympus/core';

/** What the environment decides about where events come from. */
export interface IngestSettings {
  readonly redisUrl: string | undefined;
  /** Tenant of messages from Redis that name none. */
  readonly redisTenant: TenantId | undefined;
}

export function readIngestSettings(read: SettingsReader): IngestSettings {
  return {
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    redisTenant: readTenant(read, 'OLYMPUS_REDIS_TENANT'),
  };
}

function readTenant(read: SettingsReader, name: string): TenantId | undefined {
  const text = read.text(name);
  const id = parseTenantId(text);
  if (text !== undefined && id === undefined) {
    read.fail(name, `"${text}" is no tenant id`, 'Use the id that "olympus tenant list" shows.');
  }
  return id;
}

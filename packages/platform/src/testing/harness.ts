import { createRights } from '@olympus/contract';
import {
  type Clock,
  createManualClock,
  silentLogger,
  type TenantId,
  tenantId,
} from '@olympus/core';
import contract from '../contract.js';
import type { Engine } from '../database/engine.js';
import { createPlatformOn, type Platform, type PlatformDeps } from '../platform.js';

export const startMs = Date.parse('2026-03-01T12:00:00Z');

/** Random bytes, once drawn: `openssl rand -hex 32`. */
export const testSecretKey = new Uint8Array(
  Buffer.from('5f0c5e0d8a41f7be23b94a7d9c61e8302bd7461ffbc0a99e57c30d18e2746ab5', 'hex'),
);

/** An open control plane, what is under it, and the clock it goes by. */
export interface Harness {
  readonly platform: Platform;
  readonly engine: Engine;
  readonly clock: Clock & { set(ms: number): void };
  /** Another process on the same store; undefined where the store allows only one. */
  readonly other: Platform | undefined;
  /** Statements sent by `platform` so far. */
  statements(): number;
  /** Lets time pass. */
  advance(ms: number): void;
  /** A new tenant of its own. */
  newTenant(): Promise<TenantId>;
}

/** The platform's own rights and some of rooms below it. */
export const testRights = createRights([
  contract.permissions,
  {
    'events:write': { about: 'send events', heldBy: ['owner', 'ingest'] },
    'analytics:read': { about: 'ask', heldBy: ['owner', 'analyst', 'viewer'] },
    'model:read': { about: 'see the model', heldBy: ['owner', 'analyst', 'viewer'] },
    'metrics:read': { about: 'see metrics', heldBy: ['owner', 'analyst', 'viewer'] },
    'metrics:write': { about: 'declare metrics', heldBy: ['owner', 'analyst'] },
    'schemas:read': { about: 'see event types', heldBy: ['owner', 'analyst', 'ingest'] },
    'schemas:write': { about: 'declare event types', heldBy: ['owner'] },
    'dead_letters:read': { about: 'see dead letters', heldBy: ['owner', 'analyst'] },
    'sql:read': { about: 'see SQL', heldBy: ['owner', 'analyst'] },
  },
]);

export function testDeps(clock: Clock, overrides: Partial<PlatformDeps> = {}): PlatformDeps {
  return {
    clock,
    log: silentLogger,
    secretKey: testSecretKey,
    environment: 'production',
    rights: testRights,
    fetch: () => Promise.reject(new TypeError('no network in tests')),
    ...overrides,
  };
}

export async function createHarness(engine: Engine, otherEngine?: Engine): Promise<Harness> {
  const clock = createManualClock(startMs);
  let statements = 0;
  const counting: Engine = {
    ...engine,
    execute: (sql, params) => {
      statements++;
      return engine.execute(sql, params);
    },
  };
  const platform = await createPlatformOn(counting, testDeps(clock));
  const other =
    otherEngine === undefined ? undefined : await createPlatformOn(otherEngine, testDeps(clock));
  let tenants = 0;
  return {
    platform,
    engine,
    clock,
    other,
    statements: () => statements,
    advance: (ms) => clock.set(clock.now() + ms),
    newTenant: async () => {
      tenants++;
      const id = tenantId(`tenant-${tenants}`);
      await platform.tenants.create({ id });
      return id;
    },
  };
}

/** The code of the Problem that the promise rejects with, or what it came to instead. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return { resolved: await promise };
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

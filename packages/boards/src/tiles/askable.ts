import type { Contract, Operation } from '@olympus/contract';
import { beginningOf } from '@olympus/core';
import { Compile, type Validator } from 'typebox/compile';
import { invalidTile } from '../problems.js';

/** An operation that tiles may ask. */
export interface Askable {
  readonly operation: Operation;
  /** Whether its input has a member of this name. */
  takes(member: string): boolean;
  /** @throws Problem `invalid_tile` with the place of the first fault below `at` */
  check(input: Readonly<Record<string, unknown>>, at: string): void;
}

/** @throws Problem `invalid_tile` for operations that there are not, or that do more than read */
export type FindAskable = (id: string, at: string) => Askable;

/**
 * What tiles may ask: every operation that only reads, is about one tenant, answers JSON and is
 * open to whoever may look at dashboards.
 */
export function createAskables(contracts: readonly Contract[]): FindAskable {
  const readers = new Set(
    contracts.flatMap(({ permissions }) =>
      Object.entries(permissions).flatMap(([name, { heldBy }]) =>
        heldBy !== 'installation' && heldBy.includes('viewer') ? [name] : [],
      ),
    ),
  );
  const known = new Map<string, Askable>();
  for (const { room, operations } of contracts) {
    if (room === 'boards') continue;
    for (const operation of operations) {
      const { repeats, answer, input, permission, tenant, upload, bytes } = operation;
      const reads = repeats === 'safe' && answer.kind === 'json' && readers.has(permission);
      const plain = tenant === undefined && upload === undefined && bytes === undefined;
      if (reads && plain && 'tenant_id' in input.properties) {
        known.set(operation.id, createAskable(operation));
      }
    }
  }
  return (id, at) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    throw invalidTile(
      `Tiles cannot ask ${beginningOf(id)}`,
      `${at}/operation`,
      'Name an operation that only reads, such as analytics.query.',
    );
  };
}

function createAskable(operation: Operation): Askable {
  const { properties } = operation.input;
  let validator: Validator | undefined;
  return {
    operation,
    takes: (member) => Object.hasOwn(properties, member),
    check(input, at) {
      if (Object.hasOwn(input, 'tenant_id')) {
        throw invalidTile(
          'A tile is about the tenant of its dashboard',
          `${at}/input/tenant_id`,
          'Leave tenant_id out.',
        );
      }
      validator ??= Compile(operation.input);
      const whole = { ...input, tenant_id: 'tenant' };
      if (validator.Check(whole)) return;
      const [first] = validator.Errors(whole);
      throw invalidTile(
        `What it asks is not what ${operation.id} takes: ${first?.message ?? 'it is invalid'}`,
        `${at}/input${first?.instancePath ?? ''}`,
        `Give what ${operation.id} declares; /docs shows it.`,
      );
    },
  };
}

import {
  isOffered,
  type Operation,
  type Principal,
  type Surface,
  tenantPlace,
} from '@olympus/contract';
import { beginningOf } from '@olympus/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Compile, type Validator } from 'typebox/compile';
import type { ImplementedOperation } from '../hall/open-rooms.js';
import { type Access, type Authorizer, senderOf, tenantIn } from '../http/access.js';
import { notFound } from '../http/problems.js';
import type { Limiters } from '../http/rate-limits.js';
import { invalidRequest } from '../http/type-provider.js';
import type { CheckedCall, OperationRunner } from './runner.js';

/** The request that calls come in by: one may bring several. */
export interface Origin {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
}

export type Input = Readonly<Record<string, unknown>>;

/**
 * Runs operations for surfaces that bring their input flat and by name. A call is allowed, counted,
 * checked and run by what does so for the operation's own address.
 */
export interface Dispatcher {
  /** Operations of that surface, without those that only exist as a file or a page over HTTP. */
  offered(surface: Surface): readonly ImplementedOperation[];
  /** @returns what the handler gave. @throws Problem */
  run(implemented: ImplementedOperation, input: Input, origin: Origin): Promise<unknown>;
  /** Messages of a stream, once the call is allowed. @throws Problem */
  follow(
    implemented: ImplementedOperation,
    input: Input,
    origin: Origin,
  ): Promise<AsyncIterable<unknown>>;
}

export interface DispatcherDeps {
  readonly operations: readonly ImplementedOperation[];
  readonly runner: OperationRunner;
  readonly authorizer: Pick<Authorizer, 'allow'>;
  readonly limiters: Pick<Limiters, 'consume'>;
}

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { operations, runner, authorizer, limiters } = deps;
  const validators = new Map<Operation, Validator>();

  function check(operation: Operation, input: Input): void {
    const validator = validators.get(operation) ?? Compile(operation.input);
    validators.set(operation, validator);
    if (validator.Check(input)) return;
    throw invalidRequest(validator.Errors(beginningOf(input))[0], '', 'the input');
  }

  async function admit(
    { operation }: ImplementedOperation,
    input: Input,
    { request, reply, signal }: Origin,
  ): Promise<CheckedCall> {
    const access = accessOf(operation);
    await limiters.consume(operation.cost ?? 'light', request, reply);
    // an input without its tenant is refused by its schema, which says what is missing
    if (access.tenant !== undefined && access.tenant !== 'sender' && !('tenant_id' in input)) {
      check(operation, input);
    }
    const tenant = await authorizer.allow(request, access, (principal) =>
      access.tenant === 'sender' ? senderOf(request, principal) : tenantIn(input),
    );
    if (access.tenant !== undefined && tenant === undefined) throw notFound();
    check(operation, input);
    const expired = new AbortController();
    return {
      input,
      caller: request.principal,
      tenant: tenant?.id,
      signal: AbortSignal.any([signal, expired.signal]),
      expire: () => expired.abort(),
      requestId: request.id,
      ...(operation.bytes === undefined ? {} : { bytes: asBytes(operation, input) }),
    };
  }

  return {
    offered: (surface) =>
      operations.filter(({ operation }) => isOffered(operation, surface) && isPortable(operation)),
    run: async (implemented, input, origin) =>
      runner.run(implemented, await admit(implemented, input, origin)),
    follow: async (implemented, input, origin) =>
      runner.follow(implemented, await admit(implemented, input, origin)),
  };
}

function accessOf(operation: Operation): Access {
  const tenant = tenantPlace(operation);
  return { permission: operation.permission, ...(tenant === undefined ? {} : { tenant }) };
}

/** Whether a call and its answer are values. */
const isPortable = ({ upload, answer }: Operation): boolean =>
  upload === undefined && answer.kind !== 'redirect';

/** What the collector reads as bytes, when it came as a value. */
const asBytes = ({ body = '' }: Operation, input: Input) => ({
  content: Buffer.from(JSON.stringify(input[body] ?? null)),
  mediaType: 'application/json',
  encoding: undefined,
  header: () => undefined,
  headerNames: [],
});

/** Whether the caller may call the operation for some tenant at least. */
export function isOpenTo(principal: Principal, operation: Operation): boolean {
  const { permission } = operation;
  const { tenants } = principal;
  if (permission === 'public' || permission === 'signed_in') return true;
  if (tenantPlace(operation) === undefined || tenants === 'all') {
    return principal.allowsEverywhere(permission);
  }
  return tenants.some((tenant) => principal.allows(tenant, permission));
}

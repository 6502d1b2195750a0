import {
  type Call,
  commonProblems,
  deadlineOf,
  type Handler,
  type HttpSide,
  type Operation,
  type Principal,
} from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import type { Audit } from '@olympus/platform';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ImplementedOperation } from '../hall/open-rooms.js';

/** A call that is allowed and whose input was checked. */
export interface CheckedCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly caller: Principal | null;
  readonly tenant: TenantId | undefined;
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly bytes?: Call<Operation & { readonly bytes: object }>['bytes'];
  readonly upload?: Call<Operation & { readonly upload: object }>['upload'];
  readonly http?: HttpSide | undefined;
  /** Aborts the call's signal: it is past its deadline. */
  expire?(): void;
  /** Set when the call is run. */
  note?: Call['note'];
}

/** Runs operations, whichever surface the call came through. */
export interface OperationRunner {
  /**
   * @returns what the handler gave, once the audit trail holds it
   * @throws Problem `deadline_exceeded` when that takes too long; the call is told to stop
   */
  run(implemented: ImplementedOperation, call: CheckedCall): Promise<unknown>;
  /** Messages of an operation whose answer is a stream. */
  follow(implemented: ImplementedOperation, call: CheckedCall): AsyncIterable<unknown>;
}

export interface OperationRunnerDeps {
  readonly audit: Pick<Audit, 'record'>;
  /**
   * Whether answers and problems are held against their declarations: in every test, where a
   * difference fails; not in production, where it would cost each request.
   */
  readonly checksAnswers: boolean;
}

type About = Parameters<Call['note']>[0];

export function createOperationRunner({
  audit,
  checksAnswers,
}: OperationRunnerDeps): OperationRunner {
  const checks = new Map<Operation, (answer: unknown) => void>();

  function check(operation: Operation, answer: unknown): void {
    const { answer: declared } = operation;
    if (declared.kind !== 'json' && declared.kind !== 'stream') return;
    const known = checks.get(operation) ?? createCheck(operation.id, declared.schema);
    checks.set(operation, known);
    known(answer);
  }

  async function keep(action: string, call: CheckedCall, about: About): Promise<void> {
    const { caller } = call;
    if (caller === null) return;
    const tenantId = about.tenant ?? call.tenant;
    await audit.record({
      ...(tenantId === undefined ? {} : { tenantId }),
      actor: { kind: caller.kind, id: caller.id, name: caller.name },
      action,
      ...(about.target === undefined ? {} : { target: about.target }),
      ...(about.detail === undefined ? {} : { detail: about.detail }),
      requestId: call.requestId,
    });
  }

  /** The call as its handler's type has it; the declaration was checked against it before. */
  const toCall = (call: CheckedCall, note: Call['note']) => {
    // in place: a copy would make what is only there for the few that ask for it
    call.note = note;
    return call as unknown as Parameters<Handler<Operation>>[0];
  };

  async function carryOut(
    { operation, handler }: ImplementedOperation,
    call: CheckedCall,
  ): Promise<unknown> {
    let about: About = {};
    try {
      const answer = await handler(
        toCall(call, (noted) => {
          about = { ...about, ...noted };
        }),
      );
      if (checksAnswers) check(operation, answer);
      if (operation.audit !== undefined) await keep(operation.audit, call, about);
      return answer;
    } catch (error) {
      if (checksAnswers) refuseUndeclared(operation, error);
      throw error;
    }
  }

  return {
    run: (implemented, call) =>
      within(deadlineOf(implemented.operation), carryOut(implemented, call), call),
    async *follow({ operation, handler }, call) {
      const messages = handler(toCall(call, () => {})) as unknown as AsyncIterable<unknown>;
      for await (const message of messages) {
        if (checksAnswers) check(operation, message);
        yield message;
      }
    },
  };
}

/** What the work gives, if it does so in time. What it does later is nobody's any more. */
function within(
  deadlineMs: number | undefined,
  work: Promise<unknown>,
  call: CheckedCall,
): Promise<unknown> {
  if (deadlineMs === undefined) return work;
  // spelled out: every request comes through here, and a race of promises costs more
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(deadlineExceeded(deadlineMs));
      call.expire?.();
    }, deadlineMs);
    work.then(
      (answer) => {
        clearTimeout(timer);
        resolve(answer);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

function deadlineExceeded(deadlineMs: number): Problem {
  return new Problem({
    code: 'deadline_exceeded',
    kind: 'timeout',
    message: `The call was not answered within ${deadlineMs / 1000} s`,
    remedy: 'Look whether it was done before you try again; ask for less where that is possible.',
    retryAfterSeconds: 10,
  });
}

function createCheck(id: string, schema: TSchema): (answer: unknown) => void {
  const validator = Compile(schema);
  return (answer) => {
    const sent: Static<TSchema> = JSON.parse(JSON.stringify(answer));
    if (validator.Check(sent)) return;
    const [first] = validator.Errors(sent);
    throw new Error(
      `The answer of ${id} is not as declared: ${first?.instancePath} ${first?.message} ${JSON.stringify(first?.params)}`,
    );
  };
}

function refuseUndeclared(operation: Operation, error: unknown): void {
  if (!(error instanceof Problem) || error.kind === 'internal') return;
  const declared = operation.problems?.[error.code] ?? commonProblems[error.code];
  if (declared === error.kind) return;
  throw new Error(
    `${operation.id} answers the problem ${error.code} (${error.kind}), which it does not declare`,
    { cause: error },
  );
}

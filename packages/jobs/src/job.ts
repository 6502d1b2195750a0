import { Problem, type TenantId } from '@olympus/core';
import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import { defaultRetry, type RetryPolicy } from './retry.js';

/** How far a job is: a share of the whole, or a count. */
export type Progress = (
  | { readonly fraction: number }
  | { readonly done: number; readonly total: number }
) & {
  /** One sentence for people. */
  readonly sentence?: string | undefined;
};

/** Lines kept with the job, for people who look at it later. No personal data. */
export interface JobLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** One attempt at a job, as its code sees it. */
export interface JobRun<Input> {
  readonly id: number;
  readonly tenant: TenantId | undefined;
  readonly input: Input;
  /** From 1. */
  readonly attempt: number;
  /**
   * Rises with every attempt at any job. A store that remembers the highest it has seen can refuse
   * what a process writes that was taken for dead.
   */
  readonly fence: number;
  /** Aborted when the job is cancelled, runs out of time, lost its lease, or the process stops. */
  readonly signal: AbortSignal;
  readonly log: JobLog;
  /** Cheap: written at most once a second, the newest first. */
  progress(progress: Progress): void;
}

/** A kind of job. Rooms declare it by {@link defineJob}. */
export interface JobKind<Input = unknown> {
  /** `<room>.<what>`, such as `imports.file`. */
  readonly kind: string;
  readonly retry: RetryPolicy;
  /** How long one attempt may take before it is aborted. */
  readonly timeoutMs: number;
  /** How many of this kind one process runs at a time. */
  readonly concurrency: number;
  /** Higher goes first among jobs of one tenant; tenants take turns whatever their jobs' priority. */
  readonly priority: number;
  /** Whether the tenant's own people see it. */
  readonly visibleToTenant: boolean;
  /** @throws Problem `invalid_job_input` with the JSON pointer of the first place that is wrong */
  parse(input: unknown): Input;
  /** @returns the result, JSON up to 1 MB */
  run(run: JobRun<Input>): Promise<unknown>;
}

export interface JobDeclaration<Schema extends Type.TSchema> {
  readonly kind: string;
  readonly input: Schema;
  /**
   * Does the work. It may run again after it was interrupted at any point, so it takes up where it
   * stands or begins anew. A Problem that trying again cannot mend ends the job at once.
   */
  run(run: JobRun<Type.Static<Schema>>): Promise<unknown>;
  readonly retry?: Partial<RetryPolicy>;
  /** Default 15 minutes. */
  readonly timeoutMs?: number;
  /** Default 1. */
  readonly concurrency?: number;
  /** Default 0. */
  readonly priority?: number;
  /** Default true. */
  readonly visibleToTenant?: boolean;
}

const kindPattern = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;

export function defineJob<const Schema extends Type.TSchema>(
  declaration: JobDeclaration<Schema>,
): JobKind<Type.Static<Schema>> {
  const { kind, input: schema } = declaration;
  if (!kindPattern.test(kind)) throw new Error(`"${kind}" is no kind of job: <room>.<what>`);
  const validator = Compile(schema);
  return {
    kind,
    retry: { ...defaultRetry, ...declaration.retry },
    timeoutMs: declaration.timeoutMs ?? 15 * 60_000,
    concurrency: declaration.concurrency ?? 1,
    priority: declaration.priority ?? 0,
    visibleToTenant: declaration.visibleToTenant ?? true,
    parse: (input) => {
      if (validator.Check(input)) return input;
      const [first] = validator.Errors(input);
      throw new Problem({
        code: 'invalid_job_input',
        kind: 'invalid',
        message: `The input of ${kind} is not as expected: ${first?.message ?? 'it is invalid'}`,
        at: first?.instancePath ?? '',
        remedy: 'Give what the kind of job declares.',
      });
    },
    run: (run) => declaration.run(run),
  };
}

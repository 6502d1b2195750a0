import type { ProblemKind } from '@olympus/core';
import type { Static, TObject } from 'typebox';
import type { Answer, Deep } from './answer.js';
import type { Permission } from './permission.js';

/** Where an operation is offered; everywhere unless it says otherwise. */
export type Surface = 'http' | 'sdk' | 'call' | 'mcp' | 'graphql';

/**
 * What repeating a call does. `safe`: it changes nothing. `idempotent`: twice is as once. `once`:
 * each call has an effect of its own.
 */
export type Repeats = 'safe' | 'idempotent' | 'once';

/** How much a call asks of the server; decides which rate limit it counts against. `free`: none. */
export type Cost = 'free' | 'light' | 'query' | 'heavy' | 'ingest' | 'sign_in';

/** A call that shows how the operation is used; each is run as a test. */
export interface Example {
  /** What it shows, in a few words. */
  readonly name: string;
  /**
   * Text `{{operation.id/pointer}}` stands for what the first example of that operation answered, as in
   * `{{keys.create/id}}` or `{{keys.list/keys/0/id}}`.
   */
  readonly input: Readonly<Record<string, unknown>>;
  /** What is uploaded, where the operation takes a file. */
  readonly content?: string;
  /** Members that the answer has, at least. */
  readonly answer?: unknown;
}

/** One thing that can be asked of the product: data, from which every surface is made. */
export interface Operation {
  /** `area.verb`; names it on every surface and never changes. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Members of the input named in it as `:name` stand there. */
  readonly path: string;
  /** What it does, in one sentence without a full stop. */
  readonly summary: string;
  readonly description?: string;
  readonly permission: 'public' | 'signed_in' | Permission;
  /**
   * An input with `tenant_id` is about that tenant. `sender`: the tenant is the only one of the
   * caller's key, or the one in the header `olympus-tenant`.
   */
  readonly tenant?: 'sender';
  /**
   * Everything that a caller says, flat. What the path does not name goes into the query string
   * (GET, DELETE) or into the members of a JSON body.
   */
  readonly input: TObject;
  /** The member of the input that is the whole body. */
  readonly body?: string;
  /** The body arrives as bytes, of one of these media types, and is read by the handler. */
  readonly bytes?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
  /** The body is a file of any size up to the limit, which the handler reads as it arrives. */
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
  readonly answer: Answer;
  /** Codes of problems of its own; what every operation may answer is in {@link commonProblems}. */
  readonly problems?: Readonly<Record<string, ProblemKind>>;
  readonly repeats: Repeats;
  readonly cost?: Cost;
  /** Milliseconds within which it answers, where {@link deadlineOf} is not right for it. */
  readonly deadlineMs?: number;
  /** Action under which the audit trail keeps each call that was done. */
  readonly audit?: string;
  /** Version that brought it. */
  readonly since: string;
  readonly surfaces?: readonly Surface[];
  readonly examples?: readonly Example[];
}

/** Whether a call of the operation is about one tenant. */
export type AboutTenant<O extends Operation> = O extends { readonly tenant: 'sender' }
  ? true
  : 'tenant_id' extends keyof Static<O['input']>
    ? true
    : false;

export type InputOf<O extends Operation> = Deep<Static<O['input']>>;

/** Declares an operation. Members that no operation has do not compile. */
export function operation<const O extends Operation>(
  declared: O & Readonly<Record<Exclude<keyof O, keyof Operation>, never>>,
): O {
  return declared;
}

/**
 * Milliseconds within which a call is answered, with a problem if need be. Undefined for what takes
 * as long as its caller: streams, and uploads as they come.
 */
export function deadlineOf({ answer, upload, cost, deadlineMs }: Operation): number | undefined {
  if (answer.kind === 'stream' || upload !== undefined) return undefined;
  return deadlineMs ?? (cost === 'heavy' ? 120_000 : 60_000);
}

/** Area of an operation's id: `keys` of `keys.create`. */
export const areaOf = ({ id }: Pick<Operation, 'id'>): string => id.slice(0, id.indexOf('.'));

/** Verb of an operation's id: `create` of `keys.create`. */
export const verbOf = ({ id }: Pick<Operation, 'id'>): string => id.slice(id.indexOf('.') + 1);

export function isOffered({ surfaces }: Operation, surface: Surface): boolean {
  return surfaces?.includes(surface) ?? true;
}
